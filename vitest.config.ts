import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: process.env.AFTERBURN_LONG ? 240_000 : 60_000,
    maxWorkers: 2,
    // as long as a loaded machine may take; what is true at once ends at once
    expect: { poll: { timeout: 20_000 } },
  },
});

/**
 * The tests, with the coverage of vitest for what runs in it, and V8's own for the processes, threads and pages they start.
 * Without those that repeat for hours of CPU time what others run once: that can only lower the figure.
 */
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import all from '../../vitest.config.ts';

const REPEATING = [
  'test/validation/**', // closed forms of the model, thousands of worlds each
  'test/bench/**', // other programs
  'test/browser/{hostile-pages,model,model-firefox,report,studies,studio-firefox}.test.ts', // other pages and engines
  'test/golden/{everywhere,batches}.test.ts', // engines and shards
  'test/policies/against-steady.test.ts',
  'test/sim/{metamorphic,limits}.test.ts', // random scenarios
  'test/sim/population/kernel-worlds.test.ts',
  'test/scenarios/checks.test.ts',
  'test/faults/{kills,interrupts,clock,million,at-once}.test.ts', // what is killed leaves no count
];

export default mergeConfig(
  all,
  defineConfig({
    test: {
      exclude: [...configDefaults.exclude, ...REPEATING],
      setupFiles: ['tools/coverage/watch-browsers.mjs'],
      testTimeout: 300_000,
      coverage: {
        enabled: true,
        provider: 'v8',
        include: ['sim/**/*.ts', 'src/**/*.{ts,tsx}'],
        exclude: ['test/**', 'sim/population/kernel/**', 'sim/population/kernel-bytes.ts'],
        reporter: ['json'],
        reportsDirectory: 'coverage/vitest',
        reportOnFailure: true,
      },
    },
  }),
);

/** The tests of the module that MUTATED names. */
import { defineConfig } from 'vitest/config';
import { MODULES } from './modules.mjs';

export default defineConfig({ test: { include: MODULES[process.env.MUTATED].tests, testTimeout: 60_000 } });

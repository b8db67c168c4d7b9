/** Stryker for the module that MUTATED names (modules.mjs). */
import { MODULES } from './modules.mjs';

const name = process.env.MUTATED;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vitest.config.mjs', related: false },
  mutate: MODULES[name].mutate,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATION_THREADS ?? 1),
  timeoutMS: 20_000,
  // TypeScript 7 has no interface for programs: with a name that does not exist Stryker does not look for one.
  tsconfigFile: 'none.json',
  tempDirName: `.stryker/${name}`,
  ignorePatterns: ['/dist', '/output', '/coverage', '/bench/peers', '/validation', '/.stryker'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: false },
  jsonReporter: { fileName: `coverage/mutation/${name}.json` },
  allowConsoleColors: false,
};

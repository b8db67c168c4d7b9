/**
 * `npm run test:quick`: all tests but those that take long, of which the rest tells the main thing sooner. They are part of
 * `npm test`.
 */
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import all from './vitest.config.js';

/** Left out, and what stays in for the same part. */
const LONG = [
  'test/validation/**', // closed forms: test/sim/published.test.ts
  'test/browser/**', // chromium
  'test/{,cluster/}readme.test.ts', // run every command of the READMEs
  'test/bench/peers.test.ts', // compiles and runs other programs
  'test/pool/helpers.test.ts', // threads within a world: none; one thread: test/sim/population/kernel.test.ts
  'test/golden/{everywhere,batches}.test.ts', // one thread: golden.test.ts
  'test/policies/against-steady.test.ts', // decisions worked out by hand: the others of test/policies
  'test/sim/{metamorphic,limits}.test.ts', // random scenarios: test/sim/laws.test.ts
  'test/sim/population/kernel-worlds.test.ts', // random markets: kernel.test.ts
  'test/scenarios/examples.test.ts', // the library door: test/library.test.ts
  'test/experiment/calibration/calibrate.test.ts', // the search on known functions: search.test.ts
  'test/scenarios/checks.test.ts', // that checks can be read, and the score card: shipped.test.ts, scorecard.test.ts
  'test/faults/{kills,interrupts,failing-calls,clock,million,cluster}.test.ts', // the disk: damage.test.ts
  'test/faults/policy-faults.test.ts', // policies: escapes.test.ts
  'test/faults/fuzz.test.ts', // random changes: test/bad-input/random.test.ts
  'test/cli/terminal.test.ts', // what is printed: test/source/printable.test.ts, test/report/hostile.test.ts
  'test/cli/calibrate.test.ts',
  'test/cli/interrupted.test.ts',
  'test/cli/{shards,verify,verify-damage}.test.ts', // the cut: test/experiment/shards.test.ts; damaged parts: test/faults/damage.test.ts
  'test/cli/{hanging-policy,ends}.test.ts', // when a pool gives up: test/pool/hangs.test.ts; exits: check.test.ts
  'test/cli/bad-arguments.test.ts',
  'test/cli/policy-module.test.ts',
  'test/cli/study.test.ts', // kinds on made worlds: test/experiment/study
  'test/cli/cards.test.ts', // cards: test/source/firm-cards.test.ts
  'test/cli/run.test.ts', // batches: test/experiment/run.test.ts, test/store/folder.test.ts; words: test/cli/text.test.ts
  'test/cli/{new,rare,until}.test.ts', // the command line: check.test.ts
  'test/cli/{studio,studio-attacks}.test.ts', // the server: test/cli/studio-server.test.ts
  'test/experiment/splitting.test.ts',
  'test/experiment/study/{equilibrium,discover}.test.ts', // the searches: best-response.test.ts, test/statistics/prim.test.ts
  'test/sim/core/random-draws.test.ts', // addresses: draws.test.ts
  'test/sim/calibrate-fit.test.ts', // fits without spreads: test/sim/population
  'test/sim/common-luck.test.ts', // paired plans: test/experiment/study/compare.test.ts
  'test/sim/population/stretch.test.ts', // one thread: kernel.test.ts
  'test/statistics/paired-sequence.test.ts', // one plan: betting-sequence.test.ts
  'test/faults/{power-cut,at-once}.test.ts', // parts: damage.test.ts; locks: test/store/lock.test.ts
  'test/cli/slurm-names.test.ts', // words of a shell: text.test.ts
  'test/pool/threads.test.ts', // batches on threads: test/cli/check.test.ts
];

export default mergeConfig(
  all,
  defineConfig({
    test: { exclude: [...configDefaults.exclude, ...LONG], isolate: false, env: { AFTERBURN_QUICK: '1' } },
  }),
);

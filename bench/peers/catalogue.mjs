// The programs that are measured on the six-app benchmark model: how each is started, at which sizes it answers, and
// with how many repetitions a turn.
import { fileURLToPath } from 'node:url';
import { compileLimit } from '../limit/compile.mjs';
import { compileByHand } from './by-hand/compile.mjs';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const started = (...command) => ({ command, remove: () => {} });
const node = (name) => () => started(process.execPath, file(name));
const python = () => started('python3', file('numpy-blocks.py'));

function prepareLimit(flags) {
  const { program, remove, skipped } = compileLimit({ flags });
  return skipped ? { skipped } : { command: [program], remove };
}

async function prepareByHand() {
  const { file: wasm, remove, skipped } = await compileByHand();
  return skipped
    ? { skipped }
    : { command: [process.execPath, file('simd-by-hand.mjs')], last: wasm, remove };
}

/** The engine that all others are compared with. */
export const AFTERBURN = {
  name: 'afterburn',
  users: [100_000, 10_000],
  repetitions: 21,
  prepare: node('afterburn.mjs'),
};

/** The month written by hand for the same 128-bit lanes. */
export const BY_HAND = {
  name: 'simd-by-hand',
  users: [100_000],
  repetitions: 21,
  prepare: prepareByHand,
};

/**
 * All of them. `prepare` returns the command to which USERS REVIEW REPETITIONS and `last` are added, and what to
 * call after the last run; or `{ skipped }` with a reason.
 */
export const peers = [
  AFTERBURN,
  { name: 'limit', users: [100_000], repetitions: 21, prepare: () => prepareLimit([]) },
  {
    name: 'limit-8-lanes',
    users: [100_000],
    repetitions: 21,
    prepare: () => prepareLimit(['-mno-avx512f']),
  },
  BY_HAND,
  { name: 'numpy-blocks', users: [100_000], repetitions: 7, prepare: python },
  {
    name: 'numpy-blocks-all',
    users: [100_000],
    repetitions: 7,
    prepare: () => ({ ...python(), last: 'all' }),
  },
  { name: 'objects', users: [100_000], repetitions: 3, prepare: node('objects.mjs') },
  { name: 'flocc', users: [10_000], repetitions: 7, prepare: node('flocc.mjs') },
];

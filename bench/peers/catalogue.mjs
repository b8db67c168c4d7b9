// The peers: how each is started, and how many users and repetitions its speed is measured with.
import { fileURLToPath } from 'node:url';
import { compileLimit } from '../limit/compile.mjs';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const started = (...command) => ({ command, remove: () => {} });

function prepareLimit() {
  const { program, remove, skipped } = compileLimit();
  return skipped ? { skipped } : { command: [program], remove };
}

/** `prepare` returns the command to which USERS REVIEW REPETITIONS are added, and what to call after the last run. */
export const peers = [
  { name: 'limit', users: 100_000, repetitions: 41, prepare: prepareLimit },
  {
    name: 'numpy-blocks',
    users: 100_000,
    repetitions: 11,
    prepare: () => started('python3', file('numpy-blocks.py')),
  },
  {
    name: 'numpy-blocks-all',
    users: 100_000,
    repetitions: 11,
    prepare: () => started('python3', file('numpy-blocks.py')),
    last: 'all',
  },
  {
    name: 'objects',
    users: 100_000,
    repetitions: 5,
    prepare: () => started(process.execPath, file('objects.mjs')),
  },
  {
    name: 'flocc',
    users: 10_000,
    repetitions: 21,
    prepare: () => started(process.execPath, file('flocc.mjs')),
  },
];

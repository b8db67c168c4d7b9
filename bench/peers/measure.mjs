// Runs the peers one after the other: first a docking run each, then its dense and its sparse speed.
import { spawnSync } from 'node:child_process';
import { parseRow, REFERENCE, undocked } from './row.mjs';

const DOCKING_REPETITIONS = 41;

/**
 * Runs one program to its end: its row, or `{ skipped }` with the reason. Single-threaded by environment.
 * @param {string[]} command
 */
export function runRow([program, ...args]) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { error, status, stdout, stderr } = spawnSync(program, args.map(String), { encoding: 'utf8', env });
  if (error) return { skipped: error.code === 'ENOENT' ? `${program} is not installed` : error.message };
  if (status !== 0) return { skipped: `${program} failed: ${stderr.trim().split('\n').at(-1)}` };
  return parseRow(stdout);
}

/** The rows of one peer whose program is ready. */
function measureReady({ name, users, repetitions, last }, command) {
  const run = (...args) => runRow([...command, ...args, ...(last ? [last] : [])]);
  const docking = run(REFERENCE.users, REFERENCE.review, DOCKING_REPETITIONS);
  if (docking.skipped) return [{ name, skipped: docking.skipped }];
  const reasons = undocked(docking);
  const dock = { docked: reasons.length === 0, undocked: reasons };
  return [1, 0.25].map((review) => {
    const row = run(users, review, repetitions);
    return row.skipped ? { name, skipped: row.skipped } : { ...row, ...dock, dockingShares: docking.shares };
  });
}

/**
 * Measures one peer: a row for review 1 and one for .25, each with `docked`, or one `{ name, skipped }`.
 * @param {typeof import('./catalogue.mjs').peers[number]} peer
 */
export function measurePeer(peer) {
  const { command, remove, skipped } = peer.prepare();
  if (skipped) return [{ name: peer.name, skipped }];
  try {
    return measureReady(peer, command);
  } finally {
    remove();
  }
}

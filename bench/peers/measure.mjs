// Runs the peers one after the other: dense and sparse, first docked at 10,000 users, then timed.
import { spawnSync } from 'node:child_process';
import { parseRow, REFERENCES, undocked } from './row.mjs';

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

/** Docks and times a peer at one review rate. */
function measureReview({ name, users, repetitions }, reference, run) {
  const docking = run(reference.users, reference.review, reference.repetitions);
  const row = docking.skipped ? docking : run(users, reference.review, repetitions);
  if (row.skipped) return { name, skipped: row.skipped };
  const reasons = undocked(docking);
  return { ...row, docked: reasons.length === 0, undocked: reasons, dockingShares: docking.shares };
}

/**
 * Measures one peer: a row for review 1 and one for .25, each with `docked`, or `{ name, skipped }`.
 * @param {typeof import('./catalogue.mjs').peers[number]} peer
 */
export function measurePeer(peer) {
  const { command, remove, skipped } = peer.prepare();
  if (skipped) return [{ name: peer.name, skipped }];
  try {
    const run = (users, review, repetitions) => {
      const row = runRow([...command, users, review, repetitions, ...(peer.last ? [peer.last] : [])]);
      const answers = row.skipped || (row.users === users && row.review === review);
      return answers ? row : { skipped: `answered for ${row.users} users and review ${row.review}` };
    };
    const rows = REFERENCES.map((reference) => measureReview(peer, reference, run));
    return rows.every((row) => row.skipped) ? [rows[0]] : rows;
  } finally {
    remove();
  }
}

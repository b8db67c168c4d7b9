// Docks the programs, then lets them answer each question in turns, so that a busy minute hits all of them; the best
// turn of each counts.
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

/** A program that can be asked: `ask({ users, review, repetitions })` gives its row or `{ skipped }`. */
function asker({ command, last, skipped }) {
  return ({ users, review, repetitions }) => {
    if (skipped) return { skipped };
    const row = runRow([...command, users, review, repetitions, ...(last ? [last] : [])]);
    const answers = row.skipped || (row.users === users && row.review === review);
    return answers ? row : { skipped: `answered for ${row.users} users and review ${row.review}` };
  };
}

/** Docks a program at one review rate: `{ undocked }` with the reasons, or `{ skipped }`. */
function dock(ask, reference) {
  const row = ask(reference);
  return row.skipped
    ? { skipped: row.skipped }
    : { undocked: undocked(row), docking: { repetitions: row.repetitions, shares: row.shares } };
}

/**
 * Prepares a peer and docks it at these review rates. `answer(question)` gives a row of the benchmark: id, value in
 * million user-months a CPU second, `undocked` (reasons, empty if it docks), or `skipped` with the reason.
 * @param {typeof import('./catalogue.mjs').peers[number]} peer call `remove` after the last question
 */
export async function openPeer(peer, reviews = REFERENCES.map(({ review }) => review)) {
  const prepared = await peer.prepare();
  const ask = asker(prepared);
  const references = REFERENCES.filter(({ review }) => reviews.includes(review));
  const docked = new Map(references.map((reference) => [reference.review, dock(ask, reference)]));
  const answer = ({ users, review }) => {
    const id = `six-app/${peer.name}/${users}/${review}`;
    const how = docked.get(review);
    if (how.skipped) return { id, skipped: how.skipped };
    const row = ask({ users, review, repetitions: peer.repetitions });
    if (row.skipped) return { id, skipped: row.skipped };
    const { userMonthsPerSecond, lanes, repetitions } = row;
    const detail = { ...(lanes ? { lanes } : {}), repetitions, ...how };
    return { id, value: userMonthsPerSecond / 1e6, unit: 'M user-months/s', ...detail };
  };
  return { peer, answer, remove: prepared.remove ?? (() => {}) };
}

/** The better of two rows of one id; one that was skipped is worse than any. */
export function better(a, b) {
  if (!a || a.skipped) return b;
  return b.skipped || a.value >= b.value ? a : b;
}

/**
 * Lets all peers that have the size answer the question, one after the other, `turns` times; the best row of each.
 * @param {Awaited<ReturnType<typeof openPeer>>[]} opened
 */
export function takeTurns(opened, question, turns) {
  const asked = opened.filter(({ peer }) => peer.users.includes(question.users));
  const best = new Map();
  for (let turn = 0; turn < turns; turn++)
    for (const { peer, answer } of asked) best.set(peer, better(best.get(peer), answer(question)));
  return [...best.values()];
}

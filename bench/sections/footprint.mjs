// Memory and set-up per user at a million users: bytes of the population's own memory (columns, tables, tally), growth
// of the process, and CPU time to draw and count everybody. At 10,000 users replicates read a ready pool of tastes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bestReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';

const USERS = 1_000_000;
const POOLED = 10_000;
const RUNS = 3;
const program = fileURLToPath(new URL('../footprint.mjs', import.meta.url));

function run() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, USERS], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`footprint: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** @param {(text: string) => void} say */
async function measure(say) {
  say(`${USERS} users, ${RUNS} processes`);
  const runs = Array.from({ length: RUNS }, run);
  const least = (key) => Math.min(...runs.map((one) => one[key]));
  const pooled = bestReplicate(await loadSixApp(POOLED, 1), 100, 'setUp').setUp;
  return [
    { id: `footprint/bytes/${USERS}`, value: least('bytes'), unit: 'bytes a user' },
    { id: `footprint/growth/${USERS}`, value: least('rss'), unit: 'bytes a user' },
    { id: `footprint/set-up/${USERS}`, value: least('setUp'), unit: 'µs CPU a user' },
    { id: `footprint/set-up/${POOLED}`, value: (pooled * 1e6) / POOLED, unit: 'µs CPU a user' },
  ];
}

/** Memory and set-up per user. */
export const footprint = { name: 'footprint', title: 'Per user: what/users', measure };

// Two threads against one, by the wall clock, in turns: the batch phase of the main job, at least 20 seconds on one
// thread; and one giant replicate through the command line. `busy` is the CPU time that the threads got of what they
// could have: far below 1, other programs held the cores and the ratio says little.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timeBatch } from '../batch.mjs';
import { bestReplicate } from '../replicate.mjs';
import { loadShipped, scenarioFile } from '../scenarios.mjs';

const MAIN_JOB = 'china-traffic-war-2024';
const SECONDS = 21;
const GIANT = 10_000_000;
const TURNS = 2;
const afterburn = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

/** @param {(text: string) => void} say */
async function measureBatch(say) {
  const scenario = await loadShipped(MAIN_JOB);
  const replicates = Math.ceil(SECONDS / bestReplicate(scenario, 24, 'total').total);
  const best = new Map();
  for (let turn = 0; turn < TURNS; turn++)
    for (const threads of [1, 2]) {
      say(`${MAIN_JOB}, ${replicates} replicates, threads: ${threads}`);
      const { wall, cpu } = await timeBatch(scenario, { replicates, threads });
      if (wall < (best.get(threads)?.value ?? Infinity))
        best.set(threads, { value: wall, busy: cpu / wall / threads, replicates });
    }
  return [...best].map(([threads, row]) => ({ id: `threads/batch/${threads}`, unit: 's', ...row }));
}

/** Seconds of `afterburn run` with one replicate of so many users. */
function timeRun(agents, threads) {
  const out = mkdtempSync(join(tmpdir(), 'giant-'));
  const words = ['run', scenarioFile('six-app-benchmark'), '--replicates', '1', '--quiet', '--out', out];
  const begin = performance.now();
  const sizes = ['--set', `agents=${agents}`, '--threads', String(threads)];
  const { status, stderr } = spawnSync(process.execPath, [afterburn, ...words, ...sizes], {
    encoding: 'utf8',
  });
  const seconds = (performance.now() - begin) / 1000;
  rmSync(out, { recursive: true, force: true });
  if (status !== 0) throw new Error(`timeRun: ${stderr.trim()}`);
  return seconds;
}

/** The giant's time without what a run of a thousand users takes: start of Node and threads, report. */
function measureGiant(say) {
  const best = new Map();
  const least = (id, value) => best.set(id, Math.min(best.get(id) ?? Infinity, value));
  for (let turn = 0; turn < TURNS; turn++)
    for (const threads of [1, 2]) {
      say(`one replicate of ${GIANT} users, threads: ${threads}`);
      least(`start/${threads}`, timeRun(1000, threads));
      least(`all/${threads}`, timeRun(GIANT, threads));
    }
  return [1, 2].map((threads) => ({
    id: `threads/giant/${threads}`,
    value: best.get(`all/${threads}`) - best.get(`start/${threads}`),
    unit: 's',
    start: best.get(`start/${threads}`),
  }));
}

/** @param {(text: string) => void} say */
const measure = async (say) => [...(await measureBatch(say)), ...measureGiant(say)];

/** Two threads against one. */
export const threads = { name: 'threads', title: 'Wall clock: what/threads', measure };

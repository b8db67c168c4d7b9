// Two threads against one, by the wall clock, in turns: the batch phase of the main job, at least 20 seconds on one
// thread; and one giant replicate through the command line. Says of each how many cores it had and how many were taken
// by other programs: if those took more than a fifth of a core the ratio says so. CPU time says what a second thread
// costs on busy cores too, but not whether threads wait for each other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timeBatch } from '../batch.mjs';
import { better, QUIET, watchCores } from '../others.mjs';
import { bestReplicate } from '../replicate.mjs';
import { loadShipped, scenarioFile } from '../scenarios.mjs';

const MAIN_JOB = 'china-traffic-war-2024';
const SECONDS = 21;
const GIANT = 10_000_000;
const TURNS = 2;

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const afterburn = path('../../dist/src/cli/main.js');
const tellCpu = new URL('../tell-cpu.mjs', import.meta.url).href;

/** Times one and two threads in turns: the best run of each, and the least CPU seconds. */
async function inTurns(time) {
  const best = new Map();
  const leastCpu = new Map();
  for (let turn = 0; turn < TURNS; turn++)
    for (const count of [1, 2]) {
      const now = await time(count);
      best.set(count, better(best.get(count), now));
      leastCpu.set(count, Math.min(leastCpu.get(count) ?? Infinity, now.own * now.wall));
    }
  return { best, leastCpu };
}

function rowsOf(what, { best, leastCpu }) {
  const walls = [...best].map(([count, { wall, own, others, ...detail }]) => {
    const id = `threads/${what}/${count}`;
    const disturbed = others > QUIET ? `other programs took ${others.toFixed(2)} cores meanwhile` : undefined;
    return { id, value: wall, unit: 's', own, others, ...detail, ...(disturbed ? { disturbed } : {}) };
  });
  const cpus = [...leastCpu].map(([count, value]) => ({
    id: `threads/${what}/cpu/${count}`,
    value,
    unit: 's CPU',
  }));
  return [...walls, ...cpus];
}

/** @param {(text: string) => void} say */
async function measureBatch(say) {
  const scenario = await loadShipped(MAIN_JOB);
  const replicates = Math.ceil(SECONDS / bestReplicate(scenario, 24, 'total').total);
  const time = async (count) => {
    say(`${MAIN_JOB}, ${replicates} replicates, threads: ${count}`);
    const { wall, own, others } = await timeBatch(scenario, { replicates, threads: count });
    return { wall, own, others, replicates };
  };
  return rowsOf('batch', await inTurns(time));
}

/** `afterburn run` with one replicate of so many users. */
function timeRun(agents, count) {
  const out = mkdtempSync(join(tmpdir(), 'giant-'));
  const words = ['run', scenarioFile('six-app-benchmark'), '--replicates', '1', '--quiet', '--out', out];
  const sizes = ['--set', `agents=${agents}`, '--threads', String(count)];
  const watch = watchCores();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', tellCpu, afterburn, ...words, ...sizes],
    {
      encoding: 'utf8',
    },
  );
  const told = stderr.trim();
  rmSync(out, { recursive: true, force: true });
  if (status !== 0) throw new Error(`timeRun: ${told}`);
  return watch(Number(told.split('\n').at(-1)));
}

/** The giant's time without what a run of a thousand users takes: start of Node and threads, report. */
async function measureGiant(say) {
  const time = (count) => {
    say(`one replicate of ${GIANT} users, threads: ${count}`);
    const start = Math.min(timeRun(1000, count).wall, timeRun(1000, count).wall);
    const { wall, ...cores } = timeRun(GIANT, count);
    return { wall: wall - start, ...cores, start };
  };
  return rowsOf('giant', await inTurns(time));
}

/** @param {(text: string) => void} say */
const measure = async (say) => [...(await measureBatch(say)), ...(await measureGiant(say))];

/** Two threads against one. */
export const threads = { name: 'threads', title: 'Wall clock: what/threads', measure };

// What it costs that a batch survives a crash: the batch phase with parts that are checksummed, synced and renamed as
// they come, beside one that keeps its outcomes in memory and writes them once at the end; six-app benchmark at 10,000
// users, all cores, in turns. `share` is the time that safety adds, the median over the turns.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChunks } from '../../dist/src/experiment/run.js';
import { threadPool } from '../../dist/src/pool/threads.js';
import { encodePart } from '../../dist/src/store/part.js';
import { chunksOf, timeBatch } from '../batch.mjs';
import { cpuSeconds } from '../clock.mjs';
import { QUIET, watchCores } from '../others.mjs';
import { loadSixApp } from '../scenarios.mjs';

const USERS = 10_000;
const REPLICATES = 2000;
/** The time of one turn is off by some percent; the median of so many pairs is off by about one. */
const TURNS = 11;
const threads = availableParallelism();

/** The same worlds on the same threads; nothing is on disk before the last one is there. */
async function timeUnsafe(scenario) {
  const path = mkdtempSync(join(tmpdir(), 'batch-'));
  const pool = threadPool({ setup: { raw: scenario.raw, seed: 'bench', modules: {} }, threads });
  const watch = watchCores();
  const begin = cpuSeconds();
  try {
    const kept = [];
    const keep = ({ outcomes }) => void kept.push(...outcomes);
    await runChunks(chunksOf(scenario, { replicates: REPLICATES, threads }), pool, { keep });
    kept.sort((a, b) => a.replicate - b.replicate);
    writeFileSync(join(path, 'all'), encodePart(kept, { fingerprint: 'none', point: 'base' }));
    const cpu = cpuSeconds() - begin;
    return { cpu, ...watch(cpu) };
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {(text: string) => void} say */
async function measure(say) {
  const scenario = await loadSixApp(USERS, 0.25);
  const found = { safe: [], once: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    say(`turn ${turn + 1} of ${TURNS}: ${REPLICATES} replicates on ${threads} threads, safely and not`);
    found.safe.push(await timeBatch(scenario, { replicates: REPLICATES, threads }));
    found.once.push(await timeUnsafe(scenario));
  }
  const others = median([...found.safe, ...found.once].map((one) => one.others));
  const note =
    others > QUIET ? { disturbed: `other programs took ${others.toFixed(2)} cores meanwhile` } : {};
  const row = (id, value, unit) => ({ id: `safety/${id}`, value, unit, ...note });
  const each = (name, clock) => (median(found[name].map((one) => one[clock])) / REPLICATES) * 1e3;
  const share = (clock) => median(found.safe.map((one, k) => one[clock] / found.once[k][clock]));
  return ['wall', 'cpu'].flatMap((clock) => [
    row(`safe/${clock}`, each('safe', clock), 'ms a replicate'),
    row(`once/${clock}`, each('once', clock), 'ms a replicate'),
    row(`share/${clock}`, (share(clock) - 1) * 100, '% more'),
  ]);
}

/** Parts, checksums and syncing against one write at the end. */
export const safety = {
  name: 'safety',
  title: `Cost of safety, six-app benchmark, ${USERS} users, ${threads} threads`,
  measure,
};

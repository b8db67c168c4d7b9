// What it costs that a batch survives a crash: the batch phase with parts that are checksummed, synced and renamed as
// they come, beside one that keeps its outcomes in memory and writes them once at the end; six-app benchmark at 10,000
// users, all cores, in turns. `share` is the time that safety adds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChunks } from '../../dist/src/experiment/run.js';
import { threadPool } from '../../dist/src/pool/threads.js';
import { encodePart } from '../../dist/src/store/part.js';
import { chunksOf, timeBatch } from '../batch.mjs';
import { cpuSeconds } from '../clock.mjs';
import { better, QUIET, watchCores } from '../others.mjs';
import { loadSixApp } from '../scenarios.mjs';

const USERS = 10_000;
const REPLICATES = 2000;
const TURNS = 4;
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

/** @param {(text: string) => void} say */
async function measure(say) {
  const scenario = await loadSixApp(USERS, 0.25);
  const best = {};
  const least = { safe: Infinity, once: Infinity };
  const take = (name, found) => {
    best[name] = better(best[name], found);
    least[name] = Math.min(least[name], found.cpu);
  };
  for (let turn = 0; turn < TURNS; turn++) {
    say(`turn ${turn + 1} of ${TURNS}: ${REPLICATES} replicates on ${threads} threads, safely and not`);
    take('safe', await timeBatch(scenario, { replicates: REPLICATES, threads }));
    take('once', await timeUnsafe(scenario));
  }
  const others = Math.max(best.safe.others, best.once.others);
  const note =
    others > QUIET ? { disturbed: `other programs took ${others.toFixed(2)} cores meanwhile` } : {};
  const row = (id, value, unit) => ({ id: `safety/${id}`, value, unit, ...note });
  const each = (seconds) => (seconds / REPLICATES) * 1e3;
  return [
    ...['safe', 'once'].flatMap((name) => [
      row(`${name}/wall`, each(best[name].wall), 'ms a replicate'),
      row(`${name}/cpu`, each(least[name]), 'ms a replicate'),
    ]),
    row('share/wall', (best.safe.wall / best.once.wall - 1) * 100, '% more'),
    row('share/cpu', (least.safe / least.once - 1) * 100, '% more'),
  ];
}

/** Parts, checksums and syncing against one write at the end. */
export const safety = {
  name: 'safety',
  title: `Cost of safety, six-app benchmark, ${USERS} users, ${threads} threads`,
  measure,
};

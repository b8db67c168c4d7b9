// What a batch costs around the kernel: user-months a second of the batch phase on one thread, beside those of the
// kernel inside replicates, six-app benchmark at 10,000 users, in turns. Both by CPU time: the batch's is that of all
// threads together, so writing parts counts although it runs beside the simulation.
import { timeBatch } from '../batch.mjs';
import { bestReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';

const USERS = 10_000;
const MONTHS = 24;
const REPLICATES = 2000;
const TURNS = 2;

function row(id, seconds, replicates) {
  return { id, value: (USERS * MONTHS * replicates) / seconds / 1e6, unit: 'M user-months/s' };
}

/** @param {(text: string) => void} say */
async function measure(say) {
  const rows = [];
  for (const review of [0.25, 0.1]) {
    const scenario = await loadSixApp(USERS, review);
    let [kernel, cpu, wall] = [Infinity, Infinity, Infinity];
    for (let turn = 0; turn < TURNS; turn++) {
      say(`review ${review}, turn ${turn + 1} of ${TURNS}: ${REPLICATES} replicates on one thread`);
      kernel = Math.min(kernel, bestReplicate(scenario, 200, 'kernel').kernel);
      const batch = await timeBatch(scenario, { replicates: REPLICATES, threads: 1 });
      cpu = Math.min(cpu, batch.cpu);
      wall = Math.min(wall, batch.wall);
    }
    rows.push(row(`batch/kernel/${review}`, kernel, 1), row(`batch/cpu/${review}`, cpu, REPLICATES));
    rows.push(row(`batch/wall/${review}`, wall, REPLICATES));
  }
  return rows;
}

/** Batch phase against kernel. */
export const batch = {
  name: 'batch',
  title: `Batch phase on one thread, six-app benchmark, ${USERS} users: what/review rate`,
  measure,
};

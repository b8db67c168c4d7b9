// What a batch costs around the kernel: user-months a second of the batch phase on one thread, beside those of the
// kernel inside replicates, six-app benchmark at 10,000 users, in turns. All by CPU time: the batch's is that of all
// threads together, so writing parts counts although it runs beside the simulation. `replicate` is a whole one without
// threads and parts, `wall` the batch by the clock.
import { timeBatch } from '../batch.mjs';
import { bestReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';

const USERS = 10_000;
const MONTHS = 24;
const REPLICATES = 2000;
const TURNS = 2;

/** @param {number} seconds of one replicate */
function row(id, seconds) {
  return { id, value: (USERS * MONTHS) / seconds / 1e6, unit: 'M user-months/s' };
}

/** One review rate: least seconds of a kernel, of a replicate, of the batch. */
async function measureReview(review, say) {
  const scenario = await loadSixApp(USERS, review);
  const best = { kernel: Infinity, replicate: Infinity, cpu: Infinity, wall: Infinity };
  const least = (key, seconds) => {
    best[key] = Math.min(best[key], seconds);
  };
  for (let turn = 0; turn < TURNS; turn++) {
    say(`review ${review}, turn ${turn + 1} of ${TURNS}: ${REPLICATES} replicates on one thread`);
    least('kernel', bestReplicate(scenario, 200, 'kernel').kernel);
    least('replicate', bestReplicate(scenario, 200, 'total').total);
    const { cpu, wall } = await timeBatch(scenario, { replicates: REPLICATES, threads: 1 });
    least('cpu', cpu / REPLICATES);
    least('wall', wall / REPLICATES);
  }
  return Object.entries(best).map(([what, seconds]) => row(`batch/${what}/${review}`, seconds));
}

/** @param {(text: string) => void} say */
async function measure(say) {
  return [...(await measureReview(0.25, say)), ...(await measureReview(0.1, say))];
}

/** Batch phase against kernel. */
export const batch = {
  name: 'batch',
  title: `Batch phase on one thread, six-app benchmark, ${USERS} users: what/review rate`,
  measure,
};

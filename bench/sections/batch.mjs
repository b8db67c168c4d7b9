// What a batch costs around the kernel: user-months a second of the batch phase on one thread (`wall`, from the first
// chunk to the last part on disk), beside those of the kernel inside replicates, six-app benchmark at 10,000 users, in
// turns. `replicate` is a whole one without threads and parts; `cpu` the CPU time of all threads of the batch together,
// with what the compiler and the garbage collector do beside the simulation.
import { timeBatch } from '../batch.mjs';
import { better, QUIET } from '../others.mjs';
import { bestReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';

const USERS = 10_000;
const MONTHS = 24;
const REPLICATES = 2000;
const TURNS = 2;

/** @param {number} seconds of one replicate @param {number} others cores that other programs had meanwhile */
function row(id, seconds, others = 0) {
  const disturbed = others > QUIET ? `other programs took ${others.toFixed(2)} cores meanwhile` : undefined;
  const value = (USERS * MONTHS) / seconds / 1e6;
  return { id, value, unit: 'M user-months/s', ...(disturbed ? { disturbed } : {}) };
}

/** One review rate: least seconds of a kernel, of a replicate, of the batch. */
async function measureReview(review, say) {
  const scenario = await loadSixApp(USERS, review);
  const best = { kernel: Infinity, replicate: Infinity, cpu: Infinity };
  let fastest;
  const least = (key, seconds) => {
    best[key] = Math.min(best[key], seconds);
  };
  for (let turn = 0; turn < TURNS; turn++) {
    say(`review ${review}, turn ${turn + 1} of ${TURNS}: ${REPLICATES} replicates on one thread`);
    least('kernel', bestReplicate(scenario, 200, 'kernel').kernel);
    least('replicate', bestReplicate(scenario, 200, 'total').total);
    const now = await timeBatch(scenario, { replicates: REPLICATES, threads: 1 });
    least('cpu', now.cpu / REPLICATES);
    fastest = better(fastest, now);
  }
  const rows = Object.entries(best).map(([what, seconds]) => row(`batch/${what}/${review}`, seconds));
  return [...rows, row(`batch/wall/${review}`, fastest.wall / REPLICATES, fastest.others)];
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

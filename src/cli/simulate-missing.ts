/** Simulates the worlds that a run folder lacks, tells what they cost, and stops if that is too much. */
import { middleOf } from '../experiment/inputs.js';
import type { Chunk } from '../experiment/job.js';
import { SINGLES, withOpening } from '../experiment/opening.js';
import { chunkLength, planChunks, type Wanted } from '../experiment/plan.js';
import { folderPrice, type Price, shardPrice } from '../experiment/price.js';
import { type Progress, type RunEnd, runOpen } from '../experiment/run.js';
import { worldsOfShard } from '../experiment/shards.js';
import type { RunFolder } from '../store/folder.js';
import { worldBytes } from '../store/part.js';
import { UsageError } from './exits.js';
import { longestPart, poolFor, shareThreads, userMonths } from './open-run.js';
import { memoryNeed, type PriceWatch, refuseTooLarge, refuseTooLong, watchPrice } from './price.js';
import { showProgress } from './progress.js';
import type { Job, Simulated } from './run-results.js';
import { sayUnless } from './say.js';
import type { StopSignals } from './stop-signals.js';

/**
 * A crash costs the worlds in hand and this much of those that have ended, ms. Keeping a part safely takes some 5 ms beside
 * the threads, so one every two seconds is a quarter of a percent.
 */
const KEEP_WITHIN = 2000;

/** What is to be simulated, and where it goes. */
export interface Batch {
  readonly job: Job;
  readonly folder: RunFolder;
  readonly stop: StopSignals;
  /** Is told of every world that ends. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Worlds that a job is to have in its folder. */
export function wantedOf({ points, replicates, share }: Job): readonly Wanted[] {
  if (share) return worldsOfShard({ points, replicates: replicates.length }, share);
  return points.map((point) => ({ point, replicates }));
}

/** Those of them that the folder lacks. */
export function missingOf(job: Job, folder: RunFolder): Wanted[] {
  return wantedOf(job).map(({ point, replicates }) => ({
    point,
    replicates: replicates.filter((replicate) => !folder.has(point, replicate)),
  }));
}

/** Simulates worlds, any number of times, on threads that stay. */
export interface Simulation {
  /** @param after worlds that are likely to follow in further calls @throws UsageError if the price is too high */
  run(job: Job, after?: number): Promise<RunEnd>;
  /** Ends threads and progress. */
  end(): Promise<void>;
}

/** Worlds in all. */
export function sizeOf(wanted: readonly Wanted[]): number {
  return wanted.reduce((sum, { replicates }) => sum + replicates.length, 0);
}

/** What worlds cost besides being simulated: the results of all that the folder will hold; a shard writes none. */
function besidesOf(
  { run, share }: Job,
  at: { readonly worlds: number; readonly there: number; readonly worldBytes: number },
): Price {
  const { worlds, there, worldBytes } = at;
  if (share) return shardPrice({ worlds, worldBytes });
  const firms = Object.keys(run.scenario.firms).length;
  const whole = folderPrice({ worlds: worlds + there, firms, worldBytes });
  return { ...whole, diskBytes: folderPrice({ worlds, firms, worldBytes }).diskBytes };
}

/** @param pieces into which the worlds are cut at most @throws UsageError if a world is too large for the memory */
export function openSimulation({ job, folder, stop, onProgress }: Batch, pieces: number): Simulation {
  const { scenario, threads } = job.run;
  const pool = poolFor(job.run, pieces, job.patienceMs);
  const need = memoryNeed(scenario, shareThreads(scenario, threads, pieces));
  refuseTooLarge(need, job.force);
  const total = sizeOf(missingOf(job, folder));
  const there = sizeOf(wantedOf(job)) - total;
  const progress = showProgress({ quiet: job.quiet, userMonths: userMonths(scenario), total });
  const refused = new AbortController();
  const at = { done: 0, failed: 0, total: 0 };
  let [bytes, reason] = [0, ''];
  let price: PriceWatch | undefined;
  const watch = () =>
    watchPrice({
      ...{ force: job.force, width: pool.width, folder: folder.path, say: progress.say },
      besides: (worlds) => besidesOf(job, { worlds, there, worldBytes: bytes }),
      refuse(why) {
        reason = why;
        refused.abort();
      },
    });
  return {
    async run(own, after = 0) {
      const missing = missingOf(own, folder);
      const size = sizeOf(missing);
      refuseTooLong({ worlds: size, ...need, months: middleOf(scenario.months) }, job.force);
      at.total = at.done + size + after;
      price ??= watch();
      const chunks: Chunk[] = planChunks(missing, chunkLength(size, threads, longestPart(scenario)));
      const before = { done: at.done, failed: at.failed };
      const end = await runOpen(withOpening(chunks, SINGLES * pool.width), pool, {
        async keep(result) {
          bytes = worldBytes(result.outcomes[0]);
          await folder.keep(result);
        },
        soon: { ms: KEEP_WITHIN, now: () => performance.now() },
        onProgress({ done, failed }) {
          at.done = before.done + done;
          at.failed = before.failed + failed;
          price?.ended(at);
          progress.update(at);
          onProgress?.(at);
        },
        signal: AbortSignal.any([stop.signal, refused.signal]),
        maxFailures: own.maxFailures - before.failed,
      });
      if (reason !== '' && !stop.signal.aborted) throw new UsageError(reason);
      return end;
    },
    async end() {
      progress.stop();
      await pool.close();
    },
  };
}

/** Says what was in the folder before; returns the number of those worlds. */
export function tellReused({ job, folder }: Batch): number {
  const size = sizeOf(missingOf(job, folder));
  const wanted = sizeOf(wantedOf(job));
  const say = sayUnless(job.quiet);
  if (size < wanted) say(`${wanted - size} of ${wanted} worlds are in ${folder.path} already`);
  if (folder.damaged.length > 0) say(`damaged parts, simulated again: ${folder.damaged.join(', ')}`);
  return wanted - size;
}

/** Simulates all worlds that are asked for and missing. @throws UsageError if the price is too high */
export async function simulateMissing(batch: Batch): Promise<Simulated> {
  const { job, folder, stop } = batch;
  const reused = tellReused(batch);
  const missing = missingOf(job, folder);
  const length = chunkLength(sizeOf(missing), job.run.threads, longestPart(job.run.scenario));
  const chunks = planChunks(missing, length).length;
  const simulation = openSimulation(batch, chunks);
  try {
    const end = await simulation.run(job);
    return { ...end, reused, replicates: job.replicates, stopCode: stop.code() };
  } finally {
    await simulation.end();
  }
}

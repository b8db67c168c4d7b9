/**
 * Tells what a batch costs, and stops one that is beyond the machine: memory that must be there is known before the first
 * world, the rest from the first worlds, which are part of the batch.
 */
import type { Scenario } from '../../sim/index.js';
import { middleOf } from '../experiment/inputs.js';
import { watchOpening } from '../experiment/opening.js';
import {
  beyond,
  leastSeconds,
  limitsOf,
  type MemoryNeed,
  memoryBefore,
  type Price,
  worldSeconds,
} from '../experiment/price.js';
import { freeDisk, memoryLimit } from '../pool/machine.js';
import { UsageError } from './exits.js';

/** Seconds as `4.2 s`, `3 min 10 s`, `5 h 20 min`, `12 days`. */
function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.round(minutes / 1440)} days`;
}

/** Bytes as `420 MB`, `1.2 GB`. */
function bytesText(bytes: number): string {
  if (bytes >= 999.5e6) return `${(bytes / 1e9).toFixed(bytes < 99.5e9 ? 1 : 0)} GB`;
  return `${Math.ceil(bytes / 1e6)} MB`;
}

/** `about 3 min 10 s, 420 MB of memory, 1.2 GB of disk`. */
export function priceText({ seconds, memoryBytes, diskBytes }: Price): string {
  return `about ${durationText(seconds)}, ${bytesText(memoryBytes)} of memory, ${bytesText(diskBytes)} of disk`;
}

const ADVICE: Readonly<Record<keyof Price, (limit: number) => string>> = {
  seconds: () => 'more than a day',
  memoryBytes: (limit) => `more than the ${bytesText(limit)} of memory that may be used here`,
  diskBytes: (limit) => `more than the ${bytesText(limit)} of disk that are free`,
};

function refusal(price: Price, limits: Price): string | undefined {
  const dear = beyond(price, limits).map((key) => ADVICE[key](limits[key]));
  if (dear.length === 0) return undefined;
  return `too much for this machine: ${priceText(price)}; that is ${dear.join(' and ')}. Fewer worlds, --agents or --threads cost less; --force tries it`;
}

/** What worlds of a scenario need. @param share as `shareThreads` shares them */
export function memoryNeed(
  { population, agents, firms }: Scenario,
  share: { readonly threads: number; readonly worlds: number },
): MemoryNeed {
  return {
    threads: share.threads,
    atATime: share.worlds,
    // cohorts take what their types take, whatever the number of users
    users: population.engine === 'cohorts' ? 0 : middleOf(agents),
    firms: Object.keys(firms).length,
  };
}

/** Refuses a batch whose worlds do not fit into the memory. @throws UsageError */
export function refuseTooLarge(need: MemoryNeed, force: boolean): void {
  const needed = memoryBefore(need);
  const { memoryBytes } = limitsOf({ memoryBytes: memoryLimit(), diskBytes: 0 });
  if (force || needed <= memoryBytes) return;
  throw new UsageError(
    `too much for this machine: at least ${bytesText(needed)} of memory, ${ADVICE.memoryBytes(memoryBytes)}. Fewer --agents or --threads cost less; --force tries it`,
  );
}

/** Refuses a batch that would take more than a day on any machine, before its first world. @throws UsageError */
export function refuseTooLong(batch: Parameters<typeof leastSeconds>[0], force: boolean): void {
  const seconds = leastSeconds(batch);
  if (force || seconds <= limitsOf({ memoryBytes: 0, diskBytes: 0 }).seconds) return;
  throw new UsageError(
    `too much for any machine: at least ${durationText(seconds)}, more than a day. Fewer worlds or --agents cost less; --force tries it`,
  );
}

export interface PriceOptions {
  readonly force: boolean;
  /** Worlds that are lived at a time. */
  readonly width: number;
  readonly folder: string;
  /** What `worlds` worlds cost besides being simulated. */
  besides(worlds: number): Price;
  /** Shows a line. */
  say(text: string): void;
  /** Is given the reason why the batch must not go on. */
  refuse(reason: string): void;
}

export interface PriceWatch {
  /** A world has ended. @param at worlds by now, and likely in all */
  ended(at: { readonly done: number; readonly total: number }): void;
}

/** A price is told again when there will be so many times more worlds than it was told for. */
const AGAIN = 1.5;

/** Tells the price from the first worlds, and again if many more turn out to be needed. */
export function watchPrice({ force, width, folder, besides, say, refuse }: PriceOptions): PriceWatch {
  // counts from the start of the program, which belongs to the price
  const now = () => performance.now();
  const opening = watchOpening(width, now);
  let [each, told] = [Number.NaN, 0];
  return {
    ended({ done, total }) {
      const ends = opening.ended();
      if (ends) each = worldSeconds(ends, width);
      if (Number.isNaN(each) || done >= total || total < AGAIN * told) return;
      told = total;
      const more = besides(total);
      const price = {
        seconds: now() / 1000 + (total - done) * each + more.seconds,
        memoryBytes: process.memoryUsage.rss() + more.memoryBytes,
        diskBytes: more.diskBytes,
      };
      const limits = limitsOf({ memoryBytes: memoryLimit(), diskBytes: freeDisk(folder) });
      const reason = force ? undefined : refusal(price, limits);
      // the refusal names the price
      if (reason === undefined) say(priceText(price));
      else refuse(reason);
    },
  };
}

/**
 * Exact quantiles of more numbers than are to be kept: selection in several passes over the same numbers (Munro &
 * Paterson 1980, Theoretical Computer Science 12, 315-323), by digits of the 64-bit key of a double. A pass counts the
 * next digit of the numbers that share the digits found so far with a wanted rank; once few enough do, they are kept and
 * sorted. Usually three or four passes, at most one more than 64 / bits. Sketches (t-digest, GK) take one pass, but their
 * answers are approximate and depend on the order of the numbers.
 */
import type { Sample } from './sample.js';

/** Numbers that share a prefix are kept if there are at most this many. */
const FEW = 1024;

/** A bucket of numbers whose keys begin with the same digits, and the ranks that are looked for in it. */
interface Bucket {
  /** The two halves of the keys, zero behind the digits that are known. */
  readonly high: number;
  readonly low: number;
  /** Ranks over all numbers, from 0, ascending. */
  readonly ranks: readonly number[];
  /** How many numbers lie below the bucket. */
  readonly below: number;
  /** By digit, while they are counted. */
  readonly counts?: Uint32Array;
  /** The numbers, once they are few. */
  readonly kept?: number[];
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The `count` highest bits of 32. */
function mask(count: number): number {
  return count <= 0 ? 0 : count >= 32 ? 0xffffffff : (0xffffffff << (32 - count)) >>> 0;
}

/** Bits `from` to `end` of a key, counted from the highest. */
function digitOf(high: number, low: number, [from, end]: readonly [number, number]): number {
  if (end <= 32) return ((high & mask(end)) << from) >>> (32 - end + from);
  if (from >= 32) return ((low & mask(end - 32)) << (from - 32)) >>> (64 - end + (from - 32));
  const upper = (high << from) >>> from;
  return upper * 2 ** (end - 32) + (low >>> (64 - end));
}

/** The key whose only digit is this one. */
function keyOf(digit: number, [, end]: readonly [number, number]): { high: number; low: number } {
  if (end <= 32) return { high: (digit << (32 - end)) >>> 0, low: 0 };
  const shift = 64 - end;
  const low = ((digit % 2 ** (32 - shift)) * 2 ** shift) >>> 0;
  return { high: Math.floor(digit / 2 ** (32 - shift)), low };
}

/** The double of a key: negative numbers have all bits turned, the others their sign. */
function numberOf(high: number, low: number): number {
  const isNegative = high >>> 31 === 0;
  halves[HIGH] = isNegative ? ~high : high ^ 0x80000000;
  halves[1 - HIGH] = isNegative ? ~low : low;
  return double[0];
}

/** Ranks around the R-7 quantiles of n numbers (quantile.ts). */
function ranksOf(probabilities: readonly number[], n: number): number[] {
  const around = probabilities.flatMap((p) => {
    const h = (n - 1) * p;
    return [Math.floor(h), Math.min(n - 1, Math.floor(h) + 1)];
  });
  return [...new Set(around)].sort((a, b) => a - b);
}

/** The narrower buckets that hold the ranks of a counted one. */
function narrowed(bucket: Bucket, counts: Uint32Array, place: readonly [number, number]): Bucket[] {
  let below = bucket.below;
  const found: Bucket[] = [];
  for (let digit = 0; digit < counts.length; digit++) {
    const [start, end] = [below, below + counts[digit]];
    below = end;
    const ranks = bucket.ranks.filter((rank) => rank >= start && rank < end);
    if (ranks.length === 0) continue;
    const key = keyOf(digit, place);
    const own = { high: (bucket.high | key.high) >>> 0, low: (bucket.low | key.low) >>> 0 };
    const kind = end - start <= FEW ? { kept: [] } : { counts: new Uint32Array(counts.length) };
    found.push({ ...own, ranks, below: start, ...kind });
  }
  return found;
}

/**
 * @param probabilities that will be asked for, 0 to 1
 * @param bits of a digit, 4 to 16: a bucket takes 4 x 2^bits bytes, and there are two for each probability at most
 */
export function countedSample(probabilities: readonly number[], bits = 12): Sample {
  const found = new Map<number, number>();
  const all = { high: 0, low: 0, ranks: [], below: 0, counts: new Uint32Array(2 ** bits) };
  let buckets: Bucket[] = [all];
  let place: readonly [number, number] = [0, bits];
  let n = 0;
  let sum = 0;
  let [maskHigh, maskLow] = [0, 0];
  const tell = ({ ranks, high, low }: Bucket) => {
    for (const rank of ranks) found.set(rank, numberOf(high, low));
  };
  const settle = (bucket: Bucket): Bucket[] => {
    const { ranks, below, kept, counts } = bucket;
    if (counts) return narrowed(bucket, counts, place);
    const sorted = Float64Array.from(kept ?? []).sort();
    for (const rank of ranks) found.set(rank, sorted[rank - below]);
    return [];
  };
  return {
    put(value) {
      if (Number.isNaN(value)) return;
      if (place[0] === 0) {
        n++;
        sum += value;
      }
      double[0] = value;
      const turn = halves[HIGH] >>> 31 === 1 ? 0xffffffff : 0;
      const high = (halves[HIGH] ^ (turn | 0x80000000)) >>> 0;
      const low = (halves[1 - HIGH] ^ turn) >>> 0;
      for (const bucket of buckets) {
        if ((high & maskHigh) >>> 0 !== bucket.high || (low & maskLow) >>> 0 !== bucket.low) continue;
        if (bucket.counts) bucket.counts[digitOf(high, low, place)]++;
        else bucket.kept?.push(value);
        return;
      }
    },
    endPass() {
      if (place[0] === 0) buckets = n === 0 ? [] : [{ ...all, ranks: ranksOf(probabilities, n) }];
      buckets = buckets.flatMap(settle);
      const [, end] = place;
      place = [end, Math.min(64, end + bits)];
      [maskHigh, maskLow] = [mask(end), mask(end - 32)];
      // once all bits are known, the numbers of a bucket are the same one
      if (end === 64) for (const bucket of buckets.splice(0)) tell(bucket);
      return buckets.length > 0;
    },
    count: () => n,
    mean: () => sum / n,
    quantile(p) {
      if (n === 0) return Number.NaN;
      const h = (n - 1) * p;
      const below = Math.floor(h);
      const low = found.get(below) as number;
      if (below + 1 >= n || h === below) return low;
      const high = found.get(below + 1) as number;
      return !Number.isFinite(low) && high === low ? low : low + (h - below) * (high - low);
    },
  };
}

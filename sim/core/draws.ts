/**
 * Addressed draws: a random number has an address (seed, replicate, stream, branch, month, entity, draw), not
 * a turn. Two plans meet the same luck, any replicate runs alone, and threads change nothing.
 *
 * A draw is a hash of the entity under a three-word key; the mixer is `triple32` (Wellons 2018, bias .02)
 * with the key words added before and between the multiplications. It costs 4 multiplications; a counter-based
 * cipher such as Philox (Salmon et al. 2011) would cost five times that for no visible gain here.
 */
import seedrandom from 'seedrandom';

/** From month `from` on (at least 1), draws belong to branch `branch` (0 = factual, at most 2^20 - 1). */
export interface Fork {
  readonly branch: number;
  readonly from: number;
}

/** Where all draws of one world come from. */
export interface Luck {
  /** Four words made of the seed string. */
  readonly seed: Int32Array;
  readonly replicate: number;
  /** Ascending by `from`; a month belongs to the branch of the last fork that is not after it. */
  readonly forks: readonly Fork[];
}

/** Three words that name a set of draws; the entity picks one of them. */
export type Key = readonly [number, number, number];

/** Turns any seed string (also `0` and the empty one) into the four words of the key. */
export function seedWords(seed: string): Int32Array {
  const random = seedrandom(`afterburn/1/${seed}`);
  return Int32Array.from({ length: 4 }, () => random.int32());
}

/** The last seed and its words: a batch asks for the same ones in every replicate. */
let last: { readonly seed: string; readonly words: Int32Array } | undefined;

/** The branch word has this many values: the month takes the other 12 bits. */
const BRANCHES = 0x100000;

/** What is drawn once, before month 1, is of no branch; two forks in one month would hide each other. */
function refuseIllegal(forks: readonly Fork[]): void {
  forks.forEach(({ branch, from }, k) => {
    const isLegal =
      Number.isInteger(from) && from > (k > 0 ? forks[k - 1].from : 0) && branch >= 0 && branch < BRANCHES;
    if (!isLegal || !Number.isInteger(branch))
      throw new RangeError(
        `makeLuck: expected forks from month 1 on, ascending, branches 0 to 2^20 - 1, got ${JSON.stringify(forks)}`,
      );
  });
}

/**
 * The luck of one replicate; without forks the factual one.
 * @throws RangeError if the forks do not ascend, begin before month 1, or have no legal branch
 */
export function makeLuck(seed: string, replicate: number, forks: readonly Fork[] = []): Luck {
  refuseIllegal(forks);
  if (last?.seed !== seed) last = { seed, words: seedWords(seed) };
  return { seed: last.words, replicate, forks };
}

/** The branch word of a month. */
function branchOf(forks: readonly Fork[], month: number): number {
  for (let k = forks.length - 1; k >= 0; k--) if (month >= forks[k].from) return forks[k].branch;
  return 0;
}

/** 32 random bits for an entity (any 32-bit integer) under a key. */
export function word(entity: number, k0: number, k1: number, k2: number): number {
  let x = (entity + k0) | 0;
  x ^= x >>> 17;
  x = (Math.imul(x, 0xed5ad4bb) + k1) | 0;
  x ^= x >>> 11;
  x = (Math.imul(x, 0xac4c1b51) + k2) | 0;
  x ^= x >>> 15;
  x = Math.imul(x, 0x31848bab);
  return x ^ (x >>> 14);
}

/**
 * Key of a stream in a month (0 = before the first). The chain is a bijection step by step, so two different
 * addresses have different triples before the last mix.
 */
export function keyOf(luck: Luck, stream: number, month: number): Key {
  const { seed } = luck;
  const s0 = seed[0];
  const s1 = seed[1];
  const s2 = seed[2];
  const s3 = seed[3];
  const branch = branchOf(luck.forks, month);
  const a = word(luck.replicate, s0, s1, s2);
  const b = word((month | (branch << 12)) ^ a, s3, s0, s2);
  const c = word(stream ^ b, s1, s3, s0);
  return [word(1, a, b, c), word(2, b, c, a), word(3, c, a, b)];
}

/** 23-bit uniform in [0, 1), exact in single precision. */
export function unit23(bits: number): number {
  return (bits >>> 9) * 1.1920928955078125e-7;
}

/** 53-bit uniform in (0, 1) of an entity (any 32-bit integer) and the `draw`-th number it needs (below 2^31). */
export function uniform(key: Key, entity: number, draw = 0): number {
  const own = word(entity, key[0], key[1], key[2]);
  const high = word(2 * draw, own, key[1], key[2]) >>> 5;
  const low = word(2 * draw + 1, own, key[2], key[0]) >>> 6;
  return (high * 67108864 + low + 0.5) * 1.1102230246251565e-16;
}

/**
 * Quick checks of addressed draws, without other programs: each gives standard scores that are about N(0, 1) for
 * random words. |z| < 5 has a false alarm of 6e-7 a score. They see less than dieharder of a long stream, and more of
 * what only an address has: a changed bit of it, and streams that are pieces of each other.
 */
const MANY = 1 << 20;

/** Standard score of a chi-squared statistic (Wilson and Hilferty 1931). */
function scoreOf(statistic, freedom) {
  const v = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - 1 + v) / Math.sqrt(v);
}

/** Score of counts that should be equal. */
function evenness(counts, total) {
  const mean = total / counts.length;
  let sum = 0;
  for (const n of counts) sum += (n - mean) ** 2 / mean;
  return scoreOf(sum, counts.length - 1);
}

/** Score of independent counts that should each be half of the cases. */
function halves(counts, cases) {
  let sum = 0;
  for (const n of counts) sum += (n - cases / 2) ** 2 / (cases / 4);
  return scoreOf(sum, counts.length);
}

/** The four bytes of 2^18 words: chi-squared of 256 values each. */
export function bytes(reader) {
  const counts = Array.from({ length: 4 }, () => new Int32Array(256));
  for (let n = 0; n < MANY >> 2; n++) {
    const bits = reader(n);
    for (let b = 0; b < 4; b++) counts[b][(bits >>> (8 * b)) & 255]++;
  }
  return counts.map((count) => evenness(count, MANY >> 2));
}

/** Serial test (Knuth, TAOCP 2, 3.3.2 B): 2^19 pairs of successive high bytes, and of successive low bytes. */
export function pairs(reader) {
  const high = new Int32Array(65536);
  const low = new Int32Array(65536);
  for (let n = 0; n < MANY; n += 2) {
    const one = reader(n);
    const two = reader(n + 1);
    high[((one >>> 24) << 8) | (two >>> 24)]++;
    low[((one & 255) << 8) | (two & 255)]++;
  }
  return [evenness(high, MANY / 2), evenness(low, MANY / 2)];
}

/**
 * Birthday spacings (Marsaglia 1985; Knuth, 3.3.2 J): 64 times 4,096 words as days of a year of 2^32. Equal spacings
 * are Poisson with mean 4,096^3 / (4 x 2^32) = 4 each, so 256 in all.
 */
export function spacings(reader) {
  const days = new Uint32Array(4096);
  const gaps = new Uint32Array(4095);
  let equal = 0;
  for (let year = 0; year < 64; year++) {
    for (let i = 0; i < 4096; i++) days[i] = reader(year * 4096 + i);
    days.sort();
    for (let i = 0; i < 4095; i++) gaps[i] = days[i + 1] - days[i];
    gaps.sort();
    for (let i = 1; i < 4095; i++) if (gaps[i] === gaps[i - 1]) equal++;
  }
  return [(equal - 256) / 16];
}

/** Counts how often each changed bit of `part` changes each bit of the word, over `cases` addresses. */
function changes(draw, { part, width, cases }) {
  const counts = new Int32Array(width * 32);
  for (let i = 0; i < cases; i++) {
    // Entities in leaps of the golden ratio: no pair that differs in one bit is met twice.
    const address = {
      entity: Math.imul(i, 0x9e3779b9),
      replicate: i & 63,
      branch: 0,
      stream: 1 + (i % 21),
      month: 1 + (i % 24),
    };
    const before = draw(address);
    for (let bit = 0; bit < width; bit++) {
      address[part] ^= 1 << bit;
      const changed = before ^ draw(address);
      address[part] ^= 1 << bit;
      for (let out = 0; out < 32; out++) counts[bit * 32 + out] += (changed >>> out) & 1;
    }
  }
  return counts;
}

/**
 * Strict avalanche (Webster and Tavares 1985): each changed bit of an address changes each bit of the word in half of
 * the cases. One score for each part of the address: the entity under one key, the others through the key.
 */
export function avalanche({ makeLuck, keyOf, word, STREAM }) {
  const seed = makeLuck('avalanche', 0);
  const key = keyOf(seed, STREAM.choice, 1);
  const underKey = ({ entity }) => word(entity, key[0], key[1], key[2]);
  const byAddress = ({ entity, replicate, branch, stream, month }) => {
    const [k0, k1, k2] = keyOf({ ...seed, replicate, forks: [{ branch, from: 0 }] }, stream, month);
    return word(entity, k0, k1, k2);
  };
  const score = (draw, part, [width, cases]) => halves(changes(draw, { part, width, cases }), cases);
  return [
    score(underKey, 'entity', [32, 1 << 18]),
    score(byAddress, 'replicate', [20, 8192]),
    score(byAddress, 'month', [9, 8192]),
    score(byAddress, 'stream', [5, 8192]),
    score(byAddress, 'branch', [8, 8192]),
  ];
}

/**
 * How often two successive users of one replicate have the words of two successive users of another, among 4,096
 * users of 4,096 replicates, where the first word ends in eight zeros. For random words 65,536^2 / 2 pairs would agree
 * in the 53 bits compared: 2e-7 in all, so any is a fault. Keys of 32 bits that only shift the entity give 16 common
 * stretches of 2,048 users on average, of which one in 256 is looked at: 128 (none at all: 1e-7).
 */
export function overlaps({ makeLuck, keyOf, word, STREAM }) {
  const seed = makeLuck('overlaps', 0);
  const seen = new Set();
  let twice = 0;
  for (let replicate = 0; replicate < 4096; replicate++) {
    const [k0, k1, k2] = keyOf({ ...seed, replicate }, STREAM.choice, 1);
    for (let user = 0; user < 4096; user++) {
      const bits = word(user, k0, k1, k2);
      if (bits & 255) continue;
      const pair = (bits >>> 8) * 4294967296 + (word(user + 1, k0, k1, k2) >>> 0);
      if (seen.has(pair)) twice++;
      seen.add(pair);
    }
  }
  return twice;
}

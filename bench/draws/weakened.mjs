/**
 * Weakened copies of the addressed draws: a battery that passes them all says nothing. Each has one fault that a hash
 * like ours could have, the order in which it shows, and whether dieharder can see it (`seen`); what dieharder cannot
 * see, the checks of `checks.mjs` do.
 */

/** The branch of a month: that of the last fork that is not after it. */
const branchOf = ({ forks }, month) => forks.findLast(({ from }) => from <= month)?.branch ?? 0;

/** Key of a stream in a month: the chain of `sim/core/draws.ts` with any `word`. */
export function chainOf(word) {
  return (luck, stream, month) => {
    const [s0, s1, s2, s3] = luck.seed;
    const branch = branchOf(luck, month);
    const a = word(luck.replicate, s0, s1, s2);
    const b = word((month | (branch << 12)) ^ a, s3, s0, s2);
    const c = word(stream ^ b, s1, s3, s0);
    return [word(1, a, b, c), word(2, b, c, a), word(3, c, a, b)];
  };
}

/** 53-bit uniform: that of `sim/core/draws.ts` with any `word`. */
export function uniformOf(word) {
  return (key, entity, draw = 0) => {
    const own = word(entity, key[0], key[1], key[2]);
    const high = word(2 * draw, own, key[1], key[2]) >>> 5;
    const low = word(2 * draw + 1, own, key[2], key[0]) >>> 6;
    return (high * 67108864 + low + 0.5) * 1.1102230246251565e-16;
  };
}

/** `rounds` of the three rounds of `word`, with the key words in their places. */
function shortened(rounds) {
  return (entity, k0, k1, k2) => {
    let x = (entity + k0) | 0;
    x ^= x >>> 17;
    x = (Math.imul(x, 0xed5ad4bb) + k1) | 0;
    x ^= x >>> 11;
    if (rounds === 1) return (x + k2) | 0;
    x = (Math.imul(x, 0xac4c1b51) + k2) | 0;
    return x ^ (x >>> 15);
  };
}

/** The chain as it is, so that only the way of a key into a word is weak. */
const withWord = (draws, word) => ({ ...draws, word, uniform: uniformOf(word) });

/** Words of the address added to the seed, not mixed into it. */
const sums = (luck, stream, month) => [
  (luck.seed[0] + luck.replicate) | 0,
  (luck.seed[1] + (month | (branchOf(luck, month) << 12))) | 0,
  (luck.seed[2] + stream) | 0,
];

/** Every weakened copy: `make` takes the exports of `sim/core/draws.ts` and gives such exports. */
export const weakened = [
  {
    name: 'one round',
    about: 'two of the three rounds left out',
    order: 'users',
    seen: true,
    make: (draws) => ({ ...withWord(draws, shortened(1)), keyOf: chainOf(shortened(1)) }),
  },
  {
    name: 'key at the end',
    about: 'all rounds, the key words added to their result',
    order: 'months',
    seen: true,
    make: (draws) =>
      withWord(draws, (entity, k0, k1, k2) => (draws.word(entity, 0, 0, 0) + k0 + k1 + k2) | 0),
  },
  {
    name: 'address as key',
    about: 'replicate, month and stream added to the seed instead of hashed: replicates are shifted copies',
    order: 'replicates',
    seen: true,
    make: (draws) => ({ ...draws, keyOf: sums }),
  },
  {
    name: 'two rounds',
    about: 'the last round left out',
    order: 'users',
    seen: false,
    make: (draws) => ({ ...withWord(draws, shortened(2)), keyOf: chainOf(shortened(2)) }),
  },
  {
    name: 'key in front',
    about: 'a key of 32 bits added to the entity, all rounds after it: all streams are pieces of one',
    order: 'replicates',
    seen: false,
    make: (draws) => withWord(draws, (entity, k0) => draws.word(entity, k0, 0, 0)),
  },
];

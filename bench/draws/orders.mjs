/**
 * The orders in which the battery and the tests read addressed draws. A draw has an address and no turn, so any walk
 * through the addresses is a generator of its own and has to look random: above all the walks along one word of the
 * address, in which only a counter changes. An order makes a reader `(n) => 32 bits` for n from 0 below 2^31.
 *
 * `draws` is the module under test: the exports of `sim/core/draws.ts` and `STREAM`, or a weakened copy. `part` names
 * the seed, so that each test reads words no other has read.
 */
const MONTHS = 24;
const REPLICATES = 1000;
const SEEDS = 1000;
const BRANCHES = 64;
/** Users under one key before the next month begins. */
const USERS = 1 << 20;

const range = (count, from = 0) => Array.from({ length: count }, (_, i) => from + i);

/** The luck of a part, replicate 0. */
const luckOf = ({ makeLuck }, part) => makeLuck(`part ${part}`, 0);

/** Walks through `keys` fastest, one word of the same entity under each. */
function acrossKeys({ word }, keys) {
  const flat = Int32Array.from(keys.flat());
  const count = keys.length;
  return (n) => {
    const k = 3 * (n % count);
    return word((n / count) | 0, flat[k], flat[k + 1], flat[k + 2]);
  };
}

/** Walks through entities under one key, then through months, then through replicates. */
function underKey(draws, part, { stream, place, entities = USERS }) {
  const luck = luckOf(draws, part);
  let at = -1;
  let key = [0, 0, 0];
  return (n) => {
    const turn = (n / entities) | 0;
    if (turn !== at) {
      at = turn;
      key = draws.keyOf({ ...luck, replicate: (turn / MONTHS) | 0 }, stream, 1 + (turn % MONTHS));
    }
    return draws.word(place(n % entities), key[0], key[1], key[2]);
  };
}

/** Bytes of the sift: those of a user in four successive months make a word. */
function siftBytes(draws, part) {
  const { keyOf, word, STREAM } = draws;
  const luck = luckOf(draws, part);
  const keys = range(MONTHS, 1).map((month) => keyOf(luck, STREAM.sift, month));
  const byte = (user, [k0, k1, k2]) => (word(user >> 2, k0, k1, k2) >>> (8 * (user & 3))) & 255;
  return (n) => {
    const user = (n / 6) | 0;
    const month = 4 * (n % 6);
    let bits = 0;
    for (let m = month; m < month + 4; m++) bits = (bits << 8) | byte(user, keys[m]);
    return bits;
  };
}

/** Verdicts: her byte of the sift, below it the 23 bits of the kernel's uniform and one more. */
function verdicts(draws, part) {
  const { keyOf, word, STREAM } = draws;
  const luck = luckOf(draws, part);
  const sift = keyOf(luck, STREAM.sift, 1);
  const rest = keyOf(luck, STREAM.verdict, 1);
  return (user) => {
    const byte = word(user >> 2, sift[0], sift[1], sift[2]) >>> (8 * (user & 3));
    return (byte << 24) | (word(user, rest[0], rest[1], rest[2]) >>> 8);
  };
}

/** The 32 high bits of `uniform`: four numbers of one entity, then the next. */
function uniforms(draws, part) {
  const key = draws.keyOf(luckOf(draws, part), draws.STREAM.start, 0);
  return (n) => (draws.uniform(key, n >> 2, n & 3) * 4294967296) | 0;
}

/** An order in which users stand under one key; `place` is the entity of the i-th word under it. */
const users = (name, about, walk) => ({
  name,
  about,
  reader: (d, part) => underKey(d, part, walk(d.STREAM)),
});

/** An order in which neighbouring keys follow each other, then the next user. */
const neighbours = (name, about, keysOf) => ({
  name,
  about: `${about} of a user, then the next user`,
  reader: (d, part) => acrossKeys(d, keysOf(d, luckOf(d, part), part)),
});

/** Every order: what is walked through fastest, then next, then last. */
export const orders = [
  users('users', '2^20 users under one key, then the next month', ({ choice }) => ({
    stream: choice,
    place: (i) => i,
  })),
  users(
    'lanes',
    'users 16 apart: one lane of each block of a chunk of 1,024, then the next lane',
    ({ choice }) => ({
      stream: choice,
      place: (i) => (i & ~1023) | ((i & 63) << 4) | ((i >> 6) & 15),
    }),
  ),
  users('strides', 'entities 4,096 apart under one key: only high bits change', ({ choice }) => ({
    stream: choice,
    place: (i) => i << 12,
  })),
  users(
    'sets',
    'words of the consideration set: pairs of apps 0 to 7, then users (entity = user x 16 + pair)',
    ({ consider }) => ({ stream: consider, place: (i) => ((i >> 3) << 4) | (i & 7) }),
  ),
  users('firms', 'six firms, then 24 months, then replicates: a new key every six words', ({ shock }) => ({
    stream: shock,
    place: (i) => i,
    entities: 6,
  })),
  neighbours('months', '24 months', ({ keyOf, STREAM }, luck) =>
    range(MONTHS, 1).map((month) => keyOf(luck, STREAM.choice, month)),
  ),
  neighbours('replicates', '1,000 replicates', ({ keyOf, STREAM }, luck) =>
    range(REPLICATES).map((replicate) => keyOf({ ...luck, replicate }, STREAM.choice, 1)),
  ),
  neighbours('streams', 'all streams', ({ keyOf, STREAM }, luck) =>
    Object.values(STREAM).map((stream) => keyOf(luck, stream, 1)),
  ),
  neighbours('branches', '64 branches of a month', ({ keyOf, STREAM }, luck) =>
    range(BRANCHES).map((branch) => keyOf({ ...luck, forks: [{ branch, from: 1 }] }, STREAM.choice, 1)),
  ),
  neighbours('seeds', "1,000 neighbouring seeds ('1', '2', …)", ({ keyOf, makeLuck, STREAM }, _, part) =>
    range(SEEDS, 1 + SEEDS * part).map((seed) => keyOf(makeLuck(`${seed}`, 0), STREAM.choice, 1)),
  ),
  {
    name: 'sift bytes',
    about: 'bytes of the sift: 24 months of a user, then the next user',
    reader: siftBytes,
  },
  { name: 'verdicts', about: 'byte of the sift and 24 bits of the verdict of a user', reader: verdicts },
  { name: 'uniforms', about: 'the 32 high bits of `uniform`: four numbers of an entity', reader: uniforms },
];

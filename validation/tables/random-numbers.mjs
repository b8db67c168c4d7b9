// V21: the two generators that the engine uses, against what their authors publish.
import seedrandom from 'seedrandom';
import { seedWords, word } from '../../dist/sim/index.js';

/** Published outputs of seedrandom('hello.'), in the order in which its README asks for them. */
const HELLO = [
  ['first double', (random) => random(), '0.9282578795792454'],
  ['second double', (random) => random(), '0.3752569768646784'],
  ['quick', (random) => random.quick(), '0.7316977467853576'],
  ['int32', (random) => random.int32(), '1966374204'],
];

function seedRows() {
  const random = seedrandom('hello.');
  return HELLO.map(([what, draw, expected]) => ({
    what: `seedrandom('hello.'), ${what}`,
    found: draw(random),
    expected,
  }));
}

function wordRows({ seed }) {
  const random = seedrandom(`afterburn/1/${seed}`);
  return [...seedWords(seed)].map((found, k) => ({
    what: `word ${k + 1} of the seed ${JSON.stringify(seed)}`,
    found,
    expected: random.int32(),
  }));
}

/** Published inverse of triple32 (Wellons, hash-prospector: `triple32_r`). */
function undo(hash) {
  let x = hash;
  x ^= (x >>> 14) ^ (x >>> 28);
  x = Math.imul(x, 0x32b21703);
  x ^= (x >>> 15) ^ (x >>> 30);
  x = Math.imul(x, 0x469e0db1);
  x ^= (x >>> 11) ^ (x >>> 22);
  x = Math.imul(x, 0x79a85073);
  return (x ^ (x >>> 17)) >>> 0;
}

function inverseRows({ entities }) {
  return entities.map((entity) => ({
    what: `triple32_r(word(${entity}, 0, 0, 0))`,
    found: undo(word(entity, 0, 0, 0)),
    expected: entity,
  }));
}

export const randomNumbers = {
  id: 'V21',
  name: 'random-numbers',
  title: 'Random numbers',
  source: 'seedrandom 3.0.5 (Bau), README; triple32 and its inverse (Wellons 2018, hash-prospector)',
  method:
    'A seed string becomes four words by seedrandom; a draw is triple32 under a key. With a key of zeros the published inverse of triple32 gives back what was hashed, which no other function would. The other generators of the table (splitmix64, PCG32, xoshiro, Philox, Mersenne Twister) are not in the engine. Quality of whole streams: `bench/draws.md`.',
  parameters: [],
  cases: [
    { rows: seedRows },
    { rows: wordRows, seed: '' },
    { rows: wordRows, seed: '42' },
    { rows: inverseRows, entities: [0, 1, 2, 12345, 0x7fffffff, 0x80000000, 0xdeadbeef, 0xffffffff] },
  ],
};

/** Statistical tests of the draws, and that each finds a copy that was weakened. */
import { describe, expect, it } from 'vitest';
import * as core from '../../../sim/core/draws.js';
import { STREAM } from '../../../sim/core/streams.js';

const load = (file: string) => import(new URL(`../../../bench/draws/${file}`, import.meta.url).href);
const { orders } = await load('orders.mjs');
const { weakened } = await load('weakened.mjs');
const { avalanche, bytes, overlaps, pairs, spacings } = await load('checks.mjs');

type Order = { name: string; reader: (draws: unknown, part: number) => (n: number) => number };
type Copy = { name: string; make: (draws: unknown) => typeof core };

const draws = { ...core, STREAM };
const weak = Object.fromEntries(weakened.map((copy: Copy) => [copy.name, copy.make(draws)]));
const order = (name: string): Order => orders.find((one: Order) => one.name === name);
const largest = (scores: number[]) => Math.max(...scores.map(Math.abs));

// 96 scores of the real draws, each beyond 5 with probability 6e-7: a false alarm of 6e-5 in all. The same orders go
// through dieharder in bench/draws.mjs.
describe('addressed draws look random', () => {
  it.each(orders as Order[])('in bytes, pairs and birthday spacings, read by $name', ({ reader }) => {
    for (const check of [bytes, pairs, spacings]) expect(largest(check(reader(draws, 0)))).toBeLessThan(5);
  });

  it('in what changes with each bit of an entity, replicate, month, stream or branch', () => {
    const scores = avalanche(draws);
    expect(scores).toHaveLength(5);
    expect(largest(scores)).toBeLessThan(5);
  });

  it('in that no stretch of one replicate occurs in another: 4,096 users of 4,096 (false alarm 2e-7)', () => {
    expect(overlaps(draws)).toBe(0);
  });
});

describe('the checks of addressed draws find', () => {
  it('two rounds of three left out, in bytes, pairs, spacings and changed bits', () => {
    const read = order('users').reader(weak['one round'], 0);
    for (const check of [bytes, pairs, spacings]) expect(largest(check(read))).toBeGreaterThan(20);
    expect(largest(avalanche(weak['one round']))).toBeGreaterThan(50);
  });

  it('one round of three left out, in changed bits, though dieharder does not see it', () => {
    expect(largest(avalanche(weak['two rounds']))).toBeGreaterThan(10);
  });

  it('a key added at the end, in pairs of months', () => {
    expect(largest(pairs(order('months').reader(weak['key at the end'], 0)))).toBeGreaterThan(50);
  });

  it('an address used as a key, in neighbouring replicates: shifted copies of each other', () => {
    expect(largest(spacings(order('replicates').reader(weak['address as key'], 0)))).toBeGreaterThan(50);
    expect(overlaps(weak['address as key'])).toBeGreaterThan(10_000);
  });

  it('a key of 32 bits in front, by common stretches: 128 of those looked at are expected', () => {
    expect(overlaps(weak['key in front'])).toBeGreaterThan(20);
    expect(overlaps(weak['key in front'])).toBeLessThan(400);
  });
});

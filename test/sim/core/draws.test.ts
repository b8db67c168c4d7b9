import { describe, expect, it } from 'vitest';
import { keyOf, makeLuck, seedWords, uniform, unit23 } from '../../../sim/core/draws.js';
import { STREAM } from '../../../sim/core/streams.js';

describe('addressed draws', () => {
  it('have no order: the same address gives the same number whenever it is asked', () => {
    const key = keyOf(makeLuck('x', 3), STREAM.choice, 7);
    const forward = Array.from({ length: 50 }, (_, i) => uniform(key, i));
    const backward = Array.from({ length: 50 }, (_, i) => uniform(key, 49 - i)).reverse();
    expect(backward).toEqual(forward);
  });

  it('differ in every part of the address', () => {
    const base = makeLuck('x', 3);
    const keys = [
      keyOf(base, 1, 1),
      keyOf(base, 2, 1),
      keyOf(base, 1, 2),
      keyOf(makeLuck('x', 4), 1, 1),
      keyOf(makeLuck('y', 3), 1, 1),
      keyOf({ ...base, forks: [{ branch: 1, from: 1 }] }, 1, 1),
    ];
    expect(new Set(keys.map((key) => uniform(key, 0))).size).toBe(keys.length);
  });

  it('a fork keeps its luck before the branch month and draws a new future from then on', () => {
    const base = makeLuck('x', 0);
    const fork = { ...base, forks: [{ branch: 2, from: 5 }] };
    expect(keyOf(fork, 1, 4)).toEqual(keyOf(base, 1, 4));
    expect(keyOf(fork, 1, 5)).not.toEqual(keyOf(base, 1, 5));
  });

  it('a month belongs to the last fork that is not after it', () => {
    const fork = (branch: number, from: number) => ({ branch, from });
    const both = makeLuck('x', 0, [fork(2, 5), fork(3, 8)]);
    const [first, second] = [makeLuck('x', 0, [fork(2, 5)]), makeLuck('x', 0, [fork(3, 1)])];
    for (const month of [0, 4, 5, 7]) expect(keyOf(both, 1, month)).toEqual(keyOf(first, 1, month));
    for (const month of [8, 24]) expect(keyOf(both, 1, month)).toEqual(keyOf(second, 1, month));
    expect(keyOf(both, 1, 8)).not.toEqual(keyOf(first, 1, 8));
  });

  it.each([
    ['before month 1', [{ branch: 1, from: 0 }]],
    ['in one month', [2, 3].map((branch) => ({ branch, from: 5 }))],
    ['descending', [6, 5].map((from) => ({ branch: 1, from }))],
    ['of a branch that does not fit', [{ branch: 2 ** 20, from: 1 }]],
  ])('forks %s are refused', (_, forks) => {
    expect(() => makeLuck('x', 0, forks)).toThrow(RangeError);
  });

  it('0 and the empty string are seeds of their own', () => {
    const seeds = ['0', '', '1', 'a'].map((seed) => seedWords(seed).join());
    expect(new Set(seeds).size).toBe(4);
    expect(seedWords('')).toEqual(seedWords(''));
  });

  it('a 23-bit uniform is below 1 and exact in single precision', () => {
    expect(unit23(-1)).toBe(1 - 2 ** -23);
    expect(Math.fround(unit23(-1))).toBe(unit23(-1));
    expect(unit23(0)).toBe(0);
  });
});

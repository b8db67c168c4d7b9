/** What the readers of arguments give and refuse: all problems at once, numbers as scenarios write them, fields of studies. */
import { describe, expect, it } from 'vitest';
import { allOf, eachOf, known, many, once, whole } from '../../src/cli/arguments.js';
import { UsageError } from '../../src/cli/exits.js';

const wrong = (message: string) => () => {
  throw new UsageError(message);
};

describe('readers of arguments', () => {
  it('give all that they read, also what takes its time', async () => {
    expect(await allOf({ a: () => 1, b: async () => '二' })).toEqual({ a: 1, b: '二' });
    expect(eachOf([() => 1, () => 2])).toEqual([1, 2]);
  });
  it('tell all problems at once, each line once, in their order', async () => {
    const all = allOf({ a: wrong('one\ntwo'), b: () => 1, c: wrong('two\nthree') });
    await expect(all).rejects.toThrow(new UsageError('one\ntwo\nthree'));
    expect(() => eachOf([wrong('a'), wrong('b')])).toThrow(new UsageError('a\nb'));
  });
  it('throw a lone problem as it is, and a bug before any problem', async () => {
    const lone = new UsageError('one');
    const throwing = (error: unknown) => () => {
      throw error;
    };
    await expect(allOf({ a: throwing(lone), b: throwing(lone) })).rejects.toBe(lone);
    const bug = new TypeError('cash is NaN');
    await expect(allOf({ a: throwing(lone), b: throwing(bug) })).rejects.toBe(bug);
  });
});

describe('an option', () => {
  it('may be given many times, or once', () => {
    expect([many(undefined), many('a'), many(['a', 'b'])]).toEqual([[], ['a'], ['a', 'b']]);
    expect([once('seed', undefined), once('seed', '7')]).toEqual([undefined, '7']);
    expect(() => once('seed', ['7', '8'])).toThrow(/^--seed: expected once/);
  });
  it('that is a whole number reads k, M and B, within its bounds', () => {
    const read = (text: string) => whole('agents', text, { least: 1, most: 1e7 });
    expect([read('300'), read('1e3'), read('10 k'), read('2.5M'), read('+7')]).toEqual([
      300, 1000, 10_000, 2_500_000, 7,
    ]);
    expect(whole('agents', undefined, { least: 1 })).toBeUndefined();
    for (const text of ['0', '1 B', '1.5', '10 kk', '', 'ten', '-3'])
      expect(() => read(text)).toThrow(
        `--agents: expected a whole number from 1 to 1e7, got ${JSON.stringify(text)}`,
      );
  });
  it('that names something hints at the nearest', () => {
    expect(known('--arm: expected an arm', 'cheap', ['cheap'])).toBe('cheap');
    expect(() => known('--arm: expected an arm', 'cheep', ['cheap', '降价'])).toThrow(
      '--arm: expected an arm (cheap, 降价), got "cheep"; did you mean cheap?',
    );
  });
});

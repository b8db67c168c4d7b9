/**
 * The law of addressed draws by its numbers: from a second program, in Python, written from the description of the law
 * (triple32 with a key added before and between its multiplications; the chain of keys; 53 bits of two words) and from
 * that of seedrandom 3 (ARC4 with 256 bytes thrown away). They belong to numerics version 1 and never change.
 */
import { describe, expect, it } from 'vitest';
import { keyOf, makeLuck, seedWords, uniform, word } from '../../../sim/core/draws.js';
import { STREAM } from '../../../sim/core/streams.js';

describe('numerics version 1', () => {
  it('turns a seed string into four words', () => {
    expect([...seedWords('')]).toEqual([1735826971, -771915309, -1372809621, -754107425]);
    expect([...seedWords('x')]).toEqual([-286428773, -202561305, -1773238341, 674885034]);
    expect([...makeLuck('golden', 7).seed]).toEqual([-1405595761, -338966475, 1627461608, 1091500749]);
  });

  it('mixes an entity with three words of a key', () => {
    expect(word(0, 0, 0, 0)).toBe(0);
    expect(word(1, 2, 3, 4)).toBe(-1718980698);
    expect(word(-1, -5, 0x7fffffff, -0x80000000)).toBe(557722265);
  });

  it.each([
    {
      replicate: 0,
      branch: 0,
      stream: STREAM.parameters,
      month: 0,
      key: [876916183, 1672588518, -411154171],
    },
    { replicate: 3, branch: 0, stream: STREAM.choice, month: 7, key: [-1987301463, 1522940707, 292103006] },
    { replicate: 3, branch: 5, stream: STREAM.choice, month: 7, key: [1065456169, -1918691020, -1984019815] },
  ])(
    'has one key for seed x, replicate $replicate, branch $branch, stream $stream, month $month',
    ({ replicate, branch, stream, month, key }) => {
      const forks = branch === 0 ? [] : [{ branch, from: 7 }];
      expect(keyOf(makeLuck('x', replicate, forks), stream, month)).toEqual(key);
    },
  );

  it('gives an entity 53 bits for each number that it draws', () => {
    const first = keyOf(makeLuck('x', 0), STREAM.parameters, 0);
    expect(uniform(first, 0)).toBe(0.30509920537663376);
    expect(uniform(first, 41)).toBe(0.5988769805956213);
    expect(uniform(first, 41, 3)).toBe(0.6004169966195596);
    const forked = keyOf(makeLuck('x', 3, [{ branch: 5, from: 7 }]), STREAM.choice, 7);
    expect(uniform(forked, 41, 3)).toBe(0.48504126156089405);
  });

  it('names every stream by a number of its own, which stays: 1 to 30', () => {
    expect(Object.values(STREAM)).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
    expect(STREAM).toMatchObject({ parameters: 1, tastes: 2, choice: 8, shock: 12, policy: 20, cohort: 22 });
  });
});

describe('forks', () => {
  it.each([
    ['a month that is no whole number', { branch: 1, from: 2.5 }],
    ['month 0', { branch: 1, from: 0 }],
    ['a branch below 0', { branch: -1, from: 1 }],
    ['a branch of 2^20', { branch: 1048576, from: 1 }],
    ['a branch that is no whole number', { branch: 1.5, from: 1 }],
  ])('with %s are refused, and the message shows them', (_, fork) => {
    expect(() => makeLuck('x', 0, [fork])).toThrow(
      `makeLuck: expected forks from month 1 on, ascending, branches 0 to 2^20 - 1, got ${JSON.stringify([fork])}`,
    );
  });

  it('of branch 0, of the last branch and in neighbouring months are legal', () => {
    const forks = [
      { branch: 0, from: 1 },
      { branch: 1048575, from: 2 },
    ];
    expect(makeLuck('x', 4, forks)).toMatchObject({ replicate: 4, forks });
  });
});

/** Operators and gatherers of formulas: numbers by hand. */
import { describe, expect, it } from 'vitest';
import { NUMBERS, OPERATORS } from '../../src/experiment/formula-operators.js';
import { gather } from '../../src/experiment/gatherers.js';

describe('a formula', () => {
  it('takes true for 1 and false for 0, and compares as everybody does', () => {
    const of = (a: number, b: number) =>
      Object.entries(OPERATORS).map(([name, act]) => `${name} ${act(a, b)}`);
    expect(of(6, 3).join(', ')).toBe('+ 9, - 3, * 18, / 2, < 0, <= 0, > 1, >= 1, == 0, != 1, && 1, || 1');
    expect(of(2, 2).join(', ')).toBe('+ 4, - 0, * 4, / 1, < 0, <= 1, > 0, >= 1, == 1, != 0, && 1, || 1');
    expect([
      OPERATORS['&&'](0, 2),
      OPERATORS['&&'](2, 0),
      OPERATORS['||'](0, 0),
      OPERATORS['||'](0, 2),
    ]).toEqual([0, 0, 0, 1]);
  });
  it('has powers, logarithms and roots', () => {
    const { pow, ln, sqrt, abs, min, max } = NUMBERS;
    expect([pow.of(2, 10), ln.of(Math.E), sqrt.of(9), abs.of(-4), min.of(3, 1, 2), max.of(3, 1, 2)]).toEqual([
      1024, 1, 3, 4, 1, 3,
    ]);
  });
  it('gathers worlds: what is undefined is false for a share, and else left out', () => {
    const worlds = [1, Number.NaN, 3, 0];
    expect([
      gather('share', worlds),
      gather('mean', worlds),
      gather('highest', worlds),
      gather('lowest', worlds),
    ]).toEqual([0.5, 4 / 3, 3, 0]);
    expect([gather('mean', []), gather('median', [Number.NaN]), gather('share', [])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
  it('has quantiles between infinite worlds', () => {
    const worlds = [1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    expect([
      gather('median', worlds),
      gather('quantile', worlds, 0.9),
      gather('quantile', worlds, 0),
    ]).toEqual([...[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1]]);
  });
});

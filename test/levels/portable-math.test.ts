import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pow } from '../../sim/core/numerics.js';
import { exp, log } from '../../sim/index.js';
import { portableMath } from '../../src/policies/portable-math.js';

const math = portableMath({ exp, log, pow }, Math) as Math;

describe('the Math of fenced and untrusted policies', () => {
  it('has whole powers of small numbers exactly', () => {
    expect([math.pow(10, 2), math.pow(2, 10), math.pow(-3, 3), math.pow(2, -2), math.pow(0, 0)]).toEqual([
      100, 1024, -27, 0.25, 1,
    ]);
  });

  it('agrees with the Math of the engine to 1e-13 of the value', () => {
    const number = fc.double({ min: -300, max: 300, noNaN: true });
    const functions = ['exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'cbrt'] as const;
    fc.assert(
      fc.property(number, number, (x, y) => {
        for (const name of functions) {
          const [own, known] = [math[name](x), Math[name](x)];
          if (Number.isNaN(known)) expect([name, x, own]).toEqual([name, x, Number.NaN]);
          else if (own !== known)
            expect(Math.abs(own - known)).toBeLessThanOrEqual(1e-13 * Math.abs(known) + 1e-300);
        }
        const hypot = Math.hypot(x, y);
        expect(Math.abs(math.hypot(x, y) - hypot)).toBeLessThanOrEqual(1e-13 * hypot + 1e-300);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('has the odd values of the language', () => {
    const odd = [0, -0, 1, -1, Infinity, -Infinity, Number.NaN];
    expect([math.log(1), math.log1p(-1)]).toEqual([0, -Infinity]);
    for (const x of odd) {
      if (Math.abs(x) !== 1)
        for (const name of ['exp', 'log', 'log1p', 'expm1', 'cbrt', 'hypot'] as const)
          expect([name, x, Math.abs(math[name](x))]).toEqual([name, x, Math.abs(Math[name](x))]);
      for (const y of [0, 1, 2, 3, -1, 0.5, 100, 101, -101, Infinity, -Infinity]) {
        expect([x, y, math.pow(x, y)]).toEqual([x, y, x ** y]);
      }
    }
  });

  it('has no chance and no trigonometry', () => {
    expect([math.random, math.sin, math.tanh, Object.isFrozen(math)]).toEqual([
      ...[undefined, undefined, undefined, true],
    ]);
  });
});

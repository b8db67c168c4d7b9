/**
 * The least value of a function of one number on an interval: Brent 1973, Algorithms for Minimization without
 * Derivatives, chapter 5. Parabolas through the three best points where they behave, golden sections where not; a smooth
 * minimum takes about ten evaluations, any other at most about 1.44 log2(width / tolerance)^2. It finds a local minimum;
 * begin with a grid if there may be several.
 */
import { expectThat, expectWhole } from './expect.js';

/** The least point found. */
export interface ScalarMinimum {
  readonly x: number;
  readonly value: number;
  readonly evaluations: number;
  /** False if the evaluations ran out first. */
  readonly converged: boolean;
}

export interface ScalarSearch {
  /** Ends of the interval, low < high; the function is never called outside, nor at the ends. */
  readonly low: number;
  readonly high: number;
  /** Largest error of x, in units of x; 1e-8 of the width unless given. Below sqrt(2e-16) |x| there is only rounding. */
  readonly tolerance?: number;
  /** Most evaluations; 200 unless given. */
  readonly evaluations?: number;
}

const GOLDEN = (3 - Math.sqrt(5)) / 2;

interface Point {
  readonly x: number;
  readonly value: number;
}

/** The step to the bottom of the parabola through the three points, NaN if they lie on a line. */
function parabolicStep(best: Point, second: Point, third: Point): number {
  const r = (best.x - second.x) * (best.value - third.value);
  const q = (best.x - third.x) * (best.value - second.value);
  return -((best.x - third.x) * q - (best.x - second.x) * r) / (2 * (q - r));
}

/** @throws RangeError on a bad interval; a value of NaN counts as Infinity */
export function minimizeScalar(f: (x: number) => number, options: ScalarSearch): ScalarMinimum {
  const { low, high, tolerance = 1e-8 * (high - low), evaluations: most = 200 } = options;
  expectThat(
    Number.isFinite(low) && Number.isFinite(high) && low < high,
    'minimizeScalar: expected finite low < high',
    `${low}, ${high}`,
  );
  expectThat(tolerance > 0, 'minimizeScalar: expected tolerance above 0', tolerance);
  expectWhole(most, 1, 'minimizeScalar: expected evaluations');
  const at = (x: number): Point => {
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let [a, b] = [low, high];
  let best = at(a + GOLDEN * (b - a));
  let [second, third] = [best, best];
  let [step, before] = [0, 0];
  let evaluations = 1;
  for (; ; evaluations++) {
    const middle = (a + b) / 2;
    const near = tolerance / 3 + 1.5e-8 * Math.abs(best.x);
    const converged = Math.abs(best.x - middle) <= 2 * near - (b - a) / 2;
    if (converged || evaluations >= most) return { ...best, evaluations, converged };
    const parabolic = parabolicStep(best, second, third);
    const isGood =
      Math.abs(parabolic) < Math.abs(before) / 2 && best.x + parabolic > a && best.x + parabolic < b;
    before = isGood ? step : best.x < middle ? b - best.x : a - best.x;
    step = isGood ? parabolic : GOLDEN * before;
    const isByEnd = isGood && (best.x + step - a < 2 * near || b - best.x - step < 2 * near);
    if (isByEnd) step = best.x < middle ? near : -near;
    const tried = at(best.x + (Math.abs(step) >= near ? step : Math.sign(step) * near));
    if (tried.value <= best.value) {
      [a, b] = tried.x < best.x ? [a, best.x] : [best.x, b];
      [third, second, best] = [second, best, tried];
    } else {
      [a, b] = tried.x < best.x ? [tried.x, b] : [a, tried.x];
      if (tried.value <= second.value || second.x === best.x) [third, second] = [second, tried];
      else if (tried.value <= third.value || third.x === best.x || third.x === second.x) third = tried;
    }
  }
}

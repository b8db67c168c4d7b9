/**
 * Lifetimes of customers whose rates of leaving differ: the shifted beta-geometric law of Fader & Hardie 2007, "How to
 * project customer retention", J. Interactive Marketing 21(1), 76-90. Each leaves with an own constant chance a period,
 * which is Beta(alpha, beta) among those who start. Periods are whole, as renewals are.
 */
import { expectThat, expectWhole } from './expect.js';

/** @param name the function */
export function expectShapes(alpha: number, beta: number, name: string): void {
  for (const [label, value] of Object.entries({ alpha, beta })) {
    expectThat(
      value > 0 && Number.isFinite(value),
      `${name}: expected ${label} to be a finite number above 0`,
      value,
    );
  }
}

/**
 * S(0) to S(periods), the part that is still there after t periods: S(t) = S(t - 1) (beta + t - 1) / (alpha + beta + t - 1).
 * Eqs. 5 and 6. @throws RangeError unless alpha, beta > 0 and `periods` is whole from 0
 */
export function sbgCurve(alpha: number, beta: number, periods: number): number[] {
  expectShapes(alpha, beta, 'sbgCurve');
  expectWhole(periods, 0, 'sbgCurve: expected periods');
  const curve = [1];
  for (let t = 1; t <= periods; t++) curve.push(curve[t - 1] * sbgRetention(alpha, beta, t));
  return curve;
}

/** S(t) alone: the part that is still there after t periods, 0..1; costs t steps. @throws RangeError as sbgCurve */
export function sbgSurvival(alpha: number, beta: number, t: number): number {
  expectShapes(alpha, beta, 'sbgSurvival');
  expectWhole(t, 0, 'sbgSurvival: expected t');
  let survival = 1;
  for (let period = 1; period <= t; period++) survival *= (beta + period - 1) / (alpha + beta + period - 1);
  return survival;
}

/**
 * The part of those there at t - 1 who are there at t, 0..1: (beta + t - 1) / (alpha + beta + t - 1). It rises with t,
 * because those who leave easily have left. Eq. 8. @throws RangeError unless t is whole from 1
 */
export function sbgRetention(alpha: number, beta: number, t: number): number {
  expectShapes(alpha, beta, 'sbgRetention');
  expectWhole(t, 1, 'sbgRetention: expected t');
  return (beta + t - 1) / (alpha + beta + t - 1);
}

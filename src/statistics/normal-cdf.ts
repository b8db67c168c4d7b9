/**
 * Distribution function of the standard normal law: Hart 1968, algorithm 5666, as given by West 2005 ("Better
 * approximations to cumulative normal functions", Wilmott May 2005, 70-76). Absolute error below 1e-15; the left tail
 * keeps six digits down to 1e-300, so p-values may be tiny.
 */

const NUMERATOR = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

const horner = (x: number, coefficients: readonly number[]) =>
  coefficients.reduce((sum, c) => sum * x + c, 0);

/** P(Z <= z), 0..1. */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  const bell = Math.exp((-x * x) / 2);
  const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
  const tail =
    x < 7.07106781186547
      ? (bell * horner(x, NUMERATOR)) / horner(x, DENOMINATOR)
      : bell / (fraction * Math.sqrt(2 * Math.PI));
  return z > 0 ? 1 - tail : tail;
}

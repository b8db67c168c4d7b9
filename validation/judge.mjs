// When does a number found agree with the published one? A row brings its number, the published one as it is printed,
// the standard error of the simulation, and a bound of what the method itself is off by (a month instead of a moment).
//   tolerance = half a unit of the last printed digit + z x standard error + bound (+ 1e-9 of the value)
// z is two-sided and shared out over the simulated rows of a table (Bonferroni), so that a correct engine fails a table
// with a probability of at most ALARM. The seeds are fixed: the same build always says the same.
import { normalQuantile } from '../dist/src/statistics/normal-quantile.js';

/** Probability at which a correct engine fails a table, at most. */
export const ALARM = 1e-3;

/** Printed number -> value and half a unit of its last digit; whole numbers and those that are computed are exact. */
export function printed(number) {
  if (typeof number === 'number') return { value: number, half: 0 };
  const text = number.trim();
  if (!text.includes('.')) return { value: Number(text), half: 0 };
  return { value: Number(text), half: 0.5 * 10 ** (text.indexOf('.') + 1 - text.length) };
}

/**
 * Rows with tolerance and verdict.
 * @param {{ what: string, found: number, expected: string | number, error?: number, bound?: number, seen?: string }[]} rows
 *   error: standard error, 0 or absent if nothing is drawn; expected: text as printed, or a number of a closed form
 */
export function judge(rows) {
  const drawn = rows.filter(({ error }) => error > 0).length;
  const z = drawn > 0 ? normalQuantile(1 - ALARM / 2 / drawn) : 0;
  const judged = rows.map((row) => {
    const { value, half } = printed(row.expected);
    const rounding = Number.isInteger(row.found) ? 0 : 1e-9 * Math.max(1, Math.abs(value));
    const tolerance = half + z * (row.error ?? 0) + (row.bound ?? 0) + rounding;
    const difference = row.found - value;
    return { ...row, value, difference, tolerance, pass: Math.abs(difference) <= tolerance };
  });
  return { rows: judged, drawn, z, passes: judged.every(({ pass }) => pass) };
}

/** Standard error of a share of n independent users (or worlds). */
export function shareError(p, n) {
  return Math.sqrt((p * (1 - p)) / n);
}

/** Mean of numbers, and its standard error. */
export function meanOf(values) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

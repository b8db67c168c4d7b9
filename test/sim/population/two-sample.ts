/** Two-sample statistics: do the two engines have the same law? */

/** Chi-squared of two samples in the same categories, and its degrees of freedom; rare categories are one. */
export function twoSample(a: readonly number[], b: readonly number[]): { chi: number; freedom: number } {
  const sum = (x: readonly number[]) => x.reduce((s, n) => s + n, 0);
  const [A, B] = [sum(a), sum(b)];
  const rows: [number, number][] = [];
  const rest: [number, number] = [0, 0];
  const expected = (n: number, m: number) => (Math.min(A, B) * (n + m)) / (A + B);
  a.forEach((n, k) => {
    if (expected(n, b[k]) >= 10) rows.push([n, b[k]]);
    else {
      rest[0] += n;
      rest[1] += b[k];
    }
  });
  if (expected(...rest) >= 10) rows.push(rest);
  const chi = rows.reduce((s, [x, y]) => s + (x * Math.sqrt(B / A) - y * Math.sqrt(A / B)) ** 2 / (x + y), 0);
  return { chi, freedom: Math.max(0, rows.length - 1) };
}

/** Chi-squared as a standard normal score (Wilson & Hilferty 1931). */
export function score({ chi, freedom }: { chi: number; freedom: number }): number {
  if (freedom === 0) return 0;
  const v = 2 / (9 * freedom);
  return (Math.cbrt(chi / freedom) - (1 - v)) / Math.sqrt(v);
}

/** Probability of a distance of two empirical laws at least this large (Smirnov; Stephens 1970 for the size). */
export function smirnov(one: readonly number[], two: readonly number[]): number {
  const a = [...one].sort((x, y) => x - y);
  const b = [...two].sort((x, y) => x - y);
  let distance = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = Math.min(a[i], b[j]);
    while (a[i] === x) i++;
    while (b[j] === x) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const l = (root + 0.12 + 0.11 / root) * distance;
  if (l < 0.3) return 1;
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * l * l);
  return Math.min(1, Math.max(0, p));
}

/** Difference of two means over its standard error. */
export function difference(one: readonly number[], two: readonly number[]): number {
  const moments = (x: readonly number[]) => {
    const mean = x.reduce((s, n) => s + n, 0) / x.length;
    return { mean, error: x.reduce((s, n) => s + (n - mean) ** 2, 0) / (x.length - 1) / x.length };
  };
  const [a, b] = [moments(one), moments(two)];
  return a.error + b.error > 0 ? (b.mean - a.mean) / Math.sqrt(a.error + b.error) : 0;
}

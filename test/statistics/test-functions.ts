/** Functions whose indices are known in closed form; each takes a row in (0, 1). */

/** Ishigami & Homma 1990 with a = 7, b = .1 (Saltelli et al. 2000, section 2.9.3). */
export function ishigami(row: readonly number[]): number {
  const [x, y, z] = row.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** V = a²/8 + b pi^4/5 + b² pi^8/18 + 1/2 and its parts, as in the OpenTURNS documentation of the use case. */
export const ISHIGAMI = {
  mean: 3.5,
  variance: 13.844588,
  first: [0.313905, 0.442411, 0],
  total: [0.557589, 0.442411, 0.243684],
};

/** Sobol's G-function (Saltelli & Sobol 1995): product of (|4 u - 2| + a) / (1 + a). */
export const gFunction = (a: readonly number[]) => (row: readonly number[]) =>
  row.reduce((product, u, i) => (product * (Math.abs(4 * u - 2) + a[i])) / (1 + a[i]), 1);

/** V_i = 1 / (3 (1 + a_i)²), V = product of (1 + V_i) - 1; total: V_i times the product of (1 + V_k) of the others, over V. */
export function gIndices(a: readonly number[]) {
  const parts = a.map((value) => 1 / (3 * (1 + value) ** 2));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    mean: 1,
    variance: all - 1,
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => ((part / (1 + part)) * all) / (all - 1)),
  };
}

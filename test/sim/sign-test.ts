/**
 * Sign test (Arbuthnot 1710): if each difference is as likely above as below zero, (above - below) / sqrt(above + below)
 * is about standard normal. Zeros are left out.
 */

/** Beyond this with probability 1e-4 (two-sided). */
export const FAR = 3.89;

/** The statistic; 0 if all differences are. */
export function signs(differences: readonly number[]): number {
  const above = differences.filter((d) => d > 0).length;
  const below = differences.filter((d) => d < 0).length;
  return above + below === 0 ? 0 : (above - below) / Math.sqrt(above + below);
}

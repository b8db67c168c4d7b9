/**
 * The design behind Sobol indices: Saltelli, Annoni et al. 2010, "Variance based sensitivity analysis of model output",
 * Computer Physics Communications 181, 259-270, table 2 (radial, A, B and A with a column of B). The base is one
 * scrambled Sobol sequence in 2 d dimensions, A its columns 1, 3, 5 .. and B its columns 2, 4, 6 ..: with four test functions
 * indices erred as much as with A the first half, or up to half as much. Rows come in blocks of d + 2, so that a prefix of
 * blocks is a smaller design and a study may look while it runs.
 */
import { expectWhole } from './expect.js';
import type { Seed } from './random-stream.js';
import { SOBOL_DIMENSIONS } from './sobol-directions.js';
import { sobolSequence } from './sobol-sequence.js';

/**
 * n blocks, each: the row of A, the row of B, then for each factor the row of A with that factor from B. So n (d + 2)
 * rows of d numbers in (0, 1). The first m blocks are those of the design for m.
 * @param n base samples, whole, from 1; a power of two keeps the balance
 * @param d factors, whole, 1..100
 * @throws RangeError on other numbers
 */
export function saltelliDesign(n: number, d: number, seed: Seed): number[][] {
  expectWhole(n, 1, 'saltelliDesign: expected n');
  expectWhole(d, 1, 'saltelliDesign: expected d', SOBOL_DIMENSIONS / 2);
  return sobolSequence(n, 2 * d, { seed }).flatMap((row) => {
    const a = row.filter((_, j) => j % 2 === 0);
    const b = row.filter((_, j) => j % 2 === 1);
    return [a, b, ...a.map((_, i) => a.with(i, b[i]))];
  });
}

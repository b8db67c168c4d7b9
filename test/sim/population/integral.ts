/** The probabilities of a logit over a drawn consideration set, by brute force. */
import type { MadeSegment } from './made-population.js';

/**
 * P(j) of a logit over a drawn consideration set, by quadrature of
 *   P(j) = A_j w_j Integral_0^inf e^{-(w_0 + w_a + w_j) z} Prod_{k not in {0, a, j}} (1 - A_k + A_k e^{-w_k z}) dz
 * (1/x = Integral e^{-xz} dz; always considered: 0 and the own app). Index 0 = no app.
 */
export function integral(segment: MadeSegment): number[] {
  const { own, leave, quit } = segment;
  const w = segment.utility.map((v, j) => Math.exp(v + (own === j + 1 ? leave : 0)));
  const w0 = Math.exp(segment.outside + (own ? (1 - quit) * leave : leave));
  const A = segment.awareness.map((a, j) => (own === j + 1 ? 1 : a));
  const fixed = w0 + (own ? w[own - 1] : 0);
  const of = (j: number): number => {
    const weight = j < 0 ? w0 : A[j] * w[j];
    const rate = fixed + (j < 0 || own === j + 1 ? 0 : w[j]);
    const steps = 20_000;
    let sum = 0;
    for (let n = 0; n <= steps; n++) {
      const y = n / steps;
      if (y === 0) continue;
      const z = -Math.log(y) / rate;
      let product = 1;
      w.forEach((wk, k) => {
        if (k !== j && own !== k + 1) product *= 1 - A[k] + A[k] * Math.exp(-wk * z);
      });
      sum += product * (n === 0 || n === steps ? 1 : n % 2 ? 4 : 2);
    }
    return (weight * sum) / (3 * steps) / rate;
  };
  return [-1, ...w.keys()].map(of);
}

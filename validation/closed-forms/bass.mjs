// Diffusion of a new product (Bass 1969): dF/dt = (p + q F)(1 - F).

/** F(t): part that has adopted by time t. */
export function adopted({ p, q }, t) {
  const e = Math.exp(-(p + q) * t);
  return (1 - e) / (1 + (q / p) * e);
}

/** Time of the most adoptions, T* = ln(q / p) / (p + q). */
export const peakTime = ({ p, q }) => Math.log(q / p) / (p + q);

/** Most adoptions in a unit of time, as a part of the market: (p + q)^2 / 4 q. */
export const peakRate = ({ p, q }) => (p + q) ** 2 / (4 * q);

/**
 * F at the ends of `steps` steps of length h years, each with the hazard of its midpoint held constant. Second order
 * in h, so that the error of a step h is about 4/3 of the difference between h and h / 2 (Richardson).
 */
export function stepped({ p, q }, h, steps) {
  const curve = [0];
  for (let k = 1; k <= steps; k++) {
    const F = curve[k - 1];
    const middle = F + 0.5 * (1 - F) * h * (p + q * F);
    curve.push(1 - (1 - F) * Math.exp(-h * (p + q * middle)));
  }
  return curve;
}

/** Standard deviation of F(t) if N people adopt one by one (linear noise of the birth process, Euler steps of .001 y). */
export function noise({ p, q }, t, N) {
  let F = 0;
  let variance = 0;
  for (let at = 0; at < t; at += 1e-3) {
    const rate = (p + q * F) * (1 - F);
    variance += 1e-3 * (2 * (q - p - 2 * q * F) * variance + rate / N);
    F += 1e-3 * rate;
  }
  return Math.sqrt(variance);
}

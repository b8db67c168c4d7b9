// Three ways to ruin: Feller's gambler, the walk that is watched once a month, and insurance claims (Cramer-Lundberg).

/** Feller vol. 1, XIV.2-3: ruin, expected gain and duration of a gambler with z of a, who wins a unit with chance p. */
export function gambler({ p, z, a }) {
  const ratio = (1 - p) / p;
  const ruin = p === 0.5 ? 1 - z / a : (ratio ** z - ratio ** a) / (1 - ratio ** a);
  const gain = a * (1 - ruin) - z;
  return { ruin, gain, duration: p === 0.5 ? z * (a - z) : gain / (2 * p - 1) };
}

/** Distribution function of the standard normal law (continued fraction beyond 2.5, series before). */
export function normal(z) {
  const x = Math.abs(z);
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  let tail;
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let k = 1; k < 60; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    tail = 0.5 - density * sum;
  } else {
    let fraction = x;
    for (let k = 200; k > 0; k--) fraction = x + k / fraction;
    tail = density / fraction;
  }
  return z > 0 ? 1 - tail : tail;
}

/** First passage of cash + drift t + sd W to 0 by time t, watched all the time (inverse Gaussian law). */
export function firstPassage({ cash, drift, sd }, t) {
  const s = sd * Math.sqrt(t);
  return (
    normal((-cash - drift * t) / s) +
    Math.exp((-2 * drift * cash) / (sd * sd)) * normal((-cash + drift * t) / s)
  );
}

/**
 * Probability of being below 0 at the end of any of the months 1 to t, t every half year (row), from each of `starts`
 * (column): backward recursion over the centres of cells of width h, second order in h. `lost(x)` = P(loss of a month
 * <= x); `least`, `most`: bounds of it. Beyond `top` nobody is ruined any more.
 */
export function ruinWatchedMonthly({ starts, months, top, h, lost, least, most }) {
  const cells = Math.round(top / h);
  const from = Math.round(least / h);
  const kernel = Float64Array.from({ length: Math.round(most / h) - from + 1 }, (_, k) => {
    const at = (from + k) * h;
    return lost(at + h / 2) - lost(at - h / 2);
  });
  const beyond = Float64Array.from({ length: cells }, (_, i) => 1 - lost((i + 0.5) * h));
  let law = new Float64Array(cells);
  const byHalfYear = {};
  for (let month = 1; month <= months; month++) {
    law = beyond.map((sum, i) => {
      const last = Math.min(kernel.length - 1, i - from);
      for (let k = Math.max(0, i - from - cells + 1); k <= last; k++) sum += kernel[k] * law[i - from - k];
      return sum;
    });
    if (month % 6 === 0) byHalfYear[month] = starts.map((start) => between(law, start / h - 0.5));
  }
  return byHalfYear;
}

/** Value of a column at a place between its entries, on a straight line. */
function between(column, at) {
  const k = Math.max(0, Math.min(column.length - 2, Math.floor(at)));
  return column[k] + (at - k) * (column[k + 1] - column[k]);
}

/** P(sum of a Poisson number of exponential claims of mean 1 <= x): a mixture of Erlang laws. */
export function claimsUpTo(rate, x) {
  if (x < -1e-9) return 0;
  let weight = Math.exp(-rate);
  let term = Math.exp(-Math.max(0, x));
  let tail = term;
  let sum = weight;
  for (let k = 1; k < 80; k++) {
    weight *= rate / k;
    sum += weight * (1 - tail);
    term *= Math.max(0, x) / k;
    tail += term;
  }
  return sum;
}

/** Ruin in the end with exponential claims of mean 1 and premium (1 + loading) x rate, watched all the time. */
export function cramerLundberg(loading, u) {
  return Math.exp((-loading * u) / (1 + loading)) / (1 + loading);
}

// How wrong a Bertrand equilibrium is that was sought with the shares of finitely many people.

const column = (n, k) => Array.from({ length: n }, (_, i) => (i === k ? 1 : 0));

/**
 * Standard errors of prices, shares and profits a head where a fixed point of p = c + 1 / (a (1 - s)) is sought with the
 * shares of `people` who choose by one and the same luck: s(p) + d, d multinomial. Linear in d: dp = G (J dp + d) with
 * G = 1 / (a (1 - s)^2) and J_kl = -a s_k (1{k = l} - s_l), solved by the damped rounds that the search itself takes.
 */
export function equilibriumErrors({ costs, sensitivity }, { prices, shares }, people) {
  const n = shares.length;
  const slope = shares.map((s) => 1 / (sensitivity * (1 - s) ** 2));
  const moved = (dp, d) => {
    const mean = dp.reduce((sum, x, l) => sum + shares[l] * x, 0);
    return shares.map((s, k) => d[k] - sensitivity * s * (dp[k] - mean));
  };
  const effects = shares.map((_, l) => {
    const d = column(n, l);
    let dp = d.map(() => 0);
    for (let round = 0; round < 200; round++) dp = moved(dp, d).map((ds, k) => 0.5 * (dp[k] + slope[k] * ds));
    return { dp, ds: moved(dp, d) };
  });
  const error = (weights) => {
    const mean = weights.reduce((sum, w, l) => sum + shares[l] * w, 0);
    const squares = weights.reduce((sum, w, l) => sum + shares[l] * w * w, 0);
    return Math.sqrt((squares - mean * mean) / people);
  };
  const all = shares.map((_, k) => k);
  return {
    prices: all.map((k) => error(effects.map(({ dp }) => dp[k]))),
    shares: all.map((k) => error(effects.map(({ ds }) => ds[k]))),
    profits: all.map((k) =>
      error(effects.map(({ dp, ds }) => shares[k] * dp[k] + (prices[k] - costs[k]) * ds[k])),
    ),
  };
}

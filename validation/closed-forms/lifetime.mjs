// What a measured curve of survival says of discounted lifetimes (Fader & Hardie 2010).

/** Discounted expected lifetime, sum of S(t) / (1 + d)^t from t = 0: 2F1(1, b; a + b; 1 / (1 + d)). */
export function discountedLifetime(curve, d) {
  return curve.reduce((sum, s, t) => sum + s / (1 + d) ** t, 0);
}

/** Standard deviation over users of the discounted lifetime; a lifetime of n periods is worth (1 - v^n) / (1 - v). */
export function lifetimeSpread(curve, d) {
  const v = 1 / (1 + d);
  const worth = (n) => (1 - v ** n) / (1 - v);
  const mean = discountedLifetime(curve, d);
  let square = curve.at(-1) * (worth(curve.length) - mean) ** 2;
  for (let t = 1; t < curve.length; t++) square += (curve[t - 1] - curve[t]) * (worth(t) - mean) ** 2;
  return Math.sqrt(square);
}

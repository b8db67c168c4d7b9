/**
 * The w with w + ln w = y, which is Lambert's W of e^y: Corless & Jeffrey 2002, "The Wright omega function". Taken
 * from y and not from e^y, it cannot overflow. Newton's method on w + ln w - y, three to six steps.
 */

/** w > 0 for any real y; relative error about 1e-15. W(x) of x > 0 is wrightOmega(ln x); wrightOmega(0) = .567143. */
export function wrightOmega(y: number): number {
  if (y < -36) return Math.exp(y);
  if (y === Number.POSITIVE_INFINITY) return y;
  let w = y > 1 ? y - Math.log(y) : Math.exp(y) / (1 + Math.exp(y));
  for (let step = 0; step < 20; step++) {
    const next = (w * (1 + y - Math.log(w))) / (1 + w);
    if (Math.abs(next - w) <= 2e-16 * w) return next;
    w = next;
  }
  return w;
}

/** How much is tried: a little in `npm test`, all of it with AFTERBURN_LONG=1 (`npm run test:long`). */
export const LONG = Boolean(process.env.AFTERBURN_LONG);

/** Numbers of 0 to 1 from a seed, always the same: Marsaglia's xorshift32. */
export function seeded(seed: number): () => number {
  let x = (seed * 2654435761) >>> 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x / 2 ** 32;
  };
}

/** Waits so many milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

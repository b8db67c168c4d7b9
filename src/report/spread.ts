/** Keeps labels apart: the page's script and the Sankey diagram use it. */

/**
 * New positions for labels that want to be at `wanted` (pixels, any order): at least `gap` apart and within
 * low..high where they fit; each stays as near as the others allow. Pools neighbours that collide and centres the
 * pool on their mean (isotonic regression by pool adjacent violators, Barlow et al. 1972). Same order as `wanted`.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const pools: { sum: number; size: number }[] = [];
  order.forEach((label, rank) => {
    let pool = { sum: wanted[label] - rank * gap, size: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.size >= pool.sum / pool.size;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  });
  const top = Math.max(low, high - (wanted.length - 1) * gap);
  const out = new Array<number>(wanted.length);
  let rank = 0;
  for (const { sum, size } of pools) {
    for (let i = 0; i < size; i++, rank++)
      out[order[rank]] = Math.min(top, Math.max(low, sum / size)) + rank * gap;
  }
  return out;
}

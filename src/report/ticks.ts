/** Round numbers for an axis; used by the page's script and by the drawings made here. */

/** A written number without needless zeros: `2.00 B` -> `2 B`. */
export function shortTick(text: string): string {
  return text.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '');
}

/** Multiples of 1, 2, 2.5 or 5 times a power of ten within low..high, about `wanted` of them; low < high. */
export function niceTicks(low: number, high: number, wanted: number): number[] {
  const rough = (high - low) / wanted;
  if (!(rough > 0) || !Number.isFinite(rough)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough * 0.8) ?? 10);
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-6; i++)
    ticks.push(i === 0 ? 0 : i * step);
  return ticks;
}

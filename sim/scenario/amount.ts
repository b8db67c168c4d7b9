/** Numbers as people write them, in scenarios, targets and options: `12`, `1_000`, `5.5 M`, `30 k`, `1.2 B`, `35%`. */

const DIGITS = String.raw`[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?`;
/** Pattern of an amount, as the source of a regular expression without groups. */
export const AMOUNT = String.raw`${DIGITS}(?:\s*[kMB%])?`;
const WHOLE = new RegExp(`^(${DIGITS})\\s*([kMB%])?$`);
/** Powers of ten of the suffixes. */
const POWER: Record<string, number> = { k: 3, M: 6, B: 9, '%': -2 };

/**
 * The double nearest to the decimal that is written: a suffix moves its point, so that `35%` is .35 and `2.01 M` 2010000,
 * which their products with .01 and 1e6 are not. Infinite above the range of doubles; undefined if it is no amount.
 */
export function parseAmount(text: string): number | undefined {
  const match = WHOLE.exec(text.trim());
  if (!match) return undefined;
  const [digits, power = '0'] = match[1].replaceAll('_', '').toLowerCase().split('e');
  return Number(`${digits}e${Number(power) + (match[2] ? POWER[match[2]] : 0)}`) + 0;
}

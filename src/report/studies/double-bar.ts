/** Two bars in a row: the upper one filled, the lower one hollow. */

export const UPPER_BAR = { y: 6, height: 11, style: 'fill:var(--ink2);opacity:.85' };
export const LOWER_BAR = {
  y: 21,
  height: 11,
  style: 'fill:var(--card);stroke:var(--before);stroke-width:1.5',
};

/** What filled and hollow mean. */
export function filledKey(filled: string, hollow: string | undefined, isRing = false): string {
  if (hollow === undefined) return '';
  const mark = isRing ? 'ring' : 'hollow';
  return `<div class="key"><span><i class="box"></i>${filled}</span><span><i class="box ${mark}"></i>${hollow}</span></div>`;
}

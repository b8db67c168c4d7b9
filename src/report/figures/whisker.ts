/**
 * Parts of a forest plot in SVG with x in percent of the box, so that it fits any width without script:
 * grid, axis, and a point with its interval.
 */

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

function at(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** Vertical lines at 0, 25, 50, 75 and 100 %; `height` in pixels. */
export function percentGrid(height: number): string {
  return TICKS.map(
    (tick) =>
      `<line class="${tick === 0 ? 'zl' : 'gl'}" x1="${at(tick)}" x2="${at(tick)}" y1="0" y2="${height}"/>`,
  ).join('');
}

/** Tick labels of a share, the % on the last one only. */
export function percentAxis(): string {
  const labels = TICKS.map(
    (tick) =>
      `<text class="ax" x="${at(tick)}" y="16" text-anchor="middle">${tick * 100}${tick === 1 ? '%' : ''}</text>`,
  );
  return `<svg class="w" width="100%" height="24" aria-hidden="true">${labels.join('')}</svg>`;
}

/** Position 0..1 of a point and its interval, drawn in a row of 38 pixels. `before`: hollow, grey and dashed. */
export interface Whisker {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly colour: string;
  readonly point: boolean;
  readonly before?: boolean;
  /** Colour slot; beyond 12, where the colour is shared, the line has a dash of its own. */
  readonly slot?: number;
}

const SHARED_DASHES = ['12 4', '4 4', '1 4'] as const;

function dashOf(before: boolean, slot: number): string {
  const dash = before ? '4 3' : slot > 12 ? SHARED_DASHES[(slot - 13) % 3] : '';
  return dash === '' ? '' : ` stroke-dasharray="${dash}"`;
}

/** The line of an interval with caps, and the point if there is one. */
export function whisker({ estimate, low, high, colour, point, before = false, slot = 1 }: Whisker): string {
  const cap = (x: number) =>
    `<line x1="${at(x)}" x2="${at(x)}" y1="13" y2="25" stroke="${colour}" stroke-width="2"/>`;
  const dash = dashOf(before, slot);
  const line = `<line x1="${at(low)}" x2="${at(high)}" y1="19" y2="19" stroke="${colour}" stroke-width="2.4"${dash}/>`;
  const style = before ? `fill="var(--card)" stroke="${colour}" stroke-width="2"` : `fill="${colour}"`;
  return (
    line + cap(low) + cap(high) + (point ? `<circle cx="${at(estimate)}" cy="19" r="4.5" ${style}/>` : '')
  );
}

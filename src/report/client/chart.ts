/**
 * What all plotly charts of the page share: colours read from the page's custom properties (plotly needs hex),
 * numbers in words, bands. Runs in the browser; see kit.ts.
 */
import type { CellKind } from '../figure.js';
import type { Box } from './browser.js';
import type { Kit } from './kit.js';

/** Value of a colour of the page, as hex. */
export function colour(kit: Kit, name: string): string {
  const root = kit.window.document.documentElement;
  return kit.window.getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}

/** Mark (`f`) or text (`t`) colour of a firm: slots 1 to 12, slate beyond; ink for what is no firm. */
export function firmColour(kit: Kit, id: string, use: 'f' | 't'): string {
  const firm = kit.data.firms[id];
  return colour(kit, firm === undefined ? 'ink2' : use + Math.min(12, firm.slot));
}

/** Hex with an opacity. */
export function wash(hex: string, opacity: number): string {
  const channel = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return `rgba(${channel(1)},${channel(3)},${channel(5)},${opacity})`;
}

/** A cell of that kind in words. */
export function write(kit: Kit, kind: CellKind, value: number | null): string {
  const { percent, scaled, plain } = kit.numbers;
  return kind === 'share'
    ? percent(value)
    : kind === 'money' || kind === 'people'
      ? scaled(value)
      : plain(value);
}

/** True on a phone. */
export function isNarrow(host: Box): boolean {
  return host.clientWidth < 560;
}

/** Cuts a label to so many letters. */
export function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters
    ? text
    : `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

/** A name in so many letters: what stands in brackets at its end goes first, then the last letters. */
export function shortName(text: string, letters: number): string {
  const bare = text.replace(/\s*[(（][^()（）]*[)）]\s*$/, '');
  return cut([...text].length > letters && bare !== '' ? bare : text, letters);
}

/** Draws or redraws. The page draws again when its width changes, so plotly's own `responsive` stays off. */
export function show(kit: Kit, host: Box, chart: { traces: readonly object[]; layout: object }): void {
  kit.window.Plotly.react(host, chart.traces, chart.layout, { displayModeBar: false });
}

/** First and last index of each run of months in which both lines have a value. */
export function runs(low: readonly (number | null)[], high: readonly (number | null)[]): [number, number][] {
  const out: [number, number][] = [];
  low.forEach((value, i) => {
    if (value === null || high[i] === null) return;
    const last = out[out.length - 1];
    if (last !== undefined && last[1] === i - 1) last[1] = i;
    else out.push([i, i]);
  });
  return out;
}

/** A filled band between two lines, without hover; gaps stay open. */
export function band(
  edges: { x: readonly number[]; low: readonly (number | null)[]; high: readonly (number | null)[] },
  fill: string,
  shape: string,
): object[] {
  return runs(edges.low, edges.high).flatMap(([from, to]) => {
    const part = <T>(values: readonly T[]) => values.slice(from, to + 1);
    const edge = { x: part(edges.x), mode: 'lines', line: { width: 0, shape }, hoverinfo: 'skip' };
    return [
      { ...edge, y: part(edges.low) },
      { ...edge, y: part(edges.high), fill: 'tonexty', fillcolor: fill },
    ];
  });
}

/**
 * What all plotly charts of the page share: colours read from the page's custom properties (plotly needs hex), axes
 * with our own ticks, labels at the end of lines. Runs in the browser; see kit.ts.
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

/** Label of an axis tick: shares without the %, except on the top one. */
export function writeTick(kit: Kit, kind: CellKind, value: number, top: boolean): string {
  if (kind !== 'share') return value === 0 ? '0' : write(kit, kind, value);
  return `${Number((value * 100).toFixed(2))}${top ? '%' : ''}`;
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

/** Months with a tick: about six, multiples of 1, 2, 3, 6 or 12. */
export function monthTicks(from: number, to: number, narrow: boolean): number[] {
  const step = [1, 2, 3, 6, 12, 24].find((months) => (to - from) / months <= (narrow ? 4 : 8)) ?? 48;
  const ticks = from === 0 ? [0] : [from];
  for (let month = step; month <= to; month += step)
    if (month - ticks[ticks.length - 1] > step / 2) ticks.push(month);
  return ticks;
}

/** Lower and upper end of the y axis and its ticks; money may go below zero, shares run 0 to 1. */
export function valueAxis(kit: Kit, values: readonly (number | null)[], kind: CellKind) {
  if (kind === 'share') return { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const numbers = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  if (low === high) return { low: 0, high: 1, ticks: [0, 1] };
  const ticks = kit.places.niceTicks(low, high, 4);
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : high;
  const over = high > ticks[ticks.length - 1] + step * 0.35;
  return {
    low: low < 0 ? Math.min(low * 1.04, ticks[0]) : 0,
    high: over ? high * 1.02 : Math.max(high, ticks[ticks.length - 1]),
    ticks,
  };
}

/** A label at the end of a line. */
export interface EndLabel {
  readonly value: number;
  readonly text: string;
  readonly ink: string;
  readonly mark: string;
  readonly strong: boolean;
  /** True if the line stops before the end: its label then has no leader. */
  readonly ended?: boolean;
}

/** The axes and margins of one chart. */
export interface Frame {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly kind: CellKind;
  readonly from: number;
  /** Pixels at the right for labels. */
  readonly right: number;
}

/** Pixels that the labels right of the plot need, at most 220. */
export function labelMargin(kit: Kit, labels: readonly EndLabel[]): number {
  const pen = kit.window.document.createElement('canvas').getContext?.('2d');
  const widths = labels.map(({ text, strong }) => {
    if (pen === undefined) return [...text].length * 8;
    pen.font = `${strong ? 600 : 400} 12px ${colour(kit, 'sans')}`;
    return pen.measureText(text).width;
  });
  return Math.ceil(Math.min(220, 20 + Math.max(36, ...widths)));
}

/** Labels right of the plot, kept 15 px apart, each with a short leader from its line. */
export function endLabels(kit: Kit, host: Box, frame: Frame, labels: readonly EndLabel[]) {
  const height = Number.parseFloat(host.getAttribute('style')?.split('height:')[1] ?? '320') - 12 - 44;
  const pixel = (value: number) => ((frame.high - value) / (frame.high - frame.low)) * height;
  const places = kit.places.spread(
    labels.map(({ value }) => pixel(value)),
    15,
    4,
    height - 2,
  );
  const paper = (y: number) => 1 - y / height;
  const annotations = labels.map(({ text, ink, strong }, i) => ({
    xref: 'paper',
    yref: 'paper',
    x: 1,
    y: paper(places[i]),
    xanchor: 'left',
    yanchor: 'middle',
    xshift: 13,
    text,
    showarrow: false,
    align: 'left',
    font: { color: ink, size: 12, weight: strong ? 600 : 400 },
  }));
  const shapes = labels.flatMap(({ value, mark, strong, ended }, i) => {
    const far = Math.abs(pixel(value) - places[i]) > 40;
    if (ended === true || (far && !strong)) return [];
    const line = { color: mark, width: strong ? 1.4 : 1 };
    const place = { x0: 3, x1: 12, y0: paper(pixel(value)), y1: paper(places[i]) };
    const frame = { type: 'line', xref: 'paper', xsizemode: 'pixel', xanchor: 1, yref: 'paper' };
    return [{ ...frame, ...place, line, opacity: 0.55 }];
  });
  return { annotations, shapes };
}

/** The word `month` under the right end of the axis. */
export function monthWord(kit: Kit) {
  return {
    xref: 'paper',
    yref: 'paper',
    x: 1,
    y: 0,
    xanchor: 'right',
    yanchor: 'top',
    yshift: -24,
    text: 'month',
    showarrow: false,
    font: { color: colour(kit, 'ink3'), size: 12 },
  };
}

/** plotly's layout in the colours of the page. The hover box is paper, so that dark lines show in it. */
export function layout(kit: Kit, host: Box, frame: Frame, labels: readonly EndLabel[]): object {
  const ink3 = colour(kit, 'ink3');
  const zero = colour(kit, 'zero');
  const card = colour(kit, 'card');
  const ink = colour(kit, 'ink');
  const months = monthTicks(frame.from, kit.data.months, isNarrow(host));
  const ends = endLabels(kit, host, frame, labels);
  return {
    font: { family: colour(kit, 'sans'), size: 12, color: colour(kit, 'ink2') },
    paper_bgcolor: card,
    plot_bgcolor: card,
    showlegend: false,
    dragmode: false,
    separators: '.\u202f',
    margin: { l: isNarrow(host) ? 48 : 56, r: frame.right, t: 12, b: 44 },
    hovermode: 'x unified',
    hoverlabel: { bgcolor: card, bordercolor: colour(kit, 'edge'), font: { color: ink, size: 12 } },
    xaxis: {
      range: [frame.from, kit.data.months],
      tickvals: months,
      ticktext: months.map(String),
      showgrid: false,
      zeroline: false,
      showline: true,
      linecolor: zero,
      ticks: 'outside',
      ticklen: 4,
      tickcolor: zero,
      tickfont: { color: ink3 },
      fixedrange: true,
      unifiedhovertitle: { text: 'month %{x}' },
    },
    yaxis: {
      range: [frame.low, frame.high],
      tickvals: frame.ticks,
      gridcolor: colour(kit, 'grid'),
      zerolinecolor: zero,
      zerolinewidth: 1,
      ticks: '',
      ticklabelstandoff: 8,
      tickfont: { color: ink3 },
      fixedrange: true,
      ticktext: frame.ticks.map((tick, i) => writeTick(kit, frame.kind, tick, i === frame.ticks.length - 1)),
    },
    annotations: [monthWord(kit), ...ends.annotations],
    shapes: ends.shapes,
  };
}

/** Draws or redraws; plotly keeps the box when the data or the theme change. */
export function show(kit: Kit, host: Box, traces: readonly object[], page: object): void {
  kit.window.Plotly.react(host, traces, page, { displayModeBar: false, responsive: true });
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

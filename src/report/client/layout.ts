/** Axes with our own ticks, and plotly's layout in the colours of the page. Runs in the browser; see kit.ts. */
import type { CellKind } from '../figure.js';
import type { Box } from './browser.js';
import type { Kit } from './kit.js';
import type { EndLabel } from './labels.js';

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

/** Labels of the y ticks: shares without the %, except on the top one. */
export function tickTexts(kit: Kit, { ticks, kind }: Frame): string[] {
  return ticks.map((tick, i) => {
    if (kind !== 'share') return tick === 0 ? '0' : kit.chart.write(kit, kind, tick);
    return `${Number((tick * 100).toFixed(2))}${i === ticks.length - 1 ? '%' : ''}`;
  });
}

/** The word `month` under the right end of the axis. */
export function monthWord(kit: Kit): object {
  const place = { xref: 'paper', yref: 'paper', x: 1, y: 0, xanchor: 'right', yanchor: 'top', yshift: -24 };
  return {
    ...place,
    text: 'month',
    showarrow: false,
    font: { color: kit.chart.colour(kit, 'ink3'), size: 12 },
  };
}

/** The axis of the months. */
export function monthAxis(kit: Kit, host: Box, from: number): object {
  const months = monthTicks(from, kit.data.months, kit.chart.isNarrow(host));
  const zero = kit.chart.colour(kit, 'zero');
  const line = { showline: true, linecolor: zero, ticks: 'outside', ticklen: 4, tickcolor: zero };
  const text = {
    tickvals: months,
    ticktext: months.map(String),
    tickfont: { color: kit.chart.colour(kit, 'ink3') },
  };
  const hover = { unifiedhovertitle: { text: 'month %{x}' } };
  return {
    range: [from, kit.data.months],
    showgrid: false,
    zeroline: false,
    fixedrange: true,
    ...line,
    ...text,
    ...hover,
  };
}

/** The axis of the values. */
export function sizeAxis(kit: Kit, frame: Frame): object {
  const grid = {
    gridcolor: kit.chart.colour(kit, 'grid'),
    zerolinecolor: kit.chart.colour(kit, 'zero'),
    zerolinewidth: 1,
  };
  const text = {
    tickvals: frame.ticks,
    ticktext: tickTexts(kit, frame),
    tickfont: { color: kit.chart.colour(kit, 'ink3') },
  };
  return {
    range: [frame.low, frame.high],
    ticks: '',
    ticklabelstandoff: 8,
    fixedrange: true,
    ...grid,
    ...text,
  };
}

/** The whole layout. The hover box is paper, so that dark lines show in it. */
export function layout(kit: Kit, host: Box, chart: { frame: Frame; labels: readonly EndLabel[] }): object {
  const { colour } = kit.chart;
  const card = colour(kit, 'card');
  const ends = kit.labels.endLabels(kit, host, chart);
  return {
    width: host.clientWidth,
    font: { family: colour(kit, 'sans'), size: 12, color: colour(kit, 'ink2') },
    paper_bgcolor: card,
    plot_bgcolor: card,
    showlegend: false,
    dragmode: false,
    separators: '.\u202f',
    margin: { l: kit.chart.isNarrow(host) ? 48 : 56, r: chart.frame.right, t: 12, b: 44 },
    hovermode: 'x unified',
    hoverlabel: {
      bgcolor: card,
      bordercolor: colour(kit, 'edge'),
      font: { color: colour(kit, 'ink'), size: 12 },
    },
    xaxis: monthAxis(kit, host, chart.frame.from),
    yaxis: sizeAxis(kit, chart.frame),
    annotations: [monthWord(kit), ...ends.annotations],
    shapes: ends.shapes,
  };
}

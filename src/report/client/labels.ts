/**
 * Labels at the right end of the lines, kept apart, each with a short leader to its line. Runs in the browser; see
 * kit.ts.
 */
import type { Box } from './browser.js';
import type { Kit } from './kit.js';
import type { Frame } from './layout.js';

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

/** Pixels that the labels right of the plot need, at most 240. */
export function labelMargin(kit: Kit, labels: readonly EndLabel[]): number {
  const pen = kit.window.document.createElement('canvas').getContext?.('2d');
  const widths = labels.map(({ text, strong }) => {
    if (pen === undefined) return [...text].length * 8;
    pen.font = `${strong ? 600 : 400} 12px ${kit.chart.colour(kit, 'sans')}`;
    return pen.measureText(text).width;
  });
  return Math.ceil(Math.min(240, 20 + Math.max(36, ...widths)));
}

/** Pixels between the top and the bottom axis of a plot box; 56 are margins. */
export function plotHeight(host: Box): number {
  return Number.parseFloat(host.getAttribute('style')?.split('height:')[1] ?? '320') - 56;
}

/** One label as plotly's annotation, `y` in 0..1 of the plot. */
export function annotation({ text, ink, strong }: EndLabel, y: number): object {
  const place = { xref: 'paper', yref: 'paper', x: 1, y, xanchor: 'left', yanchor: 'middle', xshift: 13 };
  return {
    ...place,
    text,
    showarrow: false,
    align: 'left',
    font: { color: ink, size: 12, weight: strong ? 600 : 400 },
  };
}

/** The leader of a label as plotly's shape, from the line at `from` to the label at `to`, both in 0..1. */
export function leader({ mark, strong }: EndLabel, from: number, to: number): object {
  const place = {
    xref: 'paper',
    xsizemode: 'pixel',
    xanchor: 1,
    x0: 3,
    x1: 12,
    yref: 'paper',
    y0: from,
    y1: to,
  };
  return { type: 'line', ...place, line: { color: mark, width: strong ? 1.4 : 1 }, opacity: 0.55 };
}

/** Labels 15 px apart. A line that ended has no leader, nor has a thin one whose label had to go far. */
export function endLabels(kit: Kit, host: Box, chart: { frame: Frame; labels: readonly EndLabel[] }) {
  const { frame, labels } = chart;
  const height = plotHeight(host);
  const wanted = labels.map(({ value }) => ((frame.high - value) / (frame.high - frame.low)) * height);
  const places = kit.places.spread(wanted, 15, 4, height - 2);
  const paper = (y: number) => 1 - y / height;
  const shapes = labels.flatMap((label, i) => {
    const far = Math.abs(wanted[i] - places[i]) > 40;
    return label.ended === true || (far && !label.strong)
      ? []
      : [leader(label, paper(wanted[i]), paper(places[i]))];
  });
  return { annotations: labels.map((label, i) => annotation(label, paper(places[i]))), shapes };
}

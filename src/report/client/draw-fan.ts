/**
 * Quantiles of one series over months: 90 % and 50 % bands, the median, and up to three single worlds as
 * hairlines. Runs in the browser; see kit.ts.
 */
import type { FanPlot } from '../figure.js';
import type { EndLabel, Frame } from './chart.js';
import type { Job, Kit, Row } from './kit.js';

/** A column as numbers or gaps. */
export function fanColumn(rows: readonly Row[], column: number): (number | null)[] {
  return rows.map((row) => (typeof row[column] === 'number' ? row[column] : null));
}

/** Draws the figure; the colour is that of the chosen firm, or ink. */
export function drawFan(kit: Kit, job: Job, plot: FanPlot): void {
  const { sheet } = kit.data.figures[job.id];
  const rows = job.chosen.length > 0 ? kit.sheet.rowsOf(sheet, job.chosen[0]) : sheet.rows;
  const { kind } = sheet.columns[plot.bands[2]];
  const mark = kit.chart.firmColour(kit, job.chosen[0], 'f');
  const ink = kit.chart.firmColour(kit, job.chosen[0], 't');
  const x = fanColumn(rows, plot.month) as number[];
  const quantiles = plot.bands.map((column) => fanColumn(rows, column));
  const worlds = plot.worlds.map((column) => fanColumn(rows, column));
  const text = quantiles[2].map((value, i) => {
    const say = (which: number) => kit.chart.write(kit, kind, quantiles[which][i]);
    return `median ${kit.chart.write(kit, kind, value)}<br>50% of worlds ${say(1)} to ${say(3)}<br>90% of worlds ${say(0)} to ${say(4)}`;
  });
  const hair = worlds.map((y) => ({
    x,
    y,
    mode: 'lines',
    line: { color: mark, width: 1 },
    opacity: 0.5,
    hoverinfo: 'skip',
  }));
  const traces = [
    ...kit.chart.band({ x, low: quantiles[0], high: quantiles[4] }, kit.chart.wash(mark, 0.14), 'linear'),
    ...kit.chart.band({ x, low: quantiles[1], high: quantiles[3] }, kit.chart.wash(mark, 0.22), 'linear'),
    ...hair,
    {
      x,
      y: quantiles[2],
      customdata: text,
      mode: 'lines',
      line: { color: mark, width: 2.4 },
      hovertemplate: '%{customdata}<extra></extra>',
    },
  ];
  const words = ['5%', '25%', 'median', '75%', '95%'];
  const labels: EndLabel[] = words.flatMap((word, i) => {
    const value = quantiles[i][x.length - 1];
    const strong = i === 2;
    return value === null || value === undefined
      ? []
      : [{ value, text: word, ink: strong ? ink : kit.chart.colour(kit, 'ink3'), mark, strong }];
  });
  const axis = kit.chart.valueAxis(kit, [...quantiles.flat(), ...worlds.flat()], kind);
  const frame: Frame = { ...axis, kind, from: 1, right: kit.chart.labelMargin(kit, labels) };
  kit.chart.show(kit, job.host, traces, kit.chart.layout(kit, job.host, frame, labels));
}

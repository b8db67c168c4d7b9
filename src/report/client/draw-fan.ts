/**
 * Quantiles of one series over months: 90 % and 50 % bands, the median, and up to three single worlds as
 * hairlines. Runs in the browser; see kit.ts.
 */
import type { CellKind, FanPlot } from '../figure.js';
import type { Job, Kit, Row } from './kit.js';
import type { EndLabel } from './labels.js';
import type { Frame } from './layout.js';

/** A column as numbers or gaps. */
export function fanColumn(rows: readonly Row[], column: number): (number | null)[] {
  return rows.map((row) => (typeof row[column] === 'number' ? row[column] : null));
}

/** The numbers and the look of one fan. */
export interface Fan {
  readonly x: readonly number[];
  /** q05, q25, q50, q75, q95 by month. */
  readonly quantiles: readonly (readonly (number | null)[])[];
  readonly worlds: readonly (readonly (number | null)[])[];
  readonly kind: CellKind;
  readonly mark: string;
  readonly ink: string;
}

/** Bands, hairlines, and the median on top with the hover text of all. */
export function fanTraces(kit: Kit, { x, quantiles, worlds, kind, mark }: Fan): object[] {
  const say = (which: number, i: number) => kit.chart.write(kit, kind, quantiles[which][i]);
  const text = x.map(
    (_, i) =>
      `median ${say(2, i)}<br>50% of worlds ${say(1, i)} to ${say(3, i)}<br>90% of worlds ${say(0, i)} to ${say(4, i)}`,
  );
  const hair = { x, mode: 'lines', line: { color: mark, width: 1 }, opacity: 0.5, hoverinfo: 'skip' };
  const line = { color: mark, width: 2.4 };
  const hover = { customdata: text, hovertemplate: '%{customdata}<extra></extra>' };
  return [
    ...kit.chart.band({ x, low: quantiles[0], high: quantiles[4] }, kit.chart.wash(mark, 0.14), 'linear'),
    ...kit.chart.band({ x, low: quantiles[1], high: quantiles[3] }, kit.chart.wash(mark, 0.22), 'linear'),
    ...worlds.map((y) => ({ ...hair, y })),
    { x, y: quantiles[2], mode: 'lines', line, ...hover },
  ];
}

/** The names of the five quantiles at their ends. */
export function fanLabels(kit: Kit, { x, quantiles, mark, ink }: Fan): EndLabel[] {
  return ['5%', '25%', 'median', '75%', '95%'].flatMap((text, i) => {
    const value = quantiles[i][x.length - 1] ?? null;
    const strong = i === 2;
    return value === null
      ? []
      : [{ value, text, ink: strong ? ink : kit.chart.colour(kit, 'ink3'), mark, strong }];
  });
}

/** Draws the figure; the colour is that of the chosen firm, or ink. */
export function drawFan(kit: Kit, job: Job, plot: FanPlot): void {
  const { sheet } = kit.data.figures[job.id];
  const [id] = job.chosen;
  const rows = id === undefined ? sheet.rows : kit.sheet.rowsOf(sheet, id);
  const fan: Fan = {
    x: rows.map((row) => Number(row[plot.month])),
    quantiles: plot.bands.map((column) => fanColumn(rows, column)),
    worlds: plot.worlds.map((column) => fanColumn(rows, column)),
    kind: sheet.columns[plot.bands[2]].kind,
    mark: kit.chart.firmColour(kit, id, 'f'),
    ink: kit.chart.firmColour(kit, id, 't'),
  };
  const labels = fanLabels(kit, fan);
  const axis = kit.layout.valueAxis(kit, [...fan.quantiles.flat(), ...fan.worlds.flat()], fan.kind);
  const frame: Frame = { ...axis, kind: fan.kind, from: 1, right: kit.labels.labelMargin(kit, labels) };
  const traces = fanTraces(kit, fan);
  kit.chart.show(kit, job.host, { traces, layout: kit.layout.layout(kit, job.host, { frame, labels }) });
}

/**
 * Lines of many firms over months: four at most in focus with their 95 % or 90 % band, the others thin; each with
 * its name and last value at the end. From nine firms on dashes help the colours. Runs in the browser; see kit.ts.
 */
import type { CellKind, LinesPlot } from '../figure.js';
import type { Job, Kit, Row } from './kit.js';
import type { EndLabel } from './labels.js';
import type { Frame } from './layout.js';

/** One line: the numbers of a firm (or channel) and its look. */
export interface Line {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly strong: boolean;
  readonly mark: string;
  readonly ink: string;
  readonly dash: string;
  readonly name: string;
}

/** What all lines of a figure share. */
export interface Context {
  readonly plot: LinesPlot;
  readonly kind: CellKind;
  /** True if there is little room beside a line: the name is shortened, the value stays. */
  readonly narrow: boolean;
}

/** Series of the sheet, those in focus last so that they lie on top. */
export function linesOf(kit: Kit, job: Job, plot: LinesPlot): Line[] {
  const { sheet } = kit.data.figures[job.id];
  const ids = [...new Set(sheet.rows.map((row) => String(row[0])))];
  const dashes = ['solid', '7px,3px', '2px,3px', '9px,3px,2px,3px'];
  const shared = ['12px,4px', '4px,4px', '1px,4px'];
  const lines = ids.map((id, i) => {
    const firm = kit.data.firms[id];
    const own = plot.ink ? i : ids.length > 8 ? (firm?.slot ?? 1) - 1 : 0;
    return {
      id,
      rows: kit.sheet.rowsOf(sheet, id),
      strong: plot.ink === true || job.chosen.includes(id),
      mark: plot.ink ? kit.chart.colour(kit, i === 0 ? 'ink' : 'ink3') : kit.chart.firmColour(kit, id, 'f'),
      ink: plot.ink ? kit.chart.colour(kit, 'ink2') : kit.chart.firmColour(kit, id, 't'),
      dash: firm !== undefined && firm.slot > 12 ? shared[(firm.slot - 13) % 3] : dashes[own % 4],
      name: plot.ink ? id : (firm?.label ?? id),
    };
  });
  return [...lines.filter((line) => !line.strong), ...lines.filter((line) => line.strong)];
}

/** A column over the months, with the value of month 0 before it if the plot has one. */
export function columnOf(rows: readonly Row[], column: number, start: number | undefined): (number | null)[] {
  const values = rows.map((row) => (typeof row[column] === 'number' ? row[column] : null));
  return start === undefined ? values : [start, ...values];
}

/** The traces of one line: its band if in focus, and the line. */
export function lineTraces(kit: Kit, line: Line, { plot, kind }: Context): object[] {
  const shape = plot.steps ? 'hv' : 'linear';
  const x = columnOf(line.rows, 1, plot.start === undefined ? undefined : 0) as number[];
  const pick = (column: number) => columnOf(line.rows, column, plot.start);
  const [low, middle, high] = [pick(plot.low), pick(plot.middle), pick(plot.high)];
  const text = middle.map((value, i) => {
    const range = `${kit.chart.write(kit, kind, low[i])} to ${kit.chart.write(kit, kind, high[i])}`;
    return `${kit.chart.cut(line.name, 24)}  ${kit.chart.write(kit, kind, value)} (${range})`;
  });
  const bands = line.strong ? kit.chart.band({ x, low, high }, kit.chart.wash(line.mark, 0.15), shape) : [];
  const hover = line.strong ? { hovertemplate: '%{customdata}<extra></extra>' } : { hoverinfo: 'skip' };
  const look = { color: line.mark, width: line.strong ? 2.2 : 1.4, shape, dash: line.dash };
  return [
    ...bands,
    { x, y: middle, customdata: text, mode: 'lines', line: look, opacity: line.strong ? 1 : 0.55, ...hover },
  ];
}

/** Label at the end of a line: name and last value; without the value where the line ends before. */
export function lineLabel(kit: Kit, line: Line, { plot, kind, narrow }: Context): EndLabel {
  const all = columnOf(line.rows, plot.middle, plot.start);
  const known = all.filter((value) => value !== null);
  const value = known[known.length - 1] ?? 0;
  const ended = all[all.length - 1] === null;
  const digits = kind === 'share' ? kit.numbers.percentDigits(value) : kit.chart.write(kit, kind, value);
  const name = kit.chart.shortName(line.name, narrow ? 9 : 24);
  const text = ended ? name : `${name}  ${digits}`;
  return { value, text, ink: line.ink, mark: line.mark, strong: line.strong, ended };
}

/** Draws the figure. */
export function drawLines(kit: Kit, job: Job, plot: LinesPlot): void {
  const { kind } = kit.data.figures[job.id].sheet.columns[plot.middle];
  const context: Context = { plot, kind, narrow: kit.chart.isNarrow(job.host) && !plot.ink };
  const lines = linesOf(kit, job, plot);
  const edge = (line: Line) => columnOf(line.rows, line.strong ? plot.high : plot.middle, plot.start);
  const axis = kit.layout.valueAxis(kit, lines.flatMap(edge), kind);
  const labels = lines.map((line) => lineLabel(kit, line, context));
  const right = kit.labels.labelMargin(kit, labels);
  const frame: Frame = { ...axis, kind, from: plot.start === undefined ? 1 : 0, right };
  const traces = lines.flatMap((line) => lineTraces(kit, line, context));
  kit.chart.show(kit, job.host, { traces, layout: kit.layout.layout(kit, job.host, { frame, labels }) });
}

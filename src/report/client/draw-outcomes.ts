/**
 * What becomes of one firm: the shares of all outcomes by month, stacked to one, and the interval of the cash-out
 * curve. Runs in the browser; see kit.ts.
 */
import type { EndLabel, Frame } from './chart.js';
import type { Job, Kit } from './kit.js';

/** Draws the figure: outcome columns 2 to 6 of the sheet, interval in 7 and 8. */
export function drawOutcomes(kit: Kit, job: Job): void {
  const rows = kit.sheet.rowsOf(kit.data.figures[job.id].sheet, job.chosen[0]);
  const { outcomes } = kit.data;
  const x = [0, ...rows.map((row) => Number(row[1]))];
  const share = (column: number, start: number) => [start, ...rows.map((row) => Number(row[column] ?? 0))];
  const parts = outcomes.map((_, i) => share(i + 2, i === outcomes.length - 1 ? 1 : 0));
  const floor = x.map(() => 0);
  const traces: object[] = [
    { x, y: [...floor], mode: 'lines', line: { width: 0, shape: 'hv' }, hoverinfo: 'skip' },
  ];
  const labels: EndLabel[] = [];
  parts.forEach((part, i) => {
    const { glyph, word, colour, ink } = outcomes[i];
    const mark = kit.chart.colour(kit, colour);
    const before = floor[x.length - 1];
    part.forEach((value, month) => {
      floor[month] += value;
    });
    const alive = i === outcomes.length - 1;
    traces.push({
      x,
      y: [...floor],
      mode: 'lines',
      fill: 'tonexty',
      fillcolor: kit.chart.wash(mark, alive ? 0.32 : 0.9),
      line: { width: 1, color: kit.chart.colour(kit, 'card'), shape: 'hv' },
      customdata: part.map((value) => `${glyph} ${word}  ${kit.numbers.percent(value)}`),
      hovertemplate: '%{customdata}<extra></extra>',
    });
    const value = part[x.length - 1];
    if (value < 0.004) return;
    const text = `${glyph} ${word} ${kit.numbers.percent(value)}`;
    labels.push({ value: before + value / 2, text, ink: kit.chart.colour(kit, ink), mark, strong: true });
  });
  for (const column of [7, 8]) {
    const line = { color: kit.chart.colour(kit, 'ink'), width: 1, dash: '2px,2px', shape: 'hv' };
    traces.push({ x, y: share(column, 0), mode: 'lines', line, hoverinfo: 'skip' });
  }
  const frame: Frame = {
    low: 0,
    high: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    kind: 'share',
    from: 0,
    right: kit.chart.labelMargin(kit, labels),
  };
  kit.chart.show(kit, job.host, traces, kit.chart.layout(kit, job.host, frame, labels));
}

/**
 * What becomes of one firm: the shares of all outcomes by month, stacked to one, and the interval of the cash-out
 * curve. Runs in the browser; see kit.ts.
 */
import type { Job, Kit } from './kit.js';
import type { EndLabel } from './labels.js';
import type { Frame } from './layout.js';

/** Shares of each outcome by month, month 0 first: everybody is alive. */
export function sharesOf(kit: Kit, job: Job): number[][] {
  const rows = kit.sheet.rowsOf(kit.data.figures[job.id].sheet, job.chosen[0]);
  const { outcomes } = kit.data;
  return outcomes.map((_, i) => [
    i === outcomes.length - 1 ? 1 : 0,
    ...rows.map((row) => Number(row[i + 2] ?? 0)),
  ]);
}

/** One filled step area on top of the trace before it; `top` is its upper edge. */
export function area(
  kit: Kit,
  which: number,
  step: { x: readonly number[]; part: readonly number[]; top: readonly number[] },
): object {
  const { glyph, word, colour } = kit.data.outcomes[which];
  const opacity = which === kit.data.outcomes.length - 1 ? 0.32 : 0.9;
  return {
    x: step.x,
    y: step.top,
    mode: 'lines',
    fill: 'tonexty',
    fillcolor: kit.chart.wash(kit.chart.colour(kit, colour), opacity),
    line: { width: 1, color: kit.chart.colour(kit, 'card'), shape: 'hv' },
    customdata: step.part.map((value) => `${glyph} ${word}  ${kit.numbers.percent(value)}`),
    hovertemplate: '%{customdata}<extra></extra>',
  };
}

/** Dotted lines at the ends of the interval of cash-out, columns 7 and 8 of the sheet. */
export function intervalLines(kit: Kit, job: Job, x: readonly number[]): object[] {
  const rows = kit.sheet.rowsOf(kit.data.figures[job.id].sheet, job.chosen[0]);
  const line = { color: kit.chart.colour(kit, 'ink'), width: 1, dash: '2px,2px', shape: 'hv' };
  return [7, 8].map((column) => {
    return {
      x,
      y: [0, ...rows.map((row) => Number(row[column] ?? 0))],
      mode: 'lines',
      line,
      hoverinfo: 'skip',
    };
  });
}

/** Draws the figure. */
export function drawOutcomes(kit: Kit, job: Job): void {
  const parts = sharesOf(kit, job);
  const x = parts[0].map((_, month) => month);
  const top = x.map(() => 0);
  const traces: object[] = [
    { x, y: [...top], mode: 'lines', line: { width: 0, shape: 'hv' }, hoverinfo: 'skip' },
  ];
  const labels: EndLabel[] = [];
  parts.forEach((part, i) => {
    const { glyph, word, colour, ink } = kit.data.outcomes[i];
    const last = part[x.length - 1];
    const look = { ink: kit.chart.colour(kit, ink), mark: kit.chart.colour(kit, colour), strong: true };
    const text = `${glyph} ${word} ${kit.numbers.percent(last)}`;
    if (last >= 0.004) labels.push({ value: top[x.length - 1] + last / 2, text, ...look });
    for (const month of x) top[month] += part[month];
    traces.push(area(kit, i, { x, part, top: [...top] }));
  });
  traces.push(...intervalLines(kit, job, x));
  const right = kit.labels.labelMargin(kit, labels);
  const frame: Frame = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1], kind: 'share', from: 0, right };
  kit.chart.show(kit, job.host, { traces, layout: kit.layout.layout(kit, job.host, { frame, labels }) });
}

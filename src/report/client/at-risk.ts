/** Worlds still at risk, as a small table under a survival chart. Runs in the browser; see kit.ts. */
import type { Box } from './browser.js';
import type { Kit } from './kit.js';

/** One row a firm in focus, five months; `column` holds the worlds at risk at the start of the month. */
export function fillAtRisk(
  kit: Kit,
  host: Box,
  job: { id: string; chosen: readonly string[]; column: number },
): void {
  const { document } = kit.window;
  const { sheet } = kit.data.figures[job.id];
  const months = kit.layout.monthTicks(1, kit.data.months, true);
  const narrow = kit.chart.isNarrow(host);
  const make = (parent: Box, tag: string, text: string, css?: string) => {
    const box = document.createElement(tag);
    box.textContent = text;
    if (css !== undefined) box.setAttribute('class', css);
    parent.append(box);
    return box;
  };
  host.textContent = '';
  const table = make(host, 'table', '');
  const head = make(make(table, 'thead', ''), 'tr', '');
  make(head, 'th', narrow ? 'At risk' : 'Worlds still at risk');
  for (const month of months) make(head, 'th', narrow ? `${month}` : `month ${month}`, 'n');
  const body = make(table, 'tbody', '');
  for (const id of job.chosen) {
    const line = make(body, 'tr', '');
    const name = make(make(line, 'td', ''), 'span', '', 'firm');
    const { slot } = kit.data.firms[id];
    const square = make(name, 'i', '', slot > 12 ? `p${(slot - 13) % 3}` : undefined);
    square.setAttribute('style', `--c:${kit.chart.firmColour(kit, id, 'f')}`);
    make(name, 'span', kit.data.firms[id].name);
    const rows = kit.sheet.rowsOf(sheet, id);
    for (const month of months)
      make(line, 'td', kit.numbers.count(Number(rows[month - 1]?.[job.column] ?? 0)), 'n');
  }
}

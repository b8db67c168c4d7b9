/** Sheets in the page: rows of one firm, the table view, CSV. Runs in the browser; see kit.ts. */
import type { CellKind, Sheet } from '../figure.js';
import type { Box } from './browser.js';
import type { Kit, Row } from './kit.js';

/** Rows whose first cell is that firm or series. */
export function rowsOf(sheet: Sheet, id: string): readonly Row[] {
  return sheet.rows.filter((row) => row[0] === id);
}

/** A cell as text for the table view. */
export function cellText(kit: Kit, kind: CellKind, value: string | number | null): string {
  if (typeof value === 'string') return kind === 'firm' ? (kit.data.firms[value]?.name ?? value) : value;
  if (kind === 'month') return kit.numbers.month(value);
  return kind === 'count' ? kit.numbers.count(value) : kit.chart.write(kit, kind, value);
}

/** Makes the table of the chosen firms, or of all rows if the sheet has no firms. */
export function fillTable(kit: Kit, host: Box, view: { sheet: Sheet; chosen: readonly string[] }): void {
  const { sheet, chosen } = view;
  const make = (parent: Box, tag: string, kind?: CellKind) => {
    const box = kit.window.document.createElement(tag);
    if (kind !== undefined && kind !== 'firm' && kind !== 'text') box.setAttribute('class', 'n');
    parent.append(box);
    return box;
  };
  host.textContent = '';
  const table = make(host, 'table');
  const head = make(make(table, 'thead'), 'tr');
  for (const { name, kind } of sheet.columns) make(head, 'th', kind).textContent = name;
  const body = make(table, 'tbody');
  const byFirm = sheet.columns[0].kind === 'firm' && chosen.length > 0;
  for (const row of sheet.rows) {
    if (byFirm && !chosen.includes(String(row[0]))) continue;
    const line = make(body, 'tr');
    row.forEach((value, i) => {
      const { kind } = sheet.columns[i];
      make(line, 'td', kind).textContent = cellText(kit, kind, value);
    });
  }
}

/** One cell of a CSV: quoted if needed; text that a spreadsheet would run as a formula gets an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The whole sheet as CSV (RFC 4180); a column of firms becomes two, the ids and the names. */
export function csvText(kit: Kit, sheet: Sheet): string {
  const isFirm = (i: number) => sheet.columns[i].kind === 'firm';
  const head = sheet.columns.flatMap(({ name }, i) => (isFirm(i) ? [name, `${name} name`] : [name]));
  const rows = sheet.rows.map((row) =>
    row.flatMap((value, i) => (isFirm(i) ? [value, cellText(kit, 'firm', value)] : [value])),
  );
  return `${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Offers the sheet as a file. */
export function saveCsv(kit: Kit, name: string, sheet: Sheet): void {
  const { document, URL, Blob } = kit.window;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csvText(kit, sheet)], { type: 'text/csv' }));
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** `points.csv` of a study: RFC 4180 by fast-csv, numbers by their shortest exact text, a missing one empty. */
import { writeToString } from 'fast-csv';
import { safeText } from './firms-csv.js';

/** A table; null is a missing number. */
interface Points {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

function cellText(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : safeText(value);
}

/** The text of the file, with a final line break. */
export function pointsCsv({ columns, rows }: Points): Promise<string> {
  const head = columns.map(({ name }) => safeText(name));
  return writeToString([head, ...rows.map((row) => row.map(cellText))], { includeEndRowDelimiter: true });
}

/**
 * `firms.csv`: a row per point, replicate and firm; RFC 4180 by fast-csv. Numbers are written by their shortest
 * exact text. Text that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection).
 */
import { writeToString } from 'fast-csv';
import { LEDGER_LINES, OUTCOME_MONTHS, OUTCOME_NUMBERS, type Outcome } from '../../sim/index.js';
import type { FileInTheMaking } from './disk.js';

/** Header of the file; part of its format. */
export const FIRM_COLUMNS = [
  'point',
  'replicate',
  'firm',
  'outcome',
  'proximateCause',
  ...OUTCOME_MONTHS,
  ...OUTCOME_NUMBERS,
  ...LEDGER_LINES,
] as const;

const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Rows that are turned into text at once. */
const BATCH = 4096;

/** A text cell that no spreadsheet runs. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The rows of one world, cells as text in the order of FIRM_COLUMNS. */
export function firmRows(point: string, outcome: Outcome): string[][] {
  return outcome.firms.map((firm) => [
    safeText(point),
    String(outcome.replicate),
    safeText(firm.firm),
    safeText(firm.outcome),
    safeText(firm.proximateCause),
    ...OUTCOME_MONTHS.map((name) => String(firm[name] ?? '')),
    ...[...OUTCOME_NUMBERS.map((name) => firm[name]), ...firm.ledger].map(String),
  ]);
}

/** Writes header and rows; costs about 10 microseconds a row and no memory for the whole table. */
export async function writeFirms(
  file: FileInTheMaking,
  points: Iterable<readonly [point: string, outcomes: Iterable<Outcome>]>,
): Promise<void> {
  let rows: string[][] = [[...FIRM_COLUMNS]];
  const flush = async () => {
    file.append(Buffer.from(await writeToString(rows, { includeEndRowDelimiter: true }), 'utf8'));
    rows = [];
  };
  for (const [point, outcomes] of points) {
    for (const outcome of outcomes) {
      rows.push(...firmRows(point, outcome));
      if (rows.length >= BATCH) await flush();
    }
  }
  await flush();
}

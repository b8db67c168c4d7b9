/**
 * A small CSV file (RFC 4180 by fast-csv) as cells with their places. Each line is parsed by itself, so that a quote
 * that is never closed is a fault of its line and not of the rest of the file. Takes what spreadsheets write: a byte
 * order mark, CRLF, semicolons or tabs instead of commas (whichever the header has), quotes.
 */
import { parseString } from 'fast-csv';
import { decode } from './decode.js';
import type { Place, PlacedProblem } from './place.js';

/** A cell without blanks around it, and where it begins. */
export interface Cell extends Place {
  readonly text: string;
}

/** `rows` are those below the header that are not empty; none have more cells than the header. */
export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly PlacedProblem[];
}

/** The first line decides: what it has most of, a comma if it has none. */
function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Columns, from 1, at which the cells of a line begin: behind each delimiter that stands outside quotes. */
function beginnings(line: string, delimiter: string): number[] {
  const columns = [1];
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') isQuoted = !isQuoted;
    if (line[i] === delimiter && !isQuoted) columns.push(i + 2);
  }
  return columns;
}

function parseLine(line: string, delimiter: string): Promise<string[] | undefined> {
  return new Promise((resolve) => {
    let cells: string[] = [];
    parseString<string[], string[]>(line, { delimiter, ignoreEmpty: false })
      .on('error', () => resolve(undefined))
      .on('data', (row: string[]) => {
        cells = row;
      })
      .on('end', () => resolve(cells));
  });
}

function textOf(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

const LINE_END = /\r\n|\n|\r/;

/** Reads a table; faults of the file itself are problems, faults of numbers and names are the caller's. */
export async function readTable(bytes: Uint8Array, file: string): Promise<Table> {
  const at = (line: number, column: number): Place => ({ line, column, where: `${file}:${line}:${column}` });
  const decoded = decode(textOf(bytes));
  if ('offset' in decoded) {
    const before = decoded.text.slice(0, decoded.offset).split(LINE_END);
    const { expected, received } = decoded;
    const place = at(before.length, (before.at(-1)?.length ?? 0) + 1);
    return { header: [], rows: [], problems: [{ path: [], expected, received, ...place }] };
  }
  const lines = decoded.text.split(LINE_END);
  const delimiter = delimiterOf(lines[0]);
  const problems: PlacedProblem[] = [];
  const rows: Cell[][] = [];
  for (const [k, line] of lines.entries()) {
    if (k > 0 && line.trim() === '') continue;
    const cells = await parseLine(line, delimiter);
    if (!cells) {
      const expected = 'cells whose quotes are closed before the next separator';
      problems.push({ path: [], expected, received: JSON.stringify(line.slice(0, 60)), ...at(k + 1, 1) });
      continue;
    }
    const columns = beginnings(line, delimiter);
    rows.push(cells.map((text, c) => ({ text: text.trim(), ...at(k + 1, columns[c] ?? 1) })));
  }
  const [header = [], ...below] = rows;
  return { header, rows: below.map((row) => noLonger(row, header.length, problems)), problems };
}

/** A row as long as the header at most: a cell without a column has no meaning. */
function noLonger(row: Cell[], length: number, problems: PlacedProblem[]): Cell[] {
  const extra = row.slice(length).find(({ text }) => text !== '');
  if (extra) {
    const { text, ...place } = extra;
    const expected = `${length} cells, as the header has`;
    problems.push({ path: [], expected, received: `${row.length}`, ...place });
  }
  return row.slice(0, length);
}

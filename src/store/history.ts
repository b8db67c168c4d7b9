/**
 * A user's own history as targets of a calibration: a CSV file with a column `month` and columns such as `people` and
 * `users.kimi`. Each number becomes the median over worlds of the same thing in that month, with a standard error of
 * a share of the number.
 */
import { didYouMean, LEDGER_LINES, MONTH_COLUMNS, parseQuantity, type Scenario } from '../../sim/index.js';
import type { Observation } from '../experiment/calibration/aims.js';
import { lastMonth } from '../experiment/formula-arguments.js';
import { type Cell, readTable } from '../source/csv-table.js';
import { inOrder, type PlacedProblem } from '../source/place.js';

export interface HistoryOptions {
  readonly scenario: Scenario;
  /** Name in messages. */
  readonly file: string;
  /** Standard error as a share of the number, above 0. */
  readonly tolerance: number;
  /** Rows after this month are held out; none are unless given. */
  readonly fitUntil?: number;
}

/** Formula of a world for a firm (in quotes) and a month. */
type OfMonth = (firm: string, month: number) => string;

const LINES: readonly string[] = LEDGER_LINES;
/** Money from customers before the store's fee. */
const REVENUE = ['subscriptions', 'adSales', 'harvest', 'orders'];
/** Columns that are functions of the formula language themselves. */
const NAMED = ['users', 'payers', 'cash', 'price', 'quality', 'awareness', 'cac'];
const FLOWS = ['joins', 'paidJoins', 'tokens', ...LINES];

const OF_FIRM: Readonly<Record<string, OfMonth>> = {
  ...Object.fromEntries(
    MONTH_COLUMNS.filter((column) => column !== 'status').map((column): [string, OfMonth] => [
      column,
      (firm, month) => `value(${column}, ${firm}, ${month})`,
    ]),
  ),
  ...Object.fromEntries(
    FLOWS.map((flow): [string, OfMonth] => [
      flow,
      (firm, month) => `total(${flow}, ${firm}, ${month}, ${month})`,
    ]),
  ),
  ...Object.fromEntries(
    NAMED.map((name): [string, OfMonth] => [name, (firm, month) => `${name}(${firm}, ${month})`]),
  ),
  spend: (firm, month) => `spend(${firm}, ${month}, ${month})`,
  revenue: (firm, month) => REVENUE.map((line) => `total(${line}, ${firm}, ${month}, ${month})`).join(' + '),
};
const OF_MARKET = ['people', 'ever'];
/** What is counted or paid, never negative. */
const COUNTS = new Set([
  ...['people', 'ever', 'users', 'payers', 'joins', 'paidJoins', 'tokens'],
  ...['price', 'awareness', 'cac', 'spend', 'revenue'],
]);

interface Column {
  readonly name: string;
  readonly cells: readonly (Cell | undefined)[];
  formula(month: number): string;
}

type Fault = { expected: string; received: string; hint?: string | undefined };

function problemAt({ line, column, where }: Cell, { hint, ...fault }: Fault, name = ''): PlacedProblem {
  return { path: name === '' ? [] : [name], ...fault, ...(hint ? { hint } : {}), line, column, where };
}

/** What a heading stands for, or why it stands for nothing. */
function columnOf(name: string, scenario: Scenario): { formula: (month: number) => string } | Fault {
  if (OF_MARKET.includes(name)) return { formula: (month) => `median(${name}(${month}))` };
  const [measure, ...rest] = name.split('.');
  const firm = rest.join('.');
  const firms = Object.keys(scenario.firms);
  const known = Object.keys(OF_FIRM);
  if (!Object.hasOwn(OF_FIRM, measure)) {
    const expected = '`month`, `people` or a measure and a firm such as `users.kimi`';
    const near = didYouMean(measure, ['month', ...OF_MARKET, ...known]);
    const hint = near?.startsWith('did') ? near : `measures: ${Object.keys(OF_FIRM).sort().join(', ')}`;
    return { expected, received: JSON.stringify(name), hint };
  }
  if (firms.includes(firm)) {
    return { formula: (month) => `median(${OF_FIRM[measure](JSON.stringify(firm), month)})` };
  }
  const expected = `\`${measure}.\` and the name of a firm`;
  return { expected, received: JSON.stringify(name), hint: didYouMean(firm, firms) };
}

/** Month of a cell: a number from 1, or a calendar month such as 2024-03. */
export function monthOf(text: string, scenario: Scenario): number | undefined {
  const dated = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  const [year, first] = scenario.start.split('-').map(Number);
  const month = dated ? (Number(dated[1]) - year) * 12 + Number(dated[2]) - first + 1 : Number(text);
  const isMonth = text !== '' && Number.isInteger(month) && month >= 1 && month <= lastMonth(scenario);
  return isMonth ? month : undefined;
}

/** `a month from 1 to 24, or from 2023-04 on`. */
export function monthExpected(scenario: Scenario): string {
  return `a month from 1 to ${lastMonth(scenario)}, or its calendar month from ${scenario.start} on`;
}

const ANY = { unit: 'any', min: -1e15, max: 1e15, setting: true, about: 'A number of a history.' };

/**
 * Reads a history.
 * @returns the observations, or all problems in the order of the file
 */
export async function readHistory(
  bytes: Uint8Array,
  options: HistoryOptions,
): Promise<{ observations: Observation[] } | { problems: PlacedProblem[] }> {
  const { scenario, file } = options;
  const table = await readTable(bytes, file);
  const problems = [...table.problems];
  const isEmpty = table.header.every(({ text }) => text === '');
  if (isEmpty && problems.length === 0) {
    const place = { line: 1, column: 1, where: `${file}:1:1` };
    const expected = 'a header such as `month,users.kimi,cash.kimi`';
    return { problems: [{ path: [], expected, received: 'an empty file', ...place }] };
  }
  if (isEmpty) return { problems };
  const months = monthsOf(table.header, table.rows, { scenario, problems });
  const columns = columnsOf(table.header, table.rows, { scenario, problems });
  const observations = columns.flatMap((column) => observe(column, months, { options, problems }));
  if (problems.length === 0 && observations.length === 0) {
    const expected = 'a row with a month and a number';
    problems.push(problemAt(table.header[0], { expected, received: 'none' }));
  }
  return problems.length > 0 ? { problems: inOrder(problems) } : { observations };
}

interface Found {
  readonly scenario: Scenario;
  readonly problems: PlacedProblem[];
}

/** The month of each row; undefined where it is faulty. */
function monthsOf(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  { scenario, problems }: Found,
): (number | undefined)[] {
  const at = header.findIndex(({ text }) => text.toLowerCase() === 'month');
  if (at < 0) {
    const near = header.find(({ text }) => didYouMean(text, ['month'])?.startsWith('did'));
    const hint = near ? 'call it `month`' : undefined;
    problems.push(problemAt(near ?? header[0], { expected: 'a column `month`', received: 'none', hint }));
    return rows.map(() => undefined);
  }
  const seen = new Set<number>();
  return rows.map((row) => {
    const cell = row[at] ?? row[0];
    const text = row[at]?.text ?? '';
    const month = monthOf(text, scenario);
    const received = text === '' ? 'nothing' : JSON.stringify(text);
    if (month === undefined) {
      problems.push(problemAt(cell, { expected: monthExpected(scenario), received }, 'month'));
    } else if (seen.has(month)) {
      problems.push(problemAt(cell, { expected: 'each month once', received: `a second ${month}` }, 'month'));
    } else seen.add(month);
    return month;
  });
}

function columnsOf(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  { scenario, problems }: Found,
): Column[] {
  const names = header.map(({ text }) => text);
  const columns = header.flatMap((cell, c): Column[] => {
    if (
      cell.text.toLowerCase() === 'month' &&
      names.findIndex((name) => name.toLowerCase() === 'month') === c
    )
      return [];
    const isRepeated = names.indexOf(cell.text) < c;
    const column = isRepeated
      ? { expected: 'each column once', received: `a second \`${cell.text}\`` }
      : columnOf(cell.text, scenario);
    if (!('formula' in column)) {
      problems.push(problemAt(cell, column));
      return [];
    }
    return [{ name: cell.text, cells: rows.map((row) => row[c]), ...column }];
  });
  if (names.length === 1 && names[0].toLowerCase() === 'month') {
    const expected = 'at least one column besides `month`, such as `users.kimi`';
    problems.push(problemAt(header[0], { expected, received: 'none' }));
  }
  return columns;
}

/** The numbers of a column; an empty cell is a month that nobody observed. */
function observe(
  { name, cells, formula }: Column,
  months: readonly (number | undefined)[],
  { options, problems }: { options: HistoryOptions; problems: PlacedProblem[] },
): Observation[] {
  const { tolerance, fitUntil = Number.POSITIVE_INFINITY } = options;
  const given = cells.flatMap((cell, row) => {
    if (!cell || cell.text === '') return [];
    const read = parseQuantity(cell.text, ANY);
    if (!('law' in read) || read.law.kind !== 'constant') {
      const fault = 'law' in read ? { expected: 'a number', received: JSON.stringify(cell.text) } : read;
      problems.push(problemAt(cell, { ...fault, expected: 'a number' }, name));
      return [];
    }
    const { value } = read.law;
    if (value < 0 && COUNTS.has(name.split('.')[0])) {
      problems.push(problemAt(cell, { expected: 'a number of at least 0', received: cell.text }, name));
      return [];
    }
    return [{ cell, month: months[row], value }];
  });
  const usual = given.reduce((sum, { value }) => sum + Math.abs(value), 0) / given.length;
  if (given.length > 0 && usual === 0) {
    const expected = 'a column with a number other than 0, because errors are shares of them';
    problems.push(problemAt(given[0].cell, { expected, received: 'only 0' }, name));
  }
  return given.flatMap(({ cell, month, value }) =>
    month === undefined
      ? []
      : [
          {
            measure: formula(month),
            value,
            sd: tolerance * Math.max(Math.abs(value), LEAST_SHARE * usual),
            source: cell.where,
            fit: month <= fitUntil,
          },
        ],
  );
}

/** Numbers near 0 have the error of a tenth of the column's mean. */
const LEAST_SHARE = 0.1;

/**
 * What leader and helpers see of one world: offer sheet, keys and month go out, one tally a helper comes back. One
 * shared memory; both sides lay it out from the same sizes.
 */
import {
  type Cells,
  type MonthKeys,
  makeOfferSheet,
  makeTally,
  type OfferSheet,
  type Tally,
} from '../contract.js';

type Column = Int32Array | Uint8Array | Int8Array | Float32Array | Float64Array;

/** Order of the keys on the board. */
const KEYS = ['sift', 'verdict', 'consider', 'choice', 'second', 'secondChoice'] as const;
/** Words before the keys: living apps, month, app. */
const LIVING = 0;
const MONTH = 1;
const APP = 2;
const FIRST_KEY = 3;

/** The shared memory of a world as both sides read and write it. */
export interface Board {
  readonly buffer: SharedArrayBuffer;
  /** By helper. */
  readonly tallies: readonly Tally[];
  /** Writes the sheet of the month. */
  putSheet(sheet: OfferSheet): void;
  /** The sheet that was put last. */
  sheet(): OfferSheet;
  putMonth(keys: MonthKeys, month: number): void;
  month(): { keys: MonthKeys; month: number };
  /** The app that an order is about. */
  putApp(app: number): void;
  app(): number;
}

function columnsOf(record: object): [string, Column][] {
  return Object.entries(record).filter(([, value]) => ArrayBuffer.isView(value));
}

function bytesOf(record: object): number {
  return columnsOf(record).reduce((sum, [, { byteLength }]) => sum + ((byteLength + 7) & ~7), 0);
}

/** The record with all columns in shared memory, one after the other from byte `at` on, each at a multiple of 8. */
function shared<T extends object>(record: T, buffer: SharedArrayBuffer, at: number): T {
  let next = at;
  const columns = columnsOf(record).map(([name, column]) => {
    const Kind = column.constructor as new (memory: SharedArrayBuffer, at: number, length: number) => Column;
    const twin = new Kind(buffer, next, column.length);
    next += (column.byteLength + 7) & ~7;
    return [name, twin];
  });
  return { ...record, ...Object.fromEntries(columns) };
}

/** Lays out the board of a world; `buffer`: the one that the leader made. */
export function makeBoard(
  cells: Cells,
  apps: number,
  on: { helpers: number; buffer?: SharedArrayBuffer },
): Board {
  const sheetShape = makeOfferSheet(cells.segments, cells.classes, apps);
  const tallyShape = makeTally(cells, apps);
  const words = new Int32Array(FIRST_KEY + 3 * KEYS.length);
  const head = bytesOf({ words });
  const first = head + bytesOf(sheetShape);
  const buffer = on.buffer ?? new SharedArrayBuffer(first + on.helpers * bytesOf(tallyShape));
  return {
    ...viewSheet(shared({ words }, buffer, 0).words, shared(sheetShape, buffer, head)),
    buffer,
    tallies: Array.from({ length: on.helpers }, (_, helper) =>
      shared(tallyShape, buffer, first + helper * bytesOf(tallyShape)),
    ),
  };
}

function viewSheet(words: Int32Array, sheet: OfferSheet): Omit<Board, 'buffer' | 'tallies'> {
  return {
    putSheet(from) {
      copyColumns(from, sheet);
      words[LIVING] = from.livingCount;
    },
    sheet() {
      sheet.livingCount = words[LIVING];
      return sheet;
    },
    putMonth(keys, month) {
      words[MONTH] = month;
      KEYS.forEach((name, k) => {
        words.set(keys[name], FIRST_KEY + 3 * k);
      });
    },
    month() {
      const key = (k: number) => Array.from(words.subarray(FIRST_KEY + 3 * k, FIRST_KEY + 3 * k + 3));
      const keys = Object.fromEntries(KEYS.map((name, k) => [name, key(k)])) as unknown as MonthKeys;
      return { keys, month: words[MONTH] };
    },
    putApp(app) {
      words[APP] = app;
    },
    app: () => words[APP],
  };
}

/** Copies all columns of a sheet or a tally into those of another. */
export function copyColumns<T extends object>(from: T, into: T): void {
  const columns = new Map(columnsOf(into));
  for (const [name, column] of columnsOf(from)) columns.get(name)?.set(column);
}

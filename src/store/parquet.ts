/**
 * `months.parquet` and `market.parquet`: everything that was recorded, month by month, for DuckDB, pandas or R.
 * Rows lie in the order of points, replicates, months, firms; row groups are cut by rows, never by chunks, so the
 * bytes do not depend on threads. hyparquet-writer is pure JavaScript and small; DuckDB would add 70 MB.
 */
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { MARKET_COLUMNS, MONTH_COLUMNS, type Outcome, type Scenario, STATUS } from '../../sim/index.js';
import type { FileInTheMaking } from './disk.js';

/** Rows of a group: few enough to keep memory small, many enough for good dictionaries. */
const GROUP = 50_000;

type Points = Iterable<readonly [point: string, outcomes: Iterable<Outcome>]>;

/** A column while rows are gathered: texts for names, whole numbers for counters, doubles for the rest. */
interface Gathered {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
  readonly cells: string[] | Int32Array | Float64Array;
}

function gather(name: string, type: Gathered['type']): Gathered {
  const cells =
    type === 'STRING'
      ? new Array<string>(GROUP)
      : type === 'INT32'
        ? new Int32Array(GROUP)
        : new Float64Array(GROUP);
  return { name, type, cells };
}

/** The writer of hyparquet keeps all bytes; this one hands them on after every row group. */
function writerTo(file: FileInTheMaking): ByteWriter {
  const writer = new ByteWriter(1 << 20);
  const inner = writer as ByteWriter & { index: number; flush(): void };
  inner.flush = () => {
    file.append(new Uint8Array(writer.buffer, 0, inner.index).slice());
    inner.index = 0;
  };
  inner.finish = () => inner.flush();
  return inner;
}

/** Collects rows of columns and writes a row group whenever enough are there. */
function rowWriter(file: FileInTheMaking, columns: readonly Gathered[]) {
  const sources = (rows: number): ColumnSource[] =>
    columns.map(({ name, type, cells }) => ({ name, type, data: cells.slice(0, rows), nullable: false }));
  const schema = schemaFromColumnData({ columnData: sources(0) });
  const writer = new ParquetWriter({
    writer: writerTo(file),
    schema,
    statistics: false,
    createdBy: 'afterburn',
  });
  let rows = 0;
  const flush = () => {
    if (rows > 0) writer.write({ columnData: sources(rows), rowGroupSize: GROUP });
    rows = 0;
  };
  return {
    /** Writes the next row by calling `fill` with its position. */
    row(fill: (row: number) => void) {
      fill(rows++);
      if (rows === GROUP) flush();
    },
    finish() {
      flush();
      writer.finish();
    },
  };
}

function keys() {
  return {
    point: gather('point', 'STRING'),
    replicate: gather('replicate', 'INT32'),
    month: gather('month', 'INT32'),
  };
}

/** A row per point, replicate, month and firm; `status` as its word. */
export function writeMonths(file: FileInTheMaking, points: Points, scenario: Scenario): void {
  const firms = Object.keys(scenario.firms);
  const { point, replicate, month } = keys();
  const firm = gather('firm', 'STRING');
  const values = MONTH_COLUMNS.map((name) => gather(name, name === 'status' ? 'STRING' : 'DOUBLE'));
  const table = rowWriter(file, [point, replicate, month, firm, ...values]);
  for (const [name, outcomes] of points) {
    for (const outcome of outcomes) {
      const rows = outcome.months.length / MONTH_COLUMNS.length;
      for (let k = 0; k < rows; k++) {
        table.row((row) => {
          point.cells[row] = name;
          replicate.cells[row] = outcome.replicate;
          month.cells[row] = Math.floor(k / firms.length) + 1;
          firm.cells[row] = firms[k % firms.length];
          const at = k * MONTH_COLUMNS.length;
          values[0].cells[row] = STATUS[outcome.months[at]];
          for (let c = 1; c < values.length; c++) values[c].cells[row] = outcome.months[at + c];
        });
      }
    }
  }
  table.finish();
}

/** A row per point, replicate and month; one `priceIndex.<channel>` per channel. */
export function writeMarket(file: FileInTheMaking, points: Points, scenario: Scenario): void {
  const { point, replicate, month } = keys();
  const names = [
    ...MARKET_COLUMNS,
    ...Object.keys(scenario.channels).map((channel) => `priceIndex.${channel}`),
  ];
  const values = names.map((name) => gather(name, 'DOUBLE'));
  const table = rowWriter(file, [point, replicate, month, ...values]);
  for (const [name, outcomes] of points) {
    for (const outcome of outcomes) {
      for (let t = 0; t < outcome.market.length / values.length; t++) {
        table.row((row) => {
          point.cells[row] = name;
          replicate.cells[row] = outcome.replicate;
          month.cells[row] = t + 1;
          for (let c = 0; c < values.length; c++)
            values[c].cells[row] = outcome.market[t * values.length + c];
        });
      }
    }
  }
  table.finish();
}

/**
 * What a check can measure in one world: each function of the formula language, once. Money in currency, people
 * in people, months counted from 1. Firms may be one name, `all`, `firms(a, b)` or `policy(name)`: sets are summed.
 */
import { LEDGER_LINES, MARKET_COLUMNS, type MonthColumn, type Outcome, STATUS } from '../../sim/index.js';
import { FATE_MEASURES } from './fate-measures.js';
import { cell, type WorldShape } from './world-cell.js';

/** A number of one world. */
export type Measure = (world: Outcome) => number;

/** Kind of an argument. `firm` is one firm, `set` one or more. */
export type ArgumentKind =
  | 'firm'
  | 'set'
  | 'month'
  | 'fromZero'
  | 'column'
  | 'flow'
  | 'channel'
  | 'number'
  | 'root';

/** Read arguments: firms and channels as positions, months as numbers, columns by name. */
export type Arguments = readonly (number | string | readonly number[])[];

/** A function over one world: its arguments in order, what it means, and how it is measured. */
export interface MeasureDefinition {
  readonly takes: readonly ArgumentKind[];
  readonly about: string;
  make(values: Arguments, shape: WorldShape): Measure;
}

/** Columns that mean nothing when firms are added up. */
export const SINGLE_COLUMNS: readonly string[] = [
  'status',
  'blocked',
  'quality',
  'price',
  'awareness',
  'priceIndex',
  'cac',
  'runway',
];
/** Columns that may be added over months. */
export const FLOW_COLUMNS: readonly string[] = ['joins', 'paidJoins', 'tokens', 'apiTokens', ...LEDGER_LINES];

/** Ledger lines that are no financing. */
const OPERATING_LINES = LEDGER_LINES.filter((line) => !['rounds', 'listing', 'parent'].includes(line));

const MARKET: readonly string[] = MARKET_COLUMNS;

function marketCell(world: Outcome, shape: WorldShape, column: number, month: number): number {
  return world.market[(month - 1) * (MARKET.length + shape.channels) + column];
}

function sumOver(firms: readonly number[], term: (firm: number) => number): number {
  return firms.reduce((sum, firm) => sum + term(firm), 0);
}

function totalOf(
  column: string,
  firms: readonly number[],
  span: { from: number; to: number },
  shape: WorldShape,
): Measure {
  return (world) =>
    sumOver(firms, (firm) => {
      let sum = 0;
      for (let month = span.from; month <= span.to; month++)
        sum += cell(world, shape, { column, firm, month });
      return sum;
    });
}

function columnOf(column: MonthColumn, about: string): MeasureDefinition {
  const takes: ArgumentKind[] = [SINGLE_COLUMNS.includes(column) ? 'firm' : 'set', 'month'];
  return {
    takes,
    about,
    make: ([firms, month], shape) => sumOfColumn(column, firms as number[], month as number, shape),
  };
}

function sumOfColumn(column: string, firms: readonly number[], month: number, shape: WorldShape): Measure {
  return (world) => sumOver(firms, (firm) => cell(world, shape, { column, firm, month }));
}

function endedBy(outcome: string, about: string): MeasureDefinition {
  return {
    takes: ['set'],
    about,
    make:
      ([firms]) =>
      (world) =>
        sumOver(firms as number[], (firm) => (world.firms[firm].outcome === outcome ? 1 : 0)),
  };
}

/** People with an app in a month; month 0 is counted from where people came. */
function peopleAt(month: number, shape: WorldShape): Measure {
  if (month > 0) return (world) => marketCell(world, shape, MARKET.indexOf('people'), month);
  return ({ origins }) => origins.slice(shape.firms + 1).reduce((sum, people) => sum + people, 0);
}

function rankAt(firm: number, month: number, shape: WorldShape): Measure {
  return (world) => {
    const users = (other: number) => cell(world, shape, { column: 'users', firm: other, month });
    let rank = 1;
    for (let other = 0; other < shape.firms; other++) if (users(other) > users(firm)) rank += 1;
    return rank;
  };
}

/** Every function that a formula may use inside median(...), share(...) and their like. */
export const MEASURES: Readonly<Record<string, MeasureDefinition>> = {
  people: {
    takes: ['fromZero'],
    about: 'People with at least one app; month 0 is the start.',
    make: ([month], shape) => peopleAt(month as number, shape),
  },
  ever: {
    takes: ['month'],
    about: 'People who ever had an app.',
    make:
      ([month], shape) =>
      (world) =>
        marketCell(world, shape, MARKET.indexOf('ever'), month as number),
  },
  sumUsers: {
    takes: ['month'],
    about: 'Sum of the users of all firms; a person with two apps counts twice.',
    make: ([month], shape) => sumOfColumn('users', all(shape), month as number, shape),
  },
  shareOf: {
    takes: ['set', 'month'],
    about: 'Users over the people with an app.',
    make: ([firms, month], shape) => {
      const [users, people] = [
        sumOfColumn('users', firms as number[], month as number, shape),
        peopleAt(month as number, shape),
      ];
      return (world) => users(world) / people(world);
    },
  },
  rank: {
    takes: ['firm', 'month'],
    about: '1 + number of firms with more users.',
    make: ([firm, month], shape) => rankAt((firm as number[])[0], month as number, shape),
  },
  users: columnOf('users', 'Monthly active users, as first or second app.'),
  payers: columnOf('payers', 'Users on a paid tier.'),
  cash: columnOf('cash', 'Cash at the end of the month.'),
  price: columnOf('price', 'Lowest positive price; 0 if all is free.'),
  quality: columnOf('quality', 'Quality relative to the frontier.'),
  awareness: columnOf('awareness', 'Share of the people who know the app.'),
  cac: columnOf('cac', 'Advertising of three months over paid joins of three months; 0 if none.'),
  aliveAt: {
    takes: ['set', 'month'],
    about: '1 if the firm operates in the month.',
    make:
      ([firms, month], shape) =>
      (world) =>
        sumOver(firms as number[], (firm) =>
          STATUS[cell(world, shape, { column: 'status', firm, month: month as number })] === 'alive' ? 1 : 0,
        ),
  },
  value: {
    takes: ['column', 'set', 'month'],
    about: 'Any month column.',
    make: ([column, firms, month], shape) =>
      sumOfColumn(column as string, firms as number[], month as number, shape),
  },
  total: {
    takes: ['flow', 'set', 'month', 'month'],
    about: 'Sum of a ledger line (money in is positive), of joins, paidJoins or tokens, from month to month.',
    make: ([column, firms, from, to], shape) =>
      totalOf(column as string, firms as number[], { from: from as number, to: to as number }, shape),
  },
  earned: {
    takes: ['set', 'month', 'month'],
    about: 'Money in less money out from month to month, without rounds, listing and parent.',
    make: ([firms, from, to], shape) => {
      const span = { from: from as number, to: to as number };
      const lines = OPERATING_LINES.map((line) => totalOf(line, firms as number[], span, shape));
      return (world) => lines.reduce((sum, line) => sum + line(world), 0);
    },
  },
  spend: {
    takes: ['set', 'month', 'month'],
    about: 'Advertising paid from month to month, positive.',
    make: ([firms, from, to], shape) => {
      const paid = totalOf(
        'advertising',
        firms as number[],
        { from: from as number, to: to as number },
        shape,
      );
      return (world) => 0 - paid(world);
    },
  },
  priceIndex: {
    takes: ['channel', 'month'],
    about: 'Auction price index of a channel.',
    make:
      ([channel, month], shape) =>
      (world) =>
        marketCell(world, shape, MARKET.length + (channel as number), month as number),
  },
  exitMonth: {
    takes: ['firm'],
    about: 'Month of the exit; Infinity if alive.',
    make:
      ([firm]) =>
      (world) =>
        world.firms[(firm as number[])[0]].exitMonth ?? Infinity,
  },
  life: {
    takes: ['firm'],
    about: 'Month of the exit; the last month of the scenario if alive; undefined if it never entered.',
    make:
      ([firm], { months }) =>
      (world) => {
        const { outcome, exitMonth } = world.firms[(firm as number[])[0]];
        return outcome === 'absent' ? Number.NaN : (exitMonth ?? months);
      },
  },
  cashOut: endedBy('cash-out', '1 if the firm ran out of cash.'),
  acquired: endedBy('acquired', '1 if the firm was bought.'),
  woundDown: endedBy('wound-down', '1 if the firm ended its project.'),
  paused: endedBy('paused', '1 if the firm suspended its project.'),
  alive: endedBy('alive', '1 if the firm is alive at the end.'),
  ...FATE_MEASURES,
};

function all(shape: WorldShape): number[] {
  return Array.from({ length: shape.firms }, (_, firm) => firm);
}

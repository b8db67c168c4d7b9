/** What a check can measure of rounds, sales and the causes of ends; sets of firms are counted. */
import type { Outcome } from '../../sim/index.js';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import type { Arguments, MeasureDefinition } from './measures.js';
import { raiseSlope } from './raise-slope.js';
import { rootCause } from './root-cause.js';
import { cell, type WorldShape } from './world-cell.js';

/** Number of firms of a set for which something holds. */
function countOf(firms: Arguments[number], holds: (firm: number) => boolean): number {
  return (firms as number[]).filter(holds).length;
}

/** Rounds that a firm closed by the end of a month. */
function roundsBy(world: Outcome, shape: WorldShape, at: { firm: number; month: number }): number {
  const { exitMonth } = world.firms[at.firm];
  const month = exitMonth === null ? at.month : Math.min(at.month, exitMonth);
  return cell(world, shape, { column: 'stage', firm: at.firm, month });
}

/** What investors got over what they had put in: the cash of the start and all rounds; NaN unless it was bought. */
function returned(world: Outcome, firm: number): number {
  const { outcome, proceeds, raised, finalCash, ledger } = world.firms[firm];
  if (outcome !== 'acquired') return Number.NaN;
  const atStart = finalCash - ledger.reduce((sum, line) => sum + line, 0);
  return proceeds / (atStart + raised);
}

/** First month by whose end half of the firms that entered had ended; entry is month 1 of a life. */
function medianLife(world: Outcome, months: number, firms: readonly number[]): number {
  const entered = firms.flatMap((firm) => {
    const { entryMonth, exitMonth } = world.firms[firm];
    return entryMonth === null
      ? []
      : [{ life: (exitMonth ?? months) - entryMonth + 1, ended: exitMonth !== null }];
  });
  if (entered.length === 0) return Number.NaN;
  const { estimate } = kaplanMeier(
    entered.map(({ life }) => life),
    entered.map(({ ended }) => ended),
    months,
  );
  const half = estimate.findIndex((alive) => alive <= 0.5);
  return half < 0 ? Infinity : half + 1;
}

/** Measures of fates, for the formula language. */
export const FATE_MEASURES: Readonly<Record<string, MeasureDefinition>> = {
  closed: {
    takes: ['set', 'number', 'month'],
    about: 'Number of firms that closed at least so many rounds after the start by the end of a month.',
    make:
      ([firms, least, month], shape) =>
      (world) =>
        countOf(
          firms,
          (firm) => roundsBy(world, shape, { firm, month: month as number }) >= (least as number),
        ),
  },
  raiseSlope: {
    takes: ['set'],
    about: 'Growth slope of a logit of closing a round on growth, a runway under six months and the climate.',
    make:
      ([firms], shape) =>
      (world) =>
        raiseSlope(world, shape, firms as number[]),
  },
  medianLife: {
    takes: ['set'],
    about:
      'Median of months from entry to exit of the firms that entered (Kaplan-Meier); Infinity if most outlive the world.',
    make:
      ([firms], { months }) =>
      (world) =>
        medianLife(world, months, firms as number[]),
  },
  listed: {
    takes: ['set'],
    about: 'Number of firms that went public.',
    make:
      ([firms]) =>
      (world) =>
        countOf(firms, (firm) => world.firms[firm].listedMonth !== null),
  },
  returned: {
    takes: ['set', 'number', 'number'],
    about:
      'Number of bought firms whose investors got between so many and so many times what they had put in.',
    make:
      ([firms, low, high]) =>
      (world) =>
        countOf(firms, (firm) => {
          const multiple = returned(world, firm);
          return multiple >= (low as number) && multiple <= (high as number);
        }),
  },
  rootCause: {
    takes: ['set', 'root'],
    about: 'Number of cash-outs with this root cause: cost, "no-demand", outcompeted or funding.',
    make:
      ([firms, root], shape) =>
      (world) =>
        countOf(firms, (firm) => rootCause(world, shape, firm) === root),
  },
  afterExit: {
    takes: ['firm', 'number'],
    about:
      'Users so many months after the exit over those of the month of the exit; undefined if alive or beyond the end.',
    make:
      ([firms, later], shape) =>
      (world) => {
        const [firm] = firms as number[];
        const { exitMonth } = world.firms[firm];
        if (exitMonth === null || exitMonth + (later as number) > shape.months) return Number.NaN;
        const users = (month: number) => cell(world, shape, { column: 'users', firm, month });
        return users(exitMonth + (later as number)) / users(exitMonth);
      },
  },
};

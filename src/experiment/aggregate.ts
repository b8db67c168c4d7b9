/**
 * From outcomes to a PointSummary, in one pass, all at once or world by world. Outcomes must come in replicate order: sums of doubles depend
 * on their order, and a batch must give the same bytes for any number of threads.
 */
import { MARKET_COLUMNS, type Outcome, type Scenario } from '../../sim/index.js';
import { meanRange } from '../statistics/mean-range.js';
import { quantile } from '../statistics/quantile.js';
import { byFamily, familiesOf } from './families.js';
import { collectFirm } from './firm-summary.js';
import { middleOf } from './inputs.js';
import { makeSeries } from './series.js';
import type { Fan, PointSummary } from './summary.js';

/** Adds up matrices of one shape and gives their mean. */
function meanMatrix(length: number) {
  const sums = new Float64Array(length);
  let n = 0;
  return {
    add(values: Float64Array) {
      for (let k = 0; k < length; k++) sums[k] += values[k];
      n++;
    },
    finish: () => Array.from(sums, (sum) => (n > 0 ? sum / n : 0)),
  };
}

/** Fans of the market columns that the summary tells: people, unit cost, price index by channel. */
function collectMarket(channels: readonly string[], shape: { months: number; worlds: number }) {
  const width = MARKET_COLUMNS.length + channels.length;
  const columns = [
    MARKET_COLUMNS.indexOf('people'),
    MARKET_COLUMNS.indexOf('unitCost'),
    ...channels.map((_, k) => MARKET_COLUMNS.length + k),
  ];
  const series = columns.map(() => makeSeries(shape));
  return {
    add(market: Float64Array) {
      series.forEach((one, k) => {
        for (let month = 0; month < shape.months; month++) one.put(month, market[month * width + columns[k]]);
        one.next();
      });
    },
    finish() {
      const [people, unitCost, ...indexes] = series.map((one) => one.fan());
      const priceIndex: Record<string, Fan> = {};
      channels.forEach((channel, k) => {
        priceIndex[channel] = indexes[k];
      });
      return { people, unitCost, priceIndex };
    },
  };
}

function lossesOf(counts: readonly number[]): PointSummary['firmsLost'] {
  const ascending = Float64Array.from(counts).sort();
  return { ...meanRange(counts), q05: quantile(ascending, 0.05), q95: quantile(ascending, 0.95) };
}

/** Sums up one point world by world. `finish` may be asked at any time, and again after more worlds. */
export interface Aggregator {
  /** In replicate order; failed replicates are left out. */
  add(outcome: Outcome): void;
  finish(): PointSummary;
}

/** @param worlds most outcomes that may come */
export function makeAggregator(scenario: Scenario, worlds: number): Aggregator {
  const families = familiesOf(scenario);
  const count = Object.keys(scenario.firms).length;
  const months = middleOf(scenario.months);
  const firms = families.map((family, k) =>
    collectFirm(scenario, family, { slot: k + 1, firms: count, months, worlds }),
  );
  const market = collectMarket(Object.keys(scenario.channels), { months, worlds });
  const moves = meanMatrix((count + 1) ** 2);
  const origins = meanMatrix((count + 1) ** 2);
  const lost: number[] = [];
  return {
    add(outcome) {
      for (const firm of firms) firm.add(outcome);
      market.add(outcome.market);
      moves.add(outcome.moves);
      origins.add(outcome.origins);
      lost.push(outcome.firms.filter((firm) => firm.outcome === 'cash-out').length);
    },
    finish: () => ({
      n: lost.length,
      firms: Object.fromEntries(firms.map((firm, k) => [families[k].id, firm.finish()])),
      ...market.finish(),
      firmsLost: lossesOf(lost),
      moves: byFamily(moves.finish(), families),
      origins: byFamily(origins.finish(), families),
    }),
  };
}

/**
 * Summarises the worlds of one point.
 * @param outcomes in replicate order; failed replicates are simply not there
 * @param worlds most outcomes that may come
 */
export function aggregate(scenario: Scenario, outcomes: Iterable<Outcome>, worlds: number): PointSummary {
  const aggregator = makeAggregator(scenario, worlds);
  for (const outcome of outcomes) aggregator.add(outcome);
  return aggregator.finish();
}

/**
 * From outcomes to a PointSummary, all at once or world by world. Outcomes must come in replicate order: sums of doubles depend
 * on their order, and a batch must give the same bytes for any number of threads.
 */
import { MARKET_COLUMNS, type Outcome, type Scenario } from '../../sim/index.js';
import { heldSample, type Sample } from '../statistics/sample.js';
import { byFamily, type Family, familiesOf } from './families.js';
import { collectFirm, samplesOfFirm } from './firm-summary.js';
import { middleOf } from './inputs.js';
import { type MakeSample, sampleMaker } from './sample-maker.js';
import { endPasses, makeSeries } from './series.js';
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
    finish: () => sums.map((sum) => (n > 0 ? sum / n : 0)),
  };
}

/** Fans of the market columns that the summary tells: people, unit cost, price index by channel. */
function collectMarket(channels: readonly string[], months: number, make: MakeSample) {
  const width = MARKET_COLUMNS.length + channels.length;
  const columns = [
    MARKET_COLUMNS.indexOf('people'),
    MARKET_COLUMNS.indexOf('unitCost'),
    ...channels.map((_, k) => MARKET_COLUMNS.length + k),
  ];
  const series = columns.map(() => makeSeries(months, make));
  return {
    add(market: Float64Array) {
      series.forEach((one, k) => {
        for (let month = 0; month < months; month++) one.put(month, market[month * width + columns[k]]);
      });
    },
    endPass: () => endPasses(series),
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

const LOST_QUANTILES = [0.05, 0.25, 0.75, 0.95];

function lossesOf(lost: Sample): PointSummary['firmsLost'] {
  const [q05, q25, q75, q95] = LOST_QUANTILES.map((p) => lost.quantile(p));
  return { mean: lost.mean(), q25, q75, q05, q95 };
}

/** Numbers that a summary takes of each world, at most. */
function samplesOf(scenario: Scenario, families: readonly Family[], months: number): number {
  const firms = families.reduce((sum, { members }) => sum + samplesOfFirm(members.length, months), 0);
  return firms + (2 + Object.keys(scenario.channels).length) * months + 1;
}

/** Sums up one point world by world. `finish` may be asked at any time, and again after more worlds. */
export interface Aggregator {
  /** In replicate order; failed replicates are left out. */
  add(outcome: Outcome): void;
  finish(): PointSummary;
}

/** Sums up one point in as many passes as its samples need; `finish` may be asked earlier if they keep their numbers. */
interface Passes extends Aggregator {
  /** Ends a pass over all worlds; true if they must come once more. */
  endPass(): boolean;
}

/** @param makerFor makes samples for so many of them */
function collectPoint(scenario: Scenario, makerFor: (samples: number) => MakeSample): Passes {
  const families = familiesOf(scenario);
  const count = Object.keys(scenario.firms).length;
  const months = middleOf(scenario.months);
  const make = makerFor(samplesOf(scenario, families, months));
  const firms = families.map((family, k) =>
    collectFirm(scenario, family, { slot: k + 1, firms: count, months, make }),
  );
  const market = collectMarket(Object.keys(scenario.channels), months, make);
  const moves = meanMatrix((count + 1) ** 2);
  const origins = meanMatrix((count + 1) ** 2);
  const lost = make(LOST_QUANTILES);
  let [n, isFirst] = [0, true];
  return {
    add(outcome) {
      for (const firm of firms) firm.add(outcome);
      market.add(outcome.market);
      lost.put(outcome.firms.filter((firm) => firm.outcome === 'cash-out').length);
      if (!isFirst) return;
      n++;
      moves.add(outcome.moves);
      origins.add(outcome.origins);
    },
    endPass() {
      isFirst = false;
      return endPasses([...firms, market, lost]);
    },
    finish: () => ({
      n,
      firms: Object.fromEntries(firms.map((firm, k) => [families[k].id, firm.finish()])),
      ...market.finish(),
      firmsLost: lossesOf(lost),
      moves: byFamily(moves.finish(), families),
      origins: byFamily(origins.finish(), families),
    }),
  };
}

/**
 * For a batch that is still being lived: keeps every number, 2 kB a world and firm.
 * @param worlds most outcomes that may come
 */
export function makeAggregator(scenario: Scenario, worlds: number): Aggregator {
  return collectPoint(scenario, () => () => heldSample(worlds));
}

/**
 * Summarises the worlds of one point.
 * @param outcomes in replicate order; failed replicates are simply not there. Walked over more than once if the batch is
 *   too large for its numbers to be kept
 * @param worlds most outcomes that may come
 */
export function aggregate(scenario: Scenario, outcomes: Iterable<Outcome>, worlds: number): PointSummary {
  const point = collectPoint(scenario, (samples) => sampleMaker(samples, worlds));
  do {
    for (const outcome of outcomes) point.add(outcome);
  } while (point.endPass());
  return point.finish();
}

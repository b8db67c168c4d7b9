/**
 * Fits that reproduce the starting shares (Berry 1994): in segments with `calibrateFit`, month 1 begins by moving the
 * fits of all apps that have users so that, if everybody who has an app reviewed once under this month's offers and
 * awareness, shares among first apps would stay as they are. Every round
 *   fit += ln(observed share / model share),
 * until no fit moves by .005 or 30 rounds are over. The level of all fits together stays free: shares do not show it.
 *
 * Shares come from trial populations: cohorts (the same law as agents) of 1e9 users, so the noise of a share is below
 * .0005 of it and belongs to no replicate. Rounds use about 128 types a segment, over all starting apps and usage
 * classes; that misses the law by up to .05 utils. So a trial of 2,048 types is asked once, at the end of the rounds, and
 * the rounds go on towards shares that the coarse trial shows when the fine one shows the observed ones (defect
 * correction, Stetter 1978). Relative fits are then within .02 utils of those of 32,768 types where apps have
 * characters and all tastes are spread, within .001 in the charging shock; rounds over 2,048 types alone would take
 * twice as long.
 */
import type { Luck } from './core/draws.js';
import { log } from './core/numerics.js';
import type { Market } from './market-state.js';
import { writeOffers } from './offers.js';
import { moveCohorts } from './population/cohort-month.js';
import { type Cohorts, makeCohorts, startCohorts } from './population/cohort-state.js';
import { makeWorkshop, type Workshop } from './population/cohort-weights.js';
import { type Cells, type OfferSheet, TIERS } from './population/contract.js';
import { monthKeys } from './population/month-keys.js';
import { makeTypes } from './population/types.js';
import type { DrawnScenario } from './scenario/drawn.js';
import type { Path } from './scenario/scenario.js';

const ROUNDS = 30;
const ENOUGH = 0.005;
/** Types of a segment in the trial that rounds are made with, and in the one that corrects it. */
const COARSE = 128;
const FINE = 2048;
const USERS = 1e9;
/** All replicates see the same trial. */
const NO_LUCK: Luck = { seed: new Int32Array(4), replicate: 0, forks: [] };

interface Trial {
  readonly cohorts: Cohorts;
  readonly shop: Workshop;
  readonly sheet: OfferSheet;
  /** People by segment and slot - 1 before month 1; in the coarse trial what it must show for the fine one to be right. */
  readonly observed: Float64Array;
}

/** The cells of users with an app in the segments to be calibrated, all of one size, which is more than a cell can have types; weights keep the people. */
function trialCells({ cells, segments }: Market, types: number): Cells {
  const kept = Array.from(cells.start.keys()).filter(
    (cell) => cells.origin[cell] > 0 && segments[cells.segment[cell]].calibrateFit,
  );
  const of = (column: Int32Array) => Int32Array.from(kept, (cell) => column[cell]);
  return {
    ...cells,
    count: kept.length,
    start: Int32Array.from(kept, (_, k) => k * types),
    end: Int32Array.from(kept, (_, k) => (k + 1) * types),
    segment: of(cells.segment),
    usageClass: of(cells.usageClass),
    origin: of(cells.origin),
    weight: Float64Array.from(
      kept,
      (cell) => (cells.weight[cell] * (cells.end[cell] - cells.start[cell])) / types,
    ),
    length: kept.length * types,
    agents: kept.length * types,
  };
}

/** A trial in which everybody reviews, nobody lapses and nobody takes another second app; terms are the market's own. */
function openTrial(market: Market, wanted: number): Trial {
  const { apps, sheet, starts } = market;
  const cells = trialCells(market, wanted);
  const types = makeTypes(cells, starts, wanted);
  const scale = Math.ceil(USERS / Math.max(1, cells.agents));
  const observed = new Float64Array(cells.segments * apps.length);
  for (let cell = 0; cell < cells.count; cell++) {
    observed[cells.segment[cell] * apps.length + cells.origin[cell] - 1] += cells.weight[cell];
  }
  return {
    cohorts: makeCohorts(cells, { ...types, size: types.size.map((n) => n * scale) }, apps.length, 1),
    shop: makeWorkshop(),
    sheet: {
      ...sheet,
      activation: new Float32Array(sheet.segments).fill(1),
      second: new Float32Array(sheet.segments),
      hazard: new Float32Array(sheet.hazard.length),
    },
    observed,
  };
}

/** People by segment and slot - 1 after everybody has reviewed once. */
function reviewOnce(market: Market, trial: Trial): Float64Array {
  const { cohorts, shop, sheet } = trial;
  const { cells } = cohorts;
  const { apps } = sheet;
  cohorts.users.fill(0);
  cohorts.used.fill(0);
  cohorts.none.fill(0);
  cohorts.second.fill(0);
  sheet.livingCount = market.sheet.livingCount;
  startCohorts(cohorts, market.starts, { luck: NO_LUCK, users: market.startingUsers });
  const tally = moveCohorts(cohorts, shop, sheet, monthKeys(NO_LUCK, 1));
  const people = new Float64Array(cells.segments * apps);
  for (let row = 0; row < cells.count * apps; row++) {
    const cell = Math.floor(row / apps);
    let users = 0;
    for (let tier = 0; tier < TIERS; tier++) users += tally.users[row * TIERS + tier];
    people[cells.segment[cell] * apps + (row % apps)] += users * cells.weight[cell];
  }
  return people;
}

/** Moves the fits of a segment towards the observed shares; returns the largest move. */
function correctSegment(market: Market, s: number, trial: Trial, people: Float64Array): number {
  const { apps } = market;
  const from = s * apps.length;
  let observed = 0;
  let model = 0;
  for (let k = 0; k < apps.length; k++) {
    if (trial.observed[from + k] === 0) continue;
    observed += trial.observed[from + k];
    model += people[from + k];
  }
  let most = 0;
  for (let k = 0; k < apps.length; k++) {
    if (trial.observed[from + k] === 0 || people[from + k] === 0) continue;
    const move = log(trial.observed[from + k] / observed / (people[from + k] / model));
    const { fit } = apps[k].fields;
    const id = market.segmentIds[s];
    fit[id] = (fit[id] ?? 0) + move;
    most = Math.max(most, Math.abs(move));
  }
  return most;
}

/** Does a segment of the scenario ask for it? */
export function calibrates({ segments }: DrawnScenario): boolean {
  return Object.values(segments).some(({ calibrateFit }) => calibrateFit);
}

/**
 * Gives an arm the fits of its base world after month 1, except those that the arm sets itself from month 1 on: fitted
 * to the same shares again, the arm would hide what it changes. Writes `drawn`.
 */
export function takeFits(
  drawn: DrawnScenario,
  base: Market,
  changes: readonly { readonly month: number; readonly path: Path }[],
): void {
  const set = new Set(changes.filter(({ month }) => month === 1).map(({ path }) => path.join('.')));
  base.segments.forEach((segment, s) => {
    const id = base.segmentIds[s];
    if (!segment.calibrateFit) return;
    drawn.segments[id].calibrateFit = false;
    for (const firm of base.apps) {
      const fit = firm.fields.fit[id];
      if (fit !== undefined && !set.has(`firms.${firm.id}.fit.${id}`)) drawn.firms[firm.id].fit[id] = fit;
    }
  });
}

/** Rounds until the trial shows what it must; writes `fields.fit` of the apps and the offers. */
function fitTo(market: Market, trial: Trial): void {
  const { segments } = market;
  for (let round = 0; round < ROUNDS; round++) {
    const people = reviewOnce(market, trial);
    let most = 0;
    for (let s = 0; s < segments.length; s++) {
      if (segments[s].calibrateFit) most = Math.max(most, correctSegment(market, s, trial, people));
    }
    writeOffers(market);
    if (most < ENOUGH) return;
  }
}

/** Asks of the coarse trial what it shows when the fine one shows what was observed, to first order. */
function correctTrial(market: Market, coarse: Trial, fine: Trial): void {
  const [rough, exact] = [reviewOnce(market, coarse), reviewOnce(market, fine)];
  for (let k = 0; k < rough.length; k++) {
    if (rough[k] > 0 && exact[k] > 0) coarse.observed[k] = (fine.observed[k] * rough[k]) / exact[k];
  }
}

/** Calibrates the fits of all segments that ask for it, in month 1; writes `fields.fit` of the apps and the offers. */
export function calibrateFits(market: Market): void {
  if (!calibrates(market.scenario)) return;
  const coarse = openTrial(market, COARSE);
  const fine = openTrial(market, FINE);
  fitTo(market, coarse);
  correctTrial(market, coarse, fine);
  fitTo(market, coarse);
}

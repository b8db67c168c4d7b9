/**
 * A month of the cohorts: the moves of a cohort's users are multinomial, because they are exchangeable, and are drawn
 * as conditional binomials (`core/binomial.ts`): lapse, review or stay; of the reviewers none, the own app or a rival.
 * Movers to rivals are added over tenures before their destinations are drawn: where everybody knows every app the
 * destination does not depend on tenure; with consideration sets (`considered.ts`) a sum of multinomials is drawn as
 * one with its mean composition. Tenures age in place, from the longest down.
 *
 * About two binomials a cohort (50 ns each; `cohort-leave.ts`) and one an app for all movers of a type from an app,
 * however many users there are.
 */
import { binomial, openUrn } from '../core/binomial.js';
import { type Leaving, leaveTenure, openLeaving } from './cohort-leave.js';
import { bookSeconds, keepSeconds, takeSeconds } from './cohort-second.js';
import {
  bucketAt,
  type Cohorts,
  clearTally,
  countSecond,
  countType,
  needSecond,
  share,
} from './cohort-state.js';
import {
  type At,
  clampedWeight,
  lastTenure,
  layNodes,
  outsideOf,
  rivalWeight,
  type Workshop,
  weighApps,
  weighTenures,
} from './cohort-weights.js';
import { addMovers, composeMovers, prepare, type Reviewed, totalsAt } from './considered.js';
import { LAPSED, type MonthKeys, NEVER, type OfferSheet, ORPHAN, STATES, type Tally } from './contract.js';

/** Moves all cohorts through a month and tallies them; writes counts and tally. */
export function moveCohorts(cohorts: Cohorts, shop: Workshop, sheet: OfferSheet, keys: MonthKeys): Tally {
  const { cells, types, tally } = cohorts;
  clearTally(tally);
  for (let s = 0; s < sheet.segments; s++) if (sheet.second[s] > 0) needSecond(cohorts);
  for (let cell = 0; cell < cells.count; cell++) {
    const segment = cells.segment[cell];
    const last = lastTenure(sheet, segment, cohorts.tenures);
    const at: At = { cohorts, shop, sheet, key: keys.cohort, cell, segment, last };
    for (let type = types.first[cell]; type < types.first[cell + 1]; type++) moveType(at, type);
  }
  return tally;
}

function moveType(at: At, type: number): void {
  const { cohorts, shop, sheet } = at;
  const living = sheet.livingCount;
  weighApps(at, type);
  const longest = weighTenures(at, type);
  if (!sheet.allAware[at.segment]) layNodes(at, type, longest);
  shop.joins.fill(0, 0, living);
  leaveNone(at, type);
  for (let n = 0; n < living; n++) {
    if (cohorts.used[type * cohorts.apps + sheet.living[n] - 1] > 0) leaveApp(at, type, n);
  }
  for (let n = 0; n < living; n++) {
    if (shop.joins[n] === 0) continue;
    const app = sheet.living[n];
    const used = type * cohorts.apps + app - 1;
    cohorts.users[bucketAt(cohorts, type, app, shop.best[n])] += shop.joins[n];
    if (cohorts.used[used] === 0) cohorts.used[used] = 1;
  }
  if (cohorts.second.length > 0) {
    bookSeconds(at, type);
    countSecond(cohorts, type);
  }
  countType(cohorts, type, sheet.aging[at.segment] === 1);
}

/** Users without an app look around. */
function leaveNone(at: At, type: number): void {
  const { cohorts, shop, sheet, segment } = at;
  const { none, urn } = cohorts;
  const from = type * 3;
  if (none[from + NEVER] + none[from + LAPSED] + none[from + ORPHAN] === 0) return;
  openUrn(urn, at.key, type << 5);
  const outside = outsideOf(at, type);
  let join: number;
  if (sheet.allAware[segment]) {
    const rivals = rivalWeight(shop.rivals, -1);
    join = rivals / (outside + rivals);
  } else {
    shop.holders.fill(0, 0, sheet.livingCount);
    prepare(shop.grid, shop.rivals, -1, shop.holders);
    totalsAt(shop.grid, outside);
    join = shop.grid.rival / (shop.grid.rival + outside * shop.grid.inverse);
  }
  const review = (way: number) => 1 - sheet.hazard[(segment * STATES + way) * 3 + 2];
  const never = binomial(urn, none[from + NEVER], review(NEVER) * join);
  const lapsed = binomial(urn, none[from + LAPSED], review(LAPSED) * join);
  const looking = binomial(urn, none[from + ORPHAN], review(ORPHAN));
  const orphans = binomial(urn, looking, join);
  none[from + NEVER] -= never;
  none[from + LAPSED] += looking - orphans - lapsed;
  none[from + ORPHAN] -= looking;
  const movers = never + lapsed + orphans;
  if (movers === 0) return;
  if (!sheet.allAware[segment]) {
    shop.mixture.fill(0, 0, shop.grid.count);
    addMovers(shop.grid, shop.mixture, movers);
  }
  sendMovers(at, movers, reviewedBy(shop, -1, outside, 0));
}

function reviewedBy(shop: Workshop, own: number, outside: number, ownWeight: number): Reviewed {
  return { apps: shop.rivals, own, outside, ownWeight, holders: shop.holders, parts: shop.secondParts };
}

/** Movers from an app (or from none) take a rival each, and some a second app; writes `joins` and the tally. */
function sendMovers(at: At, movers: number, from: Reviewed): void {
  const { cohorts, shop, sheet, segment } = at;
  const { own } = from;
  const { rivals, parts, moved } = shop;
  if (sheet.allAware[segment]) {
    for (let n = 0; n < rivals.count; n++) parts[n] = n === own ? 0 : clampedWeight(rivals.weights[n]);
  } else composeMovers(shop.grid, shop.mixture, parts, { count: rivals.count, own });
  moved.fill(0, 0, rivals.count);
  share(cohorts.urn, movers, parts, rivals.count, moved, 0);
  const row = movesRow(at, own);
  const weight = cohorts.cells.weight[at.cell];
  for (let n = 0; n < rivals.count; n++) {
    if (moved[n] === 0) continue;
    shop.joins[n] += moved[n];
    cohorts.tally.moves[row + sheet.living[n]] += moved[n] * weight;
    takeSeconds(at, from, n, moved[n]);
  }
}

function movesRow({ cohorts, sheet, segment }: At, own: number): number {
  const side = cohorts.apps + 1;
  return (segment * side + (own < 0 ? 0 : sheet.living[own])) * side;
}

/** Users of living app `own` lapse, review or stay, tenure by tenure. */
function leaveApp(at: At, type: number, own: number): void {
  const { cohorts, shop, sheet } = at;
  const leaving = openLeaving(at, type, own);
  const slot = sheet.living[own];
  const usedAt = type * cohorts.apps + slot - 1;
  openUrn(cohorts.urn, at.key, (type << 5) | 1, sheet.addresses[slot - 1]);
  for (let t = cohorts.used[usedAt] - 1; t >= 0; t--) leaveTenure(at, leaving, t);
  cohorts.used[usedAt] = leaving.top;
  if (leaving.pooled) {
    leaving.quit = binomial(cohorts.urn, leaving.undecided, leaving.quitOdds);
    leaving.movers = leaving.undecided - leaving.quit;
  }
  leaveMarket(at, leaving);
  const { movers, again, reviewers, outsides, ownWeights } = leaving;
  const from = reviewedBy(shop, own, outsides / reviewers, ownWeights / reviewers);
  if (leaving.twice) keepSeconds(at, type, own);
  if (movers > 0) sendMovers(at, movers, from);
  if (leaving.twice) takeSeconds(at, from, own, again);
}

/** Users of living app `own` who have none from now on; writes counts and tally. */
function leaveMarket(at: At, { type, own, lapsed, quit }: Leaving): void {
  const { cohorts, sheet, segment, cell } = at;
  const { tally } = cohorts;
  const weight = cohorts.cells.weight[cell];
  cohorts.none[type * 3 + LAPSED] += lapsed + quit;
  tally.moves[movesRow(at, own)] += (lapsed + quit) * weight;
  tally.lapses[segment * (cohorts.apps + 1) + sheet.living[own]] += lapsed * weight;
}

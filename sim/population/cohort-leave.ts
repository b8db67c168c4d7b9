/**
 * The hot loop of cohorts: users of one type and app lapse, review or stay, one tenure after another from the longest
 * down, so that tenures age in place. A payer who lapses falls to the free tier and keeps her tenure, as does who
 * chooses her own app again, by its best tier. One object carries what all tenures share and their sums.
 */
import { binomial } from '../core/binomial.js';
import { holdersOf } from './cohort-second.js';
import { bucketAt, secondRow } from './cohort-state.js';
import { type At, clampedWeight, rivalWeight } from './cohort-weights.js';
import { addMovers, prepare, totalsAt } from './considered.js';
import { STATES, TIERS } from './contract.js';

/** Users of one type and app in a month. */
export interface Leaving {
  type: number;
  /** Place of the app among the living. */
  own: number;
  tiers: number;
  freeTier: number;
  best: number;
  /** Where her buckets begin, and her rows of the table of hazards. */
  base: number;
  hazardAt: number;
  /** Weights of the app without grip, and of all rivals (where everybody knows them). */
  weight: number;
  rivals: number;
  /** Does everybody know every app? Are there second apps? */
  aware: boolean;
  twice: boolean;
  /** With nothing to hold her against none, whoever leaves chooses none or a rival by the same odds at any tenure. */
  pooled: boolean;
  /** Of a reviewer of this tenure: the weights of none and of the own app, the chances of none, the own app, a rival. */
  outside: number;
  ownWeight: number;
  toNone: number;
  toOwn: number;
  toRival: number;
  /** Chance of none among those who leave. */
  quitOdds: number;
  /** Sums over tenures: buckets in use, then users. */
  top: number;
  lapsed: number;
  quit: number;
  movers: number;
  undecided: number;
  again: number;
  /** Reviewers, and the sums of their weights of none and of the own app. */
  reviewers: number;
  outsides: number;
  ownWeights: number;
}

const counts = new Float64Array(TIERS);

/** What users of living app `own` face this month, sums at 0. Written out: spreads would make a slow object. */
export function openLeaving(at: At, type: number, own: number): Leaving {
  const { cohorts, shop, sheet, segment } = at;
  const app = sheet.living[own];
  const aware = sheet.allAware[segment] === 1;
  const leaving: Leaving = {
    type,
    own,
    aware,
    twice: cohorts.second.length > 0,
    tiers: sheet.tiers[app - 1],
    freeTier: sheet.freeTier[app - 1],
    best: shop.best[own],
    base: bucketAt(cohorts, type, app, 0),
    hazardAt: (segment * STATES + (app << 2)) * 3,
    weight: shop.rivals.weights[own],
    rivals: aware ? rivalWeight(shop.rivals, own) : 0,
    pooled: aware && sheet.outsideGrip[segment] === 0,
    outside: 0,
    ownWeight: 0,
    toNone: 0,
    toOwn: 0,
    toRival: 0,
    quitOdds: 0,
    top: 0,
    lapsed: 0,
    quit: 0,
    movers: 0,
    undecided: 0,
    again: 0,
    reviewers: 0,
    outsides: 0,
    ownWeights: 0,
  };
  if (leaving.twice) countBefore(at, leaving, app);
  if (!aware) {
    holdersOf(at, type, own);
    prepare(shop.grid, shop.rivals, own, shop.holders);
    shop.mixture.fill(0, 0, shop.grid.count);
  }
  return leaving;
}

/** Counts the users by row of second apps before the month, for those who keep a second app. */
function countBefore({ cohorts, shop }: At, { base, tiers, type }: Leaving, app: number): void {
  const { users, tenures } = cohorts;
  const used = cohorts.used[type * cohorts.apps + app - 1];
  shop.before.fill(0);
  shop.stayers.fill(0);
  for (let k = 0; k < tiers; k++) {
    for (let t = 0; t < used; t++) shop.before[secondRow(k, t)] += users[base + k * tenures + t];
  }
}

/** Moves the users of tenure t; writes counts and the sums of `leaving`. */
export function leaveTenure(at: At, leaving: Leaving, t: number): void {
  const { cohorts, shop, last } = at;
  const { users, tenures } = cohorts;
  const { base, tiers } = leaving;
  let present = 0;
  for (let k = 0, from = base + t; k < tiers; k++, from += tenures) {
    counts[k] = users[from];
    present += counts[k];
    users[from] = 0;
  }
  if (present === 0) return;
  weighStaying(at, leaving, t);
  const next = t < last ? t + 1 : t;
  if (next >= leaving.top) leaving.top = next + 1;
  let movers = 0;
  for (let k = 0; k < tiers; k++) if (counts[k] > 0) movers += leaveTier(at, leaving, { k, t, next });
  if (movers === 0) return;
  if (!leaving.aware) addMovers(shop.grid, shop.mixture, movers);
  leaving.movers += movers;
}

/** Writes the chances of a reviewer of tenure t. */
function weighStaying({ shop }: At, leaving: Leaving, t: number): void {
  const ownWeight = clampedWeight(leaving.weight * shop.grip[t]);
  const outside = shop.out[t];
  let inverse = 1;
  let rival = leaving.rivals;
  if (!leaving.aware) {
    totalsAt(shop.grid, outside + ownWeight);
    inverse = shop.grid.inverse;
    rival = shop.grid.rival;
  }
  const scale = 1 / ((outside + ownWeight) * inverse + rival);
  leaving.outside = outside;
  leaving.ownWeight = ownWeight;
  leaving.toNone = outside * inverse * scale;
  leaving.toOwn = ownWeight * inverse * scale;
  leaving.toRival = rival * scale;
  leaving.quitOdds = leaving.toNone / (leaving.toNone + leaving.toRival);
}

/** Moves the users of tier k and tenure t to bucket `next` or away; returns the movers to rivals. */
function leaveTier(
  { cohorts, shop, sheet, segment }: At,
  leaving: Leaving,
  { k, t, next }: { k: number; t: number; next: number },
): number {
  const { users, urn, tenures, types } = cohorts;
  const { hazard } = sheet;
  const { base, freeTier, best, twice, type } = leaving;
  const n = counts[k];
  const row = leaving.hazardAt + k * 3;
  const rate = types.lapseFree[type] * hazard[row] + types.lapsePaid[type] * hazard[row + 1];
  let keep = rate > 1 ? 0 : 1 - rate;
  if (t === 0) keep *= sheet.activation[segment];
  const lapse = 1 - keep;
  const review = keep * (1 - hazard[row + 2]);
  // Who chooses her own tier again looks like one who stays, unless she also chooses a second app.
  const alike = !twice && k === best;
  const going = lapse + (alike ? review * (leaving.toNone + leaving.toRival) : review);
  const gone = binomial(urn, n, going);
  users[base + k * tenures + next] += n - gone;
  if (twice) shop.stayers[secondRow(k, t)] += n - gone;
  if (gone === 0) return 0;
  const lapsers = lapse > 0 ? binomial(urn, gone, lapse / going) : 0;
  if (freeTier >= 0 && k !== freeTier) users[base + freeTier * tenures + next] += lapsers;
  else leaving.lapsed += lapsers;
  let rest = gone - lapsers;
  if (!alike) {
    const again = binomial(urn, rest, leaving.toOwn);
    users[base + best * tenures + next] += again;
    leaving.again += again;
    leaving.reviewers += rest;
    leaving.outsides += rest * leaving.outside;
    leaving.ownWeights += rest * leaving.ownWeight;
    rest -= again;
  }
  if (leaving.pooled) {
    leaving.undecided += rest;
    return 0;
  }
  const quitters = binomial(urn, rest, leaving.quitOdds);
  leaving.quit += quitters;
  return rest - quitters;
}

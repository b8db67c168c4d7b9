/**
 * Second apps of cohorts: counts by type, first app, tier and second app, newcomers (tenure 0) apart from the others,
 * because fewer of them stay (`activation`) and those who come from other apps have others. Who keeps hers among those
 * who stay is drawn without putting back (hypergeometric); who reviews and ends with an app gets one with probability m,
 * from her set without the first and without none. Exact as long as having a second app tells nothing about tenure
 * among newcomers and among the others of one type, app and tier. Approximate: a month's reviewers of an app share one
 * weight of it (their mean) and, over its tiers, one law of who has which second app.
 */
import { binomial, hypergeometric } from '../core/binomial.js';
import { SECOND_ROWS, secondAt, secondRow, share } from './cohort-state.js';
import { type At, clampedWeight } from './cohort-weights.js';
import { composeSecond, type Reviewed } from './considered.js';
import { MOST_APPS, TIERS } from './contract.js';

/** New second apps of one type's month by first and second living app: of joiners, then of who chose her app again. */
export type Seconds = Float64Array;

/** Room for all pairs of apps. */
export function makeSeconds(): Seconds {
  return new Float64Array(2 * MOST_APPS * MOST_APPS);
}

/**
 * Writes `holders`: the part of the users of living app n, counted in `shop.before`, who have each living app as second
 * app. Newcomers count as often as they are active, because only who is active reviews.
 */
export function holdersOf(at: At, type: number, n: number): void {
  const { cohorts, shop, sheet, segment } = at;
  const { before, holders } = shop;
  holders.fill(0, 0, sheet.livingCount);
  if (cohorts.second.length === 0) return;
  const active = (row: number) => (row < TIERS ? 1 : sheet.activation[segment]);
  let users = 0;
  for (let row = 0; row < SECOND_ROWS; row++) users += before[row] * active(row);
  for (let row = 0; row < SECOND_ROWS; row++) {
    const part = before[row] > 0 ? active(row) / users : 0;
    if (!(part > 0)) continue;
    const from = secondAt(cohorts, type, sheet.living[n], row) - 1;
    for (let k = 0; k < sheet.livingCount; k++) holders[k] += cohorts.second[from + sheet.living[k]] * part;
  }
}

/**
 * Of the users of living app n, `shop.stayers` of each row keep what they have, out of `shop.before`; writes the second
 * apps of the others away. Newcomers are none from now on.
 */
export function keepSeconds(at: At, type: number, n: number): void {
  const { cohorts, shop, sheet } = at;
  const { second, urn, apps } = cohorts;
  for (let row = 0; row < SECOND_ROWS; row++) {
    const from = secondAt(cohorts, type, sheet.living[n], row);
    const to = secondAt(cohorts, type, sheet.living[n], row % TIERS);
    let users = shop.before[row];
    let stayers = shop.stayers[row];
    for (let k = 0; k < apps && users > 0; k++) {
      const held = second[from + k];
      if (held === 0) continue;
      const kept = hypergeometric(urn, held, users - held, stayers);
      second[from + k] = 0;
      second[to + k] += kept;
      users -= held;
      stayers -= kept;
    }
  }
}

/** `users` reviewers end with living app `chosen`: some take a second app. */
export function takeSeconds(at: At, from: Reviewed, chosen: number, users: number): void {
  const { cohorts, shop, sheet } = at;
  const m = sheet.second[at.segment];
  if (!(m > 0) || users === 0) return;
  const { apps, parts } = from;
  let takers = binomial(cohorts.urn, users, m);
  if (takers === 0) return;
  if (sheet.allAware[at.segment]) {
    for (let k = 0; k < apps.count; k++) parts[k] = k === chosen ? 0 : clampedWeight(apps.weights[k]);
    if (from.own >= 0 && chosen !== from.own) parts[from.own] = from.ownWeight;
    if (apps.count < 2) takers = 0;
  } else takers = binomial(cohorts.urn, takers, composeSecond(shop.grid, from, chosen));
  const into = chosen === from.own ? MOST_APPS + chosen : chosen;
  share(cohorts.urn, takers, parts, apps.count, shop.seconds, into * MOST_APPS);
}

/** Books the month's new second apps of a type with the best tier of the first; clears them. */
export function bookSeconds(at: At, type: number): void {
  const { cohorts, shop, sheet } = at;
  for (let tenure = 0; tenure < 2; tenure++) {
    for (let n = 0; n < sheet.livingCount; n++) {
      const row = secondAt(cohorts, type, sheet.living[n], secondRow(shop.best[n], tenure)) - 1;
      const from = (tenure * MOST_APPS + n) * MOST_APPS;
      for (let k = 0; k < sheet.livingCount; k++) {
        cohorts.second[row + sheet.living[k]] += shop.seconds[from + k];
        shop.seconds[from + k] = 0;
      }
    }
  }
}

/**
 * Second apps of cohorts: counts by type, first app, tier and second app, without tenure. Who keeps hers among those who
 * stay is drawn without putting back (hypergeometric); who reviews and ends with an app gets one with probability m,
 * from her set without the first and without none. Exact as long as having a second app tells nothing about tenure
 * among users of one type, app and tier. Approximate: a month's reviewers of an app share one weight of it (their mean)
 * and, over its tiers, one law of who has which second app.
 */
import { binomial, hypergeometric } from '../core/binomial.js';
import { secondAt, share } from './cohort-state.js';
import { type At, clampedWeight } from './cohort-weights.js';
import { composeSecond, type Reviewed } from './considered.js';
import { MOST_APPS, TIERS } from './contract.js';

/** New second apps of one type's month, by first and second living app. */
export type Seconds = Float64Array;

/** Room for all pairs of apps. */
export function makeSeconds(): Seconds {
  return new Float64Array(MOST_APPS * MOST_APPS);
}

/** Writes `holders`: the part of `users` of living app n who have each living app as second app. */
export function holdersOf(at: At, type: number, n: number, users: number): void {
  const { cohorts, shop, sheet } = at;
  shop.holders.fill(0, 0, sheet.livingCount);
  if (cohorts.second.length === 0 || users === 0) return;
  for (let tier = 0; tier < TIERS; tier++) {
    const row = secondAt(cohorts, type, sheet.living[n], tier) - 1;
    for (let k = 0; k < sheet.livingCount; k++)
      shop.holders[k] += cohorts.second[row + sheet.living[k]] / users;
  }
}

/**
 * Of the users of living app n, `shop.stayers` of each tier keep what they have, out of `shop.before`; writes the second
 * apps of the others away.
 */
export function keepSeconds(at: At, type: number, n: number): void {
  const { cohorts, shop, sheet } = at;
  const { second, urn, apps } = cohorts;
  for (let tier = 0; tier < TIERS; tier++) {
    const row = secondAt(cohorts, type, sheet.living[n], tier);
    let users = shop.before[tier];
    let stayers = shop.stayers[tier];
    for (let k = 0; k < apps && users > 0; k++) {
      const held = second[row + k];
      if (held === 0) continue;
      const kept = hypergeometric(urn, held, users - held, stayers);
      second[row + k] = kept;
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
  share(cohorts.urn, takers, parts, apps.count, shop.seconds, chosen * MOST_APPS);
}

/** Books the month's new second apps of a type with the best tier of the first; clears them. */
export function bookSeconds(at: At, type: number): void {
  const { cohorts, shop, sheet } = at;
  for (let n = 0; n < sheet.livingCount; n++) {
    const row = secondAt(cohorts, type, sheet.living[n], shop.best[n]) - 1;
    for (let k = 0; k < sheet.livingCount; k++) {
      cohorts.second[row + sheet.living[k]] += shop.seconds[n * MOST_APPS + k];
      shop.seconds[n * MOST_APPS + k] = 0;
    }
  }
}

/**
 * Growth of a firm whose users are not modelled: an autoregression of order one (Yule 1927) around a mean of its own,
 *   g_t = mean + firmSpread z_firm + spread x_t,  x_t = rho x_(t-1) + sqrt(1 - rho^2) z_t,  x_0 and z standard normal.
 * x is stationary from the start, so `spread` is its standard deviation in every month, and because x is kept in
 * standard deviations a dated change of `mean` or `spread` shows at once. One draw a month and firm.
 */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { normalQuantile } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import type { DrawnFirm } from '../scenario/drawn.js';

/** What is left of growth when its mean is taken away, in standard deviations. */
export interface Track {
  /** z_firm: lasting growth among firms, standard normal. */
  readonly lasting: number;
  /** x: the deviation of this month. */
  deviation: number;
}

/** A standard normal of the firm with this address: of a month, or of month 0. */
function normal(luck: Luck, address: number, at: { month: number; draw: number }): number {
  return normalQuantile(uniform(keyOf(luck, STREAM.growth, at.month), address, at.draw));
}

/** Draws the lasting growth and the deviation before the first month. */
export function makeTrack(luck: Luck, address: number): Track {
  return {
    lasting: normal(luck, address, { month: 0, draw: 0 }),
    deviation: normal(luck, address, { month: 0, draw: 1 }),
  };
}

/** Is the firm judged by a track of growth instead of users or orders? Only one without an app can be. */
export function isTracked({ tiers, track }: DrawnFirm): boolean {
  return tiers.length === 0 && (track.spread !== 0 || track.mean !== 0 || track.firmSpread !== 0);
}

/** Growth that investors see, log growth in three months. */
export function trackedGrowth({ track: { mean, spread, firmSpread } }: DrawnFirm, track: Track): number {
  return mean + firmSpread * track.lasting + spread * track.deviation;
}

/** Moves the deviation by one month; writes the track. */
export function moveTrack(
  firm: { readonly fields: DrawnFirm; readonly address: number; readonly track: Track },
  luck: Luck,
  month: number,
): void {
  if (!isTracked(firm.fields)) return;
  const rho = firm.fields.track.persistence;
  const z = normal(luck, firm.address, { month, draw: 0 });
  firm.track.deviation = rho * firm.track.deviation + Math.sqrt(1 - rho * rho) * z;
}

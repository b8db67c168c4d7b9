/**
 * A firm in distress is bought for its team (M16): with a monthly hazard while runway is under a year, and with another
 * one whatever the runway. Its investors get a lognormal multiple of what they have put in. Our assumption;
 * investors of Inflection and Character.ai got 1 to 2.5 times their money in 2024.
 */
import { lognormal } from '../core/distributions.js';
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import { type FirmState, MINOR, runwayOf } from './firm.js';

/** Runway below which a firm can be bought. */
const FOR_SALE = 12;

/** Monthly probability of a sale: `always`, and `hazard` on top of it while runway is short. */
function saleHazard(firm: FirmState): number {
  const { hazard, always } = firm.fields.acquisition;
  return always + (hazard > 0 && runwayOf(firm) < FOR_SALE ? hazard : 0);
}

/**
 * What a buyer pays to the investors, minor units: a lognormal multiple of what they have put in: the cash of the start and
 * all rounds after it.
 */
export function proceedsOf(firm: FirmState, luck: Luck, month: number): number {
  const { multiple, multipleSpread } = firm.fields.acquisition;
  const invested = Math.round(firm.fields.cash * MINOR) + firm.raised;
  const u = uniform(keyOf(luck, STREAM.proceeds, month), firm.address);
  return Math.round(invested * lognormal(multiple, multipleSpread, u));
}

/** Is the firm sold this month? */
export function isSold(firm: FirmState, luck: Luck, month: number): boolean {
  const hazard = saleHazard(firm);
  return hazard > 0 && uniform(keyOf(luck, STREAM.acquisition, month), firm.address) < hazard;
}

/**
 * State and corporate money comes whatever the growth (M18): while a firm looks for money, with a monthly probability of
 * its own, a part of it (`creditShare`) as credits for compute, which only compute can be paid with. Our assumption:
 * .02 to .05 a month; about half of Alibaba's money for Moonshot in 2024 came as credits.
 */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { FirmState } from './firm.js';

/** Is there such an offer to the firm this month? */
export function hasStrategicOffer(firm: FirmState, luck: Luck, month: number): boolean {
  return uniform(keyOf(luck, STREAM.strategic, month), firm.address) < firm.fields.funding.strategic;
}

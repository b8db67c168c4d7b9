/**
 * A parent pays the losses of its firm and owns channels (M07): money = min(monthly cap, cash limit - cash) until the
 * parent stops for good, with a monthly hazard; in a channel of its own a firm's money counts 1 / (owner's discount)
 * times. Our assumption: owned
 * channels cost 0 to 30 % of the market's price, and a parent stops with at most .5 % a month.
 */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { DrawnChannel } from '../scenario/drawn.js';
import { bookLine, type FirmState, MINOR } from './firm.js';

/** The parent fills cash up to its limit until it stops for good; books the money. */
export function askParent(firm: FirmState, luck: Luck, month: number): void {
  const { parent } = firm.fields;
  if (!parent || firm.parentStopped) return;
  if (uniform(keyOf(luck, STREAM.parent, month), firm.address) < parent.stopHazard) {
    firm.parentStopped = true;
    return;
  }
  const wanted = parent.topUpTo - firm.cash / MINOR;
  if (wanted > 0) bookLine(firm, 'parent', Math.min(parent.monthlyCap, wanted));
}

/** What a bid of money is worth in this channel, currency at list price: the owner pays less. */
export function listPrice(channel: DrawnChannel, firm: string, money: number): number {
  return channel.owner === firm ? money / channel.ownerDiscount : money;
}

/**
 * Money becomes reach, reach becomes awareness (M05, M07, M24). Paid awareness is forgotten fast, acquaintance
 * slowly; a user can only choose what she has heard of.
 *   A^p <- 1 - (1 - (1 - phi_p) A^p)(1 - reach)
 *   A^o <- 1 - (1 - (1 - phi_o) A^o)(1 - min(1, press + wom x share))
 */
import { listPrice } from './firms/cross-subsidy.js';
import { adsOf } from './firms/decide.js';
import type { FirmState } from './firms/firm.js';
import type { Market } from './market-state.js';
import type { Decision } from './policies/policy.js';
import { contacts, met, priceIndex } from './world/attention-auction.js';

/** Slices of the greedy split of a budget. */
const SLICES = 20;
/** Part of the old split that is kept: undamped, rivals chase each other in a two-cycle. */
const DAMPING = 0.7;

/** Awareness of a segment from its two stocks. */
export function awarenessOf(firm: FirmState, segment: number): number {
  return 1 - (1 - firm.paidAwareness[segment]) * (1 - firm.ownAwareness[segment]);
}

/** People weighted by how readily those who know the app join it (last month's joins per aware person). */
function worthOf(market: Market, firm: FirmState, segment: number): number {
  const known = market.people[segment] * awarenessOf(firm, segment);
  const joined = firm.joinsBySegment[segment];
  return market.people[segment] * (known > 0 && joined > 0 ? joined / known : 1e-4);
}

/** What a firm spends by channel, and by channel and segment the part it misses with that (1 without spend). */
interface Reach {
  readonly spend: Float64Array;
  readonly missed: Float64Array;
}

/** A budget while it is split: worth of the segments; what stands so far; and with one slice more by channel. */
export interface Split {
  readonly worth: Float64Array;
  readonly stands: Reach;
  readonly trial: Reach;
}

/** An empty split. */
export function makeSplit(channels: number, segments: number): Split {
  const none = () => ({ spend: new Float64Array(channels), missed: new Float64Array(channels * segments) });
  return { worth: new Float64Array(segments), stands: none(), trial: none() };
}

function clearReach({ spend, missed }: Reach): void {
  spend.fill(0);
  missed.fill(1);
}

/** Writes what a firm misses in channel `c` with its spend there, at the price index `index`. */
function writeMissed(market: Market, firm: FirmState, at: { c: number; index: number; reach: Reach }): void {
  const { segmentIds } = market;
  const { spend, missed } = at.reach;
  const { fields } = market.channels[at.c];
  const bid = listPrice(fields, firm.id, spend[at.c]);
  const share = spend[at.c] > 0 ? met(fields, contacts(fields, bid, at.index)) : 0;
  for (let s = 0; s < segmentIds.length; s++) {
    missed[at.c * segmentIds.length + s] = 1 - (fields.reach[segmentIds[s]] ?? 0) * share;
  }
}

/** People won if channel `c` gets one slice more. */
function peopleWon({ worth, stands, trial }: Split, c: number): number {
  const channels = stands.spend.length;
  const segments = worth.length;
  let won = 0;
  for (let s = 0; s < segments; s++) {
    let all = 1;
    for (let k = 0, at = s; k < c; k++, at += segments) all *= stands.missed[at];
    all *= trial.missed[c * segments + s];
    for (let at = (c + 1) * segments + s; at < channels * segments; at += segments) all *= stands.missed[at];
    won += worth[s] * (1 - all);
  }
  return won;
}

/** The channel in which one slice more wins most people, -1 if none is allowed. Exponentials only where spend moved. */
function bestChannel(market: Market, firm: FirmState, slice: number): number {
  const { split, channels } = market;
  const { stands, trial } = split;
  let best = -1;
  let most = -1;
  for (let c = 0; c < channels.length; c++) {
    if (!firm.fields.channels.includes(channels[c].id)) continue;
    const index = channels[c].lastIndex;
    const more = stands.spend[c] + slice;
    if (trial.spend[c] !== more) {
      trial.spend[c] = more;
      writeMissed(market, firm, { c, index, reach: trial });
    }
    const won = peopleWon(split, c);
    if (stands.spend[c] !== more - slice) {
      stands.spend[c] = more - slice;
      writeMissed(market, firm, { c, index, reach: stands });
    }
    if (won > most) {
      most = won;
      best = c;
    }
  }
  return best;
}

/** The only channel of a market in which a firm may advertise, -1 if there are none or several. */
function onlyChannel(market: Market, firm: FirmState): number {
  let only = -1;
  for (let c = 0; c < market.channels.length; c++) {
    if (!firm.fields.channels.includes(market.channels[c].id)) continue;
    if (only >= 0) return -1;
    only = c;
  }
  return only;
}

/** Splits a budget in slices, each to the channel where it wins most people at last month's prices; writes the spend of `split`. */
function splitGreedily(market: Market, firm: FirmState, budget: number): void {
  const { split, channels } = market;
  const { stands, trial, worth } = split;
  clearReach(stands);
  const only = onlyChannel(market, firm);
  if (only >= 0) {
    for (let n = 0; n < SLICES; n++) stands.spend[only] += budget / SLICES;
    return;
  }
  clearReach(trial);
  for (let s = 0; s < worth.length; s++) worth[s] = worthOf(market, firm, s);
  for (let n = 0; n < SLICES; n++) {
    const c = bestChannel(market, firm, budget / SLICES);
    if (c < 0) return;
    stands.spend[c] += budget / SLICES;
    writeMissed(market, firm, { c, index: channels[c].lastIndex, reach: stands });
  }
}

/** Writes the firm's advertising by channel from its decision. A firm without channels cannot spend. */
export function planAdvertising(market: Market, firm: FirmState, decision: Decision): void {
  const allowed = firm.fields.channels;
  const ads = adsOf(decision, allowed);
  firm.adSpend.fill(0);
  if (typeof ads === 'object') {
    for (let c = 0; c < market.channels.length; c++) firm.adSpend[c] = ads[market.channels[c].id] ?? 0;
    return;
  }
  if (ads === 0 || allowed.length === 0) return;
  splitGreedily(market, firm, ads);
  const { spend } = market.split.stands;
  let sum = 0;
  for (let c = 0; c < spend.length; c++) sum += firm.split[c];
  for (let c = 0; c < spend.length; c++) {
    const fresh = spend[c] / ads;
    firm.split[c] = sum > 0 ? DAMPING * firm.split[c] + (1 - DAMPING) * fresh : fresh;
    firm.adSpend[c] = ads * firm.split[c];
  }
}

/** Auctions all channels, then updates everybody's awareness; writes price indices and both stocks. */
export function buyReach(market: Market): void {
  const { channels } = market;
  for (let c = 0; c < channels.length; c++) {
    const { fields } = channels[c];
    let bids = 0;
    for (const firm of market.firms)
      if (firm.status === 'alive') bids += listPrice(fields, firm.id, firm.adSpend[c]);
    channels[c].priceIndex = priceIndex(fields, bids);
  }
  for (const firm of market.apps) if (firm.status === 'alive') meetPeople(market, firm);
  for (const channel of channels) channel.lastIndex = channel.priceIndex;
}

/** Part of a segment that sees the firm's advertising at least once. */
function reachIn({ channels, segments }: Market, { missed }: Reach, s: number): number {
  let all = 1;
  for (let c = 0; c < channels.length; c++) all *= missed[c * segments.length + s];
  return 1 - all;
}

function meetPeople(market: Market, firm: FirmState): void {
  const reach = market.split.stands;
  for (let c = 0; c < market.channels.length; c++) {
    reach.spend[c] = firm.adSpend[c];
    writeMissed(market, firm, { c, index: market.channels[c].priceIndex, reach });
  }
  for (let s = 0; s < market.segments.length; s++) {
    const segment = market.segments[s];
    const seen = reachIn(market, reach, s);
    const kept = (1 - segment.forgetPaid) * firm.paidAwareness[s];
    const first = market.month === 1 && segment.forgetPaid > 0 && firm.users[0] > 0;
    firm.paidAwareness[s] = first
      ? seen / (seen + segment.forgetPaid * (1 - seen))
      : 1 - (1 - kept) * (1 - seen);
    const own = (1 - segment.forgetOwn) * firm.ownAwareness[s];
    const talk = Math.min(1, firm.fields.press + segment.wordOfMouth * firm.shareBySegment[s]);
    firm.ownAwareness[s] = 1 - (1 - own) * (1 - talk);
  }
}

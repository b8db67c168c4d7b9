/**
 * Money becomes reach, reach becomes awareness (M05, M07, M24). Paid awareness is forgotten fast, acquaintance
 * slowly; a user can only choose what she has heard of.
 *   A^p <- 1 - (1 - (1 - phi_p) A^p)(1 - reach)
 *   A^o <- 1 - (1 - (1 - phi_o) A^o)(1 - min(1, press + wom x share))
 */
import { adsOf } from './firms/decide.js';
import type { FirmState } from './firms/firm.js';
import type { Market } from './market-state.js';
import type { Decision } from './policies/policy.js';
import { contacts, listPrice, priceIndex, reached } from './world/channels.js';

/** Slices of the greedy split of a budget. */
const SLICES = 20;
/** Part of the old split that is kept: undamped, rivals chase each other in a two-cycle. */
const DAMPING = 0.7;

/** Awareness of a segment from its two stocks. */
export function awarenessOf(firm: FirmState, segment: number): number {
  return 1 - (1 - firm.paidAwareness[segment]) * (1 - firm.ownAwareness[segment]);
}

/** Reach of the firm in a segment if it spends `spend` by channel at the price indices `index`. */
function reachOf(
  market: Market,
  firm: FirmState,
  spend: Float64Array,
  at: { segment: number; last: boolean },
): number {
  const { channels } = market.scenario;
  const segment = market.segmentIds[at.segment];
  let missed = 1;
  for (let c = 0; c < market.channels.length; c++) {
    if (spend[c] <= 0) continue;
    const channel = channels[market.channels[c].id];
    const index = at.last ? market.channels[c].lastIndex : market.channels[c].priceIndex;
    const perHead = contacts(channel, listPrice(channel, firm.id, spend[c]), index);
    missed *= 1 - reached(channel.reach[segment] ?? 0, perHead);
  }
  return 1 - missed;
}

/** People weighted by how readily those who know the app join it (last month's joins per aware person). */
function worth(market: Market, firm: FirmState, segment: number): number {
  const known = market.people[segment] * awarenessOf(firm, segment);
  const joined = firm.joinsBySegment[segment];
  return market.people[segment] * (known > 0 && joined > 0 ? joined / known : 1e-4);
}

/** Splits a budget in slices, each to the channel where it wins most people at last month's prices. */
function greedySplit(market: Market, firm: FirmState, budget: number): Float64Array {
  const allowed = firm.fields.channels;
  const spend = new Float64Array(market.channels.length);
  const worths = market.segmentIds.map((_, s) => worth(market, firm, s));
  const value = () =>
    worths.reduce((sum, w, s) => sum + w * reachOf(market, firm, spend, { segment: s, last: true }), 0);
  for (let slice = 0; slice < SLICES; slice++) {
    let best = -1;
    let bestValue = -1;
    for (let c = 0; c < spend.length; c++) {
      if (!allowed.includes(market.channels[c].id)) continue;
      spend[c] += budget / SLICES;
      const gained = value();
      spend[c] -= budget / SLICES;
      if (gained > bestValue) {
        bestValue = gained;
        best = c;
      }
    }
    if (best >= 0) spend[best] += budget / SLICES;
  }
  return spend;
}

/** Writes the firm's advertising by channel from its decision. A firm without channels cannot spend. */
export function planAdvertising(market: Market, firm: FirmState, decision: Decision): void {
  const allowed = firm.fields.channels;
  const ads = adsOf(decision, allowed);
  firm.adSpend.fill(0);
  if (typeof ads === 'object') {
    market.channels.forEach(({ id }, c) => {
      firm.adSpend[c] = ads[id] ?? 0;
    });
    return;
  }
  if (ads === 0 || allowed.length === 0) return;
  const greedy = greedySplit(market, firm, ads);
  let sum = 0;
  for (let c = 0; c < greedy.length; c++) sum += firm.split[c];
  for (let c = 0; c < greedy.length; c++) {
    const fresh = greedy[c] / ads;
    firm.split[c] = sum > 0 ? DAMPING * firm.split[c] + (1 - DAMPING) * fresh : fresh;
    firm.adSpend[c] = ads * firm.split[c];
  }
}

/** Auctions all channels, then updates everybody's awareness; writes price indices and both stocks. */
export function buyReach(market: Market): void {
  market.channels.forEach((channel, c) => {
    const { fields } = channel;
    let bids = 0;
    for (const firm of market.firms)
      if (firm.status === 'alive') bids += listPrice(fields, firm.id, firm.adSpend[c]);
    channel.priceIndex = priceIndex(fields, bids);
  });
  for (const firm of market.apps) if (firm.status === 'alive') meetPeople(market, firm);
  for (const channel of market.channels) channel.lastIndex = channel.priceIndex;
}

function meetPeople(market: Market, firm: FirmState): void {
  const { fields } = firm;
  market.segmentIds.forEach((id, s) => {
    const segment = market.segments[s];
    const reach = reachOf(market, firm, firm.adSpend, { segment: s, last: false });
    const kept = (1 - segment.forgetPaid) * firm.paidAwareness[s];
    const first = market.month === 1 && segment.forgetPaid > 0 && firm.users[0] > 0;
    firm.paidAwareness[s] = first
      ? reach / (reach + segment.forgetPaid * (1 - reach))
      : 1 - (1 - kept) * (1 - reach);
    const own = (1 - segment.forgetOwn) * firm.ownAwareness[s];
    const talk = Math.min(1, fields.press + segment.wordOfMouth * firm.shareBySegment[s]);
    firm.ownAwareness[s] = 1 - (1 - own) * (1 - talk);
  });
}

/**
 * What users took, in people and tokens (M01, M10, M12, M26): use grows with tenure, a quota cuts it, and what
 * capacity cannot serve is blocked and makes users look around next month. Whole numbers by cell become people
 * only here, in a fixed order.
 */
import type { FirmState } from './firms/firm.js';
import { remember } from './firms/firm.js';
import type { Market } from './market-state.js';
import { NEVER, type Tally, TIERS } from './population/contract.js';

/** Months of user numbers a firm remembers. */
const MEMORY = 12;

/** One app's month, by tier: people of the first app, of the second app (on the cheapest tier), tokens served. */
export interface Served {
  readonly first: number[];
  readonly second: number;
  readonly secondUse: number;
  readonly tokens: number;
}

/** Mean use of a new user of a cell's class this month, million tokens. */
function useOf(market: Market, cell: number): number {
  const s = market.cells.segment[cell];
  const band = market.bands[s][market.cells.usageClass[cell]];
  return (market.segments[s].use * market.world.tokenDrift * band.tokens) / band.people;
}

/** Adds up one app's users and tokens over all cells, and writes its share by segment. */
function serveApp(market: Market, firm: FirmState): Served {
  const { cells, tally, sheet } = market;
  const first = firm.tiers.map(() => 0);
  const cheapest = sheet.cheapestTier[firm.slot - 1];
  const bySegment = new Float64Array(market.segmentIds.length);
  let second = 0;
  let secondUse = 0;
  let tokens = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    const segment = market.segments[cells.segment[cell]];
    const weight = cells.weight[cell];
    const use = useOf(market, cell);
    for (let k = 0; k < firm.tiers.length; k++) {
      const at = (cell * sheet.apps + firm.slot - 1) * TIERS + k;
      const n = tally.users[at];
      if (n === 0) continue;
      const each = use * (1 + (segment.contextGrowth * tally.tenures[at]) / n);
      first[k] += n * weight;
      tokens += n * weight * Math.min(each, firm.tiers[k].quota);
      bySegment[cells.segment[cell]] += n * weight;
    }
    const twice = tally.second[cell * sheet.apps + firm.slot - 1];
    if (twice === 0) continue;
    second += twice * weight;
    secondUse += twice * weight * segment.secondUse;
    tokens += twice * weight * Math.min(use * segment.secondUse, firm.tiers[cheapest].quota);
    bySegment[cells.segment[cell]] += twice * weight;
  }
  bySegment.forEach((n, s) => {
    firm.shareBySegment[s] = market.people[s] > 0 ? n / market.people[s] : 0;
  });
  return { first, second, secondUse, tokens };
}

/** People who came to and left an app this month, and the part won by advertising. */
function countMoves(market: Market, firm: FirmState): void {
  const side = market.apps.length + 1;
  const { moves } = market.tally;
  firm.joins = 0;
  firm.left = 0;
  firm.paidJoins = 0;
  for (let s = 0; s < market.segmentIds.length; s++) {
    let came = 0;
    for (let other = 0; other < side; other++) {
      came += moves[(s * side + other) * side + firm.slot];
      firm.left += moves[(s * side + firm.slot) * side + other];
    }
    const stocks = firm.paidAwareness[s] + firm.ownAwareness[s];
    firm.joinsBySegment[s] = came;
    firm.joins += came;
    if (stocks > 0) firm.paidJoins += (came * firm.paidAwareness[s]) / stocks;
  }
}

/** Part of each segment that ever had an app; writes it. */
export function countEver(market: Market, tally: Tally): void {
  const never = new Float64Array(market.segmentIds.length);
  for (let cell = 0; cell < market.cells.count; cell++) {
    never[market.cells.segment[cell]] += market.cells.weight[cell] * tally.none[cell * 3 + NEVER];
  }
  never.forEach((n, s) => {
    market.ever[s] = market.people[s] > 0 ? 1 - n / market.people[s] : 0;
  });
}

/** Users, shares and pasts before month 1, from the tally of the start; writes firms and `ever`. */
export function serveStart(market: Market): void {
  const everybody = market.people.reduce((a, b) => a + b, 0);
  countEver(market, market.tally);
  for (const firm of market.apps) {
    const served = serveApp(market, firm);
    firm.firstUsers = served.first.reduce((a, b) => a + b, 0);
    const users = firm.firstUsers + served.second;
    firm.share = everybody > 0 ? users / everybody : 0;
    firm.shareBefore = firm.share;
    firm.mostUsers = users;
    if (users > 0) remember(firm.users, users, MEMORY);
  }
}

/** Serves all living apps; writes their users, tokens, shares and blocked use. Returns by slot - 1. */
export function serveUsers(market: Market): (Served | undefined)[] {
  const everybody = market.people.reduce((a, b) => a + b, 0);
  countEver(market, market.tally);
  return market.apps.map((firm) => {
    if (firm.status !== 'alive') return undefined;
    const served = serveApp(market, firm);
    const { capacity } = firm.fields;
    firm.blocked = capacity > 0 && served.tokens > capacity ? 1 - capacity / served.tokens : 0;
    firm.tokens = served.tokens * (1 - firm.blocked);
    countMoves(market, firm);
    firm.firstUsers = served.first.reduce((a, b) => a + b, 0);
    const users = firm.firstUsers + served.second;
    firm.payers = served.first.reduce((sum, n, k) => sum + (firm.tiers[k].price > 0 ? n : 0), 0);
    firm.shareBefore = firm.share;
    firm.share = everybody > 0 ? users / everybody : 0;
    remember(firm.users, users, MEMORY);
    if (users > firm.mostUsers) firm.mostUsers = users;
    return served;
  });
}

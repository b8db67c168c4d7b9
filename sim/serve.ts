/**
 * What users took, in people and tokens (M01, M10, M12, M26): use grows with tenure, a quota cuts it, and what
 * capacity cannot serve is blocked and makes users look around next month. Whole numbers by cell become people
 * only here, in a fixed order.
 */
import type { FirmState } from './firms/firm.js';
import { remember } from './firms/firm.js';
import type { Market } from './market-state.js';
import { NEVER, TIERS } from './population/contract.js';

/** Months of user numbers a firm remembers. */
const MEMORY = 12;

/** One app's month: people of the first app by tier, of the second app (on the cheapest tier), tokens served. */
export interface Served {
  readonly first: Float64Array;
  second: number;
  secondUse: number;
  tokens: number;
}

/** What a month of all apps is added up in; by slot - 1. */
export function makeServed(apps: readonly FirmState[]): Served[] {
  return apps.map(({ tiers }) => ({
    first: new Float64Array(tiers.length),
    second: 0,
    secondUse: 0,
    tokens: 0,
  }));
}

/** Adds a cell's users of one app to its month. */
function serveCell(market: Market, firm: FirmState, cell: number): void {
  const { cells, tally, sheet, uses } = market;
  const served = market.served[firm.slot - 1];
  const s = cells.segment[cell];
  const segment = market.segments[s];
  const weight = cells.weight[cell];
  const use = uses[s * cells.classes + cells.usageClass[cell]];
  const from = (cell * sheet.apps + firm.slot - 1) * TIERS;
  for (let k = 0; k < firm.tiers.length; k++) {
    const n = tally.users[from + k];
    if (n === 0) continue;
    const each = use * (1 + (segment.contextGrowth * tally.tenures[from + k]) / n);
    served.first[k] += n * weight;
    served.tokens += n * weight * Math.min(each, firm.tiers[k].quota);
    firm.shareBySegment[s] += n * weight;
  }
  const twice = tally.second[cell * sheet.apps + firm.slot - 1];
  if (twice === 0) return;
  const { quota } = firm.tiers[sheet.cheapestTier[firm.slot - 1]];
  served.second += twice * weight;
  served.secondUse += twice * weight * segment.secondUse;
  served.tokens += twice * weight * Math.min(use * segment.secondUse, quota);
  firm.shareBySegment[s] += twice * weight;
}

/** Adds up one app's users and tokens over all cells, and writes its share by segment. */
function serveApp(market: Market, firm: FirmState): Served {
  const { people } = market;
  const served = market.served[firm.slot - 1];
  served.first.fill(0);
  served.second = 0;
  served.secondUse = 0;
  served.tokens = 0;
  firm.shareBySegment.fill(0);
  for (let cell = 0; cell < market.cells.count; cell++) serveCell(market, firm, cell);
  for (let s = 0; s < people.length; s++) {
    firm.shareBySegment[s] = people[s] > 0 ? firm.shareBySegment[s] / people[s] : 0;
  }
  return served;
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
function countEver(market: Market): void {
  const { cells, people, ever, tally } = market;
  ever.fill(0);
  for (let cell = 0; cell < cells.count; cell++) {
    ever[cells.segment[cell]] += cells.weight[cell] * tally.none[cell * 3 + NEVER];
  }
  for (let s = 0; s < people.length; s++) ever[s] = people[s] > 0 ? 1 - ever[s] / people[s] : 0;
}

/** Sum of a column. */
function sumOf(column: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < column.length; k++) sum += column[k];
  return sum;
}

/** Users, shares and pasts before month 1, from the tally of the start; writes firms and `ever`. */
export function serveStart(market: Market): void {
  const everybody = sumOf(market.people);
  countEver(market);
  for (const firm of market.apps) {
    const served = serveApp(market, firm);
    firm.firstUsers = sumOf(served.first);
    const users = firm.firstUsers + served.second;
    firm.share = everybody > 0 ? users / everybody : 0;
    firm.shareBefore = firm.share;
    firm.mostUsers = users;
    if (users > 0) remember(firm.users, users, MEMORY);
  }
}

/** People on tiers that cost something. */
function payersOf(firm: FirmState, served: Served): number {
  let payers = 0;
  for (let k = 0; k < firm.tiers.length; k++) if (firm.tiers[k].price > 0) payers += served.first[k];
  return payers;
}

/** Serves all living apps; writes `served`, and their users, tokens, shares and blocked use. */
export function serveUsers(market: Market): void {
  const everybody = sumOf(market.people);
  countEver(market);
  for (const firm of market.apps) {
    if (firm.status !== 'alive') continue;
    const served = serveApp(market, firm);
    const { capacity } = firm.fields;
    firm.blocked = capacity > 0 && served.tokens > capacity ? 1 - capacity / served.tokens : 0;
    firm.tokens = served.tokens * (1 - firm.blocked);
    countMoves(market, firm);
    firm.firstUsers = sumOf(served.first);
    const users = firm.firstUsers + served.second;
    firm.payers = payersOf(firm, served);
    firm.shareBefore = firm.share;
    firm.share = everybody > 0 ? users / everybody : 0;
    remember(firm.users, users, MEMORY);
    if (users > firm.mostUsers) firm.mostUsers = users;
  }
}

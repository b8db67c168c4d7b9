/**
 * What users took, in people and tokens (M01, M10, M12, M26): use grows with tenure, a quota cuts it, and what
 * capacity cannot serve is blocked and makes users look around next month. Whole numbers by cell become people
 * only here, in a fixed order.
 */
import { secondAppUse } from './demand/second-app.js';
import { recallContracts } from './firms/annual-plans.js';
import { blockedShare } from './firms/congestion.js';
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
  /** Of them to users who pay nothing. */
  freeTokens: number;
}

/** What a month of all apps is added up in; by slot - 1. */
export function makeServed(apps: readonly FirmState[]): Served[] {
  return apps.map(({ tiers }) => ({
    first: new Float64Array(tiers.length),
    second: 0,
    secondUse: 0,
    tokens: 0,
    freeTokens: 0,
  }));
}

/** Adds the users of one cell to the month of every living app. */
function serveCell(market: Market, cell: number): void {
  const { apps, cells, sheet, tally } = market;
  const s = cells.segment[cell];
  const { contextGrowth, secondUse } = market.segments[s];
  const weight = cells.weight[cell];
  const use = market.uses[s * cells.classes + cells.usageClass[cell]];
  for (let n = 0; n < sheet.livingCount; n++) {
    const slot = sheet.living[n];
    const { tiers, shareBySegment } = apps[slot - 1];
    const served = market.served[slot - 1];
    const from = (cell * sheet.apps + slot - 1) * TIERS;
    for (let k = 0; k < tiers.length; k++) {
      const users = tally.users[from + k];
      if (users === 0) continue;
      const each = use * (1 + (contextGrowth * tally.tenures[from + k]) / users);
      served.first[k] += users * weight;
      const tokens = users * weight * Math.min(each, tiers[k].quota);
      served.tokens += tokens;
      if (tiers[k].price === 0) served.freeTokens += tokens;
      shareBySegment[s] += users * weight;
    }
    const twice = tally.second[cell * sheet.apps + slot - 1];
    if (twice === 0) continue;
    served.second += twice * weight;
    served.secondUse += twice * weight * secondUse;
    const tokens =
      twice *
      weight *
      Math.min(secondAppUse(market.segments[s], use), tiers[sheet.cheapestTier[slot - 1]].quota);
    served.tokens += tokens;
    served.freeTokens += tokens;
    shareBySegment[s] += twice * weight;
  }
}

/** Adds up users and tokens of all living apps, and writes their shares by segment. */
function serveCells(market: Market): void {
  const { apps, people, served, sheet } = market;
  for (let n = 0; n < sheet.livingCount; n++) {
    const k = sheet.living[n] - 1;
    served[k].first.fill(0);
    served[k].second = 0;
    served[k].secondUse = 0;
    served[k].tokens = 0;
    served[k].freeTokens = 0;
    apps[k].shareBySegment.fill(0);
  }
  for (let cell = 0; cell < market.cells.count; cell++) serveCell(market, cell);
  for (let n = 0; n < sheet.livingCount; n++) {
    const { shareBySegment } = apps[sheet.living[n] - 1];
    for (let s = 0; s < people.length; s++) {
      shareBySegment[s] = people[s] > 0 ? shareBySegment[s] / people[s] : 0;
    }
  }
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
  serveCells(market);
  for (const firm of market.apps) {
    const served = market.served[firm.slot - 1];
    firm.firstUsers = sumOf(served.first);
    const users = firm.firstUsers + served.second;
    firm.share = everybody > 0 ? users / everybody : 0;
    firm.shareBefore = firm.share;
    firm.mostUsers = users;
    if (users > 0) remember(firm.users, users, MEMORY);
    recallContracts(firm, payersOf(firm, served));
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
  serveCells(market);
  for (const firm of market.apps) {
    if (firm.status !== 'alive') continue;
    const served = market.served[firm.slot - 1];
    firm.blocked = blockedShare(served.tokens, firm.fields.capacity, firm.fields.servers);
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

/** Writes one month into the columns of a replicate. Reads the market, never changes it otherwise. */
import { burnOf, type FirmState, MINOR, receivables } from '../firms/firm.js';
import { cacOf, growthOf, hasTrack } from '../firms/view.js';
import type { Market } from '../market-state.js';
import { awarenessOf } from '../reach.js';
import { LEDGER_LINES, MARKET_COLUMNS, MONTH_COLUMNS, type MonthColumn, STATUS } from './columns.js';

const LONGEST_RUNWAY = 999;
const FIRST_LINE = MONTH_COLUMNS.indexOf(LEDGER_LINES[0]);

/** Awareness in the whole population. */
function knownTo(market: Market, firm: FirmState): number {
  const { people } = market;
  let known = 0;
  let all = 0;
  for (let s = 0; s < people.length; s++) {
    known += people[s] * awarenessOf(firm, s);
    all += people[s];
  }
  return all > 0 && firm.slot > 0 ? known / all : 0;
}

/** Price index of the firm's channels, weighted by its spend; the plain mean if it spends nothing. */
function priceIndexOf(market: Market, firm: FirmState): number {
  const { channels } = market;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < channels.length; c++) {
    if (!firm.fields.channels.includes(channels[c].id)) continue;
    const w = firm.lastAds > 0 ? firm.adSpend[c] : 1;
    sum += w * channels[c].priceIndex;
    weight += w;
  }
  return weight > 0 ? sum / weight : 1;
}

/** Lowest positive price; 0 if all is free. */
function priceOf(firm: FirmState): number {
  let lowest = Infinity;
  for (const { price } of firm.tiers) if (price > 0 && price < lowest) lowest = price;
  return lowest < Infinity ? lowest : 0;
}

function runwayOf(firm: FirmState): number {
  const burn = burnOf(firm);
  return burn > 0 ? Math.max(0, Math.min(LONGEST_RUNWAY, firm.cash / MINOR / burn)) : LONGEST_RUNWAY;
}

/** Places of the columns before the ledger's in a row. */
const AT = Object.fromEntries(MONTH_COLUMNS.map((name, k) => [name, k])) as Record<MonthColumn, number>;

/** What holds of every firm that has entered. */
function writeState({ months, world }: Market, firm: FirmState, row: number): void {
  months[row + AT.status] = STATUS.indexOf(firm.status);
  months[row + AT.cash] = firm.cash / MINOR;
  months[row + AT.credits] = firm.credits / MINOR;
  months[row + AT.quality] = firm.quality - world.frontier;
  months[row + AT.price] = priceOf(firm);
}

/** What only a firm that lived in this month has; zero for the others. */
function writeBusiness(market: Market, firm: FirmState, row: number): void {
  const { months } = market;
  months[row + AT.receivables] = receivables(firm) / MINOR;
  months[row + AT.users] = firm.users[0] ?? 0;
  months[row + AT.firstUsers] = firm.firstUsers;
  months[row + AT.payers] = firm.payers;
  months[row + AT.joins] = firm.joins;
  months[row + AT.paidJoins] = firm.paidJoins;
  months[row + AT.tokens] = firm.tokens;
  months[row + AT.blocked] = firm.blocked;
  months[row + AT.awareness] = knownTo(market, firm);
  months[row + AT.cac] = cacOf(firm);
  months[row + AT.runway] = runwayOf(firm);
  months[row + AT.growth] = hasTrack(firm) ? growthOf(firm) : 0;
  months[row + AT.stage] = firm.rounds;
  months[row + AT.apiPrice] = firm.apiPrice;
  months[row + AT.apiTokens] = firm.apiTokens + firm.resold;
  for (let k = 0; k < LEDGER_LINES.length; k++) months[row + FIRST_LINE + k] = firm.ledger[k] / MINOR;
}

/** Records the month that has just ended; writes `months`, `market` and `moves`. */
export function recordMonth(market: Market): void {
  const { firms, month, months } = market;
  for (const firm of firms) {
    if (firm.status === 'absent') continue;
    const row = ((month - 1) * firms.length + firm.index) * MONTH_COLUMNS.length;
    writeState(market, firm, row);
    months[row + AT.priceIndex] = priceIndexOf(market, firm);
    if (firm.exitMonth === 0 || firm.exitMonth === month) writeBusiness(market, firm, row);
  }
  recordMarket(market);
  recordMoves(market);
}

/** People with an app, people who ever had one, climate, cost, price indices. */
function recordMarket({ market, channels, people, ever, apps, world, month }: Market): void {
  let all = 0;
  let withPast = 0;
  for (let s = 0; s < people.length; s++) {
    all += people[s];
    withPast += people[s] * ever[s];
  }
  let withApp = 0;
  for (const firm of apps) {
    if (firm.status === 'alive' || firm.exitMonth === month) withApp += firm.firstUsers;
  }
  const row = (month - 1) * (MARKET_COLUMNS.length + channels.length);
  market[row] = withApp;
  market[row + 1] = all > 0 ? withPast : 0;
  market[row + 2] = world.climate;
  market[row + 3] = world.unitCost;
  for (const { index, priceIndex } of channels) market[row + 4 + index] = priceIndex;
}

function recordMoves({ apps, firms, tally, segments, moves, place }: Market): void {
  const side = apps.length + 1;
  for (let s = 0; s < segments.length; s++) {
    for (let from = 0; from < side; from++) {
      const row = place[from] * (firms.length + 1);
      const source = (s * side + from) * side;
      for (let to = 0; to < side; to++) moves[row + place[to]] += tally.moves[source + to];
    }
  }
}

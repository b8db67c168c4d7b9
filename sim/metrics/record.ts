/** Writes one month into the columns of a replicate. Reads the market, never changes it otherwise. */
import { burnOf, type FirmState, MINOR, receivables } from '../firms/firm.js';
import { cacOf } from '../firms/view.js';
import type { Market } from '../market-state.js';
import { awarenessOf } from '../reach.js';
import { LEDGER_LINES, MARKET_COLUMNS, MONTH_COLUMNS, type MonthColumn, STATUS } from './columns.js';

const LONGEST_RUNWAY = 999;
const FIRST_LINE = MONTH_COLUMNS.indexOf(LEDGER_LINES[0]);

/** Awareness in the whole population. */
function knownTo(market: Market, firm: FirmState): number {
  let known = 0;
  let all = 0;
  market.people.forEach((n, s) => {
    known += n * awarenessOf(firm, s);
    all += n;
  });
  return all > 0 && firm.slot > 0 ? known / all : 0;
}

/** Price index of the firm's channels, weighted by its spend; the plain mean if it spends nothing. */
function priceIndexOf(market: Market, firm: FirmState): number {
  const allowed = firm.fields.channels;
  let sum = 0;
  let weight = 0;
  market.channels.forEach((channel, c) => {
    if (!allowed.includes(channel.id)) return;
    const w = firm.lastAds > 0 ? firm.adSpend[c] : 1;
    sum += w * channel.priceIndex;
    weight += w;
  });
  return weight > 0 ? sum / weight : 1;
}

function columnsOf(
  market: Market,
  firm: FirmState,
): Record<Exclude<MonthColumn, (typeof LEDGER_LINES)[number]>, number> {
  const burn = burnOf(firm);
  const prices = firm.tiers.map((tier) => tier.price).filter((price) => price > 0);
  const alive = firm.exitMonth === 0 || firm.exitMonth === market.month;
  const now = (value: number) => (alive ? value : 0);
  return {
    status: STATUS.indexOf(firm.status),
    cash: firm.cash / MINOR,
    credits: firm.credits / MINOR,
    receivables: now(receivables(firm) / MINOR),
    users: now(firm.users[0] ?? 0),
    firstUsers: now(firm.firstUsers),
    payers: now(firm.payers),
    joins: now(firm.joins),
    paidJoins: now(firm.paidJoins),
    tokens: now(firm.tokens),
    blocked: now(firm.blocked),
    quality: firm.quality - market.world.frontier,
    price: prices.length > 0 ? Math.min(...prices) : 0,
    awareness: now(knownTo(market, firm)),
    priceIndex: priceIndexOf(market, firm),
    cac: now(cacOf(firm)),
    runway: !alive
      ? 0
      : burn > 0
        ? Math.max(0, Math.min(LONGEST_RUNWAY, firm.cash / MINOR / burn))
        : LONGEST_RUNWAY,
  };
}

/** Records the month that has just ended; writes `months`, `market` and `moves`. */
export function recordMonth(market: Market): void {
  const F = market.firms.length;
  const t = market.month - 1;
  for (const firm of market.firms) {
    if (firm.status === 'absent') continue;
    const at = (t * F + firm.index) * MONTH_COLUMNS.length;
    const columns = columnsOf(market, firm);
    MONTH_COLUMNS.forEach((name, k) => {
      if (k < FIRST_LINE) market.months[at + k] = columns[name as keyof typeof columns];
    });
    if (firm.exitMonth !== 0 && firm.exitMonth !== market.month) continue;
    for (let k = 0; k < LEDGER_LINES.length; k++) market.months[at + FIRST_LINE + k] = firm.ledger[k] / MINOR;
  }
  recordMarket(market, t);
}

function recordMarket(market: Market, t: number): void {
  const width = MARKET_COLUMNS.length + market.channels.length;
  const everybody = market.people.reduce((a, b) => a + b, 0);
  let ever = 0;
  market.people.forEach((n, s) => {
    ever += n * market.ever[s];
  });
  const withApp = market.apps.reduce(
    (sum, firm) => sum + (firm.status === 'alive' || firm.exitMonth === market.month ? firm.firstUsers : 0),
    0,
  );
  market.market.set(
    [
      withApp,
      everybody > 0 ? ever : 0,
      market.world.climate,
      market.world.unitCost,
      ...market.channels.map((c) => c.priceIndex),
    ],
    t * width,
  );
  const side = market.apps.length + 1;
  const { moves } = market.tally;
  for (let s = 0; s < market.segmentIds.length; s++) {
    for (let from = 0; from < side; from++) {
      for (let to = 0; to < side; to++) {
        market.moves[market.place[from] * (market.firms.length + 1) + market.place[to]] +=
          moves[(s * side + from) * side + to];
      }
    }
  }
}

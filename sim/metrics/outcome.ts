/** What a world leaves behind, read from it after any month: an outcome whose columns are the world's own. */
import { MINOR } from '../firms/firm.js';
import type { Market } from '../market-state.js';
import type { FirmOutcome, Outcome } from '../outcome.js';
import { TIERS } from '../population/contract.js';
import { LEDGER_LINES } from './columns.js';

/** Writes people by starting app (row) and app at the end (column); users of an app that has just ended are at none. */
function writeOrigins(market: Market): void {
  const side = market.firms.length + 1;
  const { cells, tally, place, apps, origins } = market;
  origins.fill(0);
  for (let cell = 0; cell < cells.count; cell++) {
    const row = place[cells.origin[cell]] * side;
    const add = (column: number, agents: number) => {
      origins[row + column] += agents * cells.weight[cell];
    };
    for (let way = 0; way < 3; way++) add(0, tally.none[cell * 3 + way]);
    for (const { slot, exitMonth } of apps) {
      const from = (cell * apps.length + slot - 1) * TIERS;
      for (let at = from; at < from + TIERS; at++) add(exitMonth ? 0 : place[slot], tally.users[at]);
    }
  }
}

/** The outcome of a world so far; writes `origins`. */
export function outcomeOf(market: Market): Outcome {
  writeOrigins(market);
  const inFileOrder = [...market.firms].sort((a, b) => a.index - b.index);
  const firms = inFileOrder.map(
    (firm): FirmOutcome => ({
      firm: firm.id,
      outcome: firm.status,
      exitMonth: firm.exitMonth || null,
      entryMonth: firm.status === 'absent' ? null : firm.entryMonth,
      proximateCause: firm.cause,
      startingCash: firm.startingCash / MINOR,
      finalCash: firm.cash / MINOR,
      minCash: firm.lowestCash / MINOR,
      finalUsers: firm.exitMonth ? 0 : (firm.users[0] ?? 0),
      peakUsers: firm.mostUsers,
      roundsClosed: firm.rounds,
      raised: firm.raised / MINOR,
      valuation: firm.valuation,
      stake: firm.stake,
      proceeds: firm.proceeds / MINOR,
      listedMonth: firm.listedMonth || null,
      ledger: LEDGER_LINES.map((_, k) => firm.totals[k] / MINOR),
    }),
  );
  return {
    replicate: market.luck.replicate,
    firms,
    months: market.months,
    market: market.market,
    moves: market.moves,
    origins: market.origins,
  };
}

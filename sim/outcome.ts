/** What a replicate returns: plain rows and typed columns, ready to be sent between threads. */
import type { Status } from './metrics/columns.js';

/** One firm at the end of one world. Money in currency, users in people. */
export interface FirmOutcome {
  /** Its name in the scenario. */
  readonly firm: string;
  /** How it stands at the end; `absent` if it never entered. */
  readonly outcome: Status;
  /** Calendar month of the exit (first month = 1); null if alive or absent. */
  readonly exitMonth: number | null;
  /** Calendar month in which it entered; null if it never did. */
  readonly entryMonth: number | null;
  /**
   * Why it ended: `unit-cost`, `advertising`, `research`, `fixed-cost`, `bad-luck` or `parent-stopped` of a cash-out, else
   * `acquired` or `own-decision`; empty if alive.
   */
  readonly proximateCause: string;
  /** Cash before its first month, at the end, and the lowest of any month. First and ledger give the end, to the cent. */
  readonly startingCash: number;
  readonly finalCash: number;
  readonly minCash: number;
  /** Users at the end (0 after an exit), and the most of any month. */
  readonly finalUsers: number;
  readonly peakUsers: number;
  /** Rounds closed after the start, and the money they brought (cash and credits). */
  readonly roundsClosed: number;
  readonly raised: number;
  /** Post-money valuation of the last round, and the part that the owners of the start still hold. */
  readonly valuation: number;
  readonly stake: number;
  /** What a buyer paid to the investors; 0 unless acquired. */
  readonly proceeds: number;
  /** Month of the listing; null without. */
  readonly listedMonth: number | null;
  /** Totals by LEDGER_LINES, currency. */
  readonly ledger: readonly number[];
}

/** One world. F firms in scenario order, T months. */
export interface Outcome {
  readonly replicate: number;
  readonly firms: readonly FirmOutcome[];
  /** Shape T x F x MONTH_COLUMNS.length, month by month, firm by firm. */
  readonly months: Float64Array;
  /** Shape T x (MARKET_COLUMNS.length + channels). */
  readonly market: Float64Array;
  /** People who moved between apps over the whole world, shape (F + 1) x (F + 1), from x to; 0 = no app. */
  readonly moves: Float64Array;
  /** People by app before month 1 (row) and at the end (column), shape (F + 1) x (F + 1); 0 = no app. */
  readonly origins: Float64Array;
}

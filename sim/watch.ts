/**
 * A look at single users of a running world, month by month, without touching it. A user's verdict of a month (stay,
 * review, lapse) is not stored by the model, but it is a pure function of her state before the month, the offers and the
 * month's keys, so it is worked out again here by the same lines. Costs less than a microsecond a user and month.
 */
import type { Market } from './market-state.js';
import { allReview, judge, ORIGIN, REVIEW } from './population/agents.js';
import type { MonthKeys } from './population/contract.js';
import { monthKeys } from './population/month-keys.js';

/** What a month decided for a user; the index is the code in `Watched.verdict`. */
export const VERDICTS = ['stay', 'review', 'lapse'] as const;

/** The watched users after a month, in the order in which they are watched. */
export interface Watched {
  /** App slot << 2 | tier; without an app 0 = never had one, 1 = left or lapsed, 2 = her app ended this month. */
  readonly code: Uint8Array;
  /** Slot of the second app; 0 = none. */
  readonly second: Uint8Array;
  /** Index in VERDICTS; before month 1 all stay. */
  readonly verdict: Uint8Array;
}

export interface Watch {
  /** Months with the app before month 1, 0 to 63; 0 without an app. */
  readonly tenure: Uint8Array;
  /** How they stand now; call it before month 1 and after every month, for a verdict needs the state before. */
  look(): Watched;
}

/** Cell of each user. */
function cellsOf({ cells }: Market, users: Int32Array): Int32Array {
  return users.map((user) => cells.end.findIndex((end, cell) => user < end && user >= cells.start[cell]));
}

/**
 * Watches users of a world before its month 1; undefined if its users are not simulated one by one (cohorts).
 * @param users places in the columns of the population, each within a cell
 */
export function watchUsers(market: Market, users: Int32Array): Watch | undefined {
  const { agents } = market.population;
  if (!agents) return undefined;
  const cell = cellsOf(market, users);
  const before = Uint16Array.from(users, (user) => agents.state[user]);
  const tenure = Uint8Array.from(before, (state) => ((state >> 2) & 31 ? ORIGIN - (state >> 7) : 0));
  const verdictOf = (k: number, keys: MonthKeys): number => {
    const segment = market.cells.segment[cell[k]];
    if (allReview(market.sheet, segment)) return REVIEW;
    const at = { i: users[k], state: before[k], segment, now: market.month + ORIGIN };
    return judge(agents, market.sheet, at, keys);
  };
  return {
    tenure,
    look() {
      const keys = monthKeys(market.luck, market.month);
      const verdict = Uint8Array.from(users, (_, k) => (market.month === 0 ? 0 : verdictOf(k, keys)));
      users.forEach((user, k) => {
        before[k] = agents.state[user];
      });
      return {
        code: Uint8Array.from(before, (state) => state & 127),
        second: Uint8Array.from(users, (user) => agents.second[user]),
        verdict,
      };
    },
  };
}

/**
 * Lives the world of a game: up to now (a turn), on into fresh luck (a fork), or to its end (you, your twin, another
 * strategy). Every one is a replay from the first month: 3 to 70 ms for the shipped scenarios of at most 36 months, so
 * nothing is kept between months and nothing can go out of step.
 */
import {
  type Decision,
  type FirmView,
  type Fork,
  LEDGER_LINES,
  type LedgerLine,
  MONTH_COLUMNS,
  type RunningMarket,
  type Scenario,
  type Status,
  startMarket,
} from '../../../sim/index.js';
import { canonicalBytes } from '../../experiment/result-hash.js';
import { sha256Hex } from '../../report/sha256.js';
import type { Game } from './game.js';
import type { Capital } from './month-report.js';
import { type After, withPlayer } from './seat.js';

/** Minor units of the model's books in one of currency. */
const MINOR = 100;

/** What the player knows when it is time to decide, or after the end. */
export interface Turn {
  /** Months of the world, and months lived. */
  readonly months: number;
  readonly lived: number;
  /** Views of months 1 to lived + 1; after the end the last one is that of the last month. */
  readonly views: readonly FirmView[];
  /** At the end of month 1, 2, ... `lived`. */
  readonly capital: readonly Capital[];
  readonly status: Status;
  /** What businesses owe the firm and pay this month, currency: dated invoices, which a firm knows. */
  readonly due: number;
  /** What the firm's own policy would do now, its advertising by channel; missing after the end. */
  readonly own?: { readonly decision: Decision; readonly ads: Readonly<Record<string, number>> };
  /** Fields of decisions that this world does not heed. */
  readonly ignored: readonly (keyof Decision)[];
}

/** What became of the seat in one world. Money in currency, users in people. */
export interface Life {
  readonly status: Status;
  /** Months lived: the month of the exit, or the last one. */
  readonly lived: number;
  /** At the end of month 1, 2, ... `lived`. */
  readonly cash: readonly number[];
  readonly users: readonly number[];
  /** Money from outside in month 1, 2, ... `lived`: rounds, listing, parent. */
  readonly raised: readonly number[];
  /** Part that the owners of the start hold at the end, 0 to 1. */
  readonly stake: number;
  /** Totals by LEDGER_LINES. */
  readonly ledger: readonly number[];
  readonly cause: string;
  /** SHA-256 of the whole world up to its end, 64 hex digits, if it was asked for. */
  readonly digest?: string;
}

/** How a game goes on when it is lived further than it was decided. */
export interface Course {
  readonly after: After;
  /** Fresh luck from the next month on; missing: the luck of the game. */
  readonly branch?: number;
  /** Last month lived; missing: the last of the world. */
  readonly until?: number;
  /** Tell the digest of the world, too. */
  readonly digest?: boolean;
}

/** The plan that the game is played in. */
function planOf({ arm }: Game): { readonly arm?: string } {
  return arm === undefined ? {} : { arm };
}

/** Is the seat's firm still there? */
function isAlive(market: RunningMarket, firm: string): boolean {
  const found = market.state.firms.find(({ id }) => id === firm);
  return found?.status === 'alive' || (market.month === 0 && found?.status === 'absent');
}

function capitalOf(market: RunningMarket, firm: string): Capital {
  const { rounds = 0, stake = 1 } = market.state.firms.find(({ id }) => id === firm) ?? {};
  return { rounds, stake };
}

/** Invoices of the month that is begun, currency. New orders are never among them: they come after the decision. */
function dueNow(market: RunningMarket, firm: string): number {
  const found = market.state.firms.find(({ id }) => id === firm);
  return (found?.due[0] ?? 0) / MINOR;
}

function adsByChannel(market: RunningMarket, firm: string): Record<string, number> {
  const found = market.state.firms.find(({ id }) => id === firm);
  const bought = market.state.channels.filter(({ id }) => found?.fields.channels.includes(id));
  return Object.fromEntries(bought.map(({ id, index }) => [id, found?.adSpend[index] ?? 0]));
}

/**
 * The turn after the last decision. The view of the coming month is written within that month, so it is begun in a world
 * that is thrown away: only what the firm sees before it decides is kept.
 */
export function liveTurn(scenario: Scenario, game: Game): Turn {
  const views: FirmView[] = [];
  let decision: Decision = {};
  let due = 0;
  let market: RunningMarket | undefined;
  const witness = (view: FirmView, own: Decision) => {
    // a plan may first live the scenario as it stands, to hold firms to it
    if (!market) return;
    views.push(structuredClone(view));
    due = dueNow(market, game.firm);
    decision = structuredClone(own);
  };
  const played = withPlayer(scenario, game, { after: 'policy', witness });
  market = startMarket(played, game.seed, game.replicate, planOf(game));
  try {
    const { months } = market;
    const last = Math.min(months, game.decisions.length);
    const capital: Capital[] = [];
    while (market.month < last && isAlive(market, game.firm)) {
      market.step();
      capital.push(capitalOf(market, game.firm));
    }
    const lived = market.month;
    const status = market.state.firms.find(({ id }) => id === game.firm)?.status ?? 'absent';
    const goesOn = lived < months && isAlive(market, game.firm);
    if (goesOn) market.step();
    const own = goesOn ? { own: { decision, ads: adsByChannel(market, game.firm) } } : {};
    return { months, lived, views, capital, status, due, ...own, ignored: market.state.ignored };
  } finally {
    market.state.population.release();
  }
}

/** Makes a player whose game is lived many times: the scenario is prepared once. */
export function makeLiver(scenario: Scenario, game: Game, after: After) {
  const played = withPlayer(scenario, game, { after });
  return ({ branch, until, digest = false }: Omit<Course, 'after'>): Life => {
    const branches: Fork[] = branch === undefined ? [] : [{ branch, from: game.decisions.length + 1 }];
    const market = startMarket(played, game.seed, game.replicate, { ...planOf(game), branches });
    try {
      const last = Math.min(market.months, until ?? market.months);
      while (market.month < last && isAlive(market, game.firm)) market.step();
      const life = lifeOf(market, game.firm);
      return digest ? { ...life, digest: sha256Hex(canonicalBytes(market.outcome())) } : life;
    } finally {
      market.state.population.release();
    }
  };
}

const CASH = MONTH_COLUMNS.indexOf('cash');
const USERS = MONTH_COLUMNS.indexOf('users');
const RAISED = (['rounds', 'listing', 'parent'] as const).map((line) => MONTH_COLUMNS.indexOf(line));

function lifeOf(market: RunningMarket, firm: string): Life {
  const { firms, months } = market.outcome();
  const at = firms.findIndex((one) => one.firm === firm);
  const { outcome, ledger, proximateCause, stake } = firms[at];
  const read = (column: number) =>
    Array.from(
      { length: market.month },
      (_, month) => months[(month * firms.length + at) * MONTH_COLUMNS.length + column],
    );
  return {
    status: outcome,
    lived: market.month,
    cash: read(CASH),
    users: read(USERS),
    raised: RAISED.map(read).reduce((sum, line) => sum.map((money, month) => money + line[month])),
    stake,
    ledger: [...ledger],
    cause: proximateCause,
  };
}

/** Sum of one line of the ledger over a life, currency. */
export function totalOf({ ledger }: Life, line: LedgerLine): number {
  return ledger[LEDGER_LINES.indexOf(line)];
}

/** Cash before the first month, to the cent. */
export function openingCash({ cash, ledger }: Life): number {
  const change = LEDGER_LINES.reduce((sum, _, k) => sum + ledger[k], 0);
  return Math.round(((cash.at(-1) ?? 0) - change) * 100) / 100;
}

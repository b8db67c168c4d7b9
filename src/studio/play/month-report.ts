/**
 * What a month did to the firm: cash, users, luck, and the money that came from outside. Own books only, from the views of
 * this month and the next; what a round cost the owners comes with the turn.
 */
import type { FirmView } from '../../../sim/index.js';
import { viewNow } from './form.js';
import type { Turn } from './life.js';

/** How the firm's owners stand at the end of a month. */
export interface Capital {
  /** Rounds closed since the start. */
  readonly rounds: number;
  /** Part that the owners of the start still hold, 0 to 1. */
  readonly stake: number;
}

/** Money from outside, currency; `stake` after a round: what the owners of the start still hold. */
export type Inflow = { readonly money: number } & (
  | { readonly kind: 'round'; readonly stake: number }
  | { readonly kind: 'tranche' | 'listing' | 'parent' }
);

/** The last month that was lived. Money in currency, users in people. */
export interface MonthReport {
  readonly month: number;
  readonly cash: { readonly before: number; readonly now: number };
  readonly users: { readonly before: number; readonly now: number };
  /** Part of the change of cash that nobody decided: shocks and jolts. */
  readonly luck: number;
  /** What businesses paid for orders. */
  readonly orders: number;
  readonly inflows: readonly Inflow[];
}

/** Money from outside in a month. @param view of the month after; @param capital of its end and of the month before */
export function inflowsOf(
  { lastMonth, credits }: FirmView,
  capital: { readonly now: Capital; readonly before?: Capital | undefined; readonly credits: number },
): Inflow[] {
  const { rounds, listing, parent } = lastMonth;
  const { now, before } = capital;
  const closed = now.rounds > (before?.rounds ?? 0);
  const money = rounds + (closed ? Math.max(0, credits - capital.credits) : 0);
  const inflows: Inflow[] = [
    closed ? { kind: 'round', money, stake: now.stake } : { kind: 'tranche', money: rounds },
    { kind: 'listing', money: listing },
    { kind: 'parent', money: parent },
  ];
  return inflows.filter((inflow) => inflow.money > 0);
}

/** All inflows of a game by month, from 1. */
export function inflowsByMonth({ views, capital }: Pick<Turn, 'views' | 'capital'>): Inflow[][] {
  return views.slice(1).map((view, k) => {
    const [now, before] = [capital[k], capital[k - 1]];
    return now ? inflowsOf(view, { now, before, credits: views[k].credits }) : [];
  });
}

/** What last month did; undefined before the first is lived. */
export function monthReport(turn: Turn): MonthReport | undefined {
  const last = turn.views.at(-2);
  if (!last || turn.lived === 0) return undefined;
  const next = viewNow(turn);
  const { shock, jolts, orders } = next.lastMonth;
  return {
    month: turn.lived,
    cash: { before: last.cash, now: next.cash },
    users: { before: (last.month === 1 ? last.users[0] : next.users[1]) ?? 0, now: next.users[0] ?? 0 },
    luck: shock + jolts,
    orders,
    inflows: inflowsByMonth(turn).at(-1) ?? [],
  };
}

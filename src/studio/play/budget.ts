/**
 * What a month's decision does to the cash if users stay as they were: plain arithmetic on the firm's own books, no
 * model. Subscriptions follow the prices in proportion, everything else that comes in or is served stays as last month.
 * Orders of businesses are no such stream: what they paid last month is no forecast. Of them only invoices that fall due
 * are counted, and no new one.
 */
import type { FirmView } from '../../../sim/index.js';
import { NOT_SOLD } from '../market/history.js';
import { adsTotal, type Form } from './form.js';

/** Lines of the sum under the form, currency, money out below 0. `income`, `serving`: missing while never seen. */
export interface Budget {
  readonly income?: number;
  /** Invoices that fall due; missing for a firm that sells nothing to businesses. */
  readonly due?: number;
  readonly serving?: number;
  readonly ads: number;
  readonly research: number;
  readonly fixedCost: number;
  /** What the cut of this month costs at once. */
  readonly severance: number;
  readonly change: number;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** New prices over old ones of the tiers that are sold, tiers alike; 1 where nothing was charged. */
function priceRatio({ tiers }: FirmView, { prices }: Form): number {
  const sold = (price: number) => price < NOT_SOLD;
  const before = sum(tiers.map(({ price }) => price).filter(sold));
  return before > 0 ? sum(prices.filter(sold)) / before : 1;
}

/** Money from users and for tokens, as last month at the new prices. */
function expectedIncome(view: FirmView, form: Form): number {
  const { subscriptions, storeFee, adSales, gacha, harvest, api } = view.lastMonth;
  return (subscriptions + storeFee) * priceRatio(view, form) + adSales + gacha + harvest + api;
}

/** Lines of last month that go on. A firm without an app has them only if it sells tokens. */
function streams(view: FirmView, form: Form): Pick<Budget, 'income' | 'serving'> {
  const [income, serving] = [expectedIncome(view, form), view.lastMonth.inference];
  const isSilent = view.tiers.length === 0 && income === 0 && serving === 0;
  return view.month === 1 || isSilent ? {} : { income, serving };
}

/**
 * @param severance months of pay that a cut of fixed cost costs; @param paid fixed cost last month, currency
 * @param due invoices that fall due this month, currency; missing for a firm that sells nothing to businesses
 */
export function budgetOf(
  view: FirmView,
  form: Form,
  { severance, paid, due }: { severance: number; paid: number; due?: number | undefined },
): Budget {
  const known = { ...streams(view, form), ...(due === undefined ? {} : { due }) };
  const cut = view.month > 1 ? Math.max(0, paid - form.fixedCost) : 0;
  const lines = {
    ads: -adsTotal(form) || 0,
    research: -form.research || 0,
    fixedCost: -form.fixedCost || 0,
    severance: -cut * severance || 0,
  };
  const change = sum([...Object.values(lines), ...Object.values(known)]);
  return { ...known, ...lines, change };
}

/** How long the money lasts, months; Infinity if the firm earns. */
export interface Lasts {
  readonly months: number;
  /** True if it counts what is owed as cash, and no new order. */
  readonly isWithoutOrders: boolean;
}

/** Mean of what businesses paid and what delivering to them cost, of the last three months, currency a month. */
function recentOrders(views: readonly FirmView[]): number {
  const lived = views.filter(({ month }) => month > 1).slice(-3);
  return sum(lived.map(({ lastMonth }) => lastMonth.orders + lastMonth.delivery)) / Math.max(1, lived.length);
}

/**
 * The runway at the pace of the last three months. One paid invoice is no pace: a firm that lives by orders, or that earns
 * only while one is paid, is told how long its cash and what it is owed last without a new one.
 * @param sells true if the firm sells to businesses
 */
export function runwayAtPace(views: readonly FirmView[], sells: boolean): Lasts {
  const { tiers, burn, cash, receivables, runway } = views[views.length - 1];
  const isByOrders = sells && (tiers.length === 0 || !Number.isFinite(runway));
  if (!isByOrders) return { months: runway, isWithoutOrders: false };
  return { months: lasting(cash + receivables, burn + recentOrders(views)), isWithoutOrders: true };
}

/** The same if every month is like the one on the form. */
export function runwayOfForm({ cash, receivables }: FirmView, { change, due }: Budget): Lasts {
  if (due === undefined) return { months: lasting(cash, -change), isWithoutOrders: false };
  return { months: lasting(cash + receivables, due - change), isWithoutOrders: true };
}

function lasting(money: number, outgo: number): number {
  return outgo > 0 ? Math.max(0, money) / outgo : Number.POSITIVE_INFINITY;
}

/** What one mean user is worth by last month's books, currency. */
export interface UnitEconomics {
  readonly brings: number;
  readonly costs: number;
  /** What winning one by advertising cost in the last three months; 0 if nobody was. */
  readonly cac: number;
  /** Part of the users who left last month, 0 to 1. */
  readonly churn: number;
  /** What one leaves before she leaves: (brings - costs) / churn; undefined while nobody leaves. */
  readonly worth?: number;
}

/** What a mean user brought and cost last month, and stays worth at last month's churn; undefined while there is none. */
export function unitEconomics({ users, lastMonth, month, cac, churn }: FirmView): UnitEconomics | undefined {
  const [people] = users;
  if (month === 1 || !(people > 0)) return undefined;
  const { subscriptions, storeFee, adSales, gacha, harvest, inference } = lastMonth;
  const brings = (subscriptions + storeFee + adSales + gacha + harvest) / people;
  const costs = -inference / people || 0;
  return { brings, costs, cac, churn, ...(churn > 0 ? { worth: (brings - costs) / churn } : {}) };
}

/** Mean shocks and jolts of the last three months, or as many as there are, currency a month. */
export function recentLuck(views: readonly FirmView[]): number {
  const lived = views.filter(({ month }) => month > 1).slice(-3);
  return sum(lived.map(({ lastMonth }) => lastMonth.shock + lastMonth.jolts)) / Math.max(1, lived.length);
}

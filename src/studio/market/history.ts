/** One world as the market view keeps it: every month of its firms and of its sampled users, ready to be scrubbed. */
import { MONTH_COLUMNS, type MonthColumn, type Status } from '../../../sim/index.js';

/** Tiers that an app can have. */
export const TIERS = 3;

export interface FirmLine {
  readonly id: string;
  readonly name: string;
  /** Colour slot: position in the scenario, from 1. */
  readonly slot: number;
  /** Slot of its app in the model, from 1; 0 = none. */
  readonly app: number;
  /** Copies of one firm have the same one. */
  readonly family: string;
  /** Does it sell to businesses or the state? */
  readonly sells: boolean;
  readonly tiers: readonly string[];
  /** How it stands at the end, and since which month if that is an end. */
  readonly end: Status;
  readonly exitMonth: number | null;
}

/** Sampled users; n of them. Index 0 of the histories is before month 1. */
export interface Crowd {
  /** Number of each among all simulated users, from 1; how many those are. */
  readonly numbers: Int32Array;
  readonly of: number;
  /** People for whom a dot stands. */
  readonly each: number;
  /** Months with the app before month 1. */
  readonly tenure: Uint8Array;
  /** By month, as in the model's `Watched`. */
  readonly code: readonly Uint8Array[];
  readonly second: readonly Uint8Array[];
  readonly verdict: readonly Uint8Array[];
}

export interface World {
  readonly replicate: number;
  /** Months lived. */
  readonly months: number;
  /** In scenario order. */
  readonly firms: readonly FirmLine[];
  readonly apps: number;
  /** Columns of the outcome: months x firms x MONTH_COLUMNS. */
  readonly columns: Float64Array;
  /** (months + 1) x (apps + 1): people by first app, 0 = none, from before month 1. They sum to everybody. */
  readonly inhabitants: Float64Array;
  /** (months + 1) x (apps + 1): people by second app during the month; 0 unused. */
  readonly seconds: Float64Array;
  /** (months + 1) x (apps + 1) x TIERS x 2: price (currency a month) and quota (million tokens a month). */
  readonly offers: Float64Array;
  /** months x firms x 2: orders won in the month, and their value in currency. */
  readonly orders: Float64Array;
  /** Missing if users are simulated in groups. */
  readonly crowd?: Crowd;
}

/** A month column of a firm; `month` from 1. */
export function columnOf(world: World, firm: number, month: number, name: MonthColumn): number {
  const row = (month - 1) * world.firms.length + firm;
  return world.columns[row * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf(name)];
}

/** Orders that a firm won in a month, and their value in currency; none before month 1. */
export function ordersAt(world: World, month: number, firm: number): { count: number; value: number } {
  const at = ((month - 1) * world.firms.length + firm) * 2;
  return { count: world.orders[at] ?? 0, value: world.orders[at + 1] ?? 0 };
}

/** People with the app as their first (0: without an app) after a month. */
export function peopleAt(world: World, month: number, app: number): number {
  return world.inhabitants[month * (world.apps + 1) + app];
}

/** People with the app as their second one after a month; 0 for no app. */
export function secondsOf(world: World, month: number, app: number): number {
  return world.seconds[month * (world.apps + 1) + app];
}

export interface Offer {
  readonly price: number;
  readonly quota: number;
}

/** What a tier offered in a month. */
export function offerAt(world: World, month: number, of: { app: number; tier: number }): Offer {
  const at = ((month * (world.apps + 1) + of.app) * TIERS + of.tier) * 2;
  return { price: world.offers[at], quota: world.offers[at + 1] };
}

/** A price that stands for a tier that is not sold, currency a month. */
export const NOT_SOLD = 1e6;

/**
 * Lowest price that anybody pays in a month, 0 if all that is offered is free. Undefined without an app, or if nothing is
 * sold and nothing free.
 */
export function lowestPrice(world: World, month: number, { app, tiers }: FirmLine): number | undefined {
  const prices = tiers.map((_, tier) => offerAt(world, month, { app, tier }).price);
  const offered = prices.filter((price) => price < NOT_SOLD);
  if (app === 0 || offered.length === 0) return undefined;
  const paid = offered.filter((price) => price > 0);
  return paid.length > 0 ? Math.min(...paid) : 0;
}

/** The firm behind an app. */
export function firmOfApp(world: World, app: number): FirmLine | undefined {
  return world.firms.find((firm) => firm.app === app && app > 0);
}

/** Has the firm ended by this month? */
export function hasEnded({ exitMonth }: FirmLine, month: number): boolean {
  return exitMonth !== null && exitMonth <= month;
}

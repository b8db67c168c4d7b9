/**
 * The contract of a burn strategy: a pure function of what the firm can see, its parameters, its memory and
 * its own addressed draws. It cannot reach the market, the clock or other firms' books.
 */
import type { LedgerLine } from '../metrics/columns.js';
import type { QuantitySpec } from '../scenario/quantity.js';

/** What everybody can see of a rival: last month's public facts. */
export interface RivalView {
  readonly firm: string;
  readonly alive: boolean;
  readonly hasParent: boolean;
  /** People who used it last month. */
  readonly users: number;
  /** Advertising last month, currency. */
  readonly adSpend: number;
  /** Prices by tier now and a month ago, currency a month; empty without an app. */
  readonly prices: readonly number[];
  readonly pricesBefore: readonly number[];
  /** List price of tokens now and a month ago, currency per million tokens; 0 if none is sold. */
  readonly apiPrice: number;
  readonly apiPriceBefore: number;
}

/** What a firm sees when it decides. Money in currency, people in people, time in months. */
export interface FirmView {
  readonly firm: string;
  /** Calendar month, first month = 1. */
  readonly month: number;
  readonly cash: number;
  readonly credits: number;
  readonly receivables: number;
  /** Mean net outflow of the last three months without rounds and parent; negative if it earns. Month 1: planned outgo. */
  readonly burn: number;
  /** cash / burn, Infinity if burn <= 0. */
  readonly runway: number;
  /** Cash ledger of last month by line; zeros in month 1. */
  readonly lastMonth: Readonly<Record<LedgerLine, number>>;
  /** Users last month and up to eleven months before, newest first; at month 1 the starting users. */
  readonly users: readonly number[];
  readonly payers: number;
  readonly joins: number;
  /** Part of all people who used it last month, and the month before. */
  readonly share: number;
  readonly shareBefore: number;
  /** ln(users / users three months ago), 0 while unknown; for firms without an app of six-month order intake. */
  readonly growth: number;
  /** Months in a row without growth of users (or orders). */
  readonly flatMonths: number;
  /** Advertising of three months / paid joins of three months; 0 if none. */
  readonly cac: number;
  /** Own serving cost this month, currency per million tokens. */
  readonly unitCost: number;
  /** Tokens per user last month, million. */
  readonly usePerUser: number;
  /** Part of last month's users who left. */
  readonly churn: number;
  /** As they stand: the offer of last month. */
  readonly tiers: readonly { readonly price: number; readonly quota: number; readonly adLoad: number }[];
  /** Own list price of tokens, currency per million tokens; 0 if none is sold. */
  readonly apiPrice: number;
  /** Part of the model that is cut away, 0 to .95. */
  readonly distil: number;
  /** Scenario fields of the firm this month, currency a month. */
  readonly fixedCost: number;
  readonly research: number;
  readonly hasParent: boolean;
  readonly rivals: readonly RivalView[];
}

/** What a firm decides; a missing field leaves things as they are (advertising: none). */
export interface Decision {
  /** By tier, currency a month, >= 0. */
  prices?: number[];
  /** By tier, million tokens a month, >= 0. */
  quotas?: number[];
  /** By tier, share of the usual load, >= 0. */
  adLoads?: number[];
  /** Advertising this month, currency: a sum that is split over the firm's channels, or a sum by channel. */
  ads?: number | Record<string, number>;
  /** List price of tokens, currency per million tokens. */
  apiPrice?: number;
  /** Part of the model that is cut away, 0 to .95. */
  distil?: number;
  /** Currency a month. */
  research?: number;
  fixedCost?: number;
  /** Look for money: true even if the runway is long, false not even if it is short; missing: while it is short. */
  seek?: boolean;
  /** End the project, or suspend it. */
  stop?: 'wound-down' | 'paused';
}

/** A parameter is a number, or the name of a firm (empty = none given). */
export type ParameterSpec =
  | QuantitySpec
  | { readonly kind: 'firm'; readonly about: string; readonly optional?: boolean };

type Values<P extends Record<string, ParameterSpec>> = {
  readonly [K in keyof P]: P[K] extends QuantitySpec ? number : string;
};

/** A burn strategy. `memory` makes a fresh record of numbers that the policy may write between months. */
export interface PolicyDefinition<
  P extends Record<string, ParameterSpec> = Record<string, ParameterSpec>,
  M extends Record<string, number> = Record<string, number>,
> {
  readonly name: string;
  /** The idea in one sentence. */
  readonly about: string;
  /** Who described it. */
  readonly source: string;
  readonly parameters: P;
  readonly memory?: () => M;
  /** luck(k) is the k-th uniform in (0, 1) of this firm in this month. */
  decide(view: FirmView, parameters: Values<P>, memory: M, luck: (draw: number) => number): Decision;
}

/** Gives a policy its types; returns it unchanged. */
export function definePolicy<
  const P extends Record<string, ParameterSpec>,
  M extends Record<string, number> = Record<string, number>,
>(definition: PolicyDefinition<P, M>): PolicyDefinition<P, M> {
  return definition;
}

/**
 * Price competition under the logit law of choice, an app a firm: Anderson, de Palma & Thisse 1992, Discrete Choice
 * Theory of Product Differentiation, section 7.2. A user's utility is value - alpha price; a firm earns (price - cost) x
 * share. Its best price is cost + 1 / (alpha (1 - share)), which in closed form is cost + (1 + W) / alpha with Lambert's
 * W (Aravindakshan & Ratchford 2011). Best responses rise in rivals' prices, so that
 * rounds of them from below climb to the equilibrium, which is the only one (Caplin & Nalebuff 1991).
 */
import { expectThat } from './expect.js';
import { logitShares } from './logit-shares.js';
import { wrightOmega } from './wright-omega.js';

/** What an app is worth to a user, in utils, and its price. */
export interface RivalOffer {
  readonly value: number;
  readonly price: number;
}

/** One firm's choice of a price against given rivals. */
export interface PricingProblem {
  readonly value: number;
  /** Of serving a user. */
  readonly cost: number;
  /** Utils a unit of price, above 0. */
  readonly alpha: number;
  readonly rivals: readonly RivalOffer[];
  /** Utility of no app; 0 unless given, -Infinity if all take one. */
  readonly outside?: number;
}

/** `profit` is a head of the market: (price - cost) x share. */
export interface PricingAnswer {
  readonly price: number;
  readonly share: number;
  readonly profit: number;
}

/** ln sum e^v; -Infinity of none. */
function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  return Number.isFinite(top) ? top + Math.log(values.reduce((sum, v) => sum + Math.exp(v - top), 0)) : top;
}

/**
 * The best price and what it earns: price = cost + (1 + W(e^(value - alpha cost - 1) / A)) / alpha with
 * A = e^outside + sum over rivals of e^(value - alpha price).
 * @throws RangeError unless alpha > 0, numbers are finite and there is a rival or an outside (else any price is paid)
 */
export function bestResponse(problem: PricingProblem): PricingAnswer {
  const { value, cost, alpha, rivals, outside = 0 } = problem;
  expectThat(alpha > 0 && Number.isFinite(alpha), 'bestResponse: expected a finite alpha above 0', alpha);
  const others = logSum([outside, ...rivals.map((rival) => rival.value - alpha * rival.price)]);
  const form = 'bestResponse: expected finite value, cost and rivals or an outside to lose users to';
  const y = value - alpha * cost - 1 - others;
  expectThat(Number.isFinite(y), form, JSON.stringify({ value, cost, outside, rivals }));
  const w = wrightOmega(y);
  return { price: cost + (1 + w) / alpha, share: w / (1 + w), profit: w / alpha };
}

export interface PricingGame {
  /** Value of each firm's app, in utils. */
  readonly values: readonly number[];
  /** Cost of serving a user, in the order of `values`. */
  readonly costs: readonly number[];
  readonly alpha: number;
  readonly outside?: number;
}

/** In the order of the firms. */
export interface PricingEquilibrium {
  readonly prices: readonly number[];
  readonly shares: readonly number[];
  /** A head of the market. */
  readonly profits: readonly number[];
  /** Rounds of best responses. */
  readonly rounds: number;
}

const MOST_ROUNDS = 100_000;

/**
 * The Bertrand-Nash equilibrium: prices from which no firm gains by leaving, to about 1e-14 of a price.
 * @throws RangeError as bestResponse, or if values and costs differ in length
 */
export function bertrandLogit({ values, costs, alpha, outside = 0 }: PricingGame): PricingEquilibrium {
  const form = `bertrandLogit: expected a cost for each of ${values.length} values, at least one`;
  expectThat(values.length > 0 && costs.length === values.length, form, costs.length);
  const prices = costs.map((cost) => cost + 1 / alpha);
  let rounds = 0;
  for (let moved = true; moved && rounds < MOST_ROUNDS; rounds++) {
    moved = false;
    for (const [k, value] of values.entries()) {
      const rivals = values.map((v, i) => ({ value: v, price: prices[i] })).filter((_, i) => i !== k);
      const { price } = bestResponse({ value, cost: costs[k], alpha, rivals, outside });
      if (Math.abs(price - prices[k]) > 1e-14 * Math.max(1, Math.abs(price))) moved = true;
      prices[k] = price;
    }
  }
  const shares = logitShares(
    values.map((value, k) => value - alpha * prices[k]),
    { outside },
  );
  return { prices, shares, profits: shares.map((share, k) => (prices[k] - costs[k]) * share), rounds };
}

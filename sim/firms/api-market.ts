/**
 * Developers buy tokens at list price (M09, M17). How many they buy follows the mean price, with an elasticity above one:
 * spending did not fall when prices did. Whom they buy from is a logit of price and quality, and part of them stays with
 * the supplier of last month. What is sold costs its serving; it does not compete with users for capacity. A price of
 * zero is allowed: developers take all prices below 1 % of the plain mean of the list prices of the first month in which
 * any is above zero for the same (limits of rate cost them that much), so that neither the logit nor the demand runs off to
 * infinity; while all are zero, price means nothing. Only ratios of prices count, so the currency cannot matter.
 */
import { exp, log, pow } from '../core/numerics.js';
import type { Market } from '../market-state.js';
import type { DrawnScenario } from '../scenario/drawn.js';
import type { ApiState } from '../world/world.js';
import { distillationLoss } from './distillation.js';
import type { FirmState } from './firm.js';

/** Part of the mean list price of the first month with a price below which prices are the same to developers. */
const FLOOR = 0.01;

type Law = DrawnScenario['world']['api'];

/** Million tokens that developers buy in `month`: tokens (1 + growth)^((month - 1)/12) index^-elasticity. */
export function developersDemand(law: Law, month: number, index: number): number {
  return law.tokens * pow(1 + law.growth, (month - 1) / 12) * pow(index, -law.elasticity);
}

/** One seller as developers see it. */
interface Offer {
  /** Appeal + quality, utils. */
  readonly appeal: number;
  readonly price: number;
  /** Share of last month. */
  readonly before: number;
}

/**
 * Shares of the sellers, adding to 1: inertia x those of last month; all others, also the customers of sellers that are
 * gone, by exp(appeal - sensitivity ln max(1, price/floor)). A floor of 0 means that all prices are zero.
 */
export function developersShares(law: Law, offers: readonly Offer[], floor: number): number[] {
  const utils = offers.map(({ appeal, price }) =>
    floor > 0 && price > floor ? appeal - law.sensitivity * log(price / floor) : appeal,
  );
  const best = Math.max(...utils);
  const weights = utils.map((v) => exp(v - best));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const free = 1 - law.inertia * offers.reduce((sum, { before }) => sum + before, 0);
  return offers.map(({ before }, k) => law.inertia * before + (free * weights[k]) / whole);
}

/** Living firms that sell tokens. */
function sellersOf({ firms }: Market): FirmState[] {
  return firms.filter((firm) => firm.status === 'alive' && firm.fields.api !== undefined);
}

/** Sets tokens and share of all living sellers and the price index of this month; nothing is booked. */
export function sellTokens(market: Market): void {
  const { world, scenario, month } = market;
  const law = scenario.world.api;
  const sellers = sellersOf(market);
  if (sellers.length === 0) return;
  const offers = sellers.map((firm) => offerOf(firm, scenario));
  const { api } = world;
  if (api.floor === 0) api.floor = FLOOR * plainMean(offers);
  const shares = developersShares(law, offers, api.floor);
  const mean = offers.reduce((sum, { price }, k) => sum + shares[k] * price, 0);
  if (api.floor > 0) moveIndex(api, Math.max(mean, api.floor));
  const demand = developersDemand(law, month, api.index);
  sellers.forEach((firm, k) => {
    firm.apiShare = shares[k];
    firm.apiTokens = demand * shares[k];
  });
}

/** The index at a mean price above 0; writes `api`. */
function moveIndex(api: ApiState, price: number): void {
  if (api.firstPrice === 0) api.firstPrice = price;
  api.index = price / api.firstPrice;
}

function plainMean(offers: readonly Offer[]): number {
  return offers.reduce((sum, { price }) => sum + price, 0) / offers.length;
}

function offerOf(firm: FirmState, { world }: DrawnScenario): Offer {
  const quality = firm.quality - distillationLoss(world.distillation, firm.distil);
  return {
    appeal: (firm.fields.api?.appeal ?? 0) + quality,
    price: firm.apiPrice,
    before: firm.apiShare,
  };
}

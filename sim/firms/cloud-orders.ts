/**
 * What the market price of tokens does to sales to businesses (M09, M17). The price of orders that are served from the
 * cloud follows it, and their cost the cost of serving; and customers whose own tokens got cheap need fewer tenders.
 */
import { log } from '../core/numerics.js';
import type { WorldState } from '../world/world.js';
import type { FirmState } from './firm.js';

type Business = NonNullable<FirmState['fields']['business']>;

/**
 * Margin of an order, share of its value: margin on premise, 1 - (1 - cloudMargin) x (cost/cost of month 1) / (price
 * index) on the part from the cloud. Negative when prices fall faster than costs.
 */
export function orderMargin(business: Business, world: WorldState): number {
  const { margin, cloudShare, cloudMargin } = business;
  const cost = world.firstUnitCost > 0 ? world.unitCost / world.firstUnitCost : 1;
  const cloud = 1 - ((1 - cloudMargin) * cost) / world.api.index;
  return margin + cloudShare * (cloud - margin);
}

/** Log odds of winning that a fall of the price of tokens since month 1 takes: apiHit x ln(1/index). */
export function apiLoss(business: Business, world: WorldState): number {
  return business.apiHit === 0 ? 0 : -business.apiHit * log(world.api.index);
}

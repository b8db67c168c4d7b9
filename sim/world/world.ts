/** What no firm decides: serving cost, frontier, drift of use, capital climate. */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { pow } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import type { DrawnScenario } from '../scenario/drawn.js';
import { type Climate, nextClimate } from './capital-climate.js';
import { inferenceCost } from './inference-cost.js';

/** What the market for tokens was and is; written every month. */
export interface ApiState {
  /** Mean list price of the first month with a price above 0, currency per million tokens; 0 before. */
  firstPrice: number;
  /** Below this, currency per million tokens, prices are the same to developers; 0 while all are free. */
  floor: number;
  /** Mean list price weighted by tokens over that of the first month, both at least the floor; 1 before the first. */
  index: number;
}

export interface WorldState {
  /** Currency per million tokens at model size 1. */
  unitCost: number;
  /** Utils the frontier has moved since month 1. */
  frontier: number;
  /** Tokens that the same use takes, month 1 = 1. */
  tokenDrift: number;
  /** +1 hot, -1 cold: one climate for all firms. */
  climate: Climate;
  /** Million tokens that all firms have served since the start. */
  tokens: number;
  /** Serving cost of month 1, currency per million tokens at model size 1. */
  firstUnitCost: number;
  /** The market where developers buy tokens. */
  readonly api: ApiState;
}

/** The world before month 1. */
export function makeWorld(): WorldState {
  return {
    unitCost: 0,
    frontier: 0,
    tokenDrift: 1,
    climate: 1,
    tokens: 0,
    firstUnitCost: 0,
    api: { firstPrice: 0, floor: 0, index: 1 },
  };
}

/** Moves the world into `month` (from 1); writes `world`. */
export function moveWorld(world: WorldState, scenario: DrawnScenario, luck: Luck, month: number): void {
  const fields = scenario.world;
  world.unitCost = inferenceCost(fields.inferenceCost, month, world.tokens);
  if (month === 1) world.firstUnitCost = world.unitCost;
  if (month > 1) {
    world.frontier += fields.frontier;
    world.tokenDrift *= pow(1 + fields.tokenDrift, 1 / 12);
  }
  const u = uniform(keyOf(luck, STREAM.climate, month), 0);
  world.climate = nextClimate(fields.funding, world.climate, { month, u });
}

/** Every burn strategy that a scenario can name. A new one is one file, one line here and one test. */
import { adFollower } from './ad-follower.js';
import { adsAndGacha } from './ads-and-gacha.js';
import { b2bLanding } from './b2b-landing.js';
import { bargainThenHarvest } from './bargain-then-harvest.js';
import { bigTechSubsidy } from './big-tech-subsidy.js';
import { blitzscale } from './blitzscale.js';
import { freemium } from './freemium.js';
import { meteredValue } from './metered-value.js';
import type { PolicyDefinition } from './policy.js';
import { priceWarFollower } from './price-war-follower.js';
import { priceWarLeader } from './price-war-leader.js';
import { runwayGuard } from './runway-guard.js';
import { runwayPricing } from './runway-pricing.js';
import { steady } from './steady.js';
import { stopEarly } from './stop-early.js';
import { subscriptionFirst } from './subscription-first.js';
import { wrapper } from './wrapper.js';

/** Burn strategies by the name that stands in a scenario's `policy`. */
export const POLICIES: Record<string, PolicyDefinition> = {
  steady,
  blitzscale,
  bigTechSubsidy,
  freemium,
  subscriptionFirst,
  meteredValue,
  runwayGuard,
  priceWarFollower,
  adFollower,
  b2bLanding,
  stopEarly,
  runwayPricing,
  adsAndGacha,
  priceWarLeader,
  bargainThenHarvest,
  wrapper,
};

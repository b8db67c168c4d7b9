/**
 * The month of the market, on one screen. Users choose on this month's prices and awareness and on last month's
 * shares; nobody sees the future. Changing this order changes the model.
 */

import { calibrateFits } from './calibrate-fit.js';
import { sellTokens } from './firms/api-market.js';
import { closeBooks, settleBooks } from './firms/books.js';
import { sellToBusiness } from './firms/business.js';
import { askParent } from './firms/cross-subsidy.js';
import { applyDecision, askPolicy, heed } from './firms/decide.js';
import { admitEntrants } from './firms/entry.js';
import { exitFirms } from './firms/exits.js';
import { collectTranches, seekRound } from './firms/funding.js';
import { goPublic } from './firms/listing.js';
import { moveQuality } from './firms/quality.js';
import { passStore } from './firms/store.js';
import { sellToWrappers } from './firms/supplier.js';
import { holdTenders } from './firms/tenders.js';
import { moveTrack } from './firms/track.js';
import { growthOf, hasTrack, lookAround } from './firms/view.js';
import type { Market } from './market-state.js';
import { recordMonth } from './metrics/record.js';
import { writeOffers } from './offers.js';
import type { Decision } from './policies/policy.js';
import { monthKeys } from './population/month-keys.js';
import { buyReach, planAdvertising } from './reach.js';
import { serveUsers } from './serve.js';
import { tokensOf } from './world/inference-cost.js';
import { moveWorld } from './world/world.js';

/** What outsiders decide for a firm: replaces those fields of its policy's decision. */
export type Decisions = Readonly<Record<string, Decision>>;

/** Lives through one month; writes the market and returns what every living firm decided. */
export function stepMarket(market: Market, decisions: Decisions = {}): Record<string, Decision> {
  market.month++;
  moveWorld(market.world, market.scenario, market.luck, market.month);
  admitEntrants(market.firms, market.luck, market.month);
  const decided = decide(market, decisions);
  buyReach(market);
  writeOffers(market);
  moveEverybody(market);
  serveUsers(market);
  settle(market);
  exitFirms(market);
  recordMonth(market);
  return decided;
}

/** All firms look first, then all act. */
function decide(market: Market, given: Decisions): Record<string, Decision> {
  const { firms, sights, scenario, world, month, luck } = market;
  lookAround(sights, world, month);
  const decided: Record<string, Decision> = {};
  for (const { firm, view } of sights) {
    if (firm.status !== 'alive') continue;
    const own = askPolicy(firm, view, luck);
    decided[firm.id] = heed(given[firm.id] ? { ...own, ...given[firm.id] } : own, market.ignored);
  }
  for (const firm of firms) {
    if (firm.status !== 'alive') continue;
    moveQuality(firm, scenario, world);
    passStore(firm, luck, month);
    try {
      applyDecision(firm, decided[firm.id]);
      planAdvertising(market, firm, decided[firm.id]);
    } catch (cause) {
      const { name } = firm.fields.policy;
      throw new Error(`policy ${name} of firm ${firm.id}, month ${month}: ${(cause as Error).message}`, {
        cause,
      });
    }
  }
  return decided;
}

function moveEverybody(market: Market): void {
  const { luck, month, population, sheet } = market;
  if (month === 1) {
    calibrateFits(market);
    population.chooseFirstTiers(sheet);
  }
  market.tally = population.moveUsers(sheet, monthKeys(luck, month), month);
  population.settleOrphans();
}

function settle(market: Market): void {
  const { luck, month, world, firms, scenario } = market;
  const { freeCost } = scenario.world;
  sellTokens(market);
  sellToWrappers(firms, { served: market.served, freeCost });
  holdTenders(firms, scenario, { luck, month, world });
  for (const firm of firms) {
    if (firm.status !== 'alive') continue;
    firm.ledger.fill(0);
    sellToBusiness(firm, firms, { luck, month, world });
    settleBooks(firm, market.served[firm.slot - 1], { luck, month, world, freeCost });
    moveTrack(firm, luck, month);
    firm.flatMonths = hasTrack(firm) && growthOf(firm) <= 0 ? firm.flatMonths + 1 : 0;
    goPublic(market, firm);
    collectTranches(firm);
    seekRound(market, firm);
    askParent(firm, luck, month);
    closeBooks(firm);
  }
  world.tokens += tokensOf(firms);
}

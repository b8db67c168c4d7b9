/**
 * The stock of quality, in utils relative to the frontier of month 1: it moves by research (M25), feedback of users (M08)
 * and of payers (M21), obsolescence (M25) and a drift, with open models as a floor below which nobody falls.
 */
import type { DrawnScenario } from '../scenario/drawn.js';
import type { WorldState } from '../world/world.js';
import { usersFeedback } from './data-flywheel.js';
import type { FirmState } from './firm.js';
import { payersFeedback } from './product-flywheel.js';
import { obsolescence, researchGain } from './research.js';

/** Moves a firm's quality by one month; writes it. Users and payers are last month's. */
export function moveQuality(firm: FirmState, scenario: DrawnScenario, world: WorldState): void {
  const { research, exchangeRate, openSourceGap } = scenario.world;
  const moved =
    firm.quality +
    firm.fields.qualityDrift +
    researchGain(research, firm.research, exchangeRate) +
    usersFeedback(research, firm.users[0] ?? 0) +
    payersFeedback(research, firm.payers) -
    obsolescence(research);
  firm.quality = Math.max(world.frontier - openSourceGap, moved);
}

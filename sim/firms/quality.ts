/**
 * Quality (M08, M21, M25, M27): research, feedback of users and payers, obsolescence, a drift, and open models
 * as a floor below which nobody falls. Kept relative to the frontier of month 1.
 */
import { log } from '../core/numerics.js';
import type { DrawnScenario } from '../scenario/drawn.js';
import type { WorldState } from '../world/world.js';
import type { FirmState } from './firm.js';

/** Moves a firm's quality by one month; writes it. Users and payers are last month's. */
export function moveQuality(firm: FirmState, scenario: DrawnScenario, world: WorldState): void {
  const { research, exchangeRate, openSourceGap } = scenario.world;
  const users = firm.users[0] ?? 0;
  const moved =
    firm.quality +
    firm.fields.qualityDrift +
    research.rate * log(1 + firm.research / (research.scale * exchangeRate)) +
    research.users * log(1 + users / 10e6) +
    research.payers * Math.sqrt(firm.payers / 1e6) -
    research.obsolescence;
  firm.quality = Math.max(world.frontier - openSourceGap, moved);
}

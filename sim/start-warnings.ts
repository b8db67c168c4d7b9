/** Warns of starts that are drawn too coarsely. */
import { makeLuck } from './core/draws.js';
import { appIds, startingCells } from './market-state.js';
import { drawPlan } from './plan.js';
import { FEWEST_STARTERS } from './population/cells.js';
import type { Scenario } from './scenario/scenario.js';

/** Apps that start with too few agents for quiet first months, as sentences for the reader. */
export function startWarnings(scenario: Scenario): string[] {
  const { drawn } = drawPlan(scenario, makeLuck('1', 0));
  const { count, start, end, origin } = startingCells(drawn);
  const agents = new Map<number, number>();
  for (let cell = 0; cell < count; cell++) {
    agents.set(origin[cell], (agents.get(origin[cell]) ?? 0) + end[cell] - start[cell]);
  }
  return appIds(drawn).flatMap((id, k) => {
    const starters = agents.get(k + 1) ?? FEWEST_STARTERS;
    return starters < FEWEST_STARTERS
      ? [
          `${id} starts with ${starters} simulated users, fewer than ${FEWEST_STARTERS}: raise agents for quieter first months`,
        ]
      : [];
  });
}

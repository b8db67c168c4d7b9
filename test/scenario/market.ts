import { parseScenario } from '../../sim/scenario/parse.js';
import type { Scenario } from '../../sim/scenario/scenario.js';

/** A plain legal scenario of one firm, with some of its top-level fields replaced. */
export function rawMarket(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'One firm',
    question: 'Does it run out of cash?',
    currency: 'USD',
    start: '2024-01',
    months: 12,
    people: 1e6,
    world: { inferenceCost: { start: 1 } },
    segments: { core: { share: 1 } },
    firms: { kimi: { cash: '5 to 10', policy: 'steady', tiers: [{ price: 9 }] } },
    ...more,
  };
}

/** Parses a plain scenario that must be legal. */
export function legal(raw: unknown): Scenario {
  const parsed = parseScenario(raw);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

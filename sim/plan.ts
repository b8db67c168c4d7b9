/**
 * The plan of a world: its fields drawn for one replicate, the dated changes of the scenario and of an arm, and what
 * `without` switches off. Plans of one scenario share the luck of the uncertain fields, but for those that an arm redraws.
 */
import { keyOf, type Luck, uniform } from './core/draws.js';
import { STREAM } from './core/streams.js';
import type { Market } from './market-state.js';
import type { Decision } from './policies/policy.js';
import { applyOverride, drawScenario, pathHash } from './scenario/draw.js';
import type { DrawnScenario } from './scenario/drawn.js';
import {
  type CompiledOverrides,
  compileOverrides,
  type DrawnOverride,
  drawOverrides,
} from './scenario/overrides.js';
import type { Quantity } from './scenario/quantity.js';
import type { Path, Scenario } from './scenario/scenario.js';
import { ignoredDecisions, isSwitchedOff, switchedOff } from './scenario/without.js';

/** Month 1 as a setting. */
const FIRST: Quantity = { law: { kind: 'constant', value: 1 } };

const compiled = new WeakMap<Scenario, Map<string, CompiledOverrides>>();

/** The arm of this name; none for ''. */
function armOf(scenario: Scenario, arm: string) {
  return arm === '' ? undefined : scenario.arms[arm];
}

/** Names of the mechanisms that the scenario and its arm switch off. */
function mechanismsOff(scenario: Scenario, arm: string): string[] {
  return [...scenario.without, ...(armOf(scenario, arm)?.without ?? [])];
}

/** The scenario's interventions, then those of the arm; compiled once. */
function overridesOf(scenario: Scenario, arm: string): CompiledOverrides {
  const byArm = compiled.get(scenario) ?? new Map<string, CompiledOverrides>();
  compiled.set(scenario, byArm);
  const known = byArm.get(arm);
  if (known) return known;
  const names = mechanismsOff(scenario, arm);
  const dated = [...scenario.interventions, ...(armOf(scenario, arm)?.overrides ?? [])];
  const fresh = compileOverrides(scenario, [
    ...dated.filter(({ path }) => !isSwitchedOff(path, names)),
    ...switchedOff(scenario, names).map(({ path, value }) => ({ month: FIRST, path, value })),
  ]);
  byArm.set(arm, fresh);
  return fresh;
}

/** Luck of the uncertain fields; those that are redrawn get their second number. */
function makeScenarioLuck(luck: Luck, redrawn: readonly string[] = []): (pathHash: number) => number {
  const key = keyOf(luck, STREAM.parameters, 0);
  const others = new Set(redrawn.map(pathHash));
  return (hash) => uniform(key, hash, others.has(hash) ? 1 : 0);
}

/** A plan with its numbers drawn for one world. */
export interface DrawnPlan {
  /** Fields as they stand before month 1. */
  readonly drawn: DrawnScenario;
  /** Changes in order of their months; those of month 1 are already made. */
  readonly changes: readonly DrawnOverride[];
  /** Fields of decisions that mean nothing, because their mechanism is off. */
  readonly ignored: readonly (keyof Decision)[];
}

/** Draws the plan of a world: `arm` of the scenario, or the scenario as it stands ('' or none). */
export function drawPlan(scenario: Scenario, luck: Luck, arm = ''): DrawnPlan {
  const parameterLuck = makeScenarioLuck(luck, armOf(scenario, arm)?.redraw);
  const drawn = drawScenario(scenario, parameterLuck);
  const changes = drawOverrides(overridesOf(scenario, arm), scenario, parameterLuck);
  for (const { month, path, value } of changes) if (month === 1) applyOverride(drawn, path, value);
  return { drawn, changes, ignored: ignoredDecisions(mechanismsOff(scenario, arm)) };
}

/** Changes the field at `path` now, and what the firms have already made of it. */
export function applyChange(market: Market, path: Path, value: number): void {
  const firm = path[0] === 'firms' ? market.firms.find(({ id }) => id === path[1]) : undefined;
  applyOverride(market.scenario, path, value);
  if (firm && path[2] === 'tiers') {
    const field = path[4];
    if (field === 'price' || field === 'quota' || field === 'adLoad') {
      firm.tiers[path[3] as number][field] = value;
    }
  }
  if (firm && path[2] === 'quality') firm.quality = value;
  if (firm && path[2] === 'api' && path[3] === 'price') firm.apiPrice = value;
}

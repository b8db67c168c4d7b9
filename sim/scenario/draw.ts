/**
 * Draws what we do not know: one number per uncertain field and replicate.
 * Each field has its own uniform, addressed by a hash of its path, so a new field shifts no other. Correlated
 * fields pass through a Gaussian copula. Planned once per scenario: a tree with all constants in it, which every
 * replicate copies, and the list of the uncertain fields.
 */
import { normalDistribution } from '../core/distributions.js';
import { normalQuantile } from '../core/numerics.js';
import { type Copula, copulaOf } from './correlation.js';
import type { DrawnScenario } from './drawn.js';
import { idsOf } from './ids.js';
import { drawWithin } from './laws.js';
import { type Place, placesOf } from './paths.js';
import type { Path, Scenario } from './scenario.js';

/** A uniform in (0, 1) for the 32-bit hash of a path; the same hash always gives the same uniform. */
export type PathLuck = (pathHash: number) => number;

/** The maps and lists in a map or list of the tree, by key: what a copy must go into. */
type Branches = readonly { readonly key: string; readonly branches: Branches }[];

interface Plan {
  readonly constants: object;
  readonly branches: Branches;
  readonly uncertain: readonly (Place & { readonly name: string })[];
  readonly copula: Copula;
}

/** An uncertain rate of arrivals is at least this: one of 0 would mean a firm that enters in `entersAt`. */
const NOBODY = 1e-9;

/** The largest number below 1. */
const BELOW_ONE = 0.9999999999999999;

/** Plans by scenario: reading the declarations costs more than drawing. */
const PLANS = new WeakMap<Scenario, Plan>();

const KEPT = [
  'world',
  'channels',
  'segments',
  'buyers',
  'people',
  'agents',
  'population',
  'months',
  'heavyAgents',
  'usageEdges',
  'firms',
] as const;

/** 32-bit FNV-1a of a text's UTF-16 units (Fowler, Noll & Vo 1991); 0 to 2^32 - 1. */
export function pathHash(path: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function planOf(scenario: Scenario): Plan {
  let plan = PLANS.get(scenario);
  if (!plan) {
    const copula = copulaOf(scenario.correlations);
    if (!copula) throw new Error('drawScenario: the correlations are not positive definite');
    const fields = planFields(scenario);
    plan = { ...fields, branches: branchesOf(fields.constants), copula };
    PLANS.set(scenario, plan);
  }
  return plan;
}

/** Puts the constants into the tree that replicates copy, and lists the fields that they draw. */
function planFields(scenario: Scenario): Pick<Plan, 'constants' | 'uncertain'> {
  const constants: Record<string, unknown> = {};
  for (const key of KEPT) constants[key] = withoutLaws(scenario[key]);
  const kept = placesOf(scenario).filter(({ path }) => Object.hasOwn(constants, path[0]));
  for (const { path, quantity } of kept) {
    if (quantity.law.kind === 'constant') put(constants, path, quantity.law.value);
  }
  const uncertain = kept.filter(({ quantity }) => quantity.law.kind !== 'constant');
  return { constants, uncertain: uncertain.map((place) => ({ ...place, name: place.path.join('.') })) };
}

/** The uniform of a field: its own draw, mixed with those of the fields it is correlated with. */
export function uniformOf(path: string, scenario: Scenario, luck: PathLuck): number {
  const { paths, lower } = planOf(scenario).copula;
  const row = paths.indexOf(path);
  if (row < 0) return luck(pathHash(path));
  let z = 0;
  for (let k = 0; k <= row; k++) z += lower[row][k] * normalQuantile(luck(pathHash(paths[k])));
  return Math.min(BELOW_ONE, Math.max(Number.MIN_VALUE, normalDistribution(z)));
}

/**
 * The scenario of one replicate. Numbers are held within the ranges of their fields; uncertain shares of
 * segments are divided by their sum, `ever` is at least `withApp`, and an uncertain rate of arrivals stays above 0.
 */
export function drawScenario(scenario: Scenario, luck: PathLuck): DrawnScenario {
  const { constants, branches, uncertain } = planOf(scenario);
  const drawn = copy(constants, branches) as DrawnScenario;
  for (const { name, path, spec, quantity } of uncertain) {
    put(drawn, path, drawWithin(quantity.law, spec, uniformOf(name, scenario, luck)));
  }
  return settle(drawn, scenario);
}

function settle(drawn: DrawnScenario, scenario: Scenario): DrawnScenario {
  const segments = idsOf(drawn.segments).map((id) => drawn.segments[id]);
  for (const segment of segments) segment.ever = Math.max(segment.ever, segment.withApp);
  if (Object.values(scenario.segments).some(({ share }) => share.law.kind !== 'constant')) {
    const sum = segments.reduce((total, { share }) => total + share, 0);
    for (const segment of segments) segment.share = sum > 0 ? segment.share / sum : 1 / segments.length;
  }
  for (const [id, { arrivals }] of Object.entries(scenario.firms)) {
    const firm = drawn.firms[id];
    if (arrivals.law.kind !== 'constant') firm.arrivals = Math.max(NOBODY, firm.arrivals);
  }
  return drawn;
}

/** Maps and lists of a scenario without its laws; a policy's definition is shared. */
function withoutLaws(value: unknown, key = ''): unknown {
  if (typeof value !== 'object' || value === null || key === 'definition') return value;
  if (Array.isArray(value)) return value.map((part) => withoutLaws(part));
  if (Object.hasOwn(value, 'law')) return Number.NaN;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutLaws(part, name)]));
}

/** Where the tree branches; a policy's definition is shared. */
function branchesOf(value: object): Branches {
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object' && part !== null && key !== 'definition'
      ? [{ key, branches: branchesOf(part) }]
      : [],
  );
}

/** Copies a map or list and those in it. */
function copy(value: object, branches: Branches): object {
  const made = (Array.isArray(value) ? value.slice() : { ...value }) as Record<string, object>;
  for (const { key, branches: inner } of branches) made[key] = copy(made[key], inner);
  return made;
}

/** Writes a number at a path of the drawn tree; parameters of a policy lie one level deeper than their path. */
function put(drawn: object, path: Path, value: number): void {
  let parent = drawn as Record<string | number, unknown>;
  for (let i = 0; i < path.length - 1; i++) {
    const key = path[i];
    parent = parent[key] as Record<string | number, unknown>;
    if (i === 2 && path[0] === 'firms' && key === 'policy')
      parent = parent.parameters as Record<string, unknown>;
  }
  parent[path[path.length - 1]] = value;
}

/** Changes one number of a drawn scenario in place, for an override whose month has come. */
export function applyOverride(drawn: DrawnScenario, path: Path, value: number): void {
  put(drawn, path, value);
}

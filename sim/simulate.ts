/**
 * One replicate as a pure function of (scenario, seed, replicate): nothing else can reach it. `startMarket` and
 * `simulate` are the same code, one month at a time and all at once.
 */
import { calibrates, takeFits } from './calibrate-fit.js';
import { keyOf, type Luck, makeLuck, uniform } from './core/draws.js';
import { STREAM } from './core/streams.js';
import { changeFeatures, changeTier, openMonth } from './firms/decide.js';
import { MINOR } from './firms/firm.js';
import { type Decisions, stepMarket } from './market.js';
import { appIds, type Market, makeMarket, startingCells } from './market-state.js';
import { LEDGER_LINES } from './metrics/columns.js';
import { writeOffers } from './offers.js';
import type { FirmOutcome, Outcome } from './outcome.js';
import type { Decision } from './policies/policy.js';
import { FEWEST_STARTERS } from './population/cells.js';
import { TIERS } from './population/contract.js';
import type { Crew } from './population/crew/crew.js';
import type { PopulationKind } from './population/population.js';
import { applyOverride, drawScenario, pathHash } from './scenario/draw.js';
import { type CompiledOverrides, compileOverrides, drawOverrides } from './scenario/overrides.js';
import type { Quantity } from './scenario/quantity.js';
import type { Path, Scenario } from './scenario/scenario.js';
import { switchedOff } from './scenario/without.js';
import { serveStart } from './serve.js';

/** Which plan is lived: the scenario as it stands (base), or one of its arms. */
export interface PlanOptions {
  readonly arm?: string;
  /** A fork: from month `from` on, luck belongs to branch `branch` (0 = the factual luck). */
  readonly branch?: { readonly branch: number; readonly from: number };
  /** Who moves the users; the results are the same. `simd` unless said otherwise. */
  readonly population?: PopulationKind;
  /** Threads that help with the users; the results are the same. One world at a time. */
  readonly crew?: Crew;
}

/** A world that runs month by month. */
export interface RunningMarket {
  /** Months lived so far. */
  readonly month: number;
  readonly months: number;
  /** Everything a month reads and writes; treat as read-only. */
  readonly state: Market;
  /** Lives through one month; `decisions` replace those of the policies. Throws after the last month. */
  step(decisions?: Decisions): Record<string, Decision>;
  /** What has happened so far, as an outcome; its columns are the world's own and change with the next step. */
  outcome(): Outcome;
}

/** Thrown by a replicate: says where it happened, so that it can be run again alone. */
export class ReplicateError extends Error {
  override name = 'ReplicateError';
}

/** Changes the field at `path` now, and what the firms have already made of it. */
function change(market: Market, path: Path, value: number): void {
  const firm = path[0] === 'firms' ? market.firms.find(({ id }) => id === path[1]) : undefined;
  const features = firm?.fields.features ?? 1;
  applyOverride(market.scenario, path, value);
  if (firm && path[2] === 'tiers') {
    const field = path[4];
    if (field === 'price' || field === 'quota' || field === 'adLoad') {
      changeTier(firm, path[3] as number, field, value);
    }
  }
  if (firm && path[2] === 'features') changeFeatures(firm, features);
  if (firm && path[2] === 'quality') firm.quality = value;
  if (firm && path[2] === 'api' && path[3] === 'price') firm.apiPrice = value;
}

/** Before month 1: best tiers at first prices, then users and shares of the start. */
function openMarket(market: Market): void {
  for (const firm of market.firms) if (firm.entryMonth === 1) firm.status = 'alive';
  writeOffers(market);
  market.population.chooseFirstTiers(market.sheet);
  market.tally = market.population.countStart();
  serveStart(market);
  for (const firm of market.firms) firm.status = 'absent';
}

/** Writes people by starting app (row) and app at the end (column); users of an app that has just ended are at none. */
function writeOrigins(market: Market): void {
  const side = market.firms.length + 1;
  const { cells, tally, place, apps, origins } = market;
  origins.fill(0);
  for (let cell = 0; cell < cells.count; cell++) {
    const row = place[cells.origin[cell]] * side;
    const add = (column: number, agents: number) => {
      origins[row + column] += agents * cells.weight[cell];
    };
    for (let way = 0; way < 3; way++) add(0, tally.none[cell * 3 + way]);
    for (const { slot, exitMonth } of apps) {
      const from = (cell * apps.length + slot - 1) * TIERS;
      for (let at = from; at < from + TIERS; at++) add(exitMonth ? 0 : place[slot], tally.users[at]);
    }
  }
}

function outcomeOf(market: Market): Outcome {
  writeOrigins(market);
  const inFileOrder = [...market.firms].sort((a, b) => a.index - b.index);
  const firms = inFileOrder.map(
    (firm): FirmOutcome => ({
      firm: firm.id,
      outcome: firm.status,
      exitMonth: firm.exitMonth || null,
      entryMonth: firm.status === 'absent' ? null : firm.entryMonth,
      proximateCause: firm.cause,
      finalCash: firm.cash / MINOR,
      minCash: firm.lowestCash / MINOR,
      finalUsers: firm.exitMonth ? 0 : (firm.users[0] ?? 0),
      peakUsers: firm.mostUsers,
      roundsClosed: firm.rounds,
      raised: firm.raised / MINOR,
      valuation: firm.valuation,
      stake: firm.stake,
      proceeds: firm.proceeds / MINOR,
      listedMonth: firm.listedMonth || null,
      ledger: LEDGER_LINES.map((_, k) => firm.totals[k] / MINOR),
    }),
  );
  return {
    replicate: market.luck.replicate,
    firms,
    months: market.months,
    market: market.market,
    moves: market.moves,
    origins: market.origins,
  };
}

/**
 * Decisions of the base world that an arm holds its firms to, by month. A firm that had left the base world buys no
 * ads from then on.
 */
function heldDecisions(
  scenario: Scenario,
  seed: string,
  replicate: number,
  options: PlanOptions,
): Decisions[] {
  const hold = options.arm === undefined ? undefined : scenario.arms[options.arm].hold;
  if (!hold) return [];
  const { population, crew } = options;
  const base = startMarket(scenario, seed, replicate, { population, crew });
  const holds = (field: (typeof hold.fields)[number]) =>
    hold.fields.includes('all') || hold.fields.includes(field);
  const firstHeld = hold.from.law.kind === 'constant' ? hold.from.law.value : 1;
  const decisions = Array.from({ length: base.months }, (_, k) => {
    const decided = base.step();
    const held = k + 1 < firstHeld ? [] : base.state.firms.filter(({ id }) => hold.firms.includes(id));
    return Object.fromEntries(
      held.map((firm): [string, Decision] => {
        if (!decided[firm.id]) return [firm.id, holds('ads') ? { ads: 0 } : {}];
        return [
          firm.id,
          {
            ...(hold.fields.includes('all') ? decided[firm.id] : {}),
            ...(holds('ads') ? { ads: adsByChannel(base.state, firm.id) } : {}),
            ...(holds('prices')
              ? { prices: firm.tiers.map((tier) => tier.price), apiPrice: firm.apiPrice }
              : {}),
            ...(holds('quotas') ? { quotas: firm.tiers.map((tier) => tier.quota) } : {}),
            ...(holds('research') ? { research: firm.research } : {}),
          },
        ];
      }),
    );
  });
  base.state.population.release();
  return decisions;
}

function adsByChannel(market: Market, id: string): Record<string, number> {
  const firm = market.firms.find((candidate) => candidate.id === id);
  const allowed = firm?.fields.channels ?? [];
  return Object.fromEntries(
    market.channels.flatMap((channel, c) =>
      allowed.includes(channel.id) ? [[channel.id, firm?.adSpend[c] ?? 0]] : [],
    ),
  );
}

/** Month 1 as a setting. */
const FIRST: Quantity = { law: { kind: 'constant', value: 1 } };

const compiled = new WeakMap<Scenario, Map<string, CompiledOverrides>>();

/** The scenario's interventions, then those of the arm; compiled once. */
function overridesOf(scenario: Scenario, arm = ''): CompiledOverrides {
  const byArm = compiled.get(scenario) ?? new Map<string, CompiledOverrides>();
  compiled.set(scenario, byArm);
  const known = byArm.get(arm);
  if (known) return known;
  const plan = arm ? scenario.arms[arm] : undefined;
  const off = switchedOff(scenario, [...scenario.without, ...(plan?.without ?? [])]);
  const silent = new Set(off.map(({ path }) => path));
  const dated = [...scenario.interventions, ...(plan?.overrides ?? [])];
  const fresh = compileOverrides(scenario, [
    ...dated.filter(({ path }) => !silent.has(path)),
    ...off.map(({ path, value }) => ({ month: FIRST, path, value })),
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

/** The fields of a world as they stand before month 1, and its dated changes. */
function drawWorld(scenario: Scenario, luck: Luck, arm?: string) {
  const parameterLuck = makeScenarioLuck(luck, arm ? scenario.arms[arm].redraw : []);
  const drawn = drawScenario(scenario, parameterLuck);
  const changes = drawOverrides(overridesOf(scenario, arm), scenario, parameterLuck);
  for (const { month, path, value } of changes) if (month === 1) applyOverride(drawn, path, value);
  return { drawn, changes };
}

/**
 * Starts a world.
 * @param seed any string
 * @param replicate from 0
 * @throws if the arm is unknown
 */
export function startMarket(
  scenario: Scenario,
  seed: string,
  replicate: number,
  options: PlanOptions = {},
): RunningMarket {
  if (options.arm !== undefined && !Object.hasOwn(scenario.arms, options.arm)) {
    throw new Error(
      `the scenario has no arm ${options.arm}; it has ${Object.keys(scenario.arms).join(', ') || 'none'}`,
    );
  }
  const luck: Luck = {
    ...makeLuck(seed, replicate),
    branch: options.branch?.branch ?? 0,
    branchFrom: options.branch?.from ?? 0,
  };
  const { drawn, changes } = drawWorld(scenario, luck, options.arm);
  const held = heldDecisions(scenario, seed, replicate, options);
  if (options.arm !== undefined && calibrates(drawn)) {
    const base = startMarket(scenario, seed, replicate, {
      population: options.population,
      crew: options.crew,
    });
    base.step();
    takeFits(drawn, base.state, changes);
    base.state.population.release();
  }
  const market = makeMarket(drawn, luck, { kind: options.population ?? 'simd', crew: options.crew });
  openMarket(market);
  return {
    get month() {
      return market.month;
    },
    months: drawn.months,
    state: market,
    step(decisions = {}) {
      const month = market.month + 1;
      if (month > drawn.months) throw new Error(`the world ends after month ${drawn.months}`);
      try {
        for (const firm of market.firms) openMonth(firm);
        for (const dated of changes)
          if (dated.month === month && month > 1) change(market, dated.path, dated.value);
        return stepMarket(market, { ...held[month - 1], ...decisions });
      } catch (cause) {
        const where = `month ${month}, replicate ${replicate}, seed ${JSON.stringify(seed)}${options.arm ? `, arm ${options.arm}` : ''}`;
        throw new ReplicateError(`${(cause as Error).message} (${where})`, { cause });
      }
    },
    outcome: () => outcomeOf(market),
  };
}

/** Lives one world to its end. Same arguments, same bytes: on any machine, thread or engine. */
export function simulate(
  scenario: Scenario,
  seed: string,
  replicate: number,
  options: PlanOptions = {},
): Outcome {
  const market = startMarket(scenario, seed, replicate, options);
  try {
    for (let month = 1; month <= market.months; month++) market.step();
    return market.outcome();
  } finally {
    market.state.population.release();
  }
}

/** Apps that start with too few agents for quiet first months, as sentences for the reader. */
export function startWarnings(scenario: Scenario): string[] {
  const { drawn } = drawWorld(scenario, makeLuck('1', 0));
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

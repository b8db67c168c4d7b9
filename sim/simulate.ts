/**
 * One replicate as a pure function of (scenario, seed, replicate): nothing else can reach it. `startMarket` and
 * `simulate` are the same code, one month at a time and all at once.
 */
import { calibrates, takeFits } from './calibrate-fit.js';
import { type Fork, makeLuck } from './core/draws.js';
import { openMonth } from './firms/decide.js';
import { type Hold, heldDecisions } from './hold.js';
import { type Decisions, stepMarket } from './market.js';
import { type Market, makeMarket } from './market-state.js';
import { outcomeOf } from './metrics/outcome.js';
import { writeOffers } from './offers.js';
import type { Outcome } from './outcome.js';
import { applyChange, type DrawnPlan, drawPlan } from './plan.js';
import type { Decision } from './policies/policy.js';
import type { Crew } from './population/crew/crew.js';
import type { PopulationKind } from './population/population.js';
import type { Scenario } from './scenario/scenario.js';
import { serveStart } from './serve.js';

/** Which plan is lived: the scenario as it stands (base), or one of its arms. */
export interface PlanOptions {
  readonly arm?: string;
  /**
   * Forks, ascending by `from` (at least 1): the luck of a month belongs to the branch of the last fork with `from` <=
   * month, and before the first to branch 0, the factual one. What is drawn once, before month 1, stays.
   */
  readonly branches?: readonly Fork[];
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

/** Before month 1: best tiers at first prices, then users and shares of the start. */
function openMarket(market: Market): void {
  for (const firm of market.firms) if (firm.entryMonth === 1) firm.status = 'alive';
  writeOffers(market);
  market.population.chooseFirstTiers(market.sheet);
  market.tally = market.population.countStart();
  serveStart(market);
  for (const firm of market.firms) firm.status = 'absent';
}

/** Makes the changes of the plan for the next month, and lives through it. */
function stepPlan(market: Market, changes: DrawnPlan['changes'], given: Decisions): Record<string, Decision> {
  const month = market.month + 1;
  for (const firm of market.firms) openMonth(firm);
  if (month > 1) {
    for (const dated of changes) if (dated.month === month) applyChange(market, dated.path, dated.value);
  }
  return stepMarket(market, given);
}

/** Fits found in the first month of the base world; writes `drawn`. */
function takeBaseFits(base: RunningMarket, { drawn, changes }: DrawnPlan): void {
  base.step();
  takeFits(drawn, base.state, changes);
  base.state.population.release();
}

/** What an arm holds its firms to, by month; lives the base world. */
function holdToBase(base: RunningMarket, hold: Hold): Decisions[] {
  const held = heldDecisions(base, hold);
  base.state.population.release();
  return held;
}

/**
 * Starts a world.
 * @param seed any string
 * @param replicate from 0
 * @throws if the arm is unknown or the forks are not legal
 */
export function startMarket(
  scenario: Scenario,
  seed: string,
  replicate: number,
  { arm, branches = [], population, crew }: PlanOptions = {},
): RunningMarket {
  if (arm !== undefined && !Object.hasOwn(scenario.arms, arm)) {
    const known = Object.keys(scenario.arms).join(', ') || 'none';
    throw new Error(`the scenario has no arm ${arm}; it has ${known}`);
  }
  const luck = makeLuck(seed, replicate, branches);
  const plan = drawPlan(scenario, luck, arm);
  const startBase = () => startMarket(scenario, seed, replicate, { branches, population, crew });
  const hold = arm === undefined ? undefined : scenario.arms[arm].hold;
  const held = hold ? holdToBase(startBase(), hold) : [];
  if (arm !== undefined && calibrates(plan.drawn)) takeBaseFits(startBase(), plan);
  const market = makeMarket(plan.drawn, luck, { kind: population ?? 'simd', crew, ignored: plan.ignored });
  openMarket(market);
  return {
    get month() {
      return market.month;
    },
    months: plan.drawn.months,
    state: market,
    step(decisions = {}) {
      const month = market.month + 1;
      if (month > plan.drawn.months) throw new Error(`the world ends after month ${plan.drawn.months}`);
      try {
        return stepPlan(market, plan.changes, { ...held[month - 1], ...decisions });
      } catch (cause) {
        const forks = branches.map(({ branch, from }) => `, branch ${branch} from month ${from}`).join('');
        const where = `month ${month}, replicate ${replicate}, seed ${JSON.stringify(seed)}${arm ? `, arm ${arm}` : ''}${forks}`;
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

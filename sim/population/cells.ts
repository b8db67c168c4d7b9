/**
 * Who stands for whom: agents are given to cells (segment x usage class x starting app), each cell with its own
 * number of people per agent. Apps that start small get enough agents to be seen; heavy users, who are few but
 * cost most, get a part of the agents by tokens instead of by people.
 */
import type { Cells } from './contract.js';
import { type UsageBand, usageBands } from './usage.js';

/** Below this number of starting agents an app's first months are noisy; a run warns. */
export const FEWEST_STARTERS = 200;

/** What cells need to know of a scenario. */
export interface CellPlan {
  readonly agents: number;
  readonly people: number;
  readonly edges: readonly number[];
  /** Part of the agents given to usage classes by tokens (0 to 1). */
  readonly heavyAgents: number;
  readonly segments: readonly {
    readonly share: number;
    readonly withApp: number;
    readonly useSpread: number;
    readonly matchSpread?: number;
  }[];
  /** Starting users by slot (weights; index 0 = slot 1). */
  readonly users: readonly number[];
}

interface Stratum {
  segment: number;
  usageClass: number;
  origin: number;
  people: number;
  pull: number;
}

/** A cell of fewer people is empty; far below, weights would vanish among the smallest numbers. */
const LEAST_PEOPLE = 1e-9;

/** All cells that have people, in the order segment, class, origin. */
function strata(plan: CellPlan): Stratum[] {
  const all: Stratum[] = [];
  const userSum = plan.users.reduce((a, b) => a + b, 0);
  plan.segments.forEach((segment, s) => {
    const bands = usageBands(plan.edges, segment.useSpread);
    const starters = userSum > 0 ? segment.withApp : 0;
    bands.forEach((band: UsageBand, u) => {
      for (let origin = 0; origin <= plan.users.length; origin++) {
        const part =
          origin === 0 ? 1 - starters : starters > 0 ? (starters * plan.users[origin - 1]) / userSum : 0;
        const people = plan.people * segment.share * part;
        if (people * band.people < LEAST_PEOPLE) continue;
        const pull = people * ((1 - plan.heavyAgents) * band.people + plan.heavyAgents * band.tokens);
        all.push({ segment: s, usageClass: u, origin, people: people * band.people, pull });
      }
    });
  });
  return all;
}

/** Agents by starting app (index 0 = none): at least FEWEST_STARTERS each while half of the agents suffice. */
function agentsByOrigin(plan: CellPlan, cells: readonly Stratum[]): number[] {
  const people = new Array<number>(plan.users.length + 1).fill(0);
  for (const cell of cells) people[cell.origin] += cell.people;
  const total = people.reduce((a, b) => a + b, 0);
  const wanted = people.map((n, origin) =>
    n === 0 ? 0 : origin === 0 ? 0 : Math.max((plan.agents * n) / total, FEWEST_STARTERS),
  );
  const sum = wanted.reduce((a, b) => a + b, 0);
  const room = people[0] > 0 ? plan.agents / 2 : plan.agents;
  const scale = sum > room || people[0] === 0 ? room / Math.max(sum, 1) : 1;
  const given = wanted.map((n) => n * scale);
  given[0] = people[0] > 0 ? plan.agents - given.reduce((a, b) => a + b, 0) : 0;
  return given;
}

/** Whole numbers >= 1 that add to about `total`, in proportion to `pulls` (largest remainders). */
export function apportion(pulls: readonly number[], total: number): number[] {
  const sum = pulls.reduce((a, b) => a + b, 0);
  const exact = pulls.map((p) => (p / sum) * total);
  const whole = exact.map((x) => Math.max(1, Math.floor(x)));
  let left = Math.round(total) - whole.reduce((a, b) => a + b, 0);
  const order = exact.map((x, k) => [x - Math.floor(x), k]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let n = 0; left > 0; n = (n + 1) % order.length, left--) whole[order[n][1]]++;
  return whole;
}

/**
 * Parts of a person in which weights are counted: 2^20, more where an agent stands for less than a 64th of a person,
 * so that rounding never exceeds 2^-15 of a weight and sums of people stay exact.
 */
function partsOfPerson(plan: CellPlan): number {
  let parts = 1048576;
  while (plan.people > 0 && parts * plan.people < plan.agents * 16384) parts *= 2;
  return parts;
}

/** Gives agents to cells. Deterministic; weights are multiples of a power of two, so sums of people are exact. */
export function makeCells(plan: CellPlan): Cells {
  const all = strata(plan);
  const byOrigin = agentsByOrigin(plan, all);
  const size = new Array<number>(all.length).fill(0);
  byOrigin.forEach((agents, origin) => {
    const members = all.map((cell, k) => (cell.origin === origin ? k : -1)).filter((k) => k >= 0);
    if (members.length === 0) return;
    const given = apportion(
      members.map((k) => all[k].pull),
      agents,
    );
    members.forEach((k, n) => {
      size[k] = given[n];
    });
  });
  const start = new Int32Array(all.length);
  const end = new Int32Array(all.length);
  const weight = new Float64Array(all.length);
  const parts = partsOfPerson(plan);
  let at = 0;
  all.forEach((cell, k) => {
    start[k] = at;
    end[k] = at + size[k];
    at = (at + size[k] + 15) & ~15;
    weight[k] = Math.round((cell.people / size[k]) * parts) / parts;
  });
  return {
    count: all.length,
    segments: plan.segments.length,
    classes: plan.edges.length + 1,
    start,
    end,
    segment: Int32Array.from(all, (cell) => cell.segment),
    usageClass: Int32Array.from(all, (cell) => cell.usageClass),
    origin: Int32Array.from(all, (cell) => cell.origin),
    weight,
    length: at,
    agents: size.reduce((a, b) => a + b, 0),
    matched: plan.segments.some(({ matchSpread = 0 }) => matchSpread > 0),
  };
}

/**
 * Policies against each other: in round k the policy (seat + k) mod P sits in each seat, so every policy sits once in
 * every seat, against the same rivals' numbers and on the same luck. A policy's advantage in a seat and a world is what it
 * got less what all policies got there on average: seats that are rich or poor count for nobody. A firm that comes in
 * numbers is one seat: all its copies play the policy, and count as their mean.
 */
import { clusterShare } from '../../statistics/cluster-share.js';
import { meanInterval } from '../../statistics/mean-interval.js';
import { familiesOf } from '../families.js';
import type { Values } from '../job.js';
import type { Estimated } from './estimate.js';
import { type Metric, namedMetrics } from './metric.js';
import { basePoint, type Sample } from './sample.js';
import type { Lab, Study } from './study.js';

/** How a policy did over all seats. */
export interface LeagueRow {
  readonly policy: string;
  /** P(alive at the end) and P(cash-out), means over seats and worlds; Wilson's, with a world as a cluster (clusterShare). */
  readonly alive: Estimated;
  readonly cashOut: Estimated;
  /** Currency at the end, of a firm. */
  readonly cash: Estimated;
  /** Over the mean of all policies in the same seats and worlds. */
  readonly advantage: { readonly alive: Estimated; readonly cash: Estimated };
  /** P(alive) in each seat. */
  readonly seats: Readonly<Record<string, number>>;
}

/** What `league` finds. */
export interface LeagueResult {
  readonly seats: readonly string[];
  /** The best first: by P(alive), then by cash. */
  readonly ranking: readonly LeagueRow[];
}

const ALIVE = 0;
const CASH = 1;
const CASH_OUT = 2;

/** alive, cash and cash-out of every seat, in this order. */
function metricsOf({ scenario }: Study, seats: readonly string[], months: number): Metric[] {
  return seats.flatMap((seat) => {
    const id = JSON.stringify(seat);
    const named = {
      alive: `mean(alive(${id}))`,
      cash: `mean(cash(${id}, ${months}))`,
      cashOut: `mean(cashOut(${id}))`,
    };
    return namedMetrics(named, scenario).metrics;
  });
}

function assignment(study: Study, seats: readonly string[], round: number): Values {
  const { policies } = study;
  return Object.fromEntries(
    seats.map((seat, i) => [`firms.${seat}.policy`, policies[(i + round) % policies.length].value]),
  );
}

/** Firms of each seat: 1, or the copies of one that comes in numbers. */
function copiesOf({ scenario }: Study, seats: readonly string[]): number[] {
  const families = familiesOf(scenario);
  return seats.map((seat) => families.find(({ id }) => id === seat)?.members.length ?? 1);
}

/** Means over seats of what a policy got in each world that finished in all rounds: one number a world. */
function byWorld(study: Study, sample: Sample, seats: readonly string[]) {
  const rounds = study.policies.length;
  const { replicates, gathered, finished } = sample;
  const copies = copiesOf(study, seats);
  const firms = copies.reduce((sum, n) => sum + n, 0);
  const worlds = Array.from({ length: replicates }, (_, r) => r).filter((r) =>
    study.policies.every((_, round) => finished[round * replicates + r] === 1),
  );
  const value = (seat: number, which: number, round: number, r: number) =>
    gathered[seat * 3 + which][round * replicates + r] / copies[seat];
  const roundOf = (policy: number, seat: number) => (((policy - seat) % rounds) + rounds) % rounds;
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const inWorld = (policy: number, which: number, r: number) =>
    seats.map((_, i) => value(i, which, roundOf(policy, i), r));
  const got = (policy: number, which: number) => worlds.map((r) => mean(inWorld(policy, which, r)));
  const share = (policy: number, which: number): Estimated =>
    clusterShare(
      worlds.map((r) => ({
        k: mean(inWorld(policy, which, r)) * firms,
        n: firms,
      })),
    );
  const average = (which: number) =>
    worlds.map((r) =>
      mean(seats.map((_, i) => mean(study.policies.map((_, round) => value(i, which, round, r))))),
    );
  const inSeat = (policy: number, seat: number) =>
    mean(worlds.map((r) => value(seat, ALIVE, roundOf(policy, seat), r)));
  return { got, share, average, inSeat };
}

function estimated(values: readonly number[]): Estimated {
  return { ...meanInterval(values), n: values.length };
}

/** The firms that are named, or all that can do what a policy may ask: an app, and a channel to buy. */
export function seatsOf({ scenario, firms }: Pick<Study, 'scenario' | 'firms'>): readonly string[] {
  if (firms.length > 0) return firms;
  const members = Object.values(scenario.firms);
  return familiesOf(scenario)
    .filter(({ members: [first] }) => {
      const { tiers, channels } = members[first];
      return tiers.length > 0 && channels.length > 0;
    })
    .map(({ id }) => id);
}

/** Plays all rounds. */
export async function league(study: Study, lab: Lab): Promise<LeagueResult> {
  const { scenario, policies, replicates } = study;
  const seats = seatsOf(study);
  const months = scenario.months.law.kind === 'constant' ? scenario.months.law.value : 0;
  const metrics = metricsOf(study, seats, months);
  const points = policies.map((_, round) => ({
    ...basePoint(scenario),
    values: assignment(study, seats, round),
  }));
  const sample = await lab.sample({ points, metrics, replicates });
  const { got, share, average, inSeat } = byWorld(study, sample, seats);
  const over = (policy: number, which: number) => {
    const [own, all] = [got(policy, which), average(which)];
    return estimated(own.map((value, r) => value - all[r]));
  };
  const ranking = policies.map(
    ({ name }, p): LeagueRow => ({
      policy: name,
      alive: share(p, ALIVE),
      cashOut: share(p, CASH_OUT),
      cash: estimated(got(p, CASH)),
      advantage: { alive: over(p, ALIVE), cash: over(p, CASH) },
      seats: Object.fromEntries(seats.map((seat, i) => [seat, inSeat(p, i)])),
    }),
  );
  ranking.sort((a, b) => b.alive.estimate - a.alive.estimate || b.cash.estimate - a.cash.estimate);
  return { seats, ranking };
}

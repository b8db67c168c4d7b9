/**
 * What firms do when each answers the others: rounds of best responses (`rounds.ts`) from the present plans, and for each
 * firm its regret: what its best response against the others' final plans still gains, on fresh worlds. With a change X of
 * the scenario (`setB`) the rounds are played again with X, from where they ended without: what X is worth while rivals
 * stay as they were, and what is left of that once they have answered.
 */
import type { Scenario } from '../../../sim/index.js';
import { familiesOf } from '../families.js';
import { BASE, type Values } from '../job.js';
import { type ChosenField, chosenField, valueAt } from './chosen-field.js';
import { type Difference, differenceOf } from './estimate.js';
import { namedMetrics } from './metric.js';
import type { Player } from './objective.js';
import { presentCoordinate } from './present.js';
import { type Game, type Profile, playRounds, profileValues, respond, type Turn } from './rounds.js';
import type { Lab, Study } from './study.js';

/** A firm where the rounds ended. */
export interface EndOfFirm {
  readonly firm: string;
  readonly maximised: string;
  /** `chosen`: where the rounds ended. */
  readonly fields: readonly (ChosenField & {
    /** In its best response against the others' final plans. */
    readonly response: unknown;
  })[];
  /** Best response less final plan on fresh worlds: 0 in an equilibrium. */
  readonly regret: Difference;
  /** Nothing it could choose is clearly better or worse for it. */
  readonly indifferent: boolean;
  /** Its best response is what it has, but for a trifle: half a percent of a range. */
  readonly rests: boolean;
  /** All final plans less all present plans, on fresh worlds, in what the firm wants. */
  readonly change: Difference;
}

/** Where rounds led. */
export interface Played {
  readonly rounds: readonly {
    readonly firm: string;
    readonly values: readonly unknown[];
    readonly gain: Pick<Difference, 'estimate' | 'low' | 'high'>;
  }[][];
  /** No clear gain was left, or nobody moved, in the last round. */
  readonly rested: boolean;
  readonly ends: readonly EndOfFirm[];
}

/** What X is worth to a firm, in mean cash at the end, against the final plans without X. */
export interface Answer {
  readonly firm: string;
  /** X, while all firms that choose stay where they were. */
  readonly alone: Difference;
  /** X, after they have answered. */
  readonly answered: Difference;
}

/** What `equilibrium` finds. */
export interface Equilibrium extends Played {
  /** With a change X. */
  readonly against?: Played & { readonly change: string; readonly answers: readonly Answer[] };
}

/** Part of a range within which two places are told as one. */
const TRIFLE = 0.005;

function fieldsOf(
  { factors }: Player,
  scenario: Scenario,
  at: { final: readonly number[]; response: readonly number[] },
) {
  return factors.map((factor, k) => ({
    ...chosenField(factor, at.final[k], scenario),
    response: valueAt(factor, at.response[k]),
  }));
}

function told({ player, row, gain: { estimate, low, high } }: Turn, { players }: Game) {
  const { firm, factors } = players[player];
  const values = factors.map((factor, k) => valueAt(factor, row[k]));
  return { firm, values, gain: { estimate, low, high } };
}

function isTrifle({ factors }: Player, from: readonly number[], to: readonly number[]): boolean {
  return factors.every(({ levels }, k) => (levels ? from[k] === to[k] : Math.abs(from[k] - to[k]) < TRIFLE));
}

/** Each firm's regret and change at the end, on fresh worlds. */
async function judge(game: Game, lab: Lab, profile: Profile): Promise<EndOfFirm[]> {
  const { players, point, replicates } = game;
  const final = { ...point, values: profileValues(players, profile) };
  const ends: EndOfFirm[] = [];
  for (const [player, own] of players.entries()) {
    const { response, indifferent } = await respond(game, lab, { profile, player });
    const there = profile.map((row, k) => (k === player ? response : row));
    const left = { ...point, values: profileValues(players, there) };
    const metrics = [own.objective];
    const fresh = await lab.sample({ points: [point, final, left], metrics, first: replicates, replicates });
    ends.push({
      ...{ firm: own.firm, maximised: own.objective.text },
      fields: fieldsOf(own, point.scenario, { final: profile[player], response }),
      regret: differenceOf(fresh, 0, [1, 2]),
      indifferent,
      rests: isTrifle(own, profile[player], response),
      change: differenceOf(fresh, 0, [0, 1]),
    });
  }
  return ends;
}

async function play(game: Game, lab: Lab, start: Profile): Promise<Played & { profile: Profile }> {
  const { rounds, profile, rested } = await playRounds(game, lab, start);
  const ends = await judge(game, lab, profile);
  return { rounds: rounds.map((turns) => turns.map((turn) => told(turn, game))), rested, ends, profile };
}

/** What the change is worth to every firm of the scenario, alone and answered, on fresh worlds. */
async function answersTo(
  games: { readonly a: Game; readonly b: Game },
  lab: Lab,
  values: { readonly a: Values; readonly b: Values },
): Promise<Answer[]> {
  const { a, b } = games;
  const firms = familiesOf(a.point.scenario).map(({ id }) => id);
  const formulas = firms.map((firm) => [firm, `mean(cash(${JSON.stringify(firm)}, months))`]);
  const { metrics } = namedMetrics(Object.fromEntries(formulas), a.point.scenario);
  const points = [
    { ...a.point, values: values.a },
    { ...b.point, values: values.a },
    { ...b.point, values: values.b },
  ];
  const fresh = await lab.sample({ points, metrics, first: a.replicates, replicates: a.replicates });
  return firms.map((firm, k) => ({
    firm,
    alone: differenceOf(fresh, k, [0, 1]),
    answered: differenceOf(fresh, k, [0, 2]),
  }));
}

/** Plays the rounds, and again with the change if there is one. */
export async function equilibrium(study: Study, lab: Lab): Promise<Equilibrium> {
  const { scenario, against, players, replicates, points, seed } = study;
  const gameOf = (on: Scenario): Game => ({
    ...{ players, replicates, points, seed },
    point: { scenario: on, arm: study.arms[0] ?? BASE },
  });
  const a = gameOf(scenario);
  const start = players.map(({ factors }) => factors.map((factor) => presentCoordinate(factor, scenario)));
  const { profile, ...found } = await play(a, lab, start);
  if (!against) return found;
  const b = gameOf(against);
  const { profile: last, ...answered } = await play(b, lab, profile);
  const values = { a: profileValues(players, profile), b: profileValues(players, last) };
  const answers = await answersTo({ a, b }, lab, values);
  return { ...found, against: { ...answered, change: study.labels[1], answers } };
}

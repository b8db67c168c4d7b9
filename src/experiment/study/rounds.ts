/**
 * Best responses in turn (Cournot's rounds): each firm moves to its best response against what the others have now. A
 * firm that turns back, and by more than half of its last way, takes half steps from then on, then half of that (after
 * Kesten 1958), so rounds that would swing come to rest and noise is averaged out. Ranges move to the best found even where the gain is small; levels change
 * only for a clear gain, and a firm to which nothing makes a clear difference stays. It ends when in a whole round after the first no gain was clear, or every firm had its best response but for a trifle.
 */

import type { Values } from '../job.js';
import type { Difference } from './estimate.js';
import { valuesAt } from './factor.js';
import type { Player } from './objective.js';
import type { StudyPoint } from './sample.js';
import { seek } from './seek.js';
import type { Lab } from './study.js';
import { isClearlyWorse, makeTrials } from './trials.js';

/** Coordinates of every player's factors, in their order. */
export type Profile = readonly (readonly number[])[];

/** One player's turn. */
export interface Turn {
  readonly player: number;
  /** Coordinates of its best response against what the others had. */
  readonly response: readonly number[];
  /** Where it went. */
  readonly row: readonly number[];
  /** Best response less what it had, on the worlds of the search. */
  readonly gain: Difference;
  /** Nothing that was tried is clearly better or worse than what it had. */
  readonly indifferent: boolean;
}

/** What a player finds before it moves. */
export type Found = Pick<Turn, 'response' | 'gain' | 'indifferent'>;

/** How a search is made. */
export interface Game {
  readonly players: readonly Player[];
  readonly point: StudyPoint;
  readonly replicates: number;
  /** Points of a search; 0: as many as it needs. */
  readonly points: number;
  readonly seed: string;
}

const MOST_ROUNDS = 12;
/** A best response nearer than this share of a range is what the firm has. */
const TRIFLE = 0.0005;

/** Values of all players but one; of all if `but` is -1. */
export function profileValues(players: readonly Player[], profile: Profile, but = -1): Values {
  const own = players.map(({ factors }, k) => (k === but ? {} : valuesAt(factors, profile[k].map(inside))));
  return Object.assign({}, ...own);
}

function inside(u: number): number {
  return Math.min(1 - Number.EPSILON, u);
}

/** The best response of a player, and what it gains, on the worlds of the search. */
export async function respond(
  game: Game,
  lab: Lab,
  { profile, player }: { readonly profile: Profile; readonly player: number },
): Promise<Found> {
  const { players, point, replicates, points, seed } = game;
  const { firm, factors, objective } = players[player];
  const values = profileValues(players, profile, player);
  const trials = makeTrials(lab, { point: { ...point, values }, factors, objective });
  const start = profile[player];
  const best = await seek(trials, { factors, start, replicates, points, seed: `${seed}/${firm}` });
  const [now] = await trials.measure([start], replicates);
  const gain = trials.difference(best, now);
  const isWorse = trials.list.some((_, at) => isClearlyWorse(trials.difference(at, now)));
  return { response: trials.list[best].row, gain, indifferent: !isWorse && !isClear(gain) };
}

function isClear({ low }: Difference): boolean {
  return low > 0;
}

/** How large a part of the way each player goes, and where it went last. */
interface Pace {
  share: number;
  last: readonly number[];
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, k) => sum + x * b[k], 0);
}

/** The player's next place: part of the way on ranges, levels only for a clear gain; who is indifferent stays. */
function step(player: Player, from: readonly number[], found: Found, pace: Pace) {
  if (found.indifferent) return from;
  const way = found.response.map((u, k) => (player.factors[k].levels ? 0 : u - from[k]));
  if (product(way, pace.last) < 0 && 4 * product(way, way) > product(pace.last, pace.last)) pace.share /= 2;
  pace.last = way;
  return from.map((u, k) => {
    if (player.factors[k].levels) return isClear(found.gain) ? found.response[k] : u;
    return u + pace.share * way[k];
  });
}

/** Longest way from what a player had to its best response, as a share of a range. */
function farthest(before: Profile, turns: readonly Turn[]): number {
  return Math.max(
    ...turns.flatMap(({ player, response }) => response.map((u, i) => Math.abs(u - before[player][i]))),
  );
}

/** Plays rounds from a profile. @returns the turns of each round, where they led, and whether they came to rest */
export async function playRounds(
  game: Game,
  lab: Lab,
  start: Profile,
): Promise<{ rounds: Turn[][]; profile: Profile; rested: boolean }> {
  const paces = start.map((row): Pace => ({ share: 1, last: row.map(() => 0) }));
  const rounds: Turn[][] = [];
  let profile = start;
  while (rounds.length < MOST_ROUNDS) {
    const before = profile;
    const turns: Turn[] = [];
    for (const [player, own] of game.players.entries()) {
      const found = await respond(game, lab, { profile, player });
      const row = step(own, profile[player], found, paces[player]);
      turns.push({ player, row, ...found });
      profile = profile.map((other, k) => (k === player ? row : other));
    }
    rounds.push(turns);
    const isQuiet = rounds.length > 1 && !turns.some(({ gain }) => isClear(gain));
    if (isQuiet || farthest(before, turns) < TRIFLE) return { rounds, profile, rested: true };
  }
  return { rounds, profile, rested: false };
}

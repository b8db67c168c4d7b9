/**
 * What a worker does for a game: a turn, a few lives of one course, or the other strategies in the seat. One job at a
 * time, each short, so that the next turn never waits long behind forks that nobody needs any more.
 */
import { type Scenario, withValues } from '../../../sim/index.js';
import { parsePlain } from '../parse-plain.js';
import type { Game } from './game.js';
import { type Course, type Life, liveTurn, makeLiver, type Turn } from './life.js';
import type { After } from './seat.js';
import { withPolicy } from './seat.js';
import { adsGiven, withAds } from './strategies.js';

/** Another strategy in the seat: how it fared with what budget (`ads`, currency a month), or why it cannot sit there. */
export type Score = { readonly policy: string } & (
  | { readonly life: Life; readonly ads?: number }
  | { readonly refused: string }
);

/** What is asked. `lives`: one answer a course; `scores`: every strategy named. */
export type Job =
  | { readonly do: 'turn'; readonly game: Game }
  | {
      readonly do: 'lives';
      readonly game: Game;
      readonly after: After;
      readonly courses: readonly Omit<Course, 'after'>[];
    }
  | {
      readonly do: 'scores';
      readonly game: Game;
      readonly policies: readonly string[];
      /** Advertising of the seat's own strategy in a mean month, currency. */
      readonly spent: number;
    };

/** What comes back, by the kind of job. */
export interface Done {
  readonly turn: Turn;
  readonly lives: readonly Life[];
  readonly scores: readonly Score[];
}

/** What a worker hears; `raw` comes with the first job of a scenario. */
export interface ToPlayWorker {
  readonly kind: 'play';
  readonly ticket: number;
  readonly job: Job;
  readonly raw?: unknown;
}

/** What it tells. */
export type FromPlayWorker = { readonly kind: 'played'; readonly ticket: number } & (
  | { readonly done: Done[keyof Done] }
  | { readonly problem: string }
);

/**
 * The game's scenario: the plain data under the game's values.
 * @throws Error if they make no legal scenario, or one without the seat
 */
export function scenarioOf(raw: unknown, { values, firm }: Pick<Game, 'values' | 'firm'>): Scenario {
  const scenario = parsePlain(Object.keys(values).length > 0 ? withValues(raw, values) : raw);
  if (Object.hasOwn(scenario.firms, firm)) return scenario;
  throw new Error(`the scenario has no firm ${firm}`);
}

/** How a strategy fares in the seat from month 1, on the luck of the game. */
function scoreOf(scenario: Scenario, policy: string, { game, spent }: Job & { do: 'scores' }): Score {
  const { firm, arm } = game;
  const seated = withPolicy(scenario, firm, policy);
  if (typeof seated === 'string') return { policy, refused: seated };
  const given = adsGiven(scenario, { firm, policy, spent, ...(arm === undefined ? {} : { arm }) });
  const budgeted = given ? withAds(seated, firm, given) : seated;
  try {
    const life = makeLiver(budgeted, { ...game, decisions: [] }, 'policy')({});
    return { policy, life, ...(given ? { ads: given.money } : {}) };
  } catch (error) {
    return { policy, refused: (error as Error).message };
  }
}

/** Does a job. */
export function doJob(scenario: Scenario, job: Job): Done[keyof Done] {
  switch (job.do) {
    case 'turn':
      return liveTurn(scenario, job.game);
    case 'lives':
      return job.courses.map(makeLiver(scenario, job.game, job.after));
    case 'scores':
      return job.policies.map((policy) => scoreOf(scenario, policy, job));
  }
}

/** A worker's answers; it keeps the scenario it was last given and the last values it had. */
export function makePlayServer(): (message: ToPlayWorker) => FromPlayWorker {
  let raw: unknown;
  let last: { readonly asked: string; readonly scenario: Scenario } | undefined;
  return ({ ticket, job, raw: fresh }) => {
    try {
      if (fresh !== undefined) [raw, last] = [fresh, undefined];
      const asked = JSON.stringify([job.game.values, job.game.firm]);
      if (last?.asked !== asked) last = { asked, scenario: scenarioOf(raw, job.game) };
      return { kind: 'played', ticket, done: doJob(last.scenario, job) };
    } catch (error) {
      return { kind: 'played', ticket, problem: (error as Error).message };
    }
  };
}

/**
 * What a share link holds: which scenario, what was changed in it, which luck, what to look at, and a played game. Plain
 * data only; nothing of it runs before the reader of the link says so. The data is written as JSON, which is YAML too, so
 * it is read by the reader of files with all its guards and its problems have lines (share-check.ts).
 */
import { LONGEST_LINK, pack } from './link-bytes.js';
import type { Game } from './play/game.js';
import { type Question, questionOf, type Studio, type View } from './state.js';

/** A scenario of the package by its id, or one of one's own as text. */
export type SharedScenario =
  | { readonly shipped: string }
  | {
      /** What the file was called. */
      readonly file: string;
      readonly text: string;
    };

/** A game of Play: what its player decided, from month 1; who plays it again checks the decisions. */
export interface SharedGame {
  /** Id of the firm that was played. */
  readonly firm: string;
  /** World that it was played in, from 0. */
  readonly replicate: number;
  /** One for each month that was played: fields of a policy's decision, or an empty map. */
  readonly decisions: readonly Readonly<Record<string, unknown>>[];
}

/** What a view looks at, beyond the question; missing if it looks at the usual. */
export interface Chosen {
  /** Ids of firms. */
  readonly firms?: readonly string[];
  /** The world that is shown, from 0. */
  readonly world?: number;
  readonly game?: SharedGame;
}

/** Content of a share link. */
export interface Shared extends Chosen {
  readonly scenario: SharedScenario;
  /** Constants laid over the scenario, path -> value. */
  readonly changes: Readonly<Record<string, number | string | boolean>>;
  /** The plan of the scenario that the changes are laid over; none: as it stands. */
  readonly arm?: string;
  readonly seed: string;
  readonly view: Exclude<View, 'gallery'>;
  /** Result hash of the worlds that were shared, if they had all ended: 64 hex digits. */
  readonly hash?: string;
}

/** How the fragment of a share link begins. */
const MARK = '#world=';

/** Data of a link; undefined if the fragment is no link. */
export function linkData(fragment: string): string | undefined {
  return fragment.startsWith(MARK) ? fragment.slice(MARK.length) : undefined;
}

/** The fragment of a share link in a text that somebody was sent; undefined if there is none. */
export function fragmentIn(text: string): string | undefined {
  return /#world=\S+/.exec(text)?.[0];
}

/** Plain data as text of the kind that its reader has places in. */
export function textOf(data: unknown): string {
  return JSON.stringify(data, null, 1);
}

function scenarioOf({ opened }: Question): SharedScenario {
  if (opened.id !== undefined) return { shipped: opened.id };
  return { file: opened.file.slice(0, 80), text: textOf(opened.scenario.raw) };
}

/** The game that is on the page. It has a world of its own: changes made in Explore since it began are none of it. */
function gameOf({ play, opened, view }: Studio): Game | undefined {
  const game = view === 'play' ? play?.game : undefined;
  return game?.scenario === (opened?.id ?? opened?.file) ? game : undefined;
}

/** What the views look at: firms in focus and the world that is shown. */
function chosenOf({ focus, market }: Studio): Chosen {
  return {
    ...(focus.length > 0 ? { firms: focus } : {}),
    ...(market === undefined ? {} : { world: market }),
  };
}

/** What is open, as it would be shared; undefined if nothing is. */
export function sharedOf(studio: Studio): Shared | undefined {
  const question = questionOf(studio);
  if (!question) return undefined;
  const { answer, view } = studio;
  const game = gameOf(studio);
  if (game) {
    const { values, arm, seed, firm, replicate, decisions } = game;
    const own = { firm, replicate, decisions } as SharedGame;
    const changes = values as Shared['changes'];
    const plan = { changes, ...(arm === undefined ? {} : { arm }) };
    return { scenario: scenarioOf(question), ...plan, seed, view: 'play', ...chosenOf(studio), game: own };
  }
  const hash = answer?.question.opened === question.opened ? answer.hash : undefined;
  const isOf = answer?.question.values === question.values && answer.question.seed === question.seed;
  return {
    scenario: scenarioOf(question),
    changes: question.values as Shared['changes'],
    ...(question.arm === undefined ? {} : { arm: question.arm }),
    seed: question.seed,
    view: view === 'play' ? 'play' : 'explore',
    ...(hash !== undefined && isOf ? { hash } : {}),
    ...chosenOf(studio),
  };
}

/** The fragment of a link, or that what it should hold is too much for one. */
export async function linkOf(shared: Shared): Promise<{ fragment: string } | { tooLong: number }> {
  const data = await pack(textOf(shared));
  return data.length > LONGEST_LINK ? { tooLong: data.length } : { fragment: MARK + data };
}

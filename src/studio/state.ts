/**
 * The state of the studio and every way it can change: one immutable value, one pure reducer. Views read it, events
 * dispatch actions, effects (follow.ts, follow-address.ts) follow it. Nothing else remembers anything.
 */
import type { Decision, FirmOutcome, Scenario } from '../../sim/index.js';
import type { Values } from '../experiment/job.js';
import type { WorldDigest } from '../experiment/result-hash.js';
import type { Summary } from '../experiment/summary.js';
import type { PlacedProblem } from '../source/place.js';
import type { OtherFile } from './file-kind.js';
import type { LinkFault } from './link-bytes.js';
import { type PlayAction, type PlayState, reducePlay } from './play/state.js';
import type { Shared } from './share.js';
import type { Translations } from './translations.js';
import type { Language } from './words.js';

export const VIEWS = ['gallery', 'explore', 'play'] as const;
export type View = (typeof VIEWS)[number];
export type Theme = 'light' | 'dark';

/** An open scenario. `id`: a shipped one, for links and the command; a file has none. */
export interface Opened {
  readonly id?: string;
  /** As the command line would name the file. */
  readonly file: string;
  readonly scenario: Scenario;
}

/** A file or share link that was refused. */
export interface Refused {
  /** Of a link: why it could not be unpacked, or `content` if the problems are those of what it holds. */
  readonly link?: LinkFault | 'content';
  /** It is no scenario, but another file of the command line. */
  readonly kind?: OtherFile;
  readonly file: string;
  readonly text: string;
  readonly problems: readonly PlacedProblem[];
}

/** What a share link holds, checked, with its scenario: nothing runs before it is taken. */
export interface Offered {
  readonly opened: Opened;
  readonly shared: Shared;
}

/**
 * What is laid over a scenario. `arm`: a plan that it names; none: as it stands. `values`: constants, path -> number; plans
 * that differ in anything have different objects here, so that worlds are known by it.
 */
export interface Plan {
  readonly arm?: string | undefined;
  readonly values: Values;
}

/** What is asked of the worlds. */
export interface Question extends Plan {
  readonly opened: Opened;
  readonly seed: string;
  readonly replicates: number;
}

/** How a firm ended a world. */
export interface FirmEnding extends FirmOutcome {
  /** People who paid in the last month; 0 after an exit. */
  readonly finalPayers: number;
}

/** What is known of a question so far: of the first `done + failed` worlds, so that a partial answer is no race's. */
export interface Answer {
  readonly question: Question;
  readonly state: 'running' | 'complete' | 'stopped' | 'broken';
  readonly done: number;
  readonly failed: number;
  /**
   * How every firm ended, by replicate, firms in scenario order; undefined where the world failed or is not yet summed up.
   */
  readonly worlds: readonly (readonly FirmEnding[] | undefined)[];
  /** Missing before the first world. Without arms, checks and inputs. */
  readonly summary?: Summary;
  /** The result hash, once all have ended. */
  readonly hash?: string;
  /** With the hash: the worlds that it covers, in replicate order. */
  readonly digests?: readonly WorldDigest[];
  readonly seconds?: number;
  /** Why it is broken. */
  readonly message?: string;
}

export interface Studio {
  readonly view: View;
  readonly language: Language;
  readonly theme: Theme;
  /** Of the scenarios' texts into Chinese, once they are loaded. */
  readonly translations?: Translations;
  readonly opened?: Opened;
  readonly refused?: Refused;
  /** A share link that waits for its reader. */
  readonly offered?: Offered;
  /** The link that what is open came from. */
  readonly taken?: Shared;
  readonly seed: string;
  /** Changes of the scenario: every step since it was opened, and where in them we are. */
  readonly steps: readonly Plan[];
  readonly step: number;
  /** Path of the slider that is being moved: its moves are one step. */
  readonly sliding?: string | undefined;
  /** To the question of now, or still to the one before it. */
  readonly answer?: Answer;
  /** Of the scenario as it was opened. */
  readonly before?: Answer;
  /** Firms in focus, the leading one first; empty: the one most in danger. */
  readonly focus: readonly string[];
  /** Replicate whose market is shown in Explore, from 0; missing while all worlds are. */
  readonly market?: number;
  /** The game that is played; missing before one begins. */
  readonly play?: PlayState;
}

export type Action =
  | { type: 'go'; view: View; market?: number }
  | { type: 'speak'; language: Language }
  | { type: 'translate'; translations: Translations }
  | { type: 'paint'; theme: Theme }
  | { type: 'open'; opened: Opened; view?: View; market?: number }
  | { type: 'refuse'; refused: Refused }
  | { type: 'forgive' }
  | { type: 'offer'; offered: Offered }
  | { type: 'take' }
  | { type: 'leave' }
  | { type: 'change'; path: string; value: number | undefined; sliding?: boolean }
  | { type: 'unchange'; path: string }
  | { type: 'arm'; arm: string | undefined }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'reset' }
  | { type: 'focus'; firm: string }
  | { type: 'answer'; answer: Answer }
  | { type: 'play'; does: PlayAction };

/** How many worlds a question has. */
export const WORLDS = 200;
/** Most firms in focus. */
const FOCUS = 4;

export const START: Studio = {
  view: 'gallery',
  language: 'en',
  theme: 'light',
  seed: '1',
  steps: [{ values: {} }],
  step: 0,
  focus: [],
};

/** Changes that hold now. */
export function valuesOf({ steps, step }: Studio): Values {
  return steps[step].values;
}

/** The arm of the scenario that holds now; undefined if it is as it stands. */
export function armOf({ steps, step }: Studio): string | undefined {
  return steps[step].arm;
}

/** What is to be asked now; undefined if nothing is open. */
export function questionOf(studio: Studio): Question | undefined {
  const { opened, seed } = studio;
  return opened && { opened, seed, ...studio.steps[studio.step], replicates: WORLDS };
}

/** True if no number of the plan is changed by hand. */
export function hasNoValues({ values }: Pick<Plan, 'values'>): boolean {
  return Object.keys(values).length === 0;
}

/** True if the scenario is asked as it stands. */
export function isUnchanged(plan: Plan): boolean {
  return plan.arm === undefined && hasNoValues(plan);
}

/** A plan without changed numbers is always the same object, so that its worlds are known again. */
function stepTo(studio: Studio, plan: Plan, keep = studio.step + 1): Studio {
  const known = hasNoValues(plan)
    ? studio.steps.find((each) => each.arm === plan.arm && hasNoValues(each))
    : undefined;
  const steps = [...studio.steps.slice(0, Math.max(1, keep)), known ?? plan];
  return { ...studio, steps, step: steps.length - 1, sliding: undefined };
}

/** Takes an arm, or the scenario as it stands; changed numbers stay. */
function takeArm(studio: Studio, arm: string | undefined): Studio {
  return arm === armOf(studio) ? studio : stepTo(studio, { arm, values: { ...valuesOf(studio) } });
}

/** Lays a value over the scenario, or takes it back if there is none; the moves of one slider make one step. */
function change(studio: Studio, { path, value, sliding }: Action & { type: 'change' }): Studio {
  const { [path]: gone, ...others } = valuesOf(studio);
  const values = value === undefined ? others : { ...valuesOf(studio), [path]: value };
  if (gone === value && !studio.sliding) return studio;
  const goesOn = studio.sliding === path && studio.step > 0;
  const next = stepTo(studio, { arm: armOf(studio), values }, goesOn ? studio.step : studio.step + 1);
  return { ...next, sliding: sliding ? path : undefined };
}

/** The firm chosen leads; a leading one that is chosen again leaves, if others stay. */
function focusOn(focus: readonly string[], firm: string): readonly string[] {
  const others = focus.filter((id) => id !== firm);
  if (focus[0] === firm && others.length > 0) return others;
  return [firm, ...others].slice(0, FOCUS);
}

/**
 * Of the unchanged scenario an answer is also what was before. An answer without a world does not wipe out the one that
 * is seen.
 */
function hear(studio: Studio, answer: Answer): Studio {
  const kept = isUnchanged(answer.question) ? { ...studio, before: answer } : studio;
  if (answer.question.values !== valuesOf(studio)) return kept;
  const isEmpty = answer.state === 'running' && !answer.summary;
  return isEmpty && studio.answer?.summary ? kept : { ...kept, answer };
}

/** Shows one market, or all worlds. */
function lookAt({ market: before, ...studio }: Studio, market: number | undefined): Studio {
  return market === undefined ? studio : { ...studio, market };
}

/** Opens what a link offers: its changes are one step over the scenario, so that before and after stand side by side. */
function takeOffer(studio: Studio): Studio {
  if (!studio.offered) return studio;
  const { opened, shared } = studio.offered;
  const { firms, world, game, changes, arm, seed, view } = shared;
  const clean = reduce(studio, {
    type: 'open',
    opened,
    view,
    ...(world === undefined ? {} : { market: world }),
  });
  const plan = { arm, values: changes };
  const known = (firms ?? []).filter((firm) => Object.hasOwn(opened.scenario.firms, firm)).slice(0, FOCUS);
  const all = { ...clean, focus: known, seed, taken: shared };
  const changed = isUnchanged(plan) ? all : stepTo(all, plan);
  if (!game) return changed;
  const scenario = opened.id ?? opened.file;
  const played = {
    ...game,
    decisions: game.decisions as readonly Decision[],
    scenario,
    values: changes,
    ...(arm === undefined ? {} : { arm }),
    seed,
  };
  return reduce(changed, { type: 'play', does: { do: 'begin', game: played } });
}

/** The next state. Pure. */
export function reduce(studio: Studio, action: Action): Studio {
  switch (action.type) {
    case 'go': {
      if (studio.view === action.view && studio.market === action.market && !studio.offered) return studio;
      const { offered, ...kept } = studio;
      return lookAt({ ...kept, view: action.view }, action.market);
    }
    case 'speak':
      return { ...studio, language: action.language };
    case 'translate':
      return { ...studio, translations: action.translations };
    case 'paint':
      return { ...studio, theme: action.theme };
    case 'open': {
      const { answer, before, refused, play, offered, taken, ...kept } = studio;
      const { opened, view = studio.view } = action;
      const fresh = { seed: START.seed, steps: [{ values: {} }], step: 0, sliding: undefined, focus: [] };
      return lookAt({ ...kept, ...fresh, opened, view }, action.market);
    }
    case 'refuse': {
      const { offered, ...kept } = studio;
      return { ...kept, refused: action.refused };
    }
    case 'forgive': {
      const { refused, ...kept } = studio;
      return kept;
    }
    case 'offer': {
      const { refused, ...kept } = studio;
      return { ...kept, offered: action.offered };
    }
    case 'take':
      return takeOffer(studio);
    case 'leave': {
      const { offered, ...kept } = studio;
      return kept;
    }
    case 'change':
      return change(studio, action);
    case 'unchange': {
      const { [action.path]: gone, ...kept } = valuesOf(studio);
      return gone === undefined ? studio : stepTo(studio, { arm: armOf(studio), values: kept });
    }
    case 'arm':
      return takeArm(studio, action.arm);
    case 'undo':
      return { ...studio, step: Math.max(0, studio.step - 1), sliding: undefined };
    case 'redo':
      return { ...studio, step: Math.min(studio.steps.length - 1, studio.step + 1), sliding: undefined };
    case 'reset':
      return isUnchanged(studio.steps[studio.step]) ? studio : stepTo(studio, { values: {} });
    case 'focus':
      return { ...studio, focus: focusOn(studio.focus, action.firm) };
    case 'answer':
      return hear(studio, action.answer);
    case 'play': {
      const play = reducePlay(studio.play, action.does);
      return play === studio.play ? studio : { ...studio, play };
    }
  }
}

/** What follows a game: its next turn, the forks of the form as it stands, and at the end the debrief. */
import type { Store } from '../store.js';
import { type PlayCrew, type PlayWorker, playCrew } from './crew.js';
import { decisionOf, formOf, viewNow } from './form.js';
import type { Game } from './game.js';
import { keepGame } from './kept-game.js';
import { type Life, openingCash, totalOf } from './life.js';
import { AHEAD, FORKS } from './odds.js';
import type { After } from './seat.js';
import { afterOf, type PlayAction, type PlayState } from './state.js';
import { STRATEGIES } from './strategies.js';
import { movesOf, type Turning, turningOf, undone } from './turning.js';

/** A form that moves is not asked about before it rests this long, milliseconds. */
const REST = 250;
/** Forks and strategies of one job. */
const BATCH = 4;

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, k) =>
    all.slice(k * BATCH, (k + 1) * BATCH),
  );
}

interface Desk {
  readonly crew: PlayCrew;
  readonly raw: unknown;
  tell(action: PlayAction): void;
}

async function askTurn({ crew, raw, tell }: Desk, { game }: PlayState): Promise<void> {
  tell({ do: 'turn', game, turn: await crew.ask(raw, { do: 'turn', game }) });
}

/** Lives the forks and tells them as they come. @param stale says whether the form has moved on */
async function askForks({ crew, raw, tell }: Desk, play: PlayState, stale: () => boolean): Promise<void> {
  const { game, turn } = play;
  const after = afterOf(play);
  const until = (turn?.lived ?? 0) + AHEAD;
  const courses = Array.from({ length: FORKS }, (_, k) => ({ branch: k + 1, until }));
  const parts: Life[][] = [];
  await Promise.all(
    batches(courses).map(async (part, k) => {
      const lives = await crew.ask(raw, { do: 'lives', game, after, courses: part });
      parts[k] = [...lives];
      if (!stale()) tell({ do: 'fork', forks: parts.flat() });
    }),
  );
}

/** How the seat fares with other decisions, on the luck of the game. @param after what it does when they end */
async function liveWith({ crew, raw }: Desk, game: Game, after: After): Promise<Life> {
  const [life] = await crew.ask(raw, { do: 'lives', game, after, courses: [{ digest: true }] });
  return life;
}

/** Lives the game without each of its decisions; one that then lives longer keeps to the last month's decision. */
async function askTurning(desk: Desk, game: Game, you: Life): Promise<Turning | null | undefined> {
  const start = await desk.crew.ask(desk.raw, { do: 'turn', game: { ...game, decisions: [] } });
  const moves = movesOf(decisionOf(formOf(start, undefined), viewNow(start)), game.decisions);
  if (moves.length === 0) return undefined;
  const without = await Promise.all(
    moves.map(async (move) => {
      const decisions = undone(game.decisions, move);
      const { stop, ...last } = decisions.at(-1) ?? {};
      return { move, life: await liveWith(desk, { ...game, decisions }, last) };
    }),
  );
  return turningOf(you, without, openingCash(you)) ?? null;
}

async function askDebrief(desk: Desk, { game }: PlayState): Promise<void> {
  const { crew, raw, tell } = desk;
  const live = (decisions: Game['decisions']) => liveWith(desk, { ...game, decisions }, 'policy');
  const [you, twin] = await Promise.all([live(game.decisions), live([])]);
  tell({ do: 'debrief', game, debrief: { you, twin } });
  const turning = await askTurning(desk, game, you);
  const found = turning === undefined ? {} : { turning };
  tell({ do: 'debrief', game, debrief: { you, twin, ...found } });
  const spent = -totalOf(twin, 'advertising') / Math.max(1, twin.lived);
  const scores = await Promise.all(
    batches(STRATEGIES).map((policies) => crew.ask(raw, { do: 'scores', game, policies, spent })),
  );
  tell({ do: 'debrief', game, debrief: { you, twin, ...found, scores: scores.flat() } });
}

/** Follows games until the page closes. @param start starts a worker that answers to `play` */
export function followPlay(store: Store, width: number, start: () => PlayWorker): void {
  const crew = playCrew(width, start);
  let seen: PlayState | undefined;
  let timer = 0;
  const tell = (does: PlayAction) => store.dispatch({ type: 'play', does });
  const follow = () => {
    const { play, opened } = store.get();
    const before = seen;
    seen = play;
    if (play?.game !== before?.game) keepGame(store.get());
    if (!play || !opened || play.problem !== undefined) return;
    const desk: Desk = { crew, raw: opened.scenario.raw, tell };
    const fail = ({ message }: Error) => tell({ do: 'fail', game: play.game, problem: message });
    if (play.game !== before?.game) {
      clearTimeout(timer);
      crew.forget();
      askTurn(desk, play).catch(fail);
    } else if (play.turn && play.turn !== before.turn && !play.turn.own) {
      askDebrief(desk, play).catch(fail);
    } else if (play.turn?.own && (play.form !== before.form || play.onward !== before.onward)) {
      clearTimeout(timer);
      crew.forget();
      const { form, onward, game } = play;
      const stale = () => {
        const now = store.get().play;
        return now?.game !== game || now.form !== form || now.onward !== onward || !now.turn;
      };
      timer = window.setTimeout(() => askForks(desk, play, stale).catch(fail), REST);
    }
  };
  store.listen(follow);
  follow();
}

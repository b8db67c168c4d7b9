/**
 * Asks the workers for the worlds of a question and tells the answer as it sharpens: the first world at once, then at
 * most ten times a second, with a summary over the worlds there are. A newer question ends the older one.
 */
import { BASE, type Chunk, type JobSetup, type Pool } from '../experiment/job.js';
import { planChunks } from '../experiment/plan.js';
import { runChunks } from '../experiment/run.js';
import type { WebCrew } from '../pool/web-workers.js';
import { type Answer, hasNoValues, type Question } from './state.js';
import type { Tally } from './tally.js';

/** Between two partial answers, milliseconds. */
const PAUSE = 100;
/** Worlds in a chunk: they are told one by one, so this only saves messages. */
const CHUNK = 8;

/** One question on its way. */
export interface Asking {
  /** Ends it with the worlds there are. */
  stop(): void;
  /** Ends it in silence: a newer question has come. */
  drop(): void;
}

/** Workers keep a scenario prepared, so the setup of one that stays open stays the same object. */
const setups = new WeakMap<object, JobSetup>();

function setupOf({ opened, seed }: Question): JobSetup {
  const known = setups.get(opened);
  if (known?.seed === seed) return known;
  const fresh = { raw: opened.scenario.raw, seed, modules: {} };
  setups.set(opened, fresh);
  return fresh;
}

function chunksOf(question: Question, replicates: readonly number[]): Chunk[] {
  const chunks = planChunks([{ point: question.arm ?? BASE, replicates }], CHUNK);
  return hasNoValues(question) ? chunks : chunks.map((chunk) => ({ ...chunk, values: question.values }));
}

/**
 * Calls `sumUp` soon after `ask`, and what it returns, which draws the page, in a task of its own, so that neither waits
 * for the other; the first time at once, then so seldom that both take a fifth of this thread at most.
 */
function makePacer(sumUp: () => () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let wanted = false;
  const later = (act: () => void, wait = 0) => {
    timer = setTimeout(() => {
      timer = undefined;
      act();
    }, wait);
  };
  const rest = (spent: number) => {
    due = performance.now() + Math.max(PAUSE, 4 * spent);
    if (wanted) ask();
  };
  const run = () => {
    wanted = false;
    const begun = performance.now();
    const draw = sumUp();
    const summed = performance.now();
    later(() => {
      const drawn = performance.now();
      draw();
      later(() => rest(summed - begun + performance.now() - drawn));
    });
  };
  const ask = () => {
    wanted = true;
    if (timer === undefined) later(run, Math.max(0, due - performance.now()));
  };
  return { ask, cancel: () => clearTimeout(timer) };
}

/** What is asked, by whom it is answered, and what is known of it already. */
export interface Request {
  readonly question: Question;
  readonly crew: WebCrew;
  readonly tally: Tally;
}

/** Starts; `tell` gets every partial answer and, last, the whole one with its hash. Worlds in the tally are not asked again. */
export function askWorlds({ question, crew, tally }: Request, tell: (answer: Answer) => void): Asking {
  const started = performance.now();
  const abort = new AbortController();
  let dropped = false;
  const say = (more: Pick<Answer, 'state'> & Partial<Answer>) => {
    if (!dropped) tell({ question, ...tally.answer(), ...more });
  };
  const pacer = makePacer(() => {
    const known: Answer = { question, ...tally.answer(), state: 'running' };
    return () => !dropped && tell(known);
  });
  const pool = crew.ask(setupOf(question));
  const run: Pool['run'] = (chunk, onReplicate) => {
    let replicate = chunk.first;
    return pool.run(chunk, (outcome) => {
      if (dropped) return;
      tally.add(replicate++, outcome);
      onReplicate?.(outcome);
      pacer.ask();
    });
  };
  const finish = async (complete: boolean) => {
    pacer.cancel();
    if (dropped) return;
    const seconds = (performance.now() - started) / 1000;
    const last: Answer = {
      question,
      ...tally.answer(),
      state: complete ? 'complete' : 'stopped',
      seconds,
    };
    tell(last);
    if (!complete) return;
    const covered = await tally.covered();
    if (!dropped) tell({ ...last, ...covered });
  };
  say({ state: 'running' });
  const chunks = chunksOf(question, tally.missing());
  runChunks(chunks, { ...pool, run }, { keep: () => {}, signal: abort.signal }).then(
    ({ complete }) => finish(complete),
    (error: Error) => {
      pacer.cancel();
      say({ state: 'broken', message: error.message });
    },
  );
  return {
    stop: () => abort.abort(),
    drop() {
      dropped = true;
      pacer.cancel();
      abort.abort();
    },
  };
}

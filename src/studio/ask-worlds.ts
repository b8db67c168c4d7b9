/**
 * Asks the workers for the worlds of a question and tells the answer as it sharpens: the first world at once, then at
 * most ten times a second, with a summary over the worlds there are. A newer question ends the older one.
 */
import { type Outcome, startWarnings, withValues } from '../../sim/index.js';
import { BASE, type Chunk, type JobSetup, type Pool } from '../experiment/job.js';
import { planChunks, span } from '../experiment/plan.js';
import type { WorldDigest } from '../experiment/result-hash.js';
import { runChunks } from '../experiment/run.js';
import { summarise } from '../experiment/summarise.js';
import type { Summary } from '../experiment/summary.js';
import type { WebCrew } from '../pool/web-workers.js';
import { digestOf, resultHash } from './digest.js';
import { parsePlain } from './open-scenario.js';
import type { Answer, Question } from './state.js';

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

/** Sums up worlds as they arrive, in replicate order whatever order they came in. */
function makeTally(question: Question) {
  const changed = Object.keys(question.values).length > 0;
  const { opened, replicates, values } = question;
  const scenario = changed ? parsePlain(withValues(opened.scenario.raw, values)) : opened.scenario;
  const warnings = startWarnings(scenario);
  const outcomes: (Outcome | undefined)[] = new Array(replicates);
  const digests: Promise<WorldDigest>[] = [];
  const ended = () => outcomes.filter((outcome) => outcome !== undefined);
  return {
    add(outcome: Outcome) {
      outcomes[outcome.replicate] = outcome;
      digests.push(digestOf(BASE, outcome));
    },
    summary: (failed: number): Summary => {
      const worlds = {
        points: [BASE],
        replicates,
        outcomes: (point: string) => (point === BASE ? ended() : []),
      };
      return summarise(scenario, worlds, { failed, warnings });
    },
    hash: async () => resultHash(await Promise.all(digests)),
  };
}

function chunksOf({ replicates, values }: Question): Chunk[] {
  const changed = Object.keys(values).length > 0;
  const chunks = planChunks([{ point: BASE, replicates: span(0, replicates - 1) }], CHUNK);
  return chunks.map((chunk) => (changed ? { ...chunk, values } : chunk));
}

/** Calls `act` soon after `ask`, at most once in `PAUSE`; the first time at once. */
function makePacer(act: () => void) {
  let timer = 0;
  let last = Number.NEGATIVE_INFINITY;
  const run = () => {
    timer = 0;
    act();
    last = performance.now();
  };
  return {
    ask() {
      if (timer === 0) timer = window.setTimeout(run, Math.max(0, PAUSE - (performance.now() - last)));
    },
    cancel: () => clearTimeout(timer),
  };
}

/** Starts; `tell` gets every partial answer and, last, the whole one with its hash. */
export function askWorlds(question: Question, crew: WebCrew, tell: (answer: Answer) => void): Asking {
  const started = performance.now();
  const abort = new AbortController();
  const tally = makeTally(question);
  let [done, failed, dropped] = [0, 0, false];
  const say = (more: Pick<Answer, 'state'> & Partial<Answer>) => {
    if (!dropped) tell({ question, done, failed, ...more });
  };
  const sum = () => (done > 0 ? { summary: tally.summary(failed) } : {});
  const pacer = makePacer(() => say({ state: 'running', ...sum() }));
  const pool = crew.ask(setupOf(question));
  const run: Pool['run'] = (chunk, onReplicate) =>
    pool.run(chunk, (outcome) => {
      if (dropped) return;
      if (outcome) tally.add(outcome);
      done += outcome ? 1 : 0;
      failed += outcome ? 0 : 1;
      onReplicate?.(outcome);
      pacer.ask();
    });
  const finish = async (complete: boolean) => {
    pacer.cancel();
    if (dropped) return;
    const seconds = (performance.now() - started) / 1000;
    const last = { state: complete ? ('complete' as const) : ('stopped' as const), seconds, ...sum() };
    say(last);
    if (complete) say({ ...last, hash: await tally.hash() });
  };
  say({ state: 'running' });
  runChunks(chunksOf(question), { ...pool, run }, { keep: () => {}, signal: abort.signal }).then(
    ({ complete }) => finish(complete),
    (error: Error) => say({ state: 'broken', message: error.message }),
  );
  return {
    stop: () => abort.abort(),
    drop() {
      dropped = true;
      abort.abort();
    },
  };
}

/**
 * What the laboratory asks of whoever computes: a stretch of replicates of one plan. The body of the job is here
 * once; `inline.ts` runs it in this thread, `worker.ts` in another one.
 *
 * A replicate reports as soon as it is finished, so a worker that dies takes only the world it was in with it.
 */
import type { Fork, Outcome } from '../../sim/index.js';
import type { PolicyLevel } from './policy-level.js';

/** Name of the point that is the scenario as it stands, without an arm. */
export const BASE = 'base';

/** A stretch of replicates of one point: unit of work and of storage. `first` and `last` are included, from 0. */
export interface Chunk {
  /** `base` or the name of an arm. */
  readonly point: string;
  readonly first: number;
  readonly last: number;
  /** Laid over the scenario for these worlds. A thread keeps the last ones. */
  readonly values?: Values;
  /** Forks of all these worlds, ascending; the factual luck without them. */
  readonly forks?: readonly Fork[];
}

/** Plain values by dotted path: numbers, names of policies, maps. */
export type Values = Readonly<Record<string, unknown>>;

/** A world that could not be simulated. It leaves n; it never counts as alive. */
export interface Failure {
  readonly point: string;
  readonly replicate: number;
  readonly seed: string;
  readonly message: string;
  /** Stack of the error, or the message again if there is none (the thread just went away). */
  readonly stack: string;
  /** True if the world gave no sign of life until the patience was over, twice. */
  readonly hung?: true;
}

/** What came of a chunk. After an abort both lists together may be shorter than the chunk. */
export interface ChunkResult {
  readonly chunk: Chunk;
  /** In replicate order. */
  readonly outcomes: readonly Outcome[];
  readonly failures: readonly Failure[];
}

/** Computes chunks, `width` at a time. A fault in a replicate is a Failure; `run` rejects only if nothing can run. */
export interface Pool {
  readonly width: number;
  /** Aborted when a pool with a watchdog has closed itself, because world after world hung; the reason is the last Failure. */
  readonly hung?: AbortSignal;
  /** `onReplicate` is called once for every replicate, with its outcome, or its failure in the second place. */
  run(chunk: Chunk, onReplicate?: (outcome?: Outcome, failure?: Failure) => void): Promise<ChunkResult>;
  /** Stops everything; chunks in hand resolve with what they have. */
  close(): Promise<void>;
}

/** The model with scenario and seed filled in. */
export type SimulateOne = (
  point: string,
  replicate: number,
  change?: Pick<Chunk, 'values' | 'forks'>,
) => Outcome;

/** All that a thread needs to become able to simulate; plain data. */
export interface JobSetup {
  /** The plain scenario (`Scenario.raw`). */
  readonly raw: unknown;
  readonly seed: string;
  /** Policy modules: as written in the scenario -> file URL. */
  readonly modules: Readonly<Record<string, string>>;
  /** How far these modules are trusted; `USUAL_LEVEL` unless given. */
  readonly policyLevel?: PolicyLevel;
}

/** Where a job tells what it has, one replicate at a time. The next one begins when the promise, if any, is kept. */
export interface Sink {
  outcome(outcome: Outcome): void | Promise<void>;
  failure(failure: Failure): void;
}

function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const cause = stackOf(error.cause);
  return cause ? `${error.stack}\nCaused by: ${cause}` : error.stack;
}

/** A Failure from whatever was thrown, with the stacks of its causes. */
export function failureOf(
  error: unknown,
  place: { point: string; replicate: number; seed: string },
): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { ...place, message, stack: stackOf(error) ?? message };
}

/** What Node and browsers have to let the event loop turn; a language without them knows neither name. */
interface Turns {
  readonly setImmediate?: (then: () => void) => void;
  readonly MessageChannel: new () => {
    readonly port1: { onmessage: (() => void) | null };
    readonly port2: { postMessage(message: null): void };
  };
}

/**
 * Lets the event loop turn once, so that a rejected promise or a stop is noticed in the world that caused it. Browsers
 * hold a timer in a chain back for 4 ms, a message they deliver at once.
 */
function breathe(): Promise<void> {
  const turns = globalThis as unknown as Turns;
  return new Promise((resolve) => {
    if (turns.setImmediate) {
      turns.setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new turns.MessageChannel();
    port1.onmessage = () => {
      port1.onmessage = null;
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Simulates a chunk in replicate order and reports each world before it starts the next.
 * @param stopped asked before every world
 */
export async function runChunk(
  chunk: Chunk,
  sink: Sink,
  job: { simulate: SimulateOne; seed: string; stopped?: () => boolean },
): Promise<void> {
  for (let replicate = chunk.first; replicate <= chunk.last; replicate++) {
    if (job.stopped?.()) return;
    try {
      const outcome = job.simulate(chunk.point, replicate, chunk);
      await breathe();
      await sink.outcome(outcome);
    } catch (error) {
      sink.failure(failureOf(error, { point: chunk.point, replicate, seed: job.seed }));
    }
  }
}

/**
 * Helpers of a thread: more threads that move a part of the users of the world it lives (sim/population/crew). They
 * are started and watched by the main thread, because the thread they help sleeps while it waits for them: a helper
 * that dies is reported through the shared signal at once.
 */
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { type Crew, type HelperTask, loseHelper, makeSignal } from '../../sim/index.js';
import type { HelperPost } from './helper-thread.js';

/** What the helped thread gets: the signal, and one port a helper. */
export interface CrewPorts {
  readonly signal: Int32Array;
  readonly ports: readonly MessagePort[];
}

/** Helpers as the main thread sees them. */
export interface Helpers {
  readonly crew: CrewPorts;
  /** Is one of them gone? */
  broken(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts `count` helpers.
 * @param start starts a thread with this worker data
 */
export function startHelpers(
  count: number,
  start: (post: HelperPost, transfer: readonly MessagePort[]) => Worker,
): Helpers {
  const signal = makeSignal();
  const ports: MessagePort[] = [];
  let broken = false;
  const workers = Array.from({ length: count }, (_, helper) => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1);
    const worker = start({ signal, tasks: port2 }, [port2]);
    let reason = '';
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (code) => {
      broken = true;
      loseHelper(signal, helper, reason || `it ended with exit code ${code}`);
    });
    return worker;
  });
  return {
    crew: { signal, ports },
    broken: () => broken,
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The crew as the model wants it. */
export function crewOf({ signal, ports }: CrewPorts): Crew {
  return { signal, helpers: ports.map((port) => (task: HelperTask) => port.postMessage(task)) };
}

/** The pool without threads: for tests, the library and the browser. A world that hangs hangs the caller. */
import { type Failure, type Pool, runChunk, type SimulateOne } from './job.js';
import type { Outcome } from '../../sim/index.js';

/** Runs chunks in this thread, one after the other. */
export function inlinePool(simulate: SimulateOne, seed: string): Pool {
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    width: 1,
    run(chunk, onReplicate) {
      const outcomes: Outcome[] = [];
      const failures: Failure[] = [];
      const sink = {
        outcome: (outcome: Outcome) => void (outcomes.push(outcome), onReplicate?.()),
        failure: (failure: Failure) => void (failures.push(failure), onReplicate?.()),
      };
      const result = turn.then(async () => {
        await runChunk(chunk, sink, { simulate, seed, stopped: () => closed });
        return { chunk, outcomes, failures };
      });
      turn = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await turn;
    },
  };
}

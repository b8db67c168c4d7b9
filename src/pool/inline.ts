/** The pool without threads: for tests, the library and the browser. A world that hangs hangs the caller. */

import { type Pool, runChunk, type SimulateOne } from '../experiment/job.js';
import { collect } from './collect.js';

/** Runs chunks in this thread, one after the other. */
export function inlinePool(simulate: SimulateOne, seed: string): Pool {
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    width: 1,
    run(chunk, onReplicate) {
      const got = collect(chunk, onReplicate);
      const result = turn.then(async () => {
        await runChunk(chunk, got.sink, { simulate, seed, stopped: () => closed });
        return got.result();
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

/** What a thread does: becomes ready, then works through chunks, one at a time. Results are transferred, not copied. */
import type { MessagePort } from 'node:worker_threads';
import type { Outcome } from '../../sim/index.js';
import { type Chunk, type Failure, runChunk, type SimulateOne } from '../experiment/job.js';
import { buffersOf } from './outcome-buffers.js';

/** What a thread tells its seat. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'failure'; failure: Failure }
  | { kind: 'done' };

/**
 * Serves chunks that come through the port.
 * @param prepared the model with scenario and seed; a rejection ends the thread before it is ready
 */
export async function serve(port: MessagePort, seed: string, prepared: Promise<SimulateOne>): Promise<void> {
  const tell = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const sink = {
    outcome: (outcome: Outcome) => tell({ kind: 'outcome', outcome }, buffersOf(outcome)),
    failure: (failure: Failure) => tell({ kind: 'failure', failure }),
  };
  const simulate = await prepared;
  port.on('message', async (chunk: Chunk) => {
    await runChunk(chunk, sink, { simulate, seed });
    tell({ kind: 'done' });
  });
  tell({ kind: 'ready' });
}

/** What a helper thread does: one task after the other, each a whole world long. */
import type { MessagePort } from 'node:worker_threads';
import { type HelperTask, helpLeader } from '../../sim/helper.js';

/** Worker data of a helper: the signal of its crew, and where its tasks come from. */
export interface HelperPost {
  readonly signal: Int32Array;
  readonly tasks: MessagePort;
}

/** Serves tasks that come through the port. */
export function help({ signal, tasks }: HelperPost): void {
  tasks.on('message', (task: HelperTask) => helpLeader(signal, task));
}

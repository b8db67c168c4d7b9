/** Starts a worker of the studio. In one place, so that its script is built once. */
import { SCRIPT } from 'virtual:worker-script';
import type { WebWorker } from '../pool/web-seat.js';
import type { MarketWorker } from './market/ask.js';
import type { PlayWorker } from './play/crew.js';

/** The worker answers all kinds of questions; whoever starts it asks one of them. */
export function startWorker(): WebWorker & MarketWorker & PlayWorker {
  const worker: unknown = new Worker(SCRIPT, { type: 'module' });
  return worker as WebWorker & MarketWorker & PlayWorker;
}

/** A thread whose worlds fail in the ways that `workerData.raw.faults` names by replicate. */
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../../dist/src/pool/serve.js';

const { faults = {}, lives } = workerData.raw;
const left = lives ? new Int32Array(lives) : undefined;

const acts = {
  throw: () => {
    throw new TypeError('the market is closed');
  },
  reject: () => void Promise.reject(new Error('a promise nobody waits for')),
  exit: () => process.exit(0),
  hang: () => {
    for (;;);
  },
  wait: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  heap: () => {
    const kept = [];
    for (;;) kept.push(new Array(1000).fill({}).map(() => ({})));
  },
  // dies until its lives are used up
  once: () => Atomics.sub(left, 0, 1) > 0 && process.exit(7),
  print: () => console.log('a world talks'),
};

function simulate(_point, replicate) {
  acts[faults[replicate]]?.();
  const column = () => new Float64Array(4).fill(replicate);
  return { replicate, firms: [], months: column(), market: column(), moves: column(), origins: column() };
}

await serve(parentPort, workerData.seed, Promise.resolve(simulate));

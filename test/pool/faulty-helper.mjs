/** The worker of the package, whose helpers come to grief when they answer their eighth order. */
import { workerData } from 'node:worker_threads';

const FAULTS = {
  exit: () => process.exit(0),
  throw: () => {
    throw new Error('the helper is tired');
  },
  hang: () => {
    for (;;);
  },
};

if (workerData.tasks) {
  const { sub } = Atomics;
  let answers = 0;
  Atomics.sub = (...given) => {
    if (++answers === 8) FAULTS[process.env.HELPER_FAULT]();
    return sub(...given);
  };
}
await import('afterburn/worker');

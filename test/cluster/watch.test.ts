/** Following a batch, on a queue made by hand. */
import { expect, it } from 'vitest';
import { CANCELLED } from '../../src/cluster/cancel.js';
import type { ShardQueue } from '../../src/cluster/queue.js';
import { followErrands } from '../../src/cluster/watch.js';

it('an errand that goes in the moment of its cancelling is lost, and not put again', async () => {
  let [isCancelled, put] = [false, 0];
  const queue = {
    async getJob() {
      // the mark is set, then the errand is taken out, while it is asked for
      isCancelled = true;
    },
    async addBulk() {
      put++;
    },
  } as unknown as ShardQueue;
  const fates = await followErrands(queue, [{ file: 'batch.json', batch: 'b', index: 0 }], {
    signal: new AbortController().signal,
    isCancelled: async () => isCancelled,
    onFates: () => {},
  });
  expect(fates).toEqual([{ held: 0, failed: 0, end: 'lost', reason: CANCELLED }]);
  expect(put).toBe(0);
});

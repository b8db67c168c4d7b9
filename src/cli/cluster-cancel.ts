/** The work of `afterburn cluster cancel`: takes a batch out of the queue; what is finished of it stays. */

import { dirname, resolve } from 'node:path';
import { type Cancelled, cancelBatches } from '../cluster/cancel.js';
import { openQueue } from '../cluster/queue.js';
import { openRedis } from '../cluster/redis.js';
import { counted } from '../report/counted.js';
import { printable } from '../source/printable.js';
import { hashEngine } from '../store/fingerprint.js';
import { readLink } from './cluster-link.js';
import { EXIT, UsageError } from './exits.js';
import type { Options } from './open-run.js';

function cancelledText({ batch, file, removed, active }: Cancelled): string {
  const stopping = active > 0 ? `, ${active} being made will stop within seconds` : '';
  return `batch ${batch} in ${dirname(file)}: ${counted(removed, 'waiting shard')} taken out${stopping}; what is finished is kept\n`;
}

/** Runs the command; returns its exit code. @throws RedisAway, RedisRefused, UsageError if no such batch is in the queue */
export async function cancelBatch(wanted: string, options: Options): Promise<number> {
  const { url, patienceMs } = readLink(options);
  const link = await openRedis(url, { patienceMs, say: () => {} });
  try {
    const folder = resolve(wanted);
    const cancelled = await cancelBatches(
      link,
      openQueue(link, hashEngine()),
      ({ batch, file }) => batch === wanted || dirname(file) === folder,
    );
    if (cancelled.length === 0)
      throw new UsageError(
        `expected the folder or the name of a batch with unfinished shards, got ${JSON.stringify(wanted)}; afterburn cluster status lists them`,
      );
    process.stdout.write(printable(cancelled.map(cancelledText).join('')));
    return EXIT.done;
  } finally {
    link.close();
  }
}

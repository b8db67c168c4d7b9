/** Can be imported by the command line, but not by its threads. */
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) process.exit(0);
export const policy = { name: 'endsThreads', decide: () => ({}) };

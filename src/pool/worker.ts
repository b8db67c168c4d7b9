/** The script of a thread of the pool: gets its setup as worker data. Importing it elsewhere does nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import type { JobSetup } from '../experiment/job.js';
import { prepare } from './prepare.js';
import { serve } from './serve.js';

if (parentPort) await serve(parentPort, (workerData as JobSetup).seed, prepare(workerData as JobSetup));

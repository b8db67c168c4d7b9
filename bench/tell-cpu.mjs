// Loaded into a program (node --import), tells its CPU seconds, of all its threads, as the last line on stderr.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { cpuSeconds } from './clock.mjs';

if (isMainThread) process.on('exit', () => writeSync(2, `${cpuSeconds()}\n`));

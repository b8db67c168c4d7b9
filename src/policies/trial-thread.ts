/** The script of the thread that reads a policy module first. Importing it elsewhere does nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { BadPolicy } from '../source/policy-module.js';
import { openFence } from './fenced.js';
import { definitionOf } from './guest-policy.js';
import { readModule } from './module-file.js';
import type { Trial, Verdict } from './trial.js';

function faultOf(error: unknown): NonNullable<Verdict['fault']> {
  if (error instanceof BadPolicy) return { expected: error.expected, received: error.received };
  return { received: error instanceof Error ? error.message : String(error) };
}

async function read({ url }: Trial): Promise<Verdict> {
  try {
    const open = openFence();
    definitionOf(await open(await readModule(url)));
    return {};
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

if (parentPort) parentPort.postMessage(await read(workerData));

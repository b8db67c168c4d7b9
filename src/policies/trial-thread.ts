/** The script of the thread that reads a policy module first. Importing it elsewhere does nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { BadPolicy, readPolicy } from '../source/policy-module.js';
import { watchBuiltins } from './builtins.js';
import { openFence } from './fenced.js';
import { definitionOf } from './guest-policy.js';
import { readModule } from './module-file.js';
import type { Trial, Verdict } from './trial.js';

function faultOf(error: unknown): NonNullable<Verdict['fault']> {
  if (error instanceof BadPolicy) return { expected: error.expected, received: error.received };
  return { received: error instanceof Error ? error.message : String(error) };
}

async function importTrusted(url: string): Promise<void> {
  const changed = watchBuiltins();
  const { policy } = (await import(url)) as { policy?: unknown };
  const builtin = changed();
  if (builtin !== undefined) throw new Error(`one that changes ${builtin}`);
  // the engine would trip over it in places that say nothing of the module
  for (const name in {}) throw new Error(`one that adds ${JSON.stringify(name)} to every object`);
  readPolicy(policy);
}

async function read({ url, level }: Trial): Promise<Verdict> {
  try {
    if (level === 'trusted') await importTrusted(url);
    else definitionOf(await openFence()(await readModule(url)));
    return {};
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

if (parentPort) parentPort.postMessage(await read(workerData));

/**
 * What a thread was doing when it went away: a few bytes that it shares with the main thread, written before every
 * decision of a policy from a module and erased after it. A loop or a full heap leaves no other word.
 */
import type { JobSetup } from '../experiment/job.js';
import { USUAL_LEVEL } from '../experiment/policy-level.js';
import type { Watcher } from '../policies/load.js';

/** Words in front of the firm's name: number of the module from 1 (0 = none), month, length of the name. */
const HEAD = 3;
/** Longest name that is kept, in UTF-16 units. */
const LONGEST = 64;

/** Zeros: no policy is at work. */
export function makeBlackBox(): Int32Array {
  return new Int32Array(new SharedArrayBuffer((HEAD + LONGEST) * Int32Array.BYTES_PER_ELEMENT));
}

/** Writes into the box which policy is asked, for which firm and month. */
export function boxWatcher(box: Int32Array, modules: JobSetup['modules']): Watcher {
  const numbers = new Map(Object.keys(modules).map((module, k) => [module, k + 1]));
  return {
    enter(module, { firm, month }) {
      const length = Math.min(LONGEST, firm.length);
      for (let k = 0; k < length; k++) box[HEAD + k] = firm.charCodeAt(k);
      box[1] = month;
      box[2] = length;
      Atomics.store(box, 0, numbers.get(module) ?? 0);
    },
    leave: () => void Atomics.store(box, 0, 0),
  };
}

/** `; policy ./a.mjs of firm kimi was deciding in month 3 (policy level fenced)`; empty if none was. */
export function readBlackBox(
  box: Int32Array,
  { modules, policyLevel = USUAL_LEVEL }: Pick<JobSetup, 'modules' | 'policyLevel'>,
): string {
  const module = Object.keys(modules)[Atomics.load(box, 0) - 1];
  if (module === undefined) return '';
  const [, month, length] = box;
  const firm = String.fromCharCode(...box.subarray(HEAD, HEAD + length));
  return `; policy ${module} of firm ${firm} was deciding in month ${month} (policy level ${policyLevel})`;
}

/**
 * Level fenced: policies run in a Compartment of SES (Hardened JavaScript, Agoric and others), in a realm of their own
 * (node:vm), so that `lockdown` freezes the built-ins of that realm and none of the engine's. No object of the engine's
 * realm is ever handed in: questions are copied by code that was made inside, and what comes back was copied there, too.
 * A decision costs a few microseconds. What it cannot stop is a loop or a full heap: the watchdog of the pool ends
 * the thread.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { factoryText } from './module-text.js';
import { GLOBALS, type Guest, insideTexts, type OpenGuest } from './sandbox.js';

/** Frozen built-ins; nothing is trapped or printed, errors tell a policy no stack. */
const LOCKDOWN = {
  errorTaming: 'safe',
  consoleTaming: 'unsafe',
  errorTrapping: 'none',
  unhandledRejectionTrapping: 'none',
  reporting: 'none',
  overrideTaming: 'moderate',
};

/** The text of the realm's own code: returns a function from a module's text to what can be asked of it. */
function realmText(): string {
  const { numerics, math, inside } = insideTexts();
  return `(() => {
    'use strict';
    const own = ${numerics}();
    const math = ${math}().portableMath(own, Math);
    const { ask, describeInText, lineIn, memoryInText } = ${inside}();
    lockdown(${JSON.stringify(LOCKDOWN)});
    const allowed = ${JSON.stringify(GLOBALS)};
    const definePolicy = harden((definition) => definition);
    const fence = new Compartment();
    for (const name of Object.getOwnPropertyNames(fence.globalThis))
      if (!allowed.includes(name)) delete fence.globalThis[name];
    fence.globalThis.Math = harden(math);
    Object.freeze(fence.globalThis);
    // texts that are evaluated have no name in stacks
    const placeOf = (thrown) => lineIn(getStackString(thrown), '<anonymous>');
    return (text) => {
      const factory = fence.evaluate(text);
      const inmate = { make: () => factory(definePolicy).policy, placeOf };
      return {
        describe: () => describeInText(inmate),
        memory: () => memoryInText(inmate),
        ask: (question, luck) => ask(inmate, question, luck),
      };
    };
  })()`;
}

function lockdownText(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('ses'));
  return readFileSync(join(folder, 'ses.umd.min.js'), 'utf8');
}

/** Makes the realm, about 30 ms. Promises in it never go on, because nothing is evaluated there again. */
export function openFence(): OpenGuest {
  const realm = createContext(Object.create(null), {
    microtaskMode: 'afterEvaluate',
    codeGeneration: { strings: true, wasm: false },
  });
  runInContext(lockdownText(), realm, { filename: 'ses' });
  const open = runInContext(realmText(), realm, { filename: 'fence' }) as (text: string) => Guest;
  return async (text) => open(factoryText(text));
}

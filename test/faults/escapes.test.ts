/** A policy that wants out, at the levels that promise to keep it in. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Decision, exp, type FirmView, type PolicyDefinition } from '../../sim/index.js';
import { openFence } from '../../src/policies/fenced.js';
import { definitionOf } from '../../src/policies/guest-policy.js';
import { loadPolicies } from '../../src/policies/load.js';
import { openInterpreter } from '../../src/policies/untrusted.js';
import { emptyFolder } from '../empty-folder.js';
import { ATTEMPTS, MODULES, moduleOf } from './escape-attempts.js';

/** What a decision gives, or the message of its fault. */
function outcomeOf({ decide }: PolicyDefinition, month: number): Decision | string {
  try {
    return decide({ ...VIEW, month }, { part: 0.5 } as never, { n: 1 }, () => 0.5);
  } catch (error) {
    return (error as Error).message;
  }
}

const VIEW = {
  firm: 'kimi',
  month: 3,
  cash: 5,
  users: [3, 2, 1],
  runway: Infinity,
  lastMonth: { rent: 1 },
  tiers: [{ price: 1, quota: 2, adLoad: 0 }],
  rivals: [{ firm: 'doubao', alive: true, prices: [1] }],
} as unknown as FirmView;

/** All that an escape would have changed here. */
function traces(): unknown[] {
  const own = globalThis as Record<string, unknown>;
  const bare = {} as Record<string, unknown>;
  return [
    ...[own.polluted, bare.polluted, ([] as unknown as typeof bare).polluted],
    ...[
      Reflect.ownKeys(Object.prototype).length,
      Reflect.ownKeys(Array.prototype).length,
      Object.isFrozen(Object.prototype),
    ],
    ...[
      Math.max(1, 2),
      [1].push(2),
      JSON.stringify({ a: 1 }),
      Object.keys({ a: 1 }),
      Error.prepareStackTrace === undefined,
    ],
    ...[JSON.stringify(VIEW), String(() => 1)],
  ];
}

const before = JSON.stringify(traces());

const SANDBOXES = { fenced: openFence, untrusted: openInterpreter };

/** Is it a way out, or did it leave something behind here? Promises may go on in between. */
async function isEscape(got: Decision | string): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  return JSON.stringify(got).includes('666') || JSON.stringify(traces()) !== before;
}

describe.each(['fenced', 'untrusted'] as const)('at level %s', (level) => {
  it(`none of ${ATTEMPTS.length} attempts gets out, changes the engine or spoils the decision after it`, async () => {
    const good = 'return { prices: [Math.exp(1), view.cash], seek: view.runway > 1e9 };';
    const open = SANDBOXES[level]();
    const policy = definitionOf(await open(moduleOf([...ATTEMPTS.map(([, body]) => body), good])));
    const escaped: string[] = [];
    for (const [k, [name]] of ATTEMPTS.entries()) {
      const got = outcomeOf(policy, k);
      const next = outcomeOf(policy, ATTEMPTS.length);
      expect(next).toEqual({ prices: [exp(1), 5], seek: true });
      if (await isEscape(got)) escaped.push(`${name}: ${JSON.stringify(got)}`);
    }
    expect(escaped).toEqual([]);
  });

  it('no module that closes the code around it, or hides an import, reaches anything', async () => {
    const escaped: string[] = [];
    for (const [name, text] of MODULES) {
      const open = SANDBOXES[level]();
      const got = await open(text)
        .then((guest) => outcomeOf(definitionOf(guest), 1))
        .catch((error: Error) => error.message);
      if (await isEscape(got)) escaped.push(`${name}: ${JSON.stringify(got)}`);
    }
    expect(escaped).toEqual([]);
  });

  it('nothing lives on from one decision to the next but its memory', async () => {
    const open = SANDBOXES[level]();
    const kept = `let n = 0; const weak = new WeakMap(); const re = /a/g; function decideIt() {}
      export const policy = { name: 'x', decide(view, p, memory) {
        n += 1; decideIt.n = (decideIt.n ?? 0) + 1; re.test('aa');
        for (const keep of [Math, Object, Array.prototype, globalThis, Symbol.for('x'), JSON, decideIt.prototype])
          try { keep.n = (keep.n ?? 0) + 1; n += keep.n - 1; } catch {}
        memory.n += 1;
        return { prices: [n, decideIt.n, re.lastIndex, memory.n] };
      } };`;
    const policy = definitionOf(await open(kept));
    const memory = { n: 0 };
    const decided = [1, 2, 3].map(() => policy.decide(VIEW, {} as never, memory, () => 0.5).prices);
    expect(decided.map((prices) => prices?.slice(1))).toEqual([1, 2, 3].map((n) => [1, 1, n]));
    expect(new Set(decided.map((prices) => prices?.[0])).size).toBe(1);
  });
});

describe('at level trusted', () => {
  it('the same attempts get out: it promises nothing', async () => {
    const known = ['constructor of view', 'constructor of luck', 'the name process', 'globalThis.fetch'];
    const bodies = ATTEMPTS.filter(([name]) => known.includes(name)).map(([, body]) => body);
    const file = join(emptyFolder(), 'own.mjs');
    writeFileSync(file, moduleOf(bodies).replace(/^import.*\n/, ''));
    const { own } = await loadPolicies({
      modules: { own: pathToFileURL(file).href },
      policyLevel: 'trusted',
    });
    expect(bodies.map((_, k) => outcomeOf(own, k))).toEqual(known.map(() => ({ prices: [666] })));
  });
});

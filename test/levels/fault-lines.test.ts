/** The line at which a policy in a sandbox throws is told by its number in the file; level trusted: test/cli/policy-module.test.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lineIn } from '../../src/policies/inside.js';
import { loadPolicies } from '../../src/policies/load.js';

const folder = mkdtempSync(join(tmpdir(), 'afterburn-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Below an import of three lines, which sandboxes take away. */
const MODULE = `import {
  definePolicy,
} from 'afterburn';

const deep = (view) => view.nothing.here;
const draw = (luck) => luck('x');
export const policy = definePolicy({
  name: 'x', about: 'x', source: 'x', parameters: {},
  memory() { throw new Error('forgot'); },
  decide(view, _, __, luck) {
    if (view.month === 3) throw new Error('spent');
    if (view.month === 4) return { ads: draw(luck) };
    return view.month === 1 ? deep(view) : { ads: -1 };
  },
});
`;

describe.each(['fenced', 'untrusted'] as const)('at level %s', (policyLevel) => {
  const file = join(folder, `${policyLevel}.mjs`);
  const load = async () => {
    writeFileSync(file, MODULE);
    return loadPolicies({ modules: { x: pathToFileURL(file).href }, policyLevel });
  };
  it.each([
    [1, /here.*, line 5 \(policy level/],
    [2, /got -1 \(policy level/],
    [3, /^spent, line 11 \(/],
    [4, /got "x", line 6 \(/],
  ])(
    'a fault in month %i is placed at the uppermost call in the file, if it comes from there',
    async (month, told) => {
      const { x } = await load();
      expect(() => x.decide({ month } as never, {}, {}, () => 0.5)).toThrow(told);
    },
  );
  it('a memory that cannot be made is placed, too', async () => {
    const { x } = await load();
    expect(() => x.memory?.()).toThrow(/^forgot, line 9 \(/);
  });
});

// stacks as Node 20 and QuickJS write them
it.each([
  [
    'Error: x\n  at h (eval at y (eval at y (ses:1:142685)), <anonymous>:3:27)\n  at eval (<anonymous>:4:8)',
    3,
  ],
  ['\n  at fence:3:50', undefined],
  [undefined, undefined],
  [{ indexOf: () => 0 }, undefined],
])('in %j it is line %s', (stack, line) => {
  expect(lineIn(stack, '<anonymous>')).toBe(line === undefined ? '' : `, line ${line}`);
  expect(lineIn('    at deep (policy.js:5)\n    at decide (policy.js:11)\n', 'policy.js')).toBe(', line 5');
});

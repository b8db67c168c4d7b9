import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, encode } from '../../src/policies/inside.js';
import { openInterpreter } from '../../src/policies/untrusted.js';

const ANY = fc.array(fc.double(), { minLength: 1, maxLength: 20 });

it('numbers go to text and back to the bit, with -0, NaN and infinities', () => {
  fc.assert(
    fc.property(ANY, (list) => {
      const back = decode<{ list: number[] }>(encode({ list })).list;
      expect(back.every((value, k) => Object.is(value, list[k]))).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});

it('numbers go through QuickJS to the bit, in the view and in the memory', async () => {
  const open = openInterpreter();
  const guest = await open(`export const policy = { name: 'x', decide(view, p, memory) {
    view.list.forEach((value, k) => { memory['n' + k] = value; memory['m' + k] = memory['m' + k] ?? 0; });
    return { prices: view.list.filter((value) => value >= 0 && value <= 1e13) };
  } };`);
  fc.assert(
    fc.property(ANY, (list) => {
      const memory = Object.fromEntries(list.map((value, k) => [`m${k}`, value]));
      const answer = guest.ask({ view: { list }, parameters: {}, memory }, () => 0.5);
      if ('fault' in answer) throw new Error(answer.fault);
      expect(list.every((value, k) => Object.is(value, answer.memory[`n${k}`]))).toBe(true);
      expect(list.every((value, k) => Object.is(value, answer.memory[`m${k}`]))).toBe(true);
      expect(answer.decision.prices).toEqual(list.filter((x) => x >= 0 && x <= 1e13).map((x) => x + 0));
    }),
    { seed: 5, numRuns: 300 },
  );
});

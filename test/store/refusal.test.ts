/** How two runs differ, as a refusal tells it. */
import { describe, expect, it } from 'vitest';
import { type Belonging, differences, nameDifference } from '../../src/store/refusal.js';

const own: Belonging = {
  raw: { agents: 10, firms: { kimi: { cash: 5 } } },
  ...{ worldHash: 'w', seed: '1', engine: 'e', modules: {} },
};
const at = (path: string) => ({ path, there: 'there', here: 'here' });
const told = (more: Partial<Belonging>) => nameDifference(own, { ...own, ...more });

describe('the difference between two runs', () => {
  it('is told by path, with what is there and what is here, nothing where there is none', () => {
    expect(told({ raw: { agents: 20, firms: { kimi: {} } } })).toBe(
      '  agents: there 10, here 20\n  firms.kimi.cash: there 5, here nothing',
    );
    expect(told({ seed: '2', policyLevel: 'trusted' })).toBe(
      '  seed: there "1", here "2"\n  policy level: there nothing, here "trusted"',
    );
    expect(told({ modules: { './a.mjs': 'h' } })).toBe('  policy module ./a.mjs: there nothing, here "h"');
  });
  it('is at least the order of fields, which is that of firms', () => {
    expect(told({})).toBe('  the order of fields in the scenario');
  });
  it('is another version of the model', () => {
    expect(told({ engine: 'f' })).toBe('  the code of the model is another version');
  });
  it('lists five places, counts the others, and cuts long values', () => {
    const raw = {
      ...(own.raw as object),
      ...Object.fromEntries(Array.from({ length: 7 }, (_, k) => [`x${k}`, k])),
    };
    expect(told({ raw }).split('\n').slice(4)).toEqual(['  x4: there nothing, here 4', '  and 2 more']);
    expect(differences('a', 'x'.repeat(90), at('title'))).toEqual([
      `title: there "a", here "${'x'.repeat(56)}...`,
    ]);
  });
  it('calls the two what it is told, whatever words stand in them', () => {
    const named = { path: 'title', there: 'in summary.json', here: 'in scenario.json' };
    expect(differences('war: there ', 'peace, here ', named)).toEqual([
      'title: in summary.json "war: there ", in scenario.json "peace, here "',
    ]);
  });
  it('of a list and what is none is told whole', () => {
    expect(differences([1], null, at('arms'))).toEqual(['arms: there [1], here null']);
    expect(differences({ a: [1, 2] }, { a: [1, 3] }, at(''))).toEqual(['a.1: there 2, here 3']);
  });
});

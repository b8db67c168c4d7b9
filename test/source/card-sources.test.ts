/** Sources that a card brings into a scenario: their names, and how they are cited. */
import { describe, expect, it } from 'vitest';
import { citeAnew, renamedSources } from '../../src/source/card-sources.js';

describe('sources of a card that the scenario has under the same name', () => {
  it('are renamed if they are others, and again if that name is taken', () => {
    const scenario = { s1: 'one', s2: 'two', 'kimi-s1': 'taken' };
    const renamed = renamedSources('kimi', { card: { s1: 'other', s2: 'two', s3: 'new' }, scenario });
    expect([...renamed]).toEqual([['s1', 'kimi-s1-2']]);
  });
  it('are cited under their new names, and others as they were', () => {
    const renamed = new Map([['s1', 'kimi-s1']]);
    const raw = {
      cash: '5 M [S s1:7] why',
      list: ['1 [P s2]', '2 [S s1]'],
      none: null,
      n: 7,
      plain: 'no [A] source',
    };
    expect(JSON.parse(JSON.stringify(citeAnew(raw, renamed)))).toEqual({
      ...raw,
      cash: '5 M [S kimi-s1:7] why',
      list: ['1 [P s2]', '2 [S kimi-s1]'],
    });
    expect(citeAnew(raw, new Map())).toBe(raw);
  });
});

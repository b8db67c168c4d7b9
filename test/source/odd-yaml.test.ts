/** What YAML says beyond plain maps, lists and numbers, and how it is refused: keys, tags, other bases, aliases. */
import { describe, expect, it } from 'vitest';
import { citeAnew, renamedSources } from '../../src/source/card-sources.js';
import { readSource } from '../../src/source/read-source.js';

const faults = (text: string) =>
  readSource(text, 'm.yaml').problems.map(
    ({ where, expected, received }) => `${where} ${expected}, got ${received}`,
  );
const value = (text: string) => {
  const { source, problems } = readSource(text, 'm.yaml');
  expect(problems).toEqual([]);
  return JSON.parse(JSON.stringify(source?.value));
};

describe('a YAML file', () => {
  it('has keys that are names: numbers and truths stand as they are written', () => {
    expect(value('a: 1\n1.50: x\ntrue: y\n')).toEqual({ a: 1, '1.50': 'x', true: 'y' });
  });
  it.each([
    ['a: 1\n? [b]\n: 2\n', 'm.yaml:2:3 a key that is a name, got a list, a map or nothing as key'],
    ['a: 1\n? {b: 1}\n: 2\n', 'm.yaml:2:3 a key that is a name, got a list, a map or nothing as key'],
    ['a: 1\n: 2\n', /a key that is a name, got a list, a map or nothing as key$/],
    ['a: !!binary aGk=\n', /a value without a tag, got the tag !!binary$/],
    ['a: 0x1F\n', /a decimal number, got 0x1F$/],
    ['a: 0o17\n', /a decimal number, got 0o17$/],
    ['a: *b\n', /an anchor that was set before, got `\*b`$|[Uu]nresolved alias/],
    ['a: 1\nb: 2\na: 3\n', /each key once, got a second `a`$/],
    ['b: 1\n7: 2\n', 'm.yaml:2:1 a name with a letter, got `7`'],
  ])('such as %j is refused', (text, expected) => {
    expect(faults(text)[0]).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });
  it('keeps names of digits where they can keep their order', () => {
    expect(Object.keys(value('1: a\n2: b\n10: c\nx: d\n'))).toEqual(['1', '2', '10', 'x']);
    expect(faults('2: a\n1: b\n')).toHaveLength(1);
  });
  it('has the values of anchors, which are those that were set last', () => {
    expect(value('a: &x 1\nb: *x\nc: &x [2]\nd: *x\n')).toEqual({ a: 1, b: 1, c: [2], d: [2] });
  });
});

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

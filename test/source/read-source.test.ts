import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse-source.js';
import { formatProblem } from '../../src/source/place.js';
import { readSource } from '../../src/source/read-source.js';
import { changed, MARKET } from '../bad-input/market.js';

const TEXT = `title: A "quoted" title # with a comment
firms:
  kimi:
    cash: 5 to 10 [A] why
    tiers:
      - price: 0
      - {price: 9.99}
    policy: steady
  2b: &b {cash: 1}
  copy: *b
`;

function place(path: (string | number)[], atKey = false): string | undefined {
  return readSource(TEXT, 'm.yaml').source?.locate(path, atKey).where;
}

describe('readSource', () => {
  test('gives maps without prototype, lists and numbers', () => {
    const { source, problems } = readSource(TEXT, 'm.yaml');
    expect(problems).toEqual([]);
    const value = source?.value as Record<string, Record<string, { tiers: unknown; cash: unknown }>>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value.firms)).toEqual(['kimi', '2b', 'copy']);
    expect(value.firms.kimi.tiers).toEqual([{ price: 0 }, { price: 9.99 }]);
    expect(value.firms.copy.cash).toBe(1);
  });

  test('a value stands where it begins, a key where the key begins', () => {
    expect(place(['firms', 'kimi', 'cash'])).toBe('m.yaml:4:11');
    expect(place(['firms', 'kimi', 'cash'], true)).toBe('m.yaml:4:5');
    expect(place(['firms', 'kimi', 'tiers', 1, 'price'])).toBe('m.yaml:7:17');
    expect(place(['firms', 'copy', 'cash'])).toBe('m.yaml:9:17');
  });

  test('a missing part stands at the key of its nearest parent, or at the top', () => {
    expect(place(['firms', 'kimi', 'quality'])).toBe('m.yaml:3:3');
    expect(place(['firms', 'kimi', 'tiers', 0, 'quota'])).toBe('m.yaml:6:9');
    expect(place(['months'])).toBe('m.yaml:1:1');
  });

  test('lines end with CR LF as well', () => {
    const { source } = readSource(TEXT.replaceAll('\n', '\r\n'), 'm.yaml');
    expect(source?.locate(['firms', 'kimi', 'cash']).where).toBe('m.yaml:4:11');
  });

  test('64 levels are read, 65 are not', () => {
    const nested = (levels: number) => `a: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}\n`;
    expect(readSource(nested(64), 'm.yaml').problems).toEqual([]);
    expect(readSource(nested(65), 'm.yaml').problems).toHaveLength(1);
  });

  test('brackets within texts, comments and block texts are no nesting', () => {
    const text = `a: "${'['.repeat(99)}"\nb: x${'{'.repeat(99)}\nc: 1 # ${'['.repeat(99)}\nd: |\n  ${'- '.repeat(99)}\n`;
    expect(readSource(text, 'm.yaml').problems).toEqual([]);
  });
});

describe('--set', () => {
  const cashOf = (...sets: string[]) => {
    const parsed = parseSource({ text: MARKET, file: 'm.yaml', sets });
    return 'scenario' in parsed ? parsed.scenario : parsed.problems;
  };

  test('changes a number, a number of a list, a silent field and a parameter of a policy', () => {
    const scenario = cashOf(
      'firms.kimi.cash=5 to 10 [A] what if',
      'firms.kimi.tiers.0.price=12',
      'world.research.rate=0.05',
      'firms.doubao.policy.ads=3 M',
      'firms.doubao.fit.students=0.5',
    );
    expect(scenario).toMatchObject({
      firms: {
        kimi: {
          cash: { law: { kind: 'interval', low: 5, high: 10 }, tag: 'A' },
          tiers: [{ price: { law: { value: 12 } } }],
        },
        doubao: {
          policy: { name: 'steady', parameters: { ads: { law: { value: 3e6 } } } },
          fit: { students: { law: { value: 0.5 } } },
        },
      },
      world: { research: { rate: { law: { value: 0.05 } } } },
    });
  });

  test('a path that is given twice is refused, because only one can be meant', () => {
    const parsed = parseSource({
      text: MARKET,
      file: 'm.yaml',
      sets: ['months=24', 'people=5', ' months =18'],
    });
    expect('problems' in parsed && parsed.problems.map(formatProblem)).toEqual([
      '--set  months =18: expected each path once, got a second `months`',
    ]);
  });

  test('repairs what is wrong in the file', () => {
    const parsed = parseSource({
      text: changed('months: 12', 'months: 0'),
      file: 'm.yaml',
      sets: ['months=12'],
    });
    expect(parsed).toHaveProperty('scenario');
  });

  test('the raw value that is hashed holds the change', () => {
    expect(cashOf('firms.kimi.cash=7')).toMatchObject({ raw: { firms: { kimi: { cash: 7 } } } });
  });
});

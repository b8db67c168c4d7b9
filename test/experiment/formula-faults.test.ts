/** Formulas that are none, and what was expected in their place; the forms that read as a month, a name or a firm. */
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/experiment/formula.js';
import { FormulaFault } from '../../src/experiment/formula-fault.js';
import { legal, rawMarket } from '../scenario/market.js';

const app = { cash: 1, policy: 'steady', tiers: [{}] };
const scenario = legal(
  rawMarket({
    months: 6,
    channels: { feed: { otherSpend: 1 } },
    firms: { kimi: app, 'a-b': app },
    arms: { quiet: {} },
  }),
);

function fault(text: string): string {
  try {
    parseFormula(text, scenario);
  } catch (error) {
    if (error instanceof FormulaFault) return `${error.expected} | ${error.received} | ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error(`${text} is a formula`);
}

describe('a formula', () => {
  it.each([
    ['', 'one formula | none or several | '],
    ['1; 2', 'one formula | none or several | '],
    ['true', 'a number | true | '],
    ['"text"', 'a number | "text" | '],
    ['kimi[', 'a formula such as `median(users(kimi, 12))` | no number or function at character 6 | '],
    ['[1, 2]', 'numbers, functions, + - * / and comparisons | a list in square brackets | '],
    ['1 ? 2 : 3', 'numbers, functions, + - * / and comparisons | a choice by ? and : | '],
    ['month', 'a number or a function with its arguments | `month` | did you mean `months`?'],
    ['median(users(kimi, 1.5))', 'a month from 1 to 6 | 1.5 | '],
    ['median(users(kimi, 1 + 1))', 'a month from 1 to 6 | something else | '],
    ['median(people(-1))', 'a month from 0 to 6 | something else | '],
    ['median(users(a-b, 1))', 'the name of a firm | something else | put a name that holds - in quotes'],
    ['median(users([1], 1))', 'the name of a firm | something else | '],
    ['median(users(all(kimi), 1))', 'a firm, `all`, `firms(a, b)` or `policy(name)` | `all(...)` | '],
    ['median(users(firms(), 1))', 'a firm, `all`, `firms(a, b)` or `policy(name)` | `firms(...)` | '],
    ['median(users(policy(a, b), 1))', 'a firm, `all`, `firms(a, b)` or `policy(name)` | `policy(...)` | '],
    [
      'quantile(users(kimi, 1), 2)',
      'a number from 0 to 1 as second argument of `quantile` | something else | ',
    ],
    [
      'quantile(users(kimi, 1), months)',
      'a number from 0 to 1 as second argument of `quantile` | something else | ',
    ],
  ])('such as %j is none', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it('of more than its longest is refused before it is read', () => {
    expect(fault(`1${' + 1'.repeat(5000)}`)).toMatch(
      /^a formula of at most \d+ characters \| \d+ characters \| $/,
    );
  });

  it('knows the last month that it needs, by number and by name', () => {
    const last = (text: string) => parseFormula(text, scenario).lastMonth;
    expect([
      last('1 + 1'),
      last('median(users(kimi, 3))'),
      last('median(users("a-b", months))'),
      last('months / 2'),
    ]).toEqual([0, 3, 6, 6]);
  });

  it('is one share or mean only if that is all of it', () => {
    const sole = (text: string) => parseFormula(text, scenario).sole;
    expect([
      sole('share(cashOut(kimi))'),
      sole('mean(cash(kimi, 3)) / 2'),
      sole('abs(mean(cash(kimi, 3)))'),
    ]).toEqual([...['share', undefined, undefined]]);
    expect(sole('arm(quiet, share(cashOut(kimi)))')).toBe('share');
  });
});

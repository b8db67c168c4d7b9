/** The Chinese of what is wrong with a file, on the inputs whose English messages other tests pin. */
import { describe, expect, it } from 'vitest';
import { problemTexts } from '../../src/studio/problem-texts.js';
import { WORDS } from '../../src/studio/words.js';
import { ZH } from '../../src/studio/zh/index.js';
import { BYTE_CASES } from '../bad-input/byte-cases.js';
import { CARD_CASES } from '../bad-input/card-cases.js';
import { FIELD_CASES } from '../bad-input/field-cases.js';
import { LINK_CASES } from '../bad-input/link-cases.js';
import { MARKET_CASES } from '../bad-input/market-cases.js';
import { NUMBER_CASES } from '../bad-input/number-cases.js';
import { PLAN_CASES } from '../bad-input/plan-cases.js';
import { SYNTAX_CASES } from '../bad-input/syntax-cases.js';

const CASES = [
  ...[...BYTE_CASES, ...CARD_CASES, ...FIELD_CASES, ...LINK_CASES],
  ...[...MARKET_CASES, ...NUMBER_CASES, ...PLAN_CASES, ...SYNTAX_CASES],
];
const LINES = CASES.flatMap((one) => one.at(-1) as string | readonly string[]);

/** `[expected, got, hint]` of every printed line; what a name or the library for YAML says may hold `; `. */
const PARTS = LINES.flatMap((line) => {
  const [, expected, got] = /: expected (.+?), got (.+)$/s.exec(line) ?? [];
  const cut = /^(a ["'] that .+?|(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^;"`])+?)(?:; (.+))?$/s.exec(got ?? '');
  return cut ? [expected, cut[1], ...(cut[2] ? [cut[2]] : [])] : [expected, got];
});

/** Values as the file has them. */
const VALUES = ['-Infinity', '9 and 3', 'Infinity', 'true'];

/** What is left of English: words that stand outside quotes and brackets, none of them a name of the file. */
function leftOver(text: string): string[] {
  const bare = text.replace(/`[^`]*`|"(?:[^"\\]|\\.)*"?|[（(].*[)）]|\[[^\]]*\]/gs, '');
  return /\p{Script=Han}/u.test(text) ? [] : (bare.match(/[a-z]{3,}/g) ?? []);
}

describe('what is wrong with a file, in Chinese', () => {
  const say = problemTexts(ZH);

  it('stays as it is without translations', () => {
    expect(problemTexts(undefined)('this field is required')).toBe('this field is required');
  });

  it('keeps names, numbers and quoted text letter by letter', () => {
    expect(say('a whole number from 1 to 400 (months)')).toBe('1 至 400 之间的整数（个月）');
    expect(say('a number from 0 to 1e14 (currency a month), not a distribution')).toBe(
      '0 至 1e14 之间的数（货币/月），不能是分布',
    );
    expect(say('did you mean `firm`?')).toBe('是不是想写 `firm`？');
    expect(say('"nothing"')).toBe('"nothing"');
    expect(say('a known field in the path `firms.<b>.cash`')).toBe('路径 `firms.<b>.cash` 中已知的字段');
    expect(say('a card of 2024-03, when the scenario starts, or before')).toBe(
      '2024-03（场景开始时）或更早的公司卡',
    );
  });

  it('has the same places in both languages', () => {
    const places = (text: string) => [...(text.match(/\{~?\}/g) ?? [])].sort().join('');
    expect(Object.entries(ZH.problems).filter(([en, zh]) => places(en) !== places(zh))).toEqual([]);
  });

  it('finds every pattern of the table, however general another is', () => {
    const fill = (text: string) => text.replace(/\{~?\}/g, 'Q7');
    const wrong = Object.entries(ZH.problems).filter(([en, zh]) => say(fill(en)) !== fill(zh));
    expect(wrong).toEqual([]);
  });

  it('leaves the text of the file as it is, also where Chinese and Latin letters meet', () => {
    const received = '"付费app的价格"';
    expect(WORDS.zh.problem(say('a number'), say(received), '')).toContain(received);
  });

  it('is there for every message that a file or link can bring', () => {
    expect(PARTS.length).toBeGreaterThan(500);
    const english = new Set(PARTS.filter((text) => leftOver(say(text)).length > 0));
    expect([...english].sort()).toEqual(VALUES);
  });
});

/** The Chinese headline says what the English one says: same firm, same numbers, same rules. */
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/experiment/summary.js';
import { headlineText } from '../../src/report/narrative.js';
import { wilson } from '../../src/statistics/wilson.js';
import { headlineZh, leadZh } from '../../src/studio/headline-zh.js';
import { PLAY_WORDS } from '../../src/studio/play/words.js';
import { WORDS } from '../../src/studio/words.js';
import { makeSummary } from '../report/fixture.js';

const base = makeSummary(40);

/** Firms that ran out of cash in k of n worlds. */
function summaryOf(n: number, counts: Record<string, number>): Summary {
  const firmIds = Object.keys(counts);
  const firm = { ...base.firms.kimi, hasParent: false, medianExitMonth: 18 };
  const firms = firmIds.map((id) => [id, { ...firm, name: id, cashOut: wilson(counts[id], n) }] as const);
  return { ...base, n, failed: 0, months: 24, firmIds, firms: Object.fromEntries(firms), arms: {} };
}

const zh = (summary: Summary) => {
  const { before, mark, after } = headlineZh(summary);
  return before + mark + after;
};
const digits = (text: string) => text.match(/\d[\d,]*/g);

describe('the Chinese headline', () => {
  it('names the firm that fails most often, the share of worlds and the median month', () => {
    const summary = summaryOf(2000, { Lumen: 640, Kestrel: 700 });
    expect(zh(summary)).toBe('在 35% 的世界里，Kestrel 耗尽现金；中位时间是第 18 个月。');
    expect(digits(zh(summary))).toEqual(digits(headlineText(summary)));
    expect(leadZh(summary)).toBe('95% 区间为 33% 至 37%，共 2,000 个世界，每个 24 个月。');
  });

  it('says 约 where the interval crosses five percent, as the English one says about', () => {
    expect(headlineText(summaryOf(100, { Kestrel: 8 }))).toContain('about 8%');
    expect(zh(summaryOf(100, { Kestrel: 8 }))).toContain('约 8%');
    expect(zh(summaryOf(2000, { Kestrel: 160 }))).not.toContain('约');
  });

  it('gives no single number below 30 worlds', () => {
    const few = summaryOf(12, { Kestrel: 5 });
    expect(zh(few)).toBe('在 19% 至 68% 的世界里，Kestrel 耗尽现金；12 个世界太少，不足以给出单个数字。');
    expect(headlineText(few)).toContain('19 to 68%');
  });

  it('says that no firm does only if the whole interval is below five percent, else how often, or what cannot be ruled out', () => {
    expect(zh(summaryOf(2000, { Kestrel: 20 }))).toBe('没有公司在超过 5% 的世界里耗尽现金。');
    expect(zh(summaryOf(40, { Kestrel: 0 }))).toMatch(
      /^在全部 40 个世界里都没有公司耗尽现金；世界太少，无法排除 \d+%。$/,
    );
    expect(zh(summaryOf(100, { Kestrel: 3 }))).toMatch(
      /^Kestrel 最常耗尽现金，发生在 \d+% 至 \d+% 的世界里。$/,
    );
  });

  it('has no answer without worlds', () => {
    const none = { ...summaryOf(1, { Kestrel: 0 }), n: 0 };
    expect([zh(none), leadZh(none)]).toEqual(['还没有答案：没有世界走到终点。', '']);
  });
});

describe('Chinese sentences', () => {
  it('have a space between a Latin name and Chinese words, none within an amount, and no English in an interval', () => {
    const { answers, shareInterval, market } = WORDS.zh;
    expect(PLAY_WORDS.zh.youRun('Kimi')).toBe('你经营 Kimi');
    expect(PLAY_WORDS.zh.passes('MiniMax')).toBe('MiniMax 的用户数超过了你。');
    expect(market.exit('Kimi', market.ends['cash-out'], 3)).toBe('Kimi：耗尽现金，第 3 个月');
    const told = answers.usersSentence({ firm: 'DeepSeek', users: '1.62亿', payers: '0', month: 24, n: 200 });
    expect(told.before + told.mark).toBe('第 24 个月，DeepSeek 有 1.62亿 用户');
    expect(answers.mostOften('大林', '2%', shareInterval(0.008, 0.05))).toBe(
      '最常耗尽现金的：大林，2%（0.8% 至 5%）。',
    );
    expect(WORDS.zh.colon()).toBe('：');
  });
});

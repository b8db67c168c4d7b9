/** What studies say in their rarer cases: nothing measured, nothing happened, nothing clear, plans that are not alike. */
import { describe, expect, it } from 'vitest';
import type { BoxLimit } from '../../src/experiment/study/discover.js';
import { gainText } from '../../src/report/studies/chosen.js';
import { compareText } from '../../src/report/studies/compare.js';
import { discoverText, limitText } from '../../src/report/studies/discover.js';
import { changeText, levelText, rangeText, unitText } from '../../src/report/studies/outcome-words.js';
import { rescueText } from '../../src/report/studies/rescue.js';
import { sensitivityText } from '../../src/report/studies/sensitivity.js';
import { stoppingText } from '../../src/report/studies/stopping.js';
import { sweepText } from '../../src/report/studies/sweep.js';
import { valueText } from '../../src/report/studies/value-text.js';
import { comparison, discovery, makeSensitivity, makeSweep, rescued } from './study-fixture.js';

/** The text on one line with plain gaps. */
function said(text: string): string {
  return text.replace(/[\s\u202f\u00a0]+/g, ' ');
}

const NONE = { a: Number.NaN, b: Number.NaN, estimate: Number.NaN, low: Number.NaN, high: Number.NaN };

describe('a comparison says', () => {
  const tell = (more: Partial<typeof comparison>) => said(compareText({ ...comparison, ...more }));
  it('that no cash-out changes clearly', () => {
    const [row] = comparison.differences;
    expect(tell({ differences: [{ ...row, low: -0.5, high: 0.1 }] })).toContain(
      "no firm's probability of cash-out changes clearly.",
    );
  });
  it('no sentence on cash-outs if they were not asked for', () => {
    const own = { ...comparison.differences[3], outcome: 'my own', firm: '' };
    expect(tell({ differences: [own] })).not.toMatch(/changes clearly|runs out of cash/);
  });
  it('which outcome has no difference, and which was not defined', () => {
    const [row] = comparison.differences;
    const rows = [
      { ...row, outcome: 'users', estimate: 0, low: 0, high: 0 },
      { ...row, outcome: 'life', ...NONE },
    ];
    const text = tell({ differences: rows });
    expect(text).toContain('mean users at end: no difference');
    expect(text).toContain('mean months lived: not defined in these worlds');
  });
  it('what luck cannot be compared has no factor of runs', () => {
    const [row] = comparison.differences;
    const differences = [{ ...row, varianceReduction: Number.POSITIVE_INFINITY, low: Number.NaN }];
    expect(tell({ differences })).toMatch(/Kimi 50% 30% −20 – to −10 – /);
  });
  it('that the plans are not alike, and why the batch ended', () => {
    const stopping = {
      reason: 'known',
      until: 0.02,
      reached: 0.019,
      intervals: 1,
      level: 0.05,
      looks: 1,
    } as const;
    const text = tell({ unlike: ['months 24 and 12'], stopping });
    expect(text).toContain('The plans are not alike: months 24 and 12.');
    expect(text).toContain(
      'Ended after 40 worlds of every plan: every difference of probabilities is known to 2 points either way. Its interval holds with 95% however often one looks (1 look);',
    );
  });
});

describe('a batch that was to end when the answer is known', () => {
  const stopping = {
    reason: 'most',
    until: 0.02,
    reached: 0.05,
    intervals: 3,
    level: 0.05,
    looks: 4,
  } as const;
  it('says that no more worlds were allowed, and how far it came', () => {
    expect(stoppingText(stopping, { worlds: 2000, of: 'probability' })).toBe(
      'Ended after 2,000 worlds of every plan: no more were allowed; the least known P(cash-out) is known to 5 points either way, not to 2. Their 3 intervals hold together with 95% however often one looks (4 looks); other intervals are those of a single look.',
    );
  });
  it('says that the last worlds told nothing', () => {
    const text = stoppingText({ ...stopping, reason: 'nothing finished' }, { worlds: 9, of: 'probability' });
    expect(text).toContain('in the last ones nothing finished that could be counted.');
  });
});

describe('a discovery says', () => {
  const [found] = discovery.discoveries;
  const tell = (discoveries: typeof discovery.discoveries) =>
    said(discoverText({ ...discovery, discoveries }));
  it('that nothing of it happened', () => {
    const share = { estimate: 0, low: 0, high: 0.01, n: 400 };
    expect(tell([{ ...found, share, boxes: [] }])).toContain('Nothing of it happened in any world.');
    expect(tell([])).toContain('Nothing of it happened in any world.');
  });
  it('that no box holds more, the commoner case first, below those with boxes', () => {
    const rare = { ...found, firm: 'evil', boxes: [], share: { ...found.share, estimate: 0.02 } };
    const own = { ...found, firm: '', measure: 'share(price < 9)', boxes: [] };
    const gone = { ...found, firm: 'gone', boxes: [], share: { ...found.share, estimate: 0.3 } };
    const text = tell([rare, gone, own, found]);
    const at = [
      'Kimi runs',
      'share(price < 9) is true in 40%',
      'gone runs out of cash in 30%',
      'in 2% of',
    ].map((word) => text.indexOf(word));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(text).toContain('in 30% of all worlds (35 to 45%). No box of the fields holds more.');
  });
  it('which box is doubtful', () => {
    const [box] = found.boxes;
    expect(tell([{ ...found, boxes: [{ ...box, pValue: 0.2 }] }])).toContain(
      'Boxes as good are found in 20% of outcomes without any pattern: do not rely on it.',
    );
    expect(tell([found])).not.toContain('do not rely on it');
  });
  it.each<[Partial<BoxLimit>, string]>([
    [{ low: 2, high: null }, 'price is above 2 CNY'],
    [{ low: null, high: 0.5 }, 'price is below 0.5 CNY'],
    [{ low: 2, high: 30, unit: '' }, 'price is 2 to 30'],
    [{ low: 1500, high: null }, 'price is above 1.5 k CNY'],
    [{ levels: ['稳健', 7] }, 'price is 稳健 or 7'],
  ])('the bound %j as a reader would', (more, text) => {
    const limit = { factor: 'price', unit: 'CNY', low: null, high: null, within: [0, 1], quasiPValue: 0 };
    expect(said(limitText({ ...limit, ...more } as BoxLimit))).toBe(text);
  });
});

describe('a rescue says', () => {
  it('that no lever lowers it, and lists a firm without a name by its id', () => {
    const text = said(rescueText({ ...rescued, firm: 'gone', confirmed: [] }));
    expect(text).toContain('gone runs out of cash in 50% of worlds (40 to 60%). No lever lowers that.');
  });
  it('that nothing saves it clearly', () => {
    const [row] = rescued.confirmed;
    const confirmed = [{ ...row, cashOut: { ...row.cashOut, high: 0.01 } }];
    expect(said(rescueText({ ...rescued, confirmed, pairs: rescued.levers }))).toMatch(
      /Nothing saves it clearly; the best found: More: .* pair of levers P\(cash-out\)/,
    );
  });
});

describe('a sensitivity study says', () => {
  const result = makeSensitivity('sobol');
  const [own] = result.outcomes;
  const tell = (more: Partial<typeof result>) => said(sensitivityText({ ...result, ...more }));
  it('that no outcome varies, and what never changes', () => {
    const text = tell({ outcomes: [], silent: ['kimi: payers'] });
    expect(text).toContain('No outcome varies over these fields.');
    expect(text).toContain('Never changes, or has no value somewhere: kimi: payers.');
  });
  it('that the fields make no variance that could be told from luck', () => {
    expect(tell({ outcomes: [{ ...own, variance: 0 }] })).toContain(
      'P(cash-out) of Kimi (mean 40%): the fields make no variance that could be told from luck; more points or worlds may.',
    );
  });
  it('who is as strong as the strongest, and a mean in its own unit', () => {
    const [first, second] = own.effects;
    const total = { estimate: 0.7, low: 0.6, high: 0.8 };
    const users = {
      ...own,
      outcome: 'users',
      measure: 'mean(users("gone", 24))',
      firm: 'gone',
      mean: 2500,
      chanceShare: undefined,
    };
    const text = tell({
      outcomes: [{ ...users, effects: [first, { ...second, factor: '价格', total }], tornado: [] }],
    });
    expect(text).toContain(
      'Mean users at end of gone (mean 2.5 k) is decided most by firms.kimi.cash, not clearly more than 价格. field',
    );
  });
  it('how many outcomes are only in the file, those of the study itself first', () => {
    const outcomes = ['a', 'b', 'c', 'd', 'e'].map((outcome, k) => ({
      ...own,
      outcome,
      firm: k === 4 ? '' : 'kimi',
    }));
    const text = tell({ outcomes });
    expect(text).toContain('2 more outcomes are in the result.');
    expect(text.indexOf('E (mean')).toBeLessThan(text.indexOf('A of Kimi (mean'));
  });
});

describe('a sweep says', () => {
  it('that nothing varies, and tables outcomes that were never measured as missing', () => {
    const sweep = makeSweep(1);
    const rows = sweep.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, estimate: Number.NaN, low: Number.NaN, high: Number.NaN })),
    }));
    const text = said(sweepText({ ...sweep, rows }));
    expect(text).toContain('Nothing varies over the points.');
    expect(text).toContain('1 B – (–) – (–)');
    expect(text).not.toContain('NaN');
  });
  it('each plan by its name, and how far an outcome of its own goes', () => {
    const sweep = makeSweep(1);
    const outcomes = [{ outcome: 'surplus', firm: '', measure: 'mean(surplus)' }];
    const rows = ['base', '降价'].flatMap((arm, k) =>
      sweep.rows.map(({ values }, place) => {
        const estimate = k === 0 ? 1000 : 1000 * (place + 1);
        const cell = { ...outcomes[0], estimate, low: estimate - 100, high: estimate + 100, n: 40 };
        return { arm, values, cells: [cell] };
      }),
    );
    const text = said(sweepText({ ...sweep, outcomes, rows }));
    expect(text).toContain('With 降价, surplus goes from 1.0 k at firms.kimi.cash 1 B to 3.0 k at 3 B.');
    expect(text).toContain('plan firms.kimi.cash surplus');
    expect(text).toMatch(/降价 3 B 3.0 k \(2.9 k to 3.1 k\)/);
  });
});

describe('numbers of studies', () => {
  it('are dashes where nothing was measured', () => {
    const cash = { outcome: 'cash', measure: 'mean(cash("kimi", 24))' };
    expect([
      changeText(cash, Number.NaN),
      rangeText(cash, NONE),
      gainText(NONE, 'share(x)'),
      valueText(null),
    ]).toEqual(['–', '–', '– points (95% – to –)', '–']);
  });
  it('have a unit: shares in percent, money in the currency, people and months, and none of the study itself', () => {
    const unit = (outcome: string, firm = 'kimi', measure = 'mean(x)') =>
      unitText({ outcome, firm, measure }, 'CNY');
    expect([
      unit('cashOut'),
      unit('cash'),
      unit('life'),
      unit('users'),
      unit('other'),
      unit('cash', ''),
    ]).toEqual([...['%', 'CNY', 'months', 'people', '', '']]);
  });
  it('a small change of a market share keeps a decimal, a large one does not', () => {
    const share = { outcome: 'share', measure: 'mean(share("kimi", 24))' };
    expect([0.004, 0.0996, -0.2].map((change) => changeText(share, change))).toEqual(['+0.4', '+10', '−20']);
    expect([levelText(share, 0.25), rangeText(share, { low: 0.2, high: 0.3 })]).toEqual(['25%', '20 to 30%']);
  });
  it('a map is told as JSON, a name as it is', () => {
    expect([valueText({ name: 'steady' }), valueText('稳健'), said(valueText(1500))]).toEqual([
      ...['{"name":"steady"}', '稳健', '1.5 k'],
    ]);
  });
});

/** What studies say in their rarer cases: nothing measured, nothing gained, nothing happened, one of all. */
import { describe, expect, it } from 'vitest';
import type { BestField, BestResponse } from '../../src/experiment/study/best-response.js';
import type { BoxLimit } from '../../src/experiment/study/discover.js';
import type { EndOfFirm, Equilibrium } from '../../src/experiment/study/equilibrium.js';
import { bestResponseText } from '../../src/report/studies/best-response.js';
import { gainText } from '../../src/report/studies/chosen.js';
import { compareText } from '../../src/report/studies/compare.js';
import { discoverText, limitText } from '../../src/report/studies/discover.js';
import { equilibriumText } from '../../src/report/studies/equilibrium.js';
import type { StudyHead } from '../../src/report/studies/head.js';
import { leagueText } from '../../src/report/studies/league.js';
import { changeText, levelText, rangeText, unitText } from '../../src/report/studies/outcome-words.js';
import { rescueText } from '../../src/report/studies/rescue.js';
import { sensitivityText } from '../../src/report/studies/sensitivity.js';
import { stoppingText } from '../../src/report/studies/stopping.js';
import { sweepText } from '../../src/report/studies/sweep.js';
import { valueText } from '../../src/report/studies/value-text.js';
import {
  best,
  comparison,
  discovery,
  league,
  makeHead,
  makeSensitivity,
  makeSweep,
  rescued,
} from './study-fixture.js';

/** The text on one line with plain gaps. */
function said(text: string): string {
  return text.replace(/[\s\u202f\u00a0]+/g, ' ');
}

const NONE = { a: Number.NaN, b: Number.NaN, estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
const NOTHING = { ...NONE, n: 0, correlation: Number.NaN, varianceReduction: Number.NaN };

describe('a best response says', () => {
  const tell = (more: Partial<BestResponse & StudyHead>) => said(bestResponseText({ ...best, ...more }));
  const field = (more: Partial<BestField>) => ({ fields: [{ ...best.fields[0], ...more }] });

  it('what it gains, on fresh worlds', () => {
    expect(tell({})).toContain(
      'Best for Kimi: tiers.0.price 30 (now 20). On fresh worlds that gains +200 M (95% +100 M to +300 M) in mean cash at the end, CNY.',
    );
  });
  it('that nothing could be measured where no world finished', () => {
    expect(tell({ gain: NOTHING })).toContain('Nothing could be measured for Kimi: no world finished.');
  });
  it('that it makes no clear difference, and then nothing of ranges', () => {
    const text = tell({ flat: true });
    expect(text).toContain(
      'It makes no clear difference to Kimi: no point that was tried is clearly worse than the best, tiers.0.price 30 (now 20).',
    );
    expect(text).not.toContain('Of the points tried for');
  });
  it('that the gain is not clear if its interval holds zero', () => {
    const gain = { ...best.gain, estimate: 1e6, low: -1e6, high: 3e6 };
    expect(tell({ gain })).toContain(
      'No clear gain for Kimi: the best found is tiers.0.price 30 (now 20); on',
    );
  });
  it('which points are as good, and that a wider range may hold a better one', () => {
    expect(tell({})).toContain('Of the points tried for tiers.0.price only 30 is not clearly worse.');
    expect(tell(field({ near: [30, 40] }))).toContain(
      'Points tried for tiers.0.price from 30 to 40 are not clearly worse.',
    );
    expect(tell(field({ end: 'high' }))).toContain(
      'The best lies at the upper end of the range, 20 to 40: a wider range may hold a better one.',
    );
    expect(tell(field({ end: 'low' }))).toContain('The best lies at the lower end of the range, 20 to 40:');
  });
  it('which levels are as good', () => {
    const { range: _, ...level } = best.fields[0];
    const levels = (near: string[]) =>
      tell({ fields: [{ ...level, name: 'firms.kimi.policy', chosen: 'steady', present: null, near }] });
    expect(levels(['steady'])).toContain('Every other policy is clearly worse.');
    expect(levels(['steady', 'bold'])).toContain(
      'Not clearly worse than each other for policy: steady, bold.',
    );
    expect(levels(['steady'])).toContain('policy steady (now –)');
  });
  it('shares of worlds in percent and their differences in points', () => {
    const maximised = 'share(alive("kimi"))';
    const tried = [{ values: [30], worlds: 40, objective: 0.75, fromBest: -0.12, low: -0.2, high: -0.04 }];
    const gain = { ...best.gain, a: 0.5, b: 0.6, estimate: 0.1, low: 0.02, high: 0.18 };
    const text = tell({ maximised, tried, gain });
    expect(text).toContain('gains +10 points (95% +2 to +18) in share(alive("kimi")).');
    expect(text).toContain('tiers.0.price share less than best 95% worlds 30 75% −12 −20 to −4 40');
  });
  it('of many points on a line every so many in order, the best among them; of levels the best twelve', () => {
    // 30 points, every third from the first, and the best, which is the 17th, and the last
    const tried = Array.from({ length: 30 }, (_, k) => ({
      ...{ values: [k + 100], worlds: 40, objective: 0, fromBest: -Math.abs(k - 17.2) * 1e6 },
      ...{ low: -1e9, high: 0 },
    }));
    const order = tried.toSorted((a, b) => ((a.values[0] * 7) % 31) - ((b.values[0] * 7) % 31));
    const shown = (more: Partial<BestResponse>) =>
      [...bestResponseText({ ...best, ...more, tried: order }).matchAll(/^ *(1[0-2]\d)\b/gm)].map(
        (m) => Number(m[1]) - 100,
      );
    expect(shown({})).toEqual([0, 3, 6, 9, 12, 15, 17, 18, 21, 24, 27, 29]);
    const { range: _, ...level } = best.fields[0];
    expect(shown({ fields: [level] }).sort((a, b) => a - b)).toEqual([
      12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
    ]);
  });
});

describe('an equilibrium says', () => {
  const gain = (estimate: number, low: number, high: number) => ({ ...NOTHING, estimate, low, high, n: 40 });
  const end = (more: Partial<EndOfFirm>): EndOfFirm => ({
    ...{ firm: 'kimi', maximised: 'mean(cash("kimi", months))' },
    fields: [
      {
        name: 'firms.kimi.tiers.0.price',
        unit: 'CNY',
        present: 20,
        chosen: 30,
        range: [10, 40],
        response: 30,
      },
    ],
    ...{ regret: gain(1e6, -1e6, 3e6), indifferent: false, rests: false, change: gain(5e6, 1e6, 9e6) },
    ...more,
  });
  const result = (more: Partial<Equilibrium>): StudyHead & Equilibrium => ({
    ...makeHead('equilibrium'),
    rounds: [[{ firm: 'kimi', values: [30], gain: gain(2e6, 1e6, 3e6) }]],
    ...{ rested: true, ends: [end({})] },
    ...more,
  });
  const tell = (more: Partial<Equilibrium>) => said(equilibriumText(result(more)));

  it('that the firms rest after one round, where each goes, and what it regrets', () => {
    const text = tell({});
    expect(text).toContain(
      'After 1 round of best responses the firms rest; on fresh worlds no firm gains clearly by leaving: an approximate equilibrium.',
    );
    expect(text).toContain('Kimi: tiers.0.price 20 → 30. Regret +1.0 M (95% −1.0 M to +3.0 M); change from');
    expect(text).toContain('1 Kimi 30 +2.0 M +1.0 M to +3.0 M');
  });
  it('who would still leave, unless the move is a trifle', () => {
    const open = gain(2e6, 1e6, 3e6);
    const rounds = [[], []];
    const ends = [end({ regret: open }), end({ firm: 'new', regret: open })];
    expect(tell({ rested: false, rounds, ends })).toContain(
      'After 2 rounds the firms still move, but Kimi and new would still gain clearly by leaving: this is no equilibrium yet.',
    );
    expect(tell({ ends: [end({ regret: open, rests: true })] })).toContain('an approximate equilibrium.');
  });
  it('at which end of its range a firm stands, and that nothing matters to it', () => {
    const [field] = end({}).fields;
    const at = (which: 'low' | 'high') =>
      tell({ ends: [end({ fields: [{ ...field, end: which }], indifferent: true })] });
    expect(at('low')).toContain(
      '20 → 30, the lower end of its range. Nothing that was tried is clearly better',
    );
    expect(at('high')).toContain('20 → 30, the upper end of its range.');
  });
  it('a gain of a firm that is no more among the ends, and one that was not measured', () => {
    const rounds = [[{ firm: 'gone', values: ['steady'], gain: NONE }]];
    expect(tell({ rounds })).toContain('1 gone steady – – to –');
  });
  it('what a change is worth, the clearest first, or that it is worth nothing', () => {
    const answers = [
      { firm: 'kimi', alone: gain(1e6, 0, 2e6), answered: gain(0, 0, 0) },
      { firm: 'evil', alone: gain(-4e6, -5e6, -3e6), answered: gain(-1e6, -2e6, 0) },
      { firm: 'quote', alone: gain(0, 0, 0), answered: gain(0, 0, 0) },
    ];
    const against = { ...result({}), change: 'nobody advertises', answers };
    // 4 of 1 (half-width) is clearer than 1 of 1
    expect(tell({ against })).toMatch(
      /What nobody advertises is worth, .* answered 95% .*−4.0 M −5.0 M to −3.0 M −1.0 M .* Kimi \+1.0 M 0 to \+2.0 M 0 0 to 0 Gains/,
    );
    expect(tell({ against: { ...against, answers: answers.slice(2) } })).toContain("Nobody's cash changes.");
  });
});

describe('a league says', () => {
  it('that nobody is clearly over the mean, and who is next', () => {
    const [first, second] = league.ranking;
    const alive = { ...first.advantage.alive, low: -0.01 };
    const ranking = [
      { ...first, advantage: { ...first.advantage, alive } },
      { ...second, policy: '稳健' },
    ];
    expect(said(leagueText({ ...league, ranking }))).toContain(
      'runwayGuard survives most often, in 60% of worlds over 2 seats, not clearly more than the mean of the league; 稳健 is next with 40%.',
    );
  });
});

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

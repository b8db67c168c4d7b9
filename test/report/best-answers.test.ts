/** What studies of choices say: nothing measured, nothing gained, ends of ranges, levels, moves that are trifles. */
import { describe, expect, it } from 'vitest';
import type { BestField, BestResponse } from '../../src/experiment/study/best-response.js';
import type { EndOfFirm, Equilibrium } from '../../src/experiment/study/equilibrium.js';
import { bestResponseText } from '../../src/report/studies/best-response.js';
import { equilibriumText } from '../../src/report/studies/equilibrium.js';
import type { StudyHead } from '../../src/report/studies/head.js';
import { leagueText } from '../../src/report/studies/league.js';
import { best, league, makeHead } from './study-fixture.js';

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

import { describe, expect, it } from 'vitest';
import type { FirmSummary, Summary } from '../../src/experiment/summary.js';
import * as claims from '../../src/report/claims.js';
import { headlineText, keyFigures, lead } from '../../src/report/narrative.js';
import { wilson } from '../../src/statistics/wilson.js';
import { makeSummary } from './fixture.js';
import { MONTHS } from './toy-firms.js';

const base = makeSummary(40);

/** A summary of two firms that ran out of cash in k of n worlds. */
function summaryOf(n: number, counts: Record<string, number>, change: Partial<FirmSummary> = {}): Summary {
  const firmIds = Object.keys(counts);
  const firms = firmIds.map((id) => {
    const firm = {
      ...base.firms.kimi,
      name: id,
      hasParent: false,
      cashOut: wilson(counts[id], n),
      medianExitMonth: 18,
    };
    return [id, { ...firm, ...change }] as const;
  });
  return { ...base, n, failed: 0, months: 24, firmIds, firms: Object.fromEntries(firms), arms: {} };
}

function runwayAtEnd(months: number): FirmSummary['runway'] {
  return { ...base.firms.kimi.runway, q50: new Array<number>(MONTHS).fill(months) };
}

describe('the headline', () => {
  it('names the firm that fails most often, the share of worlds and the median month', () => {
    const summary = summaryOf(2000, { Lumen: 640, Kestrel: 700 });
    expect(headlineText(summary)).toBe(
      'Kestrel runs out of cash in 35% of worlds; when it does, the median month is 18.',
    );
    expect(lead(summary)).toBe('95% interval 33 to 37%, from 2,000 worlds of 24 months.');
  });
  it('of a firm in copies gives the share of cases, not of worlds', () => {
    const copies = { copies: 20, name: 'Teams (20 copies)' };
    const summary = summaryOf(2000, { Teams: 700 }, copies);
    expect(headlineText(summary)).toBe(
      'A copy of Teams (20 copies) runs out of cash in 35% of cases; when it does, the median month is 18.',
    );
    expect(lead(summary)).toBe('95% interval 33 to 37%, from 2,000 worlds of 24 months with 20 copies each.');
    expect(headlineText(summaryOf(12, { Teams: 5 }, copies))).toContain('in 19 to 68% of cases');
    const safe = summaryOf(2000, { Teams: 20 }, { ...copies, runway: runwayAtEnd(999) });
    expect(headlineText(safe)).toContain('No firm runs out of cash in more than 5% of cases');
  });
  it('says about where the interval crosses five percent', () => {
    expect(headlineText(summaryOf(100, { Kestrel: 8 }))).toContain('in about 8% of worlds');
    expect(headlineText(summaryOf(2000, { Kestrel: 160 }))).toContain('in 8% of worlds');
  });
  it('at five percent or less says that no firm does and names the shortest runway', () => {
    const summary = summaryOf(2000, { Lumen: 20, Kestrel: 10 }, { runway: runwayAtEnd(14) });
    const firms = { ...summary.firms, Kestrel: { ...summary.firms.Kestrel, runway: runwayAtEnd(6) } };
    expect(headlineText({ ...summary, firms })).toBe(
      'No firm runs out of cash in more than 5% of worlds; Kestrel has the shortest median runway, 6 months.',
    );
    expect(lead(summary)).toBe(
      'The highest probability is 1% (Lumen, 0.6 to 2%), from 2,000 worlds of 24 months.',
    );
  });
  it('does not say that no firm does where the interval does not exclude more', () => {
    const summary = summaryOf(100, { Kestrel: 3 }, { runway: runwayAtEnd(999) });
    // Wilson 3 of 100: 1.0 to 8.5 %.
    expect(headlineText(summary)).toBe(
      'Kestrel runs out of cash most often, in 1 to 8% of worlds; at the end no median runway is limited.',
    );
    const none = summaryOf(60, { Kestrel: 0 }, { runway: runwayAtEnd(999) });
    expect(headlineText(none)).toBe('No firm runs out of cash in any of 60 worlds, too few to exclude 6%.');
  });
  it('from fewer than 30 worlds gives the interval and no single number', () => {
    const text = headlineText(summaryOf(12, { Kestrel: 5 }));
    expect(text).toBe(
      'Kestrel runs out of cash in 19 to 68% of worlds; 12 worlds are too few for a single number.',
    );
    expect(text).not.toContain('42%');
    expect(keyFigures(summaryOf(12, { Kestrel: 5 }))[1].value).not.toMatch(/^Month \d+$/);
  });
  it('from fewer than 30 worlds without a cash-out says what they cannot exclude', () => {
    const summary = summaryOf(12, { Kestrel: 0 }, { runway: runwayAtEnd(6) });
    expect(headlineText(summary)).toBe(
      'No firm runs out of cash in any of 12 worlds, too few to exclude 24%.',
    );
  });
  it('without a finished world says so', () => {
    expect(headlineText({ ...base, n: 0 })).toBe('There is no answer yet: no world has finished.');
    const failed = { ...base, n: 0, replicates: 40, failed: 40 };
    expect(headlineText(failed)).toBe('There is no answer: no world came to its end.');
    expect(lead(failed)).toBe('40 worlds were asked for, 40 failed.');
  });
  it('counts lost firms in whole firms, the interval no narrower than it is', () => {
    const firmsLost = { ...base.firmsLost, q05: 2.15, q95: 4.8 };
    expect(keyFigures({ ...base, firmsLost })[2].note).toBe('90% of worlds 2 to 5');
  });
});

describe('the lead', () => {
  it('tells how firms with a parent fare and how many worlds are missing', () => {
    const summary = summaryOf(2000, { Kestrel: 700, Tidewater: 0 });
    const firms = { ...summary.firms, Tidewater: { ...summary.firms.Tidewater, hasParent: true } };
    expect(lead({ ...summary, firms, failed: 1 })).toBe(
      '95% interval 33 to 37%, from 2,000 worlds of 24 months. The firm with a parent company does so in none of them (0 to 0.2%). 1 world failed and is left out.',
    );
  });
});

describe('the claims', () => {
  it('count the firms above a quarter and those that may be', () => {
    expect(claims.whoClaim(summaryOf(2000, { a: 1000, b: 700, c: 100 }))).toBe(
      '2 of 3 firms run out of cash in more than a quarter of worlds.',
    );
    expect(claims.whoClaim(summaryOf(100, { a: 50, b: 27 }))).toBe(
      '1 of 2 firms runs out of cash in more than a quarter of worlds, 1 more may.',
    );
    expect(claims.whoClaim(summaryOf(100, { a: 20, b: 0 }))).toBe(
      '1 of 2 firms may run out of cash in more than a quarter of worlds, none for certain.',
    );
    expect(claims.whoClaim(summaryOf(2000, { a: 10 }))).toBe(
      'No firm runs out of cash in more than a quarter of worlds.',
    );
  });
  it('are of cases and kinds of firms as soon as one firm comes in copies', () => {
    const summary = summaryOf(2000, { a: 1000, b: 700 });
    const b = { ...summary.firms.b, copies: 5, name: 'b (5 copies)' };
    const mixed = { ...summary, firms: { ...summary.firms, b } };
    expect(claims.whoClaim(mixed)).toBe(
      '2 of 2 kinds of firms run out of cash in more than a quarter of cases.',
    );
    expect(claims.cashClaim(mixed, 'b')).toMatch(
      /^A copy of b \(5 copies\) starts with .* in 90% of cases\.$/,
    );
    expect(claims.cashClaim(mixed, 'a')).toMatch(/^a starts with .* in 90% of worlds\.$/);
    const arms = {
      cheap: { ...mixed, about: '', firms: { ...mixed.firms, b: { ...b, cashOut: wilson(200, 2000) } } },
    };
    expect(claims.armsClaim({ ...mixed, arms }, 'b')).toContain(
      'Under “cheap” a copy of b (5 copies) runs out of cash in 10% of cases, 25 points fewer',
    );
  });
  it('from fewer than 30 worlds hold nothing against a threshold and agree with the answer', () => {
    const none = summaryOf(2, { a: 0, b: 0 });
    // Wilson 0 of 2: up to 66 %.
    expect(claims.whoClaim(none)).toBe(headlineText(none));
    expect(claims.whoClaim(none)).toBe(
      'No firm runs out of cash in any of 2 worlds, too few to exclude 66%.',
    );
    expect(claims.whoClaim(summaryOf(12, { a: 5, b: 0 }))).toBe(
      '1 of 2 firms runs out of cash in at least one world; 12 worlds are too few for shares.',
    );
  });
  it('count the assumptions among the inputs, without the settings', () => {
    const tags = ['A', 'A', 'L', 'none', ''];
    const inputs = tags.map((tag) => ({ ...base.inputs[0], tag }));
    expect(claims.inputsClaim({ ...base, inputs })).toBe('2 of 4 inputs are assumptions.');
  });
  it('can be about any firm', () => {
    expect(claims.whenClaim(base, 'doubao')).toBe(
      'Doubao runs out of cash in none of 40 worlds of 36 months.',
    );
    expect(claims.cashClaim(base, 'zhipu')).toMatch(/^Zhipu starts with /);
    expect(claims.moneyClaim(base, 'zhipu')).toContain('Zhipu');
  });
  it('compare buying and serving users only if they differ by a tenth', () => {
    const { cashOut: lines } = base.firms.kimi.money;
    const spending = (advertising: number, inference: number) => {
      const zero = { mean: 0, q25: 0, q75: 0 };
      const empty = Object.fromEntries(Object.keys(lines ?? {}).map((line) => [line, zero]));
      const money = {
        ...empty,
        advertising: { ...zero, mean: -advertising },
        inference: { ...zero, mean: -inference },
      };
      return summaryOf(100, { K: 50 }, { money: { ...base.firms.kimi.money, cashOut: money as never } });
    };
    expect(claims.moneyClaim(spending(300, 100))).toBe(
      'K spends more on buying users than on serving them: 75% against 25% of all it spends.',
    );
    expect(claims.moneyClaim(spending(105, 100))).toContain(
      'spends about as much on buying users as on serving them',
    );
    expect(claims.moneyClaim(spending(50, 100))).toContain('spends less on buying users than');
  });
  it('give a change its interval and say when it could be zero', () => {
    const before = summaryOf(200, { K: 71 });
    const arm = { ...summaryOf(200, { K: 62 }), about: 'fewer ads' };
    // By hand with Newcombe 1998: 31% - 35.5% = -4.5 points, -13.6 to +4.7.
    expect(claims.armsClaim({ ...before, arms: { 'fewer ads': arm } })).toBe(
      'Under “fewer ads” K runs out of cash in 31% of worlds, 4 points fewer than without it (−14 to +5); the change could be zero.',
    );
  });
  it('name the arm and the firm with the largest change, not the first ones', () => {
    const before = summaryOf(200, { K: 100, L: 40 });
    const weak = { ...summaryOf(200, { K: 98, L: 42 }), about: '' };
    const strong = { ...summaryOf(200, { K: 110, L: 120 }), about: '' };
    const summary = { ...before, arms: { weak, strong } };
    expect(claims.mostChanged(summary)).toBe('L');
    expect(claims.armsClaim(summary)).toMatch(
      /^Under “strong” L runs out of cash in 60% of worlds, 40 points more than without it/,
    );
    expect(claims.armsClaim(summary, 'K')).toMatch(/^Under “strong” K .* 5 points more/);
    expect(claims.armsClaim({ ...before, arms: { same: { ...before, about: '' } } })).toBe(
      'No arm changes how often K runs out of cash: in 50% of worlds.',
    );
  });
  it('count what passes, fails and stays open', () => {
    expect(claims.checksClaim(base)).toBe('2 of 5 checks pass, 1 fails, 2 are open.');
    expect(claims.checksClaim({ ...base, checks: [] })).toBe('This scenario states no checks.');
  });
});

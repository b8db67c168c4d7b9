/** The report of a run in its rarer cases: one firm, no app, nobody buys users, nothing measured, no texts. */
import { describe, expect, it } from 'vitest';
import type { Fan, FirmSummary, Summary } from '../../src/experiment/summary.js';
import * as claims from '../../src/report/claims.js';
import { failureSentences } from '../../src/report/failures.js';
import { axisOver } from '../../src/report/figures/axis.js';
import { barMarks } from '../../src/report/figures/rows.js';
import { danger, keyFigures, lead } from '../../src/report/narrative.js';
import { boundDigits, bounds, compact, grouped, percentDigits } from '../../src/report/numbers.js';
import { reportHtml } from '../../src/report/report-html.js';
import { terminalReport } from '../../src/report/terminal.js';
import { niceTicks } from '../../src/report/ticks.js';
import { causeWord } from '../../src/report/words.js';
import { wilson } from '../../src/statistics/wilson.js';
import { makeManifest, makeSummary } from './fixture.js';
import { MONTHS } from './toy-firms.js';

const base = makeSummary(40);
const manifest = makeManifest(40);
const plotly = 'window.Plotly = {};';

function flat(value: number): Fan {
  const row = new Array<number>(MONTHS).fill(value);
  return { q05: row, q25: row, q50: row, q75: row, q95: row, mean: row };
}

/** A summary of some of the toy firms, each changed. */
function summaryOf(
  ids: readonly string[],
  change: (id: string) => Partial<FirmSummary> = () => ({}),
  more: Partial<Summary> = {},
): Summary {
  const firms = Object.fromEntries(ids.map((id) => [id, { ...base.firms[id], ...change(id) }]));
  const size = ids.length + 1;
  const empty = new Array<number>(size * size).fill(0);
  return {
    ...base,
    n: 40,
    failed: 0,
    firmIds: [...ids],
    firms,
    arms: {},
    origins: empty,
    moves: empty,
    ...more,
  };
}
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('who has the users', () => {
  const users = (id: string) => ({
    finalUsers: { q05: id === 'kimi' ? 900 : 5, q50: id === 'kimi' ? 1000 : 10, q95: 2000 },
  });
  it('is nobody where no firm has an app', () => {
    const summary = summaryOf(['kimi'], () => ({ hasApp: false }));
    expect(claims.usersClaim(summary)).toBe(
      'No firm in this market has an app; all of them sell to businesses.',
    );
    expect(reportHtml(summary, manifest, { plotly })).toContain('No firm in this market has an app');
  });
  it('is no race where there is one app, or nobody uses any', () => {
    const people = /^At the end .* people have an app in the median world\.$/;
    expect(claims.usersClaim(summaryOf(['kimi'], users))).toMatch(people);
    const nobody = summaryOf(['kimi', 'doubao'], () => ({ finalUsers: { q05: 0, q50: 0, q95: 0 } }));
    expect(claims.usersClaim(nobody)).toMatch(people);
  });
  it('is clear only if the largest has more in its worst worlds than the next in its best', () => {
    expect(plain(claims.usersClaim(summaryOf(['doubao', 'kimi'], users)))).toMatch(
      /^Kimi ends with the most users, 1.0 k, though \S+ may have as many; /,
    );
    const clear = (id: string) => ({
      finalUsers: { ...users(id).finalUsers, q95: id === 'kimi' ? 2000 : 20 },
    });
    expect(plain(claims.usersClaim(summaryOf(['doubao', 'kimi'], clear)))).toMatch(
      /^Kimi ends with the most users, 1.0 k; /,
    );
  });
});

describe('the market', () => {
  const bought = (from: number, to: number): Fan => ({
    ...flat(0),
    q50: [from, ...new Array(MONTHS - 1).fill(to)],
  });
  const none = flat(Number.NaN);
  const one = (cac: Fan, unitCost: Fan) =>
    claims.marketClaim(summaryOf(['kimi'], () => ({ cac }), { unitCost }));
  it('says what a new user costs, and by how much serving one has changed', () => {
    expect(plain(one(bought(10, 30), bought(4, 1)))).toBe(
      'A new user costs Kimi 10 CNY at first and 30 at the end; serving a million tokens costs 75% less than at first.',
    );
    expect(one(bought(10, 30), bought(4, 8))).toContain('costs 100% more than at first.');
    expect(one(bought(10, 30), bought(4, 4))).toContain('costs as much as at first.');
    expect(one(bought(10, 30), none)).toMatch(/ and 30 at the end\.$/);
  });
  it('says that nobody buys users', () => {
    expect(one(none, bought(4, 1))).toBe(
      'Nobody buys users; serving a million tokens costs 75% less than at first.',
    );
    expect(one(none, none)).toBe('Nobody buys users.');
  });
});

describe('causes', () => {
  it('are counted over all firms, the most frequent first, equal ones by name', () => {
    const causes = (id: string) => ({
      causes: id === 'kimi' ? { advertising: 3, 'unit-cost': 2 } : { 'unit-cost': 1, 'new-law': 3 },
    });
    expect(claims.causeTotals(summaryOf(['kimi', 'doubao'], causes as never))).toEqual([
      ['advertising', 3],
      ['new-law', 3],
      ['unit-cost', 3],
    ]);
  });
  it('have words, or their own name; an empty one is unknown', () => {
    expect([causeWord('unit-cost'), causeWord('new-law'), causeWord('')]).toEqual([
      'serving users',
      'new law',
      'unknown',
    ]);
  });
});

describe('inputs and checks', () => {
  const inputs = (tags: string[]) => ({ inputs: tags.map((tag) => ({ ...base.inputs[0], tag })) });
  it('count assumptions in their grammar', () => {
    const claim = (tags: string[]) => claims.inputsClaim(summaryOf(['kimi'], undefined, inputs(tags)));
    expect([claim(['S', '']), claim(['A', 'S']), claim(['A', 'A'])]).toEqual([
      'None of 1 inputs is an assumption.',
      '1 of 2 inputs is an assumption.',
      '2 of 2 inputs are assumptions.',
    ]);
  });
  it('count what fails and what is open in their grammar', () => {
    const claim = (verdicts: string[]) => {
      const checks = verdicts.map((verdict) => ({ ...base.checks[0], verdict })) as Summary['checks'];
      return claims.checksClaim(summaryOf(['kimi'], undefined, { checks }));
    };
    expect(claim(['fail', 'open'])).toBe('0 of 2 checks pass, 1 fails, 1 is open.');
    expect(claim(['fail', 'fail', 'open', 'open', 'pass'])).toBe('1 of 5 checks pass, 2 fail, 2 are open.');
    expect(claim([])).toBe('This scenario states no checks.');
  });
});

describe('the answer', () => {
  it('leaves out a firm that entered in no world', () => {
    expect(danger({ ...base.firms.kimi, cashOut: wilson(0, 0) })).toBe(0);
  });
  it('of no world says how many were asked for', () => {
    const none = (replicates: number, failed: number) =>
      lead(summaryOf(['kimi'], undefined, { n: 0, replicates, failed }));
    expect([none(1, 0), none(5, 5)]).toEqual([
      '1 world was asked for.',
      '5 worlds were asked for, 5 failed.',
    ]);
  });
  it('says how firms with a parent fare: in none, in a share, in at most one', () => {
    const parents = (ids: string[], lost: number) =>
      lead(
        summaryOf(['kimi', ...ids], (id) =>
          id === 'kimi'
            ? { cashOut: wilson(20, 40), hasParent: false }
            : { cashOut: wilson(lost, 40), hasParent: true },
        ),
      );
    expect(parents(['doubao'], 0)).toContain('The firm with a parent company does so in none of them (');
    expect(parents(['doubao'], 4)).toContain('The firm with a parent company does so in 10% (');
    expect(parents(['doubao', 'minimax'], 4)).toContain('Firms with a parent company do so in at most 10% (');
    expect(parents([], 0)).not.toContain('parent company');
  });
  it('has no month where nobody ran out of cash, and one where half fell in it', () => {
    const figure = (exitQuartiles: readonly [number, number] | null) =>
      keyFigures(summaryOf(['kimi'], () => ({ exitQuartiles, medianExitMonth: 7 })))[1];
    expect(figure(null)).toMatchObject({ value: 'None', note: 'in 40 worlds' });
    expect(figure([7, 7])).toMatchObject({ value: 'Month 7', note: 'as in at least half of them' });
    expect(figure([5, 9])).toMatchObject({ value: 'Month 7', note: 'middle half 5 to 9' });
  });
  it('of a market without people has no number of them', () => {
    const people = { ...base.people, q05: [], q50: [], q95: [] };
    expect(
      keyFigures(summaryOf(['kimi'], undefined, { people }))
        .map(({ value }) => value)
        .join(),
    ).not.toMatch(/NaN|undefined/);
  });
});

describe('worlds that failed', () => {
  it('are told with at most five reasons, each once with its first world', () => {
    // nine worlds for seven reasons: the first two failed two worlds each
    const failures = Array.from({ length: 7 }, (_, k) => ({
      point: 'base',
      replicate: k,
      reason: `reason ${k}`,
      worlds: k < 2 ? 2 : 1,
    }));
    const lines = failureSentences(summaryOf(['kimi'], undefined, { failed: 9, failures }), manifest);
    const text = lines.join('\n');
    expect(text).toContain('9 worlds failed and are left out of all numbers.');
    expect(text).toContain('base 4: reason 4');
    expect(text).not.toContain('reason 5');
    // 9 less the 2 + 2 + 1 + 1 + 1 of the five that are told
    expect(text).toContain('and 2 worlds for other reasons');
  });
  it('are told in their grammar, and none is not told', () => {
    const told = (failed: number, n: number) =>
      failureSentences(summaryOf(['kimi'], undefined, { failed, n }), manifest)[0];
    expect([told(1, 40), told(2, 0), told(0, 40)]).toEqual([
      ...[
        '1 world failed and is left out of all numbers.',
        '2 worlds failed, none came to its end.',
        undefined,
      ],
    ]);
  });
});

describe('a page', () => {
  it('stands without a question, a source of a check, files, agents, and with policies of firms that are gone', () => {
    const checks = base.checks.map((check) => ({
      ...check,
      source: '',
      low: undefined,
      high: undefined,
    })) as Summary['checks'];
    const summary = summaryOf(['kimi', 'doubao'], undefined, { question: '', agents: 0, checks });
    const policies = [
      { firm: 'gone', policy: 'own', hash: 'ab'.repeat(32) },
      { firm: 'kimi', policy: 'steady' },
    ];
    const html = reportHtml(summary, { ...manifest, files: {}, policies, scenarioHash: 'short' }, { plotly });
    const markup = html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '');
    expect(markup).not.toMatch(/class="question"|SHA-256 of|each stands for|NaN|undefined/);
    expect(markup).toContain(
      '<td>gone</td><td class="mono">own <span class="sub mono">abababababab…abab</span></td>',
    );
    expect(markup).toContain('<td>Kimi</td><td class="mono">steady</td>');
    expect(markup).toContain('short');
  });
  it('of no finished world has no figures of the answer', () => {
    const html = reportHtml(
      { ...base, n: 0, failed: 42, failures: [] },
      { ...manifest, state: 'PARTIAL 0 of 42' },
      { plotly },
    );
    expect(html).toContain('PARTIAL 0 of 42');
  });
  it('on the terminal tells checks that need an arm from those that have no value in any world', () => {
    const open = { ...base.checks[0], found: null, verdict: 'open' as const };
    const checks = [
      'arm(stop, mean(life(kimi)))',
      'share(x) - arm("half", share(x))',
      'median(exit(kimi))',
    ].map((measure) => ({ ...open, measure }));
    const tell = (arms: Summary['arms']) =>
      terminalReport(summaryOf(['kimi'], undefined, { checks, arms }), manifest, {
        colour: false,
        width: 100,
      });
    expect(tell({})).toContain(
      '\n0 of 0 checks pass; 2 more need arms: add --arm all; 1 more had no value in these worlds\n',
    );
    const arm = { ...base.arms[Object.keys(base.arms)[0]] };
    expect(tell({ stop: arm, half: arm })).toContain(
      '\n0 of 0 checks pass; 3 more had no value in these worlds\n',
    );
  });
});

describe('numbers', () => {
  it('at the ends of a share never say 0 or 100 % of what is neither', () => {
    expect([0.0004, 0.9996, 0.005, 0.9951, 0, 1, 0.3].map(boundDigits)).toEqual([
      '<0.1',
      '>99.9',
      '0.5',
      '99.5',
      '0',
      '100',
      '30',
    ]);
    expect([0.004, 0.996, 0.5].map(percentDigits)).toEqual(['<1', '>99', '50']);
    expect([bounds(0.301, 0.304), bounds(0.3, 0.3)]).toEqual([
      ['30.1', '30.4'],
      ['30', '30'],
    ]);
  });
  it('keep fractions behind commas, and long ones exact', () => {
    expect([grouped('1234567.25'), grouped('999')]).toEqual(['1,234,567.25', '999']);
    expect([compact('2100000000'), compact('1234567'), compact('999')].map(plain)).toEqual([
      '2.1 B',
      '1,234,567',
      '999',
    ]);
  });
  it('on an axis without length are the number itself', () => {
    expect([niceTicks(3, 3, 5), niceTicks(0, Number.POSITIVE_INFINITY, 5)]).toEqual([[3], [0]]);
  });
  it('that were not measured draw no bar, and without an interval a bar alone', () => {
    const axis = axisOver([0, 10], String);
    const place = { y: 12, height: 14, style: '' };
    const bar = (estimate: number, low: number) => barMarks(axis, { estimate, low, high: 9 }, place);
    expect(bar(Number.NaN, 1)).toBe('');
    expect(bar(5, Number.NaN)).toMatch(/^<rect [^>]*\/>$/);
    expect(bar(5, 1)).toContain('<line');
  });
});

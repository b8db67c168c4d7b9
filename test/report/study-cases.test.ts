/** Pages of studies in their rarer cases: nothing tried, nothing clear, several plans, what was not measured. */
import { describe, expect, it } from 'vitest';
import type { BestResponse } from '../../src/experiment/study/best-response.js';
import { trajectoryPlot } from '../../src/report/figures/trajectory.js';
import { anyPoints } from '../../src/report/studies/any-points.js';
import { bestResponseSections } from '../../src/report/studies/best-response-page.js';
import { compareSections } from '../../src/report/studies/compare-page.js';
import { discoverPoints, discoverSections } from '../../src/report/studies/discover-page.js';
import type { StudyHead } from '../../src/report/studies/head.js';
import { leagueSections } from '../../src/report/studies/league-page.js';
import { answerOf, type PageHead, studyHtml } from '../../src/report/studies/page.js';
import { rescueSections } from '../../src/report/studies/rescue-page.js';
import { sensitivityPoints, sensitivitySections } from '../../src/report/studies/sensitivity-page.js';
import { best, comparison, discovery, league, makeHead, makeSensitivity, rescued } from './study-fixture.js';

/** With plain gaps. */
function plainGaps(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

describe('the page of a best response', () => {
  const pageOf = (more: Partial<BestResponse & StudyHead>) => bestResponseSections({ ...best, ...more });
  it('has no section if nothing was tried', () => {
    expect(pageOf({ tried: [] })).toEqual([]);
  });
  it('counts what is clearly worse, or says that nothing is', () => {
    expect(pageOf({})[0].claim).toBe('2 of 3 points that were tried are clearly worse than the best.');
    expect(pageOf({ flat: true })[0].claim).toBe('No point that was tried is clearly worse than the best.');
  });
  it('says nothing of cash-outs that were not measured', () => {
    const none = { ...best.beside.cashOut, estimate: Number.NaN };
    expect(pageOf({})[0].why).toBe('P(cash-out) with the best 30% instead of 50% (−30 to −10 points).');
    expect(pageOf({ beside: { ...best.beside, cashOut: none } })[0]).not.toHaveProperty('why');
  });
  it('draws the twenty best levels as rows, the best first, in points where it is a share of worlds', () => {
    const tried = Array.from({ length: 25 }, (_, k) => ({
      ...{ values: [`第${k}档`], worlds: 40, objective: 0.5 },
      ...{ fromBest: -k / 100, low: -k / 100 - 0.1, high: -k / 100 + 0.1 },
    }));
    const [{ figures }] = pageOf({ tried: tried.toReversed(), maximised: 'share(alive("kimi"))' });
    const names = [...figures[0].body.matchAll(/>(第\d+档)</g)].map(([, name]) => name);
    expect(names).toEqual(tried.slice(0, 20).map(({ values: [name] }) => name));
    expect(figures[0].how).toContain('Rows: firms.kimi.tiers.0.price.');
    expect(figures[0].body).toContain('−14 to +6');
    expect(figures[0].table.rows).toHaveLength(25);
    expect(figures[0].table.columns[1].write?.(0.5)).toBe('50%');
  });
  it('draws a curve through a single point', () => {
    const [{ figures }] = pageOf({ tried: best.tried.slice(2) });
    expect(figures[0].body).not.toMatch(/NaN|Infinity/);
  });
});

describe('other pages', () => {
  it('a league without a clear winner says so, with several it names all', () => {
    const over = (low: number) =>
      league.ranking.map((row) => ({
        ...row,
        advantage: { ...row.advantage, alive: { ...row.advantage.alive, low } },
      }));
    expect(leagueSections({ ...league, ranking: over(-1) })[0].claim).toBe(
      'No policy survives clearly more often than the mean of the league.',
    );
    const named = over(0.1).map((row, k) => ({ ...row, policy: ['a', '稳健'][k] }));
    expect(leagueSections({ ...league, ranking: named })[0].claim).toBe(
      'a, 稳健 survive clearly more often than the mean of the league.',
    );
  });
  it('a comparison with several plans has a section each, says what was not measured and that the plans are unlike', () => {
    const lost = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
    const differences = [
      ...comparison.differences,
      { ...comparison.differences[3], outcome: 'life', ...lost },
      { ...comparison.differences[0], plan: 'third', outcome: 'own', firm: '' },
    ];
    const plans = [...comparison.plans, 'third'];
    const sections = compareSections({ ...comparison, plans, differences, unlike: ['months 24 and 12'] });
    expect(sections.map(({ heading }) => heading)).toEqual([comparison.plans[1], 'third']);
    expect(sections[0].why).toContain('Not measured in both plans: mean months lived.');
    expect(sections[0].why).toContain('The plans are not alike: months 24 and 12.');
    expect(sections[1].figures).toHaveLength(1);
    expect(sections[1].why).not.toContain('No difference at all');
  });
  it('a comparison says when shared luck saves little, when nothing is clear, and no factor where none is known', () => {
    const [row] = comparison.differences;
    const claim = (varianceReduction: number) =>
      compareSections({ ...comparison, differences: [{ ...row, low: -1, high: 1, varianceReduction }] })[0]
        .claim;
    expect(claim(1)).toBe(
      'No difference is clear: every interval holds zero. Shared luck saves few runs here: the plans soon live apart.',
    );
    expect(claim(Number.NaN)).toBe('No difference is clear: every interval holds zero.');
  });
  it('a discovery numbers the boxes of a firm, calls a case of its own by its formula, and tables firms without boxes', () => {
    const [found] = discovery.discoveries;
    const own = { ...found, firm: '', measure: 'share(price < 9)', share: { ...found.share, estimate: 0.1 } };
    const bare = { ...found, firm: 'evil', boxes: [] };
    const result = {
      ...discovery,
      discoveries: [bare, own, { ...found, boxes: [...found.boxes, ...found.boxes] }],
    };
    expect(discoverSections(result).map(({ heading }) => heading)).toEqual([
      ...['Kimi, box 1', 'Kimi, box 2', 'share(price < 9)'],
    ]);
    const { rows } = discoverPoints(result);
    expect(rows[0].slice(0, 4)).toEqual(['evil', found.measure, 0.4, null]);
    expect(rows).toHaveLength(1 + 2 + 4);
  });
  it('the page of a sensitivity study draws fifteen fields, and none that the samples could not estimate', () => {
    const result = makeSensitivity('sobol');
    const [own] = result.outcomes;
    const effects = Array.from({ length: 16 }, (_, k) => ({ ...own.effects[0], factor: `field ${k}` }));
    const far = { estimate: 5, low: 4, high: 6 };
    const outcomes = [
      { ...own, effects: [...effects.slice(0, 15), { ...effects[15], total: far }], tornado: [] },
    ];
    const [{ figures }] = sensitivitySections({ ...result, outcomes });
    expect(figures).toHaveLength(1);
    expect(figures[0].note).toContain('The 15 strongest of 16 fields.');
    const lost = [
      { ...own.effects[0], total: far },
      { factor: 'without', first: far },
    ];
    const [section] = sensitivitySections({ ...result, outcomes: [{ ...own, effects: lost, tornado: [] }] });
    expect(section.figures[0].body).toContain('>–<');
    expect(section.figures[0].table.rows[1].slice(1)).toEqual([null, null, null, 5, 4, 6]);
    expect(sensitivityPoints({ ...result, outcomes: [{ ...own, effects: [], tornado: [] }] }).rows).toEqual(
      [],
    );
  });
  it('a mean effect is in the unit of the outcome, with a ring for its spread only if that is known', () => {
    const result = makeSensitivity('morris');
    const [own] = result.outcomes;
    const users = { ...own, outcome: 'users', measure: 'mean(users("kimi", 24))', tornado: [] };
    const effect = { estimate: 2500, low: 1e-9, high: 3000 };
    const none = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
    const effects = [
      { factor: 'a', muStar: effect, mu: effect, sigma: effect },
      { factor: 'b', muStar: effect, mu: effect, sigma: none },
    ];
    const [{ figures, why }] = sensitivitySections({
      ...result,
      outcomes: [{ ...users, effects, chanceShare: undefined }],
    });
    expect(plainGaps(figures[0].body)).toContain('>2.5 k<');
    expect(plainGaps(figures[0].body)).toContain('0 to 3.0 k');
    expect(figures[0].body.match(/r="4.5"/g)).toHaveLength(1);
    expect(why).toBeUndefined();
  });
  it('a rescue leaves a lever that could not be simulated without a mark', () => {
    const sections = rescueSections({ ...rescued, pairs: rescued.levers });
    expect(sections.flatMap(({ figures }) => figures).every(({ body }) => !body.includes('NaN'))).toBe(true);
  });
  it('the label of a box stands beside it where its density is near 1, on the side that has room', () => {
    const none = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
    const plot = (coverage: number, density: number) =>
      trajectoryPlot({
        ...{ steps: [], fresh: { coverage: none, density: none }, share: 0.4, label: 'x' },
        box: { coverage, density, text: 'taken' },
      });
    expect(plot(0.7, 0.95)).toMatch(/dx="-12"[^>]*text-anchor="end">taken/);
    expect(plot(0.3, 0.95)).toMatch(/dx="12"[^>]*text-anchor="start">taken/);
    expect(plot(0.3, 0.5)).toMatch(/dx="0"[^>]*text-anchor="start">taken/);
    // no mark of fresh worlds
    expect(plot(0.3, 0.5)).not.toContain('r="5"');
  });
});

describe('the page of any study', () => {
  const head = makeHead('equilibrium');
  const html = (more: Partial<PageHead>, text = 'head\n\nAnswer.\n') =>
    studyHtml({ ...head, ...more }, { text, sections: [] });
  it('says how many worlds failed, and how far policies were trusted', () => {
    expect(html({ failed: 3 })).toContain('<p class="banner">3 worlds failed and are left out.</p>');
    expect(html({ failed: 1, worlds: 1, months: 1 })).toMatch(
      /<p class="banner">1 world failed and is left out\.<\/p>.*<span>1 month<\/span><span>1 world<\/span>/s,
    );
    expect(html({})).not.toContain('class="banner"');
    expect(html({ policyLevel: 'fenced' })).toContain('<dt>Policies</dt>');
    expect(html({})).not.toContain('<dt>Policies</dt>');
  });
  it('stands without a question and without an answer', () => {
    expect(html({ question: '' })).toContain('<p class="question"></p>');
    expect(html({}, 'head')).toContain('<h1></h1>');
    expect(answerOf('head')).toEqual(['', '']);
  });
  it('takes a faster hash if it is given one', () => {
    const page = studyHtml(head, { text: '', sections: [], sha256Base64: () => 'given' });
    expect(page).toContain("script-src 'sha256-given' 'sha256-given'");
  });
  it('tables a mean that was not measured as a dash', () => {
    const table = {
      columns: [{ name: 'a' }, { name: 'b', write: (value: number) => `<${value}>` }],
      rows: [
        [1, 2],
        [null, null],
      ],
    };
    const figure = { id: 'x', title: 'x', how: '', note: '', body: '', table };
    const page = studyHtml(head, {
      text: '',
      sections: [{ id: 's', heading: 'S', claim: '', figures: [figure] }],
    });
    expect(page).toContain('<tr><td class="n">1</td><td class="n">&lt;2&gt;</td></tr>');
    expect(page).toContain('<tr><td class="n">–</td><td class="n">–</td></tr>');
  });
  it('a kind without rows of its own keeps what is nothing as nothing, and has no rows without a list', () => {
    expect(anyPoints({ list: [{ a: null, b: true, c: undefined }, { d: 'x' }] })).toEqual({
      columns: ['a', 'b', 'c', 'd'].map((name) => ({ name })),
      rows: [
        [null, 'true', null, null],
        [null, null, null, 'x'],
      ],
    });
    expect(anyPoints({ numbers: [1, 2], text: 'x' })).toEqual({ columns: [], rows: [] });
  });
});

/** The pages of studies: what is drawn and tabled are the numbers of the result, and no name becomes markup. */
import { describe, expect, it } from 'vitest';
import { axisOver, percentOn } from '../../src/report/figures/axis.js';
import { anyPoints } from '../../src/report/studies/any-points.js';
import { bestResponseText } from '../../src/report/studies/best-response.js';
import { bestResponsePoints, bestResponseSections } from '../../src/report/studies/best-response-page.js';
import { compareText } from '../../src/report/studies/compare.js';
import { comparePoints, compareSections } from '../../src/report/studies/compare-page.js';
import { discoverText } from '../../src/report/studies/discover.js';
import { discoverPoints, discoverSections } from '../../src/report/studies/discover-page.js';
import { leagueText } from '../../src/report/studies/league.js';
import { leaguePoints, leagueSections } from '../../src/report/studies/league-page.js';
import { answerOf, type PageHead, studyHtml } from '../../src/report/studies/page.js';
import { rescueText } from '../../src/report/studies/rescue.js';
import { rescuePoints, rescueSections } from '../../src/report/studies/rescue-page.js';
import type { StudySection } from '../../src/report/studies/section.js';
import { sensitivityText } from '../../src/report/studies/sensitivity.js';
import { sensitivityPoints, sensitivitySections } from '../../src/report/studies/sensitivity-page.js';
import { sweepText } from '../../src/report/studies/sweep.js';
import { sweepPoints, sweepSections } from '../../src/report/studies/sweep-page.js';
import { pointsCsv } from '../../src/store/points-csv.js';
import {
  best,
  comparison,
  discovery,
  league,
  makeHead,
  makeSensitivity,
  makeSweep,
  NASTY,
  rescued,
} from './study-fixture.js';

function page(head: PageHead, text: string, sections: readonly StudySection[]): string {
  return studyHtml(head, { text, sections });
}

const pages: Readonly<Record<string, string>> = {
  compare: page(comparison, compareText(comparison), compareSections(comparison)),
  'sweep over one field': page(makeSweep(1), sweepText(makeSweep(1)), sweepSections(makeSweep(1))),
  'sweep over levels': page(
    makeSweep(1, true),
    sweepText(makeSweep(1, true)),
    sweepSections(makeSweep(1, true)),
  ),
  'sweep over two fields': page(makeSweep(2), sweepText(makeSweep(2)), sweepSections(makeSweep(2))),
  'sweep over two levels': page(
    makeSweep(2, true),
    sweepText(makeSweep(2, true)),
    sweepSections(makeSweep(2, true)),
  ),
  'sweep over three fields': page(makeSweep(3), sweepText(makeSweep(3)), sweepSections(makeSweep(3))),
  discover: page(discovery, discoverText(discovery), discoverSections(discovery)),
  rescue: page(rescued, rescueText(rescued), rescueSections(rescued)),
  ...Object.fromEntries(
    (['sobol', 'morris', 'rank'] as const).map((method) => {
      const result = makeSensitivity(method);
      return [`sensitivity, ${method}`, page(result, sensitivityText(result), sensitivitySections(result))];
    }),
  ),
  league: page(league, leagueText(league), leagueSections(league)),
  'best response': page(best, bestResponseText(best), bestResponseSections(best)),
  'a kind without figures': page(
    makeHead('equilibrium'),
    `head\n\nSteady wins <b>${NASTY[2]}.\n\na  b\n`,
    [],
  ),
};

describe.each(Object.entries(pages))('the page of %s', (_, html) => {
  const markup = html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '').replace(/<style>[\s\S]*?<\/style>/, '');
  it('shows hostile names as text', () => {
    for (const name of NASTY) expect(markup).not.toContain(name);
    expect(markup).not.toMatch(/<img|<u>|<b>7<|<i>plan/);
    expect(markup.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\son[a-z]+=/i);
  });
  it('allows its two scripts by hash and points nowhere outside', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']{44}' 'sha256-[^']{44}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    expect(html.match(/<script>/g)).toHaveLength(2);
    expect(markup).not.toMatch(/(src|href)="(?!#)|url\(|@import/);
  });
  it('has no number that is none, and every figure has its table', () => {
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
    const figures = html.match(/<figure /g)?.length ?? 0;
    expect(html.match(/<summary>Table<\/summary>/g)?.length ?? 0).toBe(figures);
  });
  it('has every id once', () => {
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('answerOf', () => {
  it('is the first sentence after the head, with thin gaps kept and line breaks mended', () => {
    const text =
      'Title · compare\nhead\n\nKimi has 2.3\u202fM\nusers. Others less. 2 more.\nAnd so on.\n\ntable';
    expect(answerOf(text)).toEqual(['Kimi has 2.3\u202fM users.', 'Others less. 2 more.']);
  });
  it('heads the page with the sentence of the terminal', () => {
    expect(compareText(comparison).replace(/\n/g, ' ')).toContain(
      'Kimi runs out of cash in 30% of worlds instead of 50%',
    );
    expect(pages.compare).toMatch(/<h1>With [^<]*Kimi runs out of cash in 30% of worlds instead of 50%/);
    expect(pages.rescue).toContain('<h1>Kimi runs out of cash in 50% of worlds (40 to 60%).</h1>');
    expect(pages.discover).toContain('<h1>Kimi runs out of cash in 40% of all worlds (35 to 45%).</h1>');
    expect(pages['sweep over one field']).toContain(
      '<h1>P(cash-out) of Kimi goes from 20% at firms.kimi.cash 1\u202fB to 60% at 3\u202fB.</h1>',
    );
  });
});

describe('figures', () => {
  it('the forest puts point and interval where the numbers are', () => {
    // ends of the two that change: -0.3 .. 0.17, a margin of 4 % of 0.47 on both sides
    const axis = axisOver([-0.3, -0.1, -0.07, 0.17], String);
    const at = (value: number) => `${(((value + 0.3188) / (0.1888 + 0.3188)) * 100).toFixed(2)}%`;
    expect([axis.low, axis.high].map((end) => end.toFixed(4))).toEqual(['-0.3188', '0.1888']);
    expect(percentOn(axis, -0.2)).toBe(at(-0.2));
    const [forest] = compareSections(comparison)[0].figures;
    expect(forest.body).toContain(`<circle cx="${at(-0.2)}" cy="19"`);
    expect(forest.body).toContain(`x1="${at(-0.3)}" x2="${at(-0.1)}"`);
    expect(forest.body).toContain('−30 to −10');
    expect(forest.body).toContain('50% → 30%');
    expect(forest.note).toContain('1 more in the table');
  });
  it('a comparison says which outcomes do not change, and draws none of them', () => {
    const [section] = compareSections(comparison);
    expect(section.figures.map(({ title }) => title)).toEqual([
      'P(cash-out): B − A',
      'Mean cash at end: B − A',
    ]);
    expect(section.why).toContain('No difference at all: mean payers at end.');
    expect(section.claim).toBe(
      '2 of 5 differences are clear: their intervals leave out zero. On the same luck the median difference needs 9 × fewer runs than with independent batches.',
    );
  });
  it('lines run through the estimates, their band through the intervals', () => {
    const [{ body }] = sweepSections(makeSweep(1))[0].figures;
    // x: 1 to 3 billion; y: shares 0.2, 0.4, 0.6 and 0.05 either way, from the top
    expect(body).toContain('points="0.00,80.00 50.00,60.00 100.00,40.00"');
    expect(body).toContain(
      'points="0.00,75.00 50.00,55.00 100.00,35.00 100.00,45.00 50.00,65.00 0.00,85.00"',
    );
  });
  it('a heat map has the largest value of the second field on top and a cell for each point', () => {
    const [{ body }] = sweepSections(makeSweep(2))[0].figures;
    const rows = [...body.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map((match) => match[1]);
    expect(rows).toEqual(['3\u202fB', '2\u202fB', '1\u202fB']);
    const cells = [...body.matchAll(/<td class="h"[^>]*>([^<]*)</g)].map((match) => match[1]);
    // (x - y + 3) / 6 with y = 3, 2, 1 downwards
    expect(cells).toEqual(['17%', '33%', '50%', '33%', '50%', '67%', '50%', '67%', '83%']);
  });
  it('the table of many fields begins with the largest outcome', () => {
    const [{ body }] = sweepSections(makeSweep(3))[0].figures;
    const cells = [...body.matchAll(/<td class="h"[^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(cells[0]).toBe('83%');
    expect(cells.at(-1)).toBe('17%');
  });
  it('a Sobol index that is noise divided by nothing is told as missing', () => {
    const result = makeSensitivity('sobol');
    const [own] = result.outcomes;
    const noisy = { ...own.effects[0], first: { estimate: -3e13, low: -4e13, high: -2e13 } };
    const [{ figures }] = sensitivitySections({ ...result, outcomes: [{ ...own, effects: [noisy] }] });
    expect(figures[0].body).toContain('data-head="alone">–<');
    expect(figures[0].body).toContain('>0.75<');
  });
  it('a tornado draws both ends from zero', () => {
    const { body } = sensitivitySections(makeSensitivity('sobol'))[0].figures[1];
    expect(body).toContain('−29');
    expect(body).toContain('+20');
    expect(body).toContain('1\u202fB … 4\u202fB');
  });
  it('the trajectory has coverage to the right and density upwards', () => {
    const { body } = discoverSections(discovery)[0].figures[1];
    expect(body).toContain('points="100.00,60.00 61.00,22.00"');
    // 280 pixels high: density 0.78 is 61.6 from the top
    expect(body).toContain('<circle cx="61.00%" cy="61.6" r="6"');
    expect(body).toContain('coverage 61%, density 78%');
  });
  it('a curve of a best response has its values in order and the best on the line of zero', () => {
    const [{ body }] = bestResponseSections(best)[0].figures;
    // from -312 million (a margin of 4 %) at the foot to 0 at the top
    expect(body).toContain('points="0.00,64.10 50.00,0.00 100.00,32.05"');
  });
  it('a league says who is clearly over the mean', () => {
    const [survival] = leagueSections(league);
    expect(survival.claim).toBe('runwayGuard survives clearly more often than the mean of the league.');
    expect(survival.figures[0].body).toContain('+5 to +15');
  });
  it('the box draws the part of the spread that is in it', () => {
    const { body, table } = discoverSections(discovery)[0].figures[0];
    expect(body).toContain('width="37.00%"');
    expect(table.rows[0].slice(0, 2)).toEqual(['firms.kimi.cash', 'below 2.00\u202fB CNY']);
  });
});

describe('points.csv', () => {
  it('has a row for each point and outcome with exact numbers', async () => {
    const text = await pointsCsv(sweepPoints(makeSweep(1)));
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe('point,arm,firms.kimi.cash,outcome,firm,measure,estimate,low,high,n');
    expect(lines).toHaveLength(1 + 3 * 2);
    expect(lines[1]).toBe(
      '1,base,1000000000,cashOut,kimi,"share(cashOut(""kimi""))",0.2,0.15000000000000002,0.25,40',
    );
  });
  it('leaves missing numbers empty and disarms formulas', async () => {
    const text = await pointsCsv({ columns: [{ name: '=a' }, { name: 'b' }], rows: [['=1+1', null]] });
    expect(text).toBe("'=a,b\n'=1+1,\n");
  });
  it('every kind gives as many cells as columns, and no number that is none', () => {
    const tables = [
      bestResponsePoints(best),
      comparePoints(comparison),
      leaguePoints(league),
      rescuePoints(rescued),
      discoverPoints(discovery),
      sensitivityPoints(makeSensitivity('morris')),
      sweepPoints(makeSweep(3)),
    ];
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        expect(row.some((value) => typeof value === 'number' && !Number.isFinite(value))).toBe(false);
      }
    }
  });
  it('a kind without rows of its own gives its longest list, flat', () => {
    const result = {
      firms: { a: 'A' },
      rounds: [{ k: 1, price: { low: 2, high: Number.NaN }, names: ['x'] }],
      few: [],
    };
    expect(anyPoints(result)).toEqual({
      columns: [{ name: 'k' }, { name: 'price.low' }, { name: 'price.high' }, { name: 'names' }],
      rows: [[1, 2, null, '["x"]']],
    });
  });
});

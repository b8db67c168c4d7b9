/** Pages of sweeps in their rarer cases: means instead of shares, plans beside each other, holes, nothing measured. */
import { describe, expect, it } from 'vitest';
import type { SweepResult } from '../../src/experiment/study/sweep.js';
import type { PageHead } from '../../src/report/studies/page.js';
import { sweepSections } from '../../src/report/studies/sweep-page.js';
import { makeHead } from './study-fixture.js';

type Swept = PageHead & SweepResult;

/** With plain gaps. */
function plainGaps(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

/** Texts of the cells that are tinted, and how deep each is. */
function tinted(body: string): [string, string][] {
  return [...body.matchAll(/<td class="h" style="([^"]*)"[^>]*>([^<]*)</g)].map(([, style, text]) => [
    plainGaps(text),
    /(\d+)%/.exec(style)?.[1] ?? '',
  ]);
}

/** A sweep of one outcome: its values by point; NaN is one that was not measured. */
function swept(outcome: string, rows: readonly { arm?: string; at: unknown[]; value: number }[]): Swept {
  const firm = 'kimi';
  const measure = outcome === 'cashOut' ? 'share(cashOut("kimi"))' : `mean(${outcome}("kimi", 24))`;
  const named = { outcome, firm, measure };
  const factors = rows[0].at.map((value, k) => ({
    name: `field ${k + 1}`,
    unit: '',
    levels: typeof value === 'string',
  }));
  return {
    ...{ ...makeHead('sweep'), design: factors.length > 2 ? 'sobol' : 'grid', factors, outcomes: [named] },
    rows: rows.map(({ arm = 'base', at, value }) => ({
      ...{ arm, values: at },
      cells: [{ ...named, estimate: value, low: value - 10, high: value + 10, n: 40 }],
    })),
  };
}

const square = (values: readonly number[]) =>
  [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ].map((at, k) => ({ at, value: values[k] }));

describe('a heat map', () => {
  const mapOf = (sweep: Swept) => sweepSections(sweep)[0].figures[0];
  it('of means is pale at the least and deep at the most, and blank where nothing was measured', () => {
    const figure = mapOf(swept('users', square([100, 200, 150, Number.NaN])));
    // the second value from the top: (1, 2) and (2, 2), then (1, 1) and (2, 1)
    const cells = tinted(figure.body);
    expect(cells.map(([text]) => text)).toEqual(['200', '–', '100', '150']);
    const [most, none, least, middle] = cells.map(([, depth]) => Number(depth));
    expect(most).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(least);
    expect(none).toBe(least);
    expect(figure.how).toBe('Mean, with 95% interval below; the deeper, the more.');
    expect(figure.body).not.toContain('NaN');
  });
  it('stays pale where the values move less than their intervals', () => {
    // 2 of 20, the width of every interval
    const depths = tinted(mapOf(swept('users', square([100, 101, 102, 100]))).body).map(([, depth]) =>
      Number(depth),
    );
    const full = tinted(mapOf(swept('users', square([100, 1000, 100, 100]))).body).map(([, depth]) =>
      Number(depth),
    );
    expect(Math.max(...depths) - Math.min(...depths)).toBeLessThan(
      (Math.max(...full) - Math.min(...full)) / 5,
    );
  });
  it('has a hole where the design has no point, and a figure for each plan', () => {
    const rows = square([100, 200, 300, 400]);
    const lower = rows.map((row) => ({ ...row, arm: '降价', value: row.value * 2 }));
    const [{ figures }] = sweepSections(swept('users', [...rows.slice(0, 3), ...lower]));
    expect(figures.map(({ title }) => title)).toEqual([
      'Kimi: mean users at end, base',
      'Kimi: mean users at end, 降价',
    ]);
    expect(tinted(figures[0].body).map(([text]) => text)).toEqual(['200', '100', '300']);
    expect(tinted(figures[1].body).map(([text]) => text)).toEqual(['400', '800', '200', '600']);
  });
  it('names an outcome of the study itself once, and says how many firms are left to the file', () => {
    const own = swept('surplus', square([1, 50, 100, 150]));
    const outcomes = own.outcomes.map((each) => ({ ...each, firm: '' }));
    expect(sweepSections({ ...own, outcomes })[0].figures[0].title).toBe('surplus');
    const many = Array.from({ length: 8 }, (_, k) => ({ ...own.outcomes[0], firm: `firm ${k}` }));
    const rows = own.rows.map((row) => ({
      ...row,
      cells: many.map((each) => ({ ...row.cells[0], ...each })),
    }));
    const [{ figures }] = sweepSections({ ...own, outcomes: many, rows });
    expect(figures).toHaveLength(6);
    expect(figures[0].note).toContain('2 more firms are in points.csv.');
    expect(figures[1].note).not.toContain('more firms');
  });
});

describe('lines of a sweep', () => {
  const line = (outcome: string, values: readonly number[]) =>
    swept(
      outcome,
      values.map((value, k) => ({ at: [k + 1], value })),
    );
  it('of means say that each panel has its own scale, and of each plan how it is drawn', () => {
    const rows = [100, 200].map((value, k) => ({ at: [k + 1], value }));
    const sweep = swept('cash', [
      ...rows,
      ...rows.map((row) => ({ ...row, arm: '<b>降价', value: row.value * 3 })),
    ]);
    const [{ claim, figures }] = sweepSections(sweep);
    expect(figures[0].how).toContain('Upwards: CNY, each panel on its own scale.');
    expect(figures[0].key).toMatch(
      /stroke-dasharray=""\/><\/svg>base<.*stroke-dasharray="7 4"\/><\/svg>&lt;b&gt;降价</,
    );
    // 300 to 600 is clearer than 100 to 200
    expect(claim).toBe('With <b>降价, mean cash at end of Kimi goes from 300 at field 1 1 to 600 at 2.');
  });
  it('have no key for one plan; market shares run in percent', () => {
    const sweep = line('share', [0.1, 0.2]);
    const rows = sweep.rows.map(({ cells: [cell], ...row }) => ({
      ...row,
      cells: [{ ...cell, low: cell.estimate - 0.01, high: cell.estimate + 0.01 }],
    }));
    const [{ figures }] = sweepSections({ ...sweep, rows });
    expect(figures[0].key).toBe('');
    expect(figures[0].how).toContain('Upwards: %, each panel');
    expect(figures[0].body).toContain('20%');
  });
  it('that overlap at both ends may be luck, and say for how many firms nothing moves', () => {
    const sweep = line('users', [100, 105]);
    const outcomes = [sweep.outcomes[0], { ...sweep.outcomes[0], firm: 'evil' }];
    const rows = sweep.rows.map((row) => ({
      ...row,
      cells: [row.cells[0], { ...row.cells[0], estimate: 7 }],
    }));
    const [section] = sweepSections({ ...sweep, outcomes, rows });
    expect(section.claim).toContain('The intervals of the two overlap: the difference may be luck.');
    expect(section.why).toBe('It is the same at every point for 1 firm.');
  });
  it('over a single value have an axis all the same', () => {
    const one = [100, 400].map((value, k) => ({ at: [3], value, arm: ['base', 'b'][k] }));
    const two = [...one, ...one.map((row) => ({ ...row, value: row.value * 2 }))];
    expect(sweepSections(swept('users', two))[0].figures[0].body).not.toMatch(/NaN|Infinity/);
  });
  it('panels that are not drawn are counted', () => {
    const sweep = line('users', [100, 500]);
    const outcomes = Array.from({ length: 11 }, (_, k) => ({ ...sweep.outcomes[0], firm: `f${k}` }));
    const rows = sweep.rows.map((row) => ({
      ...row,
      cells: outcomes.map((each) => ({ ...row.cells[0], ...each })),
    }));
    expect(sweepSections({ ...sweep, outcomes, rows })[0].figures[0].note).toContain(
      '2 more firms in the table.',
    );
    const ten = {
      outcomes: outcomes.slice(1),
      rows: rows.map((row) => ({ ...row, cells: row.cells.slice(1) })),
    };
    expect(sweepSections({ ...sweep, ...ten })[0].figures[0].note).toContain('1 more firm in the table.');
  });
});

describe('levels of a sweep', () => {
  it('are rows, with their plan where there are several, in the unit of the outcome', () => {
    const rows = ['steady', '稳健'].map((at, k) => ({ at: [at], value: 100 + 400 * k }));
    const sweep = swept('users', [
      ...rows,
      ...rows.map((row) => ({ ...row, arm: 'b', value: row.value * 2 })),
    ]);
    const [{ figures }] = sweepSections(sweep);
    expect(figures[0].body).toContain('稳健 (b)');
    expect(figures[0].body).toContain('data-head="mean"');
    const own = {
      ...sweep,
      outcomes: sweep.outcomes.map((each) => ({ ...each, outcome: 'surplus', firm: '' })),
    };
    expect(sweepSections(own)[0].figures[0].title).toBe('surplus');
  });
});

describe('points of a sweep over many fields', () => {
  const points = (count: number) =>
    Array.from({ length: count }, (_, k) => ({
      at: [k, 7, 'steady'],
      value: k === 5 ? Number.NaN : 100 * k,
    }));
  it('are the first forty by outcome, a value that never changes fills its bar, names have none', () => {
    const [{ claim, figures }] = sweepSections(swept('users', points(50)));
    expect(figures[0].note).toMatch(/^The first 40 of 50 points\. /);
    // the largest is 4,900: the last of 0..49 fills 96 % of its bar, 7 is the only value of the second field
    expect(figures[0].body).toMatch(/4\.9\u202fk<span>.*?width="96\.0%".*?width="96\.0%".*?<td>steady<\/td>/);
    expect(claim).toContain('over 50 points.');
  });
  it('have a column for the plan, and no tint where nothing was measured', () => {
    const rows = [...points(6), ...points(6).map((row) => ({ ...row, arm: '降价', value: row.value * 2 }))];
    const [{ figures }] = sweepSections(swept('users', rows));
    expect(figures[0].body).toContain('<th>plan</th>');
    expect(figures[0].body).toContain('<td>降价</td>');
    expect(tinted(figures[0].body)).toContainEqual(['–', '0']);
    const own = swept('surplus', points(6));
    const outcomes = own.outcomes.map((each) => ({ ...each, firm: '' }));
    expect(sweepSections({ ...own, outcomes })[0].figures[0].title).toBe('surplus');
  });
});

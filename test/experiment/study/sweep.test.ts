import { describe, expect, it } from 'vitest';
import { usualMetrics } from '../../../src/experiment/study/metric.js';
import { sweep } from '../../../src/experiment/study/sweep.js';
import { wilson } from '../../../src/statistics/wilson.js';
import { legal, rawMarket } from '../../scenario/market.js';
import { CASH_OUT, END_CASH, labOf, metrics, ranges, studyOf, type Truth } from './artificial.js';

const plane: Truth = ({ plan, replicate, values: { x1 = 0, x2 = 0 } }) => ({
  cash: Number(x1) + 10 * Number(x2) + (plan === 'cheap' ? 100 : 0) + (replicate % 2 === 0 ? 1 : -1),
});

describe('a sweep', () => {
  it('of one range has nine points from end to end, and the outcome at each', async () => {
    const study = studyOf('sweep', { factors: ranges(1, [0, 8]), replicates: 4 });
    const { design, rows, outcomes } = await sweep(study, labOf(plane));
    expect([design, outcomes]).toEqual(['grid', [{ outcome: 'cash', firm: '', measure: END_CASH }]]);
    expect(rows.map(({ values: [x], cells: [{ estimate }] }) => [x, estimate])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((x) => [expect.closeTo(x, 4), expect.closeTo(x, 4)]),
    );
    // By hand: t(3) = 3.1824, standard deviation sqrt(4 / 3), of four worlds.
    expect(rows[0].cells[0].high).toBeCloseTo((3.1824 * Math.sqrt(4 / 3)) / 2, 3);
  });

  it('of levels and a range is their product, and each arm has all of it', async () => {
    const [range] = ranges(1, [0, 2]);
    const levels = {
      name: 'x2',
      paths: ['x2'],
      unit: '',
      levels: [5, 7],
      at: (u: number) => (u < 0.5 ? 5 : 7),
    };
    const study = studyOf('sweep', {
      ...{ factors: [range, levels], points: 3, replicates: 2, arms: ['cheap'] },
    });
    const { rows } = await sweep(study, labOf(plane));
    const near = (x: number) => expect.closeTo(x, 4);
    expect(rows.map(({ arm, values, cells: [{ estimate }] }) => [arm, ...values, estimate])).toEqual(
      [0, 100].flatMap((more) =>
        [0, 1, 2].flatMap((x) =>
          [5, 7].map((y) => [more === 0 ? 'base' : 'cheap', near(x), y, near(x + 10 * y + more)]),
        ),
      ),
    );
  });

  it.each(['sobol', 'lhs', 'random'] as const)(
    'by %s has as many points as it says, all within',
    async (design) => {
      const study = studyOf('sweep', { factors: ranges(3, [2, 3]), design, points: 32 });
      const { rows } = await sweep(study, labOf(plane));
      expect(rows.length).toBe(32);
      expect(rows.every(({ values }) => values.every((x) => Number(x) >= 2 && Number(x) <= 3))).toBe(true);
      expect(new Set(rows.map(({ values }) => values.join())).size).toBe(32);
    },
  );

  it('meets the same luck at all points, so what a field does not touch is the same to the bit', async () => {
    const seen = new Set<number>();
    const flat: Truth = ({ replicate }) => {
      seen.add(replicate);
      return { cash: Math.sin(replicate) };
    };
    const { rows } = await sweep(studyOf('sweep', { factors: ranges(2), replicates: 5 }), labOf(flat));
    expect(seen.size).toBe(5);
    expect(
      new Set(rows.map(({ cells: [{ estimate, low, high }] }) => `${estimate} ${low} ${high}`)).size,
    ).toBe(1);
  });

  it('gives shares with their Wilson interval', async () => {
    const study = studyOf('sweep', {
      ...{ factors: ranges(1), points: 2, replicates: 10, metrics: metrics({ p: CASH_OUT }) },
    });
    const dies: Truth = ({ replicate, values }) => ({ dies: Number(values.x1) > 0.5 && replicate < 8 });
    const { rows } = await sweep(study, labOf(dies));
    // Wilson 1927 at 0 and 8 of 10: 0 to .2775 and .4902 to .9433.
    expect(rows.map(({ cells: [{ estimate, low, high }] }) => [estimate, low, high])).toEqual([
      [0, 0, expect.closeTo(0.2775, 4)],
      [0.8, expect.closeTo(0.4902, 4), expect.closeTo(0.9433, 4)],
    ]);
  });

  it('doubts a share of copies that is 0 in every world: it tells as much as 0 of so many worlds', async () => {
    const scenario = legal(
      rawMarket({ months: 3, firms: { dies: { cash: 10, policy: 'steady', copies: 2 } } }),
    );
    const own = usualMetrics(scenario).filter(({ name }) => name === 'cashOut');
    expect(own.map(({ text }) => text)).toEqual(['mean(cashOut("dies")) / 2']);
    const study = studyOf('sweep', { scenario, metrics: own, factors: ranges(1), replicates: 30 });
    const { rows } = await sweep(study, labOf(plane));
    expect(rows[0].cells[0]).toMatchObject(wilson(0, 30));
  });
});

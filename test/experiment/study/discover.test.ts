import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/experiment/study/discover.js';
import { randomStream } from '../../../src/statistics/random-stream.js';
import { labOf, metrics, ranges, studyOf, type Truth } from './artificial.js';

const factors = ranges(10, [0, 100]);

/** Cash-outs exactly where x3 < 45 and x7 > 60: 18 % of all worlds. */
const planted: Truth = ({ values }) => ({ dies: Number(values.x3) < 45 && Number(values.x7) > 60 });

function study(points: number, replicates = 1) {
  return studyOf('discover', { factors, firms: ['dies'], points, replicates });
}

describe('a discovery', () => {
  it('finds a box planted in two of ten fields: coverage and density at least 90 %, also in fresh worlds', async () => {
    const { discoveries } = await discover(study(1000), labOf(planted));
    const [{ firm, share, boxes }] = discoveries;
    const [box] = boxes;
    expect(firm).toBe('dies');
    expect(share.estimate).toBeCloseTo(0.45 * 0.4, 2);
    expect(box.limits.map(({ factor }) => factor).sort()).toEqual(['x3', 'x7']);
    for (const value of [box.coverage, box.density, box.fresh.coverage.estimate, box.fresh.density.estimate])
      expect(value).toBeGreaterThanOrEqual(0.9);
    const at = (name: string) => box.limits.find(({ factor }) => factor === name)!;
    expect(at('x3')).toMatchObject({ low: null, high: expect.closeTo(45, -1) });
    expect(at('x7')).toMatchObject({ low: expect.closeTo(60, -1), high: null });
    expect(box.pValue).toBeLessThan(0.05);
  });

  it('finds it through luck: cases in 80 % of the worlds inside and 5 % outside', async () => {
    const noisy: Truth = (world) => {
      const u = randomStream(`luck ${world.replicate}`, '3').uniform();
      return { dies: u < (planted(world).dies ? 0.8 : 0.05) };
    };
    const [box] = (await discover(study(500, 2), labOf(noisy))).discoveries[0].boxes;
    expect(box.limits.map(({ factor }) => factor)).toEqual(expect.arrayContaining(['x3', 'x7']));
    // By hand: 144 of 185 cases in a thousand are inside.
    expect(box.fresh.coverage.estimate).toBeGreaterThan(0.7);
    expect(box.fresh.density.estimate).toBeGreaterThan(0.7);
  });

  it('finds what makes cases likelier where a third of all worlds are cases, and does not take all of them', async () => {
    const slope: Truth = ({ replicate, values }) => {
      const chance = Number(values.x1) < 30 ? 0.6 : 0.2;
      return { dies: randomStream(`s ${replicate}`, '9').uniform() < chance };
    };
    const [box] = (await discover(study(400, 2), labOf(slope))).discoveries[0].boxes;
    expect(box.limits.map(({ factor }) => factor)).toContain('x1');
    // by hand: .32 of all worlds are cases, .6 of those below 30
    expect(box.fresh.density.estimate).toBeGreaterThan(0.45);
    expect(box.pValue).toBeLessThan(0.05);
  });

  it('finds nothing that is significant where cases are luck alone', async () => {
    const luck: Truth = ({ replicate }) => ({ dies: randomStream(`l ${replicate}`, '5').uniform() < 0.3 });
    const { boxes } = (await discover(study(400), labOf(luck))).discoveries[0];
    // One of twenty such tests would be.
    expect(boxes.every(({ pValue }) => pValue > 0.05)).toBe(true);
  });

  it('tries its boxes on as many worlds that it has not seen', async () => {
    const seen: number[] = [];
    const lab = labOf((world) => {
      seen.push(world.replicate);
      return planted(world);
    });
    await discover(study(50, 2), lab);
    expect(lab.orders).toEqual([
      [50, 2],
      [50, 2],
    ]);
    expect(new Set(seen).size).toBe(200);
  });

  it('has no boxes, but a share, where nearly no world or nearly every world is a case', async () => {
    const { discoveries } = await discover(
      study(40),
      labOf(() => ({ dies: true })),
    );
    expect(discoveries[0]).toMatchObject({ boxes: [], share: { estimate: 1, n: 40 } });
  });

  it('takes a case of its own instead of the cash-outs of firms', async () => {
    const own = { ...study(200), firms: [], metrics: metrics({ poor: 'share(cash(dies, 3) < 20)' }) };
    const { discoveries } = await discover(
      own,
      labOf(({ values }) => ({ cash: Number(values.x1) })),
    );
    expect(discoveries.map(({ firm, measure }) => [firm, measure])).toEqual([
      ['', 'share(cash(dies, 3) < 20)'],
    ]);
    expect(discoveries[0].boxes[0].limits.map(({ factor }) => factor)).toEqual(['x1']);
  });

  it('is about every firm unless the study names some', async () => {
    const all = { ...study(20), firms: [] };
    const { discoveries } = await discover(all, labOf(planted));
    expect(discoveries.map(({ firm }) => firm)).toEqual(['dies', 'lives']);
  });
});

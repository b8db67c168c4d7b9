import { describe, expect, it } from 'vitest';
import { moveUsers } from '../../../sim/population/agents.js';
import { LAPSED, NEVER, TIERS } from '../../../sim/population/contract.js';
import { integral } from './integral.js';
import { chiSquared, type MadeSegment, madeKeys, madePopulation } from './made-population.js';

const utility = [1.2, 0.4, 0.9, -0.5, 0.1, 1.6, 0.7, 0];
const awareness = [0.01, 0.04, 0.1, 0.25, 0.5, 0.75, 0.95, 1];
const SEGMENTS: MadeSegment[] = [
  { agents: 200_000, utility, outside: 0, awareness, own: 0, leave: 0.9, quit: 1 },
  { agents: 200_000, utility, outside: 0.5, awareness, own: 3, leave: 1.5, quit: 0.5 },
  {
    agents: 200_000,
    utility,
    outside: -1,
    awareness: [...awareness].reverse(),
    own: 6,
    leave: -0.6,
    quit: 1,
  },
];
/** Chi-squared with 8 degrees of freedom is above 31.8 with probability 1e-4: false alarms 3e-4 in all. */
const LIMIT = 31.8;

function countsOf(segments: MadeSegment[], seed: string): number[][] {
  const { agents, sheet, cells } = madePopulation(segments);
  const tally = moveUsers(agents, sheet, madeKeys(seed), 1);
  const apps = sheet.apps;
  return segments
    .map((_, cell) => [
      tally.none[cell * 3 + NEVER] + tally.none[cell * 3 + LAPSED],
      ...Array.from({ length: apps }, (_, j) => tally.users[(cell * apps + j) * TIERS]),
    ])
    .map((row, cell) => {
      expect(row.reduce((a, b) => a + b, 0)).toBe(cells.end[cell] - cells.start[cell]);
      return row;
    });
}

describe('drawn consideration sets', () => {
  it('give the choice probabilities of the one-dimensional integral (3 segments, 8 apps, awareness .01 to 1)', () => {
    countsOf(SEGMENTS, 'consideration').forEach((row, s) => {
      const p = integral(SEGMENTS[s]);
      expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      expect(chiSquared(row, p)).toBeLessThan(LIMIT);
    });
  });

  it('reject the logit without consideration, so the test above can fail', () => {
    const row = countsOf(SEGMENTS, 'consideration')[0];
    const w = utility.map((v) => Math.exp(v));
    const w0 = Math.exp(0.9);
    const total = w0 + w.reduce((a, b) => a + b, 0);
    expect(chiSquared(row, [w0 / total, ...w.map((x) => x / total)])).toBeGreaterThan(1e4);
  });

  it('with all awareness 1 are the multinomial logit', () => {
    const known = SEGMENTS.map((segment) => ({ ...segment, awareness: awareness.map(() => 1) }));
    countsOf(known, 'logit').forEach((row, s) => {
      const { own, leave, quit, outside } = known[s];
      const w = [
        Math.exp(outside + (own ? (1 - quit) * leave : leave)),
        ...utility.map((v, j) => Math.exp(v + (own === j + 1 ? leave : 0))),
      ];
      const total = w.reduce((a, b) => a + b, 0);
      expect(
        chiSquared(
          row,
          w.map((x) => x / total),
        ),
      ).toBeLessThan(LIMIT);
    });
  });

  it('never choose an app that nobody knows, nor one without weight', () => {
    const segment = { ...SEGMENTS[0], awareness: awareness.map((a, j) => (j === 5 || j === 7 ? 0 : a)) };
    const [row] = countsOf([segment], 'unknown');
    expect(row[6]).toBe(0);
    expect(row[8]).toBe(0);
  });
});

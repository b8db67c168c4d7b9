import { describe, expect, it } from 'vitest';
import { makeLuck } from '../../../sim/core/draws.js';
import { cohortPopulation } from '../../../sim/population/cohorts.js';
import {
  LAPSED,
  NEVER,
  type OfferSheet,
  ORPHAN,
  type Tally,
  TIERS,
} from '../../../sim/population/contract.js';
import type { Population } from '../../../sim/population/population.js';
import type { Types } from '../../../sim/population/types.js';
import { integral } from './integral.js';
import { chiSquared, type MadeSegment, madeKeys, madePopulation } from './made-population.js';
import { score, twoSample } from './two-sample.js';
import { live, typedMarket } from './typed-market.js';

/** Cohorts of one type a segment: median tastes, lapse rates as given, five months of tenure. */
function madeCohorts(
  segments: readonly MadeSegment[],
  lapse = 0,
): { cohorts: Population; sheet: OfferSheet; sizes: number[] } {
  const { sheet, cells } = madePopulation(segments.map((segment) => ({ ...segment, agents: 16 })));
  const sizes = segments.map(({ agents }) => agents);
  const column = (value: number) => new Float32Array(segments.length).fill(value);
  const types: Types = {
    count: segments.length,
    first: Int32Array.from({ length: segments.length + 1 }, (_, k) => k),
    cell: Int32Array.from(segments, (_, k) => k),
    start: new Float64Array(segments.length),
    size: Float64Array.from(sizes),
    quality: column(0),
    price: column(1),
    ads: column(1),
    matchA: column(0),
    matchB: column(0),
    switching: column(1),
    lapseFree: column(lapse),
    lapsePaid: column(lapse),
    tenure: Int32Array.from(segments, ({ own }) => (own ? 5 : 0)),
  };
  const start = {
    ...{ qualitySpread: 0, priceSpread: 0, adSpread: 0, switchingSpread: 0, secondApp: 0, lapsedShare: 0 },
    ...{ lapseFree: [1, 1] as const, lapsePaid: [1, 1] as const },
  };
  const cohorts = cohortPopulation(
    cells,
    segments.map(() => start),
    {
      luck: makeLuck('made', 0),
      users: segments[0].utility.map(() => 1),
      types,
      apps: sheet.apps,
      months: 12,
    },
  );
  return { cohorts, sheet, sizes };
}

/** Users without an app, then by app. */
function rowOf(tally: Tally, cell: number, apps: number): number[] {
  const none = tally.none[cell * 3 + NEVER] + tally.none[cell * 3 + LAPSED] + tally.none[cell * 3 + ORPHAN];
  const users = Array.from({ length: apps }, (_, j) =>
    [0, 1, 2].reduce((sum, k) => sum + tally.users[(cell * apps + j) * TIERS + k], 0),
  );
  return [none, ...users];
}

const utility = [1.2, 0.4, 0.9, -0.5, 0.1, 1.6, 0.7, 0];
const awareness = [0.01, 0.04, 0.1, 0.25, 0.5, 0.75, 0.95, 1];
const agents = 1e8;
const SEGMENTS: MadeSegment[] = [
  { agents, utility, outside: 0, awareness, own: 0, leave: 0.9, quit: 1 },
  { agents, utility, outside: 0.5, awareness, own: 3, leave: 1.5, quit: 0.5 },
  { agents, utility, outside: -1, awareness: [...awareness].reverse(), own: 6, leave: -0.6, quit: 1 },
  { agents, utility: utility.map((v) => 4 * v), outside: -3, awareness, own: 8, leave: 3, quit: 0 },
];
// Awareness has 16 bits in the sheet.
const stored = (segment: MadeSegment): MadeSegment => ({
  ...segment,
  awareness: segment.awareness.map((a) => Math.floor(a * 65536) / 65536),
});

describe('a month of cohorts', () => {
  it('has the choice probabilities of the consideration-set integral, to 1e-4 with 1e8 users a segment', () => {
    const { cohorts, sheet, sizes } = madeCohorts(SEGMENTS);
    const tally = cohorts.moveUsers(sheet, madeKeys('integral'), 1);
    SEGMENTS.forEach((segment, cell) => {
      const row = rowOf(tally, cell, utility.length);
      expect(row.reduce((a, b) => a + b, 0)).toBe(sizes[cell]);
      // Chi-squared with 8 degrees of freedom: 31.8 has probability 1e-4, false alarms 4e-4 in all.
      expect(chiSquared(row, integral(stored(segment)))).toBeLessThan(31.8);
    });
  });

  it('with the weight of one app 1 % higher is told apart, so the test above can fail', () => {
    const { cohorts, sheet } = madeCohorts([SEGMENTS[1]]);
    const tally = cohorts.moveUsers(sheet, madeKeys('integral'), 1);
    const raised = { ...SEGMENTS[1], utility: utility.map((v, j) => (j === 5 ? v + Math.log(1.01) : v)) };
    expect(chiSquared(rowOf(tally, 0, utility.length), integral(stored(raised)))).toBeGreaterThan(500);
  });

  it('is the multinomial logit where everybody knows every app', () => {
    const known = SEGMENTS.map((segment) => ({ ...segment, awareness: awareness.map(() => 1) }));
    const { cohorts, sheet } = madeCohorts(known);
    const tally = cohorts.moveUsers(sheet, madeKeys('logit'), 1);
    known.forEach(({ own, leave, quit, outside, utility: v }, cell) => {
      const w = [
        Math.exp(outside + (own ? (1 - quit) * leave : leave)),
        ...v.map((x, j) => Math.exp(x + (own === j + 1 ? leave : 0))),
      ];
      const total = w.reduce((a, b) => a + b, 0);
      const p = w.map((x) => x / total);
      expect(chiSquared(rowOf(tally, cell, v.length), p)).toBeLessThan(31.8);
    });
  });

  it('lapses with .2, else reviews with .25: of 1e8 users .2 have none, .2 have moved on, .6 are 6 months in', () => {
    const [, plain] = SEGMENTS;
    const { cohorts, sheet } = madeCohorts(
      [{ ...plain, utility: [-50, -50, -50, 0], awareness: [1, 1, 1, 1], leave: 0, outside: -50 }],
      0.2,
    );
    const state = (3 << 2) * 3;
    sheet.hazard[state] = 1;
    sheet.hazard[state + 2] = 0.75;
    sheet.freeTier.fill(0);
    const tally = cohorts.moveUsers(sheet, madeKeys('lapse'), 1);
    const [none, , , stayed, moved] = rowOf(tally, 0, 4);
    // 2 degrees of freedom, 1e-4.
    expect(chiSquared([none, moved, stayed], [0.2, 0.2, 0.6])).toBeLessThan(18.4);
    expect(tally.lapses[3]).toBe(none);
    expect(tally.tenures[2 * TIERS]).toBe(6 * stayed);
    expect(tally.tenures[3 * TIERS]).toBe(0);
  });

  it('leaves the users of a dead app without one for one month, then lapsed', () => {
    const { cohorts, sheet } = madeCohorts([SEGMENTS[1]]);
    cohorts.orphan(3);
    expect([...cohorts.countStart().none]).toEqual([0, 0, agents]);
    cohorts.settleOrphans();
    sheet.hazard[LAPSED * 3 + 2] = 1;
    expect([...cohorts.moveUsers(sheet, madeKeys('dead'), 1).none]).toEqual([0, agents, 0]);
  });

  it('draws belong to their address: the same month gives the same counts, another seed others', () => {
    const live = (seed: string) => {
      const { cohorts, sheet } = madeCohorts(SEGMENTS);
      let tally = cohorts.countStart();
      for (let month = 1; month <= 3; month++) tally = cohorts.moveUsers(sheet, madeKeys(seed, month), month);
      return [...tally.users, ...tally.none, ...tally.moves];
    };
    expect(live('a')).toEqual(live('a'));
    expect(live('a')).not.toEqual(live('b'));
  });
});

const LONG = Boolean(process.env.AFTERBURN_LONG);

/** Scores of both engines' counts in random markets with the same types, by cell and month. */
function scoresOf(markets: number, size: number): { first: number[]; second: number[] } {
  const scores: { first: number[]; second: number[] } = { first: [], second: [] };
  for (let number = 0; number < markets; number++) {
    const market = typedMarket('engines', number, { size, types: 6 });
    const { apps } = market.features;
    const seen = [market.agents, market.cohorts].map((population, k) => {
      const rows: { month: number; first: number[]; second: number[] }[] = [];
      live(market, population, `engine ${number} ${k}`, (tally, month) => {
        for (let cell = 0; cell < market.cells.count; cell++) {
          const users = tally.users.slice(cell * apps * TIERS, (cell + 1) * apps * TIERS);
          const first = [...users, ...tally.none.slice(cell * 3, cell * 3 + 3)];
          expect(first.reduce((a, b) => a + b, 0)).toBe(size);
          const second = [...tally.second.slice(cell * apps, (cell + 1) * apps)];
          rows.push({ month, first, second: [...second, size - second.reduce((a, b) => a + b, 0)] });
        }
      });
      return rows;
    });
    seen[0].forEach(({ month, first, second }, k) => {
      scores.first.push(score(twoSample(first, seen[1][k].first)));
      if (month === 1) scores.second.push(score(twoSample(second, seen[1][k].second)));
    });
    market.agents.release();
  }
  return scores;
}

describe('agents and cohorts with the same types', () => {
  it('have the same law in random markets of every feature, users conserved: first apps in four months, second in one', () => {
    const { first, second } = LONG ? scoresOf(120, 30_000) : scoresOf(16, 10_000);
    for (const scores of [first, second]) {
      const { length } = scores;
      // Scores are near standard normal: the largest of some thousands above 5.2 has probability 4e-4; the mean of
      // `length` of them above 5 standard errors 3e-7. Counts of a cell in several months hang together, hence 5.
      expect(Math.max(...scores)).toBeLessThan(5.2);
      expect(scores.reduce((a, b) => a + b, 0) / length).toBeLessThan(5 / Math.sqrt(length));
    }
  }, 120_000);
});

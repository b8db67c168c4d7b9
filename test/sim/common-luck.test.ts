/**
 * Common random numbers: two plans meet the same luck, so that their difference is what the change makes. Users whose
 * offers do not differ are the same to the bit; where they differ, only a difference that someone felt may grow.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  MONTH_COLUMNS,
  type MonthColumn,
  type Outcome,
  type Scenario,
  simulate,
  startMarket,
} from '../../sim/index.js';
import type { AgentPopulation } from '../../sim/population/population.js';
import { loadScenario } from '../../src/index.js';
import { legal, type Raw } from './made-scenario.js';

/** Nothing goes from user to user: what one does changes no offer of another. */
const ALONE = { network: 0, imitation: 0, wordOfMouth: 0, innovation: 0.2, back: 0.3 };
const APP = {
  cash: 1e9,
  shock: 0,
  press: 1,
  awareness: 1,
  quality: 1,
  funding: { shift: -50 },
  policy: 'steady',
};
/** Paid alone, so that its price is felt. */
const paid = (price: number) => [{ price, quota: 2 }];

function market(more: { segment?: Raw; firms?: Raw; top?: Raw } = {}): Raw {
  return {
    ...{ title: 'Twins', question: 'Who is touched?', currency: 'USD', start: '2024-01', months: 12 },
    ...{ people: 100_000, agents: 4000 },
    world: {
      inferenceCost: { start: 1 },
      research: { rate: 0, users: 0, payers: 0, obsolescence: 0 },
    },
    channels: { posters: { otherSpend: 1e5, reach: { near: 0.8 } } },
    segments: {
      near: { share: 0.5, ...ALONE, ...more.segment },
      far: { share: 0.5, ...ALONE, ...more.segment },
    },
    firms: {
      a: { ...APP, tiers: paid(2) },
      b: { ...APP, quality: 1.3, tiers: [{ price: 0 }] },
      c: { ...APP, quality: 1.5, tiers: paid(3) },
      ...more.firms,
    },
    ...more.top,
  };
}

interface Twins {
  /** Agents, by their number, whose app, tier, tenure or second app differs after each month. */
  readonly differing: readonly (readonly number[])[];
  /** Segment of each agent. */
  readonly segments: readonly number[];
  /** Agents that changed anything in plan A, after each month. */
  readonly moved: readonly number[];
}

/** Lives both plans side by side, month by month. */
function liveTwins(a: Scenario, b: Scenario, arm?: string): Twins {
  const [one, two] = [
    startMarket(a, 'twins', 0),
    startMarket(b, 'twins', 0, arm === undefined ? {} : { arm }),
  ];
  const agentsOf = ({ state }: typeof one) => (state.population as AgentPopulation).agents;
  const { cells } = one.state;
  const segments: number[] = [];
  for (let cell = 0; cell < cells.count; cell++)
    for (let i = cells.start[cell]; i < cells.end[cell]; i++) segments[i] = cells.segment[cell];
  const differing: number[][] = [];
  const moved: number[] = [];
  for (let month = 1; month <= one.months; month++) {
    const before = agentsOf(one).state.slice();
    one.step();
    two.step();
    const [x, y] = [agentsOf(one), agentsOf(two)];
    differing.push(
      segments.flatMap((_, i) => (x.state[i] !== y.state[i] || x.second[i] !== y.second[i] ? [i] : [])),
    );
    moved.push(segments.filter((_, i) => before[i] !== x.state[i]).length);
  }
  for (const world of [one, two]) world.state.population.release();
  return { differing, segments, moved };
}

describe('users whose offers do not differ are the same to the bit', () => {
  it('of two segments only the one in which an app is known minds its price', () => {
    // C is known by posters alone, and posters reach nobody of the segment `far`
    const known = { ...APP, press: 0, awareness: 0, quality: 1.6, channels: ['posters'] };
    const plan = (price: number) =>
      legal(
        market({
          firms: {
            c: {
              ...known,
              policy: { name: 'steady', ads: 1e5 },
              tiers: paid(price),
            },
          },
        }),
      );
    const { differing, segments } = liveTwins(plan(3), plan(4));
    const names = ['far', 'near'];
    const last = (differing.at(-1) ?? []).map((i) => names[segments[i]]);
    expect(new Set(differing.flat().map((i) => names[segments[i]]))).toEqual(new Set(['near']));
    expect(last.length).toBeGreaterThan(20);
    expect(last.length).toBeLessThan(500);
  });

  it('nobody minds what a firm does with its money', () => {
    const plan = (fixedCost: number) =>
      legal(market({ firms: { c: { ...APP, fixedCost, tiers: paid(3) } } }));
    expect(liveTwins(plan(0), plan(1e6)).differing.flat()).toEqual([]);
  });

  it('before its month a dated change touches nobody', () => {
    const later = {
      arms: { later: { about: 'L', overrides: [{ path: 'firms.c.tiers.0.price', month: 7, value: 4 }] } },
    };
    const scenario = legal(market({ top: later }));
    const { differing } = liveTwins(scenario, scenario, 'later');
    expect(differing.slice(0, 6).flat()).toEqual([]);
    expect(differing[6].length).toBeGreaterThan(20);
  });
});

describe('twins that were apart come together again', () => {
  /** The price of C rises by half in month 4 alone; afterwards all offers are the same again. */
  const passing = {
    arms: {
      passing: {
        about: 'P',
        overrides: [
          { path: 'firms.c.tiers.0.price', month: 4, value: 4.5 },
          { path: 'firms.c.tiers.0.price', month: 5, value: 3 },
        ],
      },
    },
  };

  /** From month 6 on nobody may begin to differ: she who is the same meets the same offers with the same luck. */
  function expectHealing({ differing }: Twins): void {
    for (let month = 6; month < differing.length; month++) {
      const before = new Set(differing[month - 1]);
      expect(differing[month].filter((i) => !before.has(i))).toEqual([]);
    }
  }

  it('through sparse months, in which one user in sixty decides anything', () => {
    const sparse = {
      review: 0.004,
      innovation: 0.003,
      back: 0.003,
      lapseFreeA: 0.1,
      lapseFreeB: 20,
      lapsePaidA: 0.1,
      lapsePaidB: 20,
    };
    const scenario = legal(
      market({ segment: { ...sparse, withApp: 0.8, ever: 0.9 }, top: { ...passing, agents: 20_000 } }),
    );
    const twins = liveTwins(scenario, scenario, 'passing');
    expect(Math.max(...twins.moved.slice(5))).toBeLessThan(20_000 / 60);
    expect(twins.differing[5].length).toBeGreaterThan(10);
    expectHealing(twins);
  });

  it('with second apps, of most who review', () => {
    const scenario = legal(
      market({ segment: { secondApp: 0.8, review: 0.5, withApp: 0.8, ever: 0.9 }, top: passing }),
    );
    const twins = liveTwins(scenario, scenario, 'passing');
    expectHealing(twins);
    expect(twins.differing[5].length).toBeGreaterThan(20);
    expect(twins.differing[11].length).toBeLessThan(twins.differing[5].length / 2);
  });

  it('while other apps come and go in both plans', () => {
    const firms = {
      comer: { ...APP, quality: 1.4, entersAt: 7, tiers: [{ price: 0 }] },
      goer: { ...APP, cash: 1e5, fixedCost: 12_000, tiers: [{ price: 0 }] },
    };
    const scenario = legal(market({ segment: { withApp: 0.5, ever: 0.6 }, firms, top: passing }));
    const twins = liveTwins(scenario, scenario, 'passing');
    expectHealing(twins);
    expect(twins.differing[5].length).toBeGreaterThan(20);
  });
});

const WORLDS = 40;
const LEAST = 10;

interface Pair {
  readonly a: Outcome;
  readonly b: Outcome;
  /** Months before the first exit that differs. */
  readonly together: number;
}

async function pairsOf(
  file: string,
  set: string,
  agents?: number,
): Promise<{ ids: string[]; pairs: Pair[]; months: number }> {
  const path = join(import.meta.dirname, '../../scenarios', file);
  const base = agents === undefined ? [] : [`agents=${agents}`];
  const [one, two] = await Promise.all([
    loadScenario(path, { set: base }),
    loadScenario(path, { set: [...base, set] }),
  ]);
  const ids = Object.keys(one.firms);
  const pairs = Array.from({ length: WORLDS }, (_, replicate): Pair => {
    const [a, b] = [simulate(one, '1', replicate), simulate(two, '1', replicate)];
    const exits = a.firms.flatMap(({ exitMonth, outcome }, f) => {
      const other = b.firms[f];
      const isSame = exitMonth === other.exitMonth && outcome === other.outcome;
      return isSame ? [] : [exitMonth ?? Infinity, other.exitMonth ?? Infinity];
    });
    return { a, b, together: Math.min(Infinity, ...exits) - 1 };
  });
  return { ids, pairs, months: pairs[0].a.months.length / MONTH_COLUMNS.length / ids.length };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

type Twinned = Awaited<ReturnType<typeof pairsOf>>;

/** var A + var B and var (B - A) of a firm's column in one month (from 1) over the worlds that count there. */
function spreads(
  { ids, pairs }: Twinned,
  at: { firm: number; month: number; column: MonthColumn; whole: boolean },
) {
  const place =
    ((at.month - 1) * ids.length + at.firm) * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf(at.column);
  const own = pairs.filter(({ together }) => at.whole || together >= at.month);
  if (own.length < LEAST) return { alone: 0, paired: 0 };
  const [a, b] = [own.map((pair) => pair.a.months[place]), own.map((pair) => pair.b.months[place])];
  return { alone: variance(a) + variance(b), paired: variance(b.map((value, k) => value - a[k])) };
}

/**
 * So many times fewer worlds than independent ones: sum of var A + var B over months, divided by the sum of var (B - A);
 * of every firm whose column varies. `months`: from 1 to the last, in the worlds that are still together; or the last alone.
 */
function factors(twins: Twinned, column: MonthColumn, when: 'together' | 'end'): Map<string, number> {
  const whole = when === 'end';
  const months = whole ? [twins.months] : Array.from({ length: twins.months }, (_, k) => k + 1);
  return new Map(
    twins.ids.flatMap((id, firm) => {
      const all = months.map((month) => spreads(twins, { firm, month, column, whole }));
      const [alone, paired] = [
        all.reduce((sum, row) => sum + row.alone, 0),
        all.reduce((sum, row) => sum + row.paired, 0),
      ];
      return alone > 0 ? [[id, alone / paired] as const] : [];
    }),
  );
}

function told(found: Map<string, number>, treated: string): string {
  const sorted = [...found.values()].sort((x, y) => x - y);
  const [least, middle] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  const number = (value: number | undefined) =>
    value === undefined ? 'none' : String(Number(value.toPrecision(2)));
  return `${treated} ${number(found.get(treated))}, least ${number(least)}, median ${number(middle)} of ${sorted.length} firms`;
}

/** Months in which the treated firm's own column is coupled less than tenfold. */
function weakMonths(twins: Twinned, treated: string, column: MonthColumn): number[] {
  const firm = twins.ids.indexOf(treated);
  const all = Array.from({ length: twins.months }, (_, k) => k + 1);
  return all.filter((month) => {
    const { alone, paired } = spreads(twins, { firm, month, column, whole: false });
    return alone < 10 * paired;
  });
}

describe('paired twins of shipped scenarios need ten times fewer worlds up to the first exit that differs', () => {
  it.each([
    ['china-traffic-war-2024.yaml', 'kimi', 'firms.kimi.policy.base=5.6 M', undefined],
    ['china-traffic-war-2024.yaml', 'kimi', 'firms.kimi.quality=2.2', undefined],
    ['china-traffic-war-2024.yaml', 'doubao', 'firms.doubao.quality=2.5', undefined],
    ['ai-companions.yaml', 'replika', 'firms.replika.tiers.1.price=13.2', 20_000],
  ])(
    'in %s, %s treated by %s: the firm itself, the middle one, and all but one',
    async (file, treated, set, agents) => {
      const twins = await pairsOf(file, set, agents);
      for (const column of ['users', 'cash'] as const) {
        const found = factors(twins, column, 'together');
        const weak = weakMonths(twins, treated, column);
        console.info(
          `${set}, ${column}: ${told(found, treated)}; months of ${treated} below 10: ${weak.join(' ') || 'none'}; at the end of all worlds: ${told(factors(twins, column, 'end'), treated)}`,
        );
        // the firm itself, if its column varies at all; the middle one; and all others but one
        expect(found.get(treated) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(10);
        const sorted = [...found.values()].sort((x, y) => x - y);
        expect(sorted[Math.floor(sorted.length / 2)]).toBeGreaterThanOrEqual(10);
        expect(sorted[1]).toBeGreaterThanOrEqual(10);
      }
    },
  );
});

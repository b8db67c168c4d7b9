import { describe, expect, it } from 'vitest';
import { startMarket } from '../../sim/index.js';
import { legal, oneBurner, type Raw } from './made-scenario.js';

/** Four apps whose shares are not what their quality, price and awareness would give; everybody reviews, nobody lapses. */
function market(calibrateFit: boolean, rest: Raw = {}, segment: Raw = {}): Raw {
  const app = { cash: 1e9, shock: 0, lapse: 0, funding: { shift: -50 }, policy: 'steady' };
  const apps = [
    { quality: 2, users: 10, press: 0.3, awareness: 0.5 },
    { quality: 1, users: 50, tiers: [{ price: 0 }, { price: 10, premium: 1 }], press: 0.1, awareness: 0.3 },
    { quality: 0.5, users: 30, press: 0.05, awareness: 0.4 },
    { quality: 1.5, users: 10, press: 0.5, awareness: 0.8 },
  ];
  const base = oneBurner();
  return {
    ...base,
    people: 1e6,
    agents: 60_000,
    segments: {
      all: { withApp: 0.5, ever: 0.5, review: 1, activation: 1, outside: -1, calibrateFit, ...segment },
    },
    firms: Object.fromEntries(apps.map((own, k) => ['abcd'[k], { tiers: [{ price: 0 }], ...app, ...own }])),
    ...rest,
  };
}

/** Shares among first apps of those who had an app before month 1, after it; in the order of the firms. */
function shares(raw: Raw, options = {}): number[] {
  const world = startMarket(legal(raw), 'fits', 0, options);
  world.step();
  const { origins } = world.outcome();
  const people = [1, 2, 3, 4].map((app) =>
    [1, 2, 3, 4].reduce((sum, from) => sum + origins[from * 5 + app], 0),
  );
  const all = people.reduce((a, b) => a + b, 0);
  return people.map((n) => n / all);
}

const STARTING = [0.1, 0.5, 0.3, 0.1];
const furthest = (found: readonly number[]) =>
  Math.max(...found.map((share, k) => Math.abs(Math.log(share / STARTING[k]))));

describe('calibrated fits (Berry 1994)', () => {
  // 30,000 agents with an app, at least 3,000 a share: standard errors of ln share below .02. The trial ends within .005
  // a round; five standard errors and what is left of it.
  it.each([
    ['agents', {}, {}],
    ['cohorts', { population: { engine: 'cohorts', types: 2000 } }, {}],
    ['second apps', {}, { secondApp: 0.6 }],
    [
      'everything else that tells users apart',
      {},
      { priceSpread: 1.5, switchingSpread: 1, qualitySpread: 0.5, useCorrelation: 0.5 },
    ],
  ])('leave the starting shares after a month in which all review: %s', (_, rest, segment) => {
    expect(furthest(shares(market(true, rest, segment)))).toBeLessThan(0.1);
  });

  // The market has 20,000 types and no luck to speak of, 1e8 users: what is left is the error of the trial. With 256 types
  // and no correction, fits of such markets were off by .05 to .06 utils, which is the error of ln share.
  it.each([
    ['tastes that are all spread', {}],
    ['apps with characters', { matchSpread: 1 }],
  ])('reproduce the starting shares of 20,000 types within 3 %%: %s', (_, more) => {
    const traits = [
      { traitA: 1 },
      { traitA: -0.5, traitB: 0.8 },
      { traitA: -0.5, traitB: -0.8 },
      { traitA: 0.3, traitB: 1 },
    ];
    const spreads = { priceSpread: 1.5, switchingSpread: 1, qualitySpread: 0.5, useCorrelation: 0.5 };
    const raw = market(
      true,
      { agents: 1e8, months: 1, population: { engine: 'cohorts', types: 20_000 } },
      { ...spreads, ...more },
    );
    Object.values(raw.firms as Record<string, Raw>).forEach((firm, k) => void Object.assign(firm, traits[k]));
    expect(furthest(shares(raw))).toBeLessThan(0.03);
  });

  it('are far off in the twin that is not calibrated', () => {
    expect(furthest(shares(market(false)))).toBeGreaterThan(0.5);
  });

  it('stand in the state of the market after month 1, the same in every replicate where nothing before it is drawn', () => {
    const fits = [0, 1].map((replicate) => {
      const world = startMarket(legal(market(true, {}, { secondApp: 0 })), 'fits', replicate);
      world.step();
      return world.state.firms.map(({ fields }) => fields.fit.all);
    });
    expect(fits[0]).toEqual(fits[1]);
    expect(fits[0][1]).toBeGreaterThan(fits[0][0] + 0.5);
  });

  it('of an arm are those of its base, unless the arm sets them', () => {
    const arms = {
      dear: { overrides: [{ month: 1, path: 'firms.b.quality', value: -1 }] },
      own: { overrides: [{ month: 1, path: 'firms.b.fit.all', value: 3 }] },
    };
    const raw = market(true, { arms });
    const fitOf = (arm?: string) => {
      const world = startMarket(legal(raw), 'fits', 0, arm ? { arm } : {});
      world.step();
      return world.state.firms.map(({ fields }) => fields.fit.all);
    };
    const base = fitOf();
    expect(fitOf('dear')).toEqual(base);
    expect(fitOf('own')).toEqual([base[0], 3, base[2], base[3]]);
    expect(shares(raw, { arm: 'dear' })[1]).toBeLessThan(0.9 * STARTING[1]);
  });

  it('stay where the segment does not ask, and an app without users keeps its own', () => {
    const raw = market(true);
    (raw.firms as Record<string, Raw>).d.users = 0;
    (raw.firms as Record<string, Raw>).d.fit = { all: 0.25 };
    const world = startMarket(legal(raw), 'fits', 0);
    world.step();
    expect(world.state.firms[3].fields.fit.all).toBe(0.25);
  });
});

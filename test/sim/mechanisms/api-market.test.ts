import { describe, expect, it } from 'vitest';
import { developersDemand, developersShares } from '../../../sim/firms/api-market.js';
import { oneBurner, type Raw } from '../made-scenario.js';
import { live, sum } from './twin.js';

const LAW = { tokens: 1000, elasticity: 1.2, growth: 1, sensitivity: 3, inertia: 0.3 };
const lab = (price: number, rest: Raw = {}): Raw => ({
  cash: 1e9,
  shock: 0,
  policy: 'steady',
  funding: { shift: -50 },
  api: { price },
  ...rest,
});
const market = (firms: Record<string, Raw>, api: Raw = {}, top: Raw = {}): Raw => ({
  ...oneBurner(),
  months: 6,
  firms,
  world: {
    inferenceCost: { start: 1, floor: 1 },
    research: { rate: 0, users: 0, payers: 0, obsolescence: 0 },
    api: { tokens: 1000, elasticity: 1.5, inertia: 0, sensitivity: 2, ...api },
  },
  ...top,
});
const CUT = [{ month: 3, path: 'firms.b.api.price', value: 1 }];

describe('tokens for developers (M09, M17)', () => {
  it('demand doubles in a year of growth 1 and rises 2^1.2 = 2.2974 times when the mean price halves', () => {
    expect(developersDemand(LAW, 13, 1)).toBeCloseTo(2000, 9);
    expect(developersDemand(LAW, 1, 0.5)).toBeCloseTo(2297.4, 1);
  });

  it('half the price is worth 8 to 1 at a sensitivity of 3; .3 of the developers stay for a month', () => {
    const offer = (price: number, before: number) => ({ appeal: 0, price, before });
    const [dear, cheap] = developersShares(LAW, [offer(2, 0), offer(1, 0)], 0.01);
    expect(cheap / dear).toBeCloseTo(8, 12);
    expect(developersShares(LAW, [offer(2, 0.5), offer(1, 0.5)], 0.01)[0]).toBeCloseTo(0.15 + 0.7 / 9, 12);
  });

  it('customers of a seller that is gone choose anew, and a price of zero counts as the floor', () => {
    const shares = developersShares(LAW, [{ appeal: 0, price: 2, before: 0.4 }], 0.01);
    expect(shares).toEqual([1]);
    const [free, floor] = developersShares(
      LAW,
      [
        { appeal: 0, price: 0, before: 0 },
        { appeal: 0, price: 0.01, before: 0 },
      ],
      0.01,
    );
    expect(free).toBe(floor);
  });

  it('two equal labs sell 500 M tokens each at 4: 2,000 of revenue, 500 of serving', () => {
    const life = live(market({ a: lab(4), b: lab(4) }));
    expect(life.column('a', 'apiTokens')).toEqual([500, 500, 500, 500, 500, 500]);
    expect(life.column('a', 'api')[0]).toBe(2000);
    expect(life.column('a', 'inference')[0]).toBe(-500);
  });

  it('a cut to a quarter takes 16 of 17 customers: mean price 20/17 of 4, 8.3 times the tokens; without it nothing moves', () => {
    const raw = market({ a: lab(4), b: lab(4) });
    const cut = live({ ...raw, interventions: CUT });
    const mean = (4 + 16) / 17;
    const demand = 1000 * (mean / 4) ** -1.5;
    expect(cut.column('b', 'apiTokens')[2]).toBeCloseTo((demand * 16) / 17, 6);
    expect(cut.column('a', 'apiTokens')[2]).toBeCloseTo(demand / 17, 6);
    expect(cut.column('a', 'apiTokens')[1]).toBe(500);
    expect(sum(live(raw).column('a', 'api'))).toBe(12_000);
  });

  it('with inertia 1 nobody moves, and who dies leaves her customers to the others', () => {
    const loyal = live(
      market({ a: lab(4), b: lab(4) }, { inertia: 1, elasticity: 0 }, { interventions: CUT }),
    );
    expect(loyal.column('a', 'apiTokens')).toEqual([500, 500, 500, 500, 500, 500]);
    const dying = live(market({ a: lab(4), b: lab(4, { cash: 1, fixedCost: 1e6 }) }, { inertia: 1 }));
    expect(dying.column('a', 'apiTokens')).toEqual([500, 1000, 1000, 1000, 1000, 1000]);
  });

  it('gives tokens away at a price of zero, to a demand that stays finite', () => {
    const life = live(market({ a: lab(0) }));
    expect(life.column('a', 'api')[3]).toBe(0);
    expect(life.column('a', 'apiTokens')[3]).toBe(1000);
    const later = live(market({ b: lab(4) }, {}, { interventions: [{ ...CUT[0], value: 0 }] }));
    expect(later.column('b', 'apiTokens')[2]).toBeCloseTo(1000 * 100 ** 1.5, 6);
  });

  it('while all sell at zero price means nothing: 1,000 M tokens, and 1,000 at the first price, 2^-1.5 of them at twice it', () => {
    const interventions = [
      { month: 3, path: 'firms.a.api.price', value: 1e-6 },
      { month: 4, path: 'firms.a.api.price', value: 2e-6 },
    ];
    const tokens = live(market({ a: lab(0) }, {}, { interventions })).column('a', 'apiTokens');
    expect(tokens.slice(0, 3)).toEqual([1000, 1000, 1000]);
    expect(tokens[3]).toBeCloseTo(1000 * 2 ** -1.5, 9);
    const two = live(market({ a: lab(0), b: lab(0, { api: { price: 0, appeal: Math.log(3) } }) }));
    expect(two.column('b', 'apiTokens')[0]).toBeCloseTo(750, 2);
  });

  it('experience counts what developers buy: 1,000 M tokens on 1,000 before halve a cost with progress .5', () => {
    const raw = market({ a: lab(4) });
    const inferenceCost = { start: 1, floor: 0, tenfold: 1e6, progress: 0.5, served: 1000 };
    const life = live({ ...raw, world: { ...(raw.world as Raw), inferenceCost } });
    expect(life.column('a', 'inference')[1]).toBeCloseTo(-500, 0);
  });
});

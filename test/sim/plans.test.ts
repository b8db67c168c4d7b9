import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, type Outcome, ReplicateError, simulate, startMarket } from '../../sim/index.js';
import { legal, oneBurner, twoApps } from './made-scenario.js';

const segment = { innovation: 0.05, imitation: 0.1, withApp: 0.2, ever: 0.3 };
const rivals = () =>
  twoApps(
    { users: 10_000, fixedCost: 1e5 },
    { users: 5000, quality: 0.5 },
    {
      segment,
      top: {
        interventions: [{ month: 4, path: 'firms.b.quality', value: 0.5 }],
        arms: {
          same: [],
          better: { overrides: [{ month: 6, path: 'firms.b.quality', value: 3 }] },
          dear: { overrides: [{ month: 5, path: 'firms.a.tiers.0.price', value: 9 }] },
        },
      },
    },
  );

const upTo = (outcome: Outcome, month: number) =>
  Array.from(outcome.months.subarray(0, month * outcome.firms.length * MONTH_COLUMNS.length));

describe('plans', () => {
  it('the same scenario, seed and replicate give the same bytes; another seed or replicate other ones', () => {
    const scenario = legal(rivals());
    expect(simulate(scenario, '1', 3)).toEqual(simulate(scenario, '1', 3));
    expect(simulate(scenario, '1', 3).months).not.toEqual(simulate(scenario, '1', 4).months);
    expect(simulate(scenario, '1', 3).months).not.toEqual(simulate(scenario, '2', 3).months);
  });

  it('month by month and all at once are the same code', () => {
    const scenario = legal(rivals());
    const market = startMarket(scenario, '1', 0);
    for (let month = 1; month <= market.months; month++) market.step();
    expect(market.outcome()).toEqual(simulate(scenario, '1', 0));
    expect(() => market.step()).toThrow('the world ends after month 12');
  });

  it('an arm without changes is the base world, bit for bit', () => {
    const scenario = legal(rivals());
    expect(simulate(scenario, '1', 2, { arm: 'same' })).toEqual(simulate(scenario, '1', 2));
  });

  it('an arm shares the base world until its first change, and differs from then on', () => {
    const scenario = legal(rivals());
    const base = simulate(scenario, '1', 2);
    const better = simulate(scenario, '1', 2, { arm: 'better' });
    expect(upTo(better, 5)).toEqual(upTo(base, 5));
    expect(better.firms[1].finalUsers).toBeGreaterThan(base.firms[1].finalUsers * 1.5);
  });

  it('a dated price holds from its month on, and users look around in the month after', () => {
    const scenario = legal(rivals());
    const price = (outcome: Outcome, month: number) =>
      outcome.months[(month - 1) * 2 * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf('price')];
    const dear = simulate(scenario, '1', 0, { arm: 'dear' });
    expect([price(dear, 4), price(dear, 5), price(dear, 12)]).toEqual([0, 9, 9]);
    const users = (outcome: Outcome, month: number) =>
      outcome.months[(month - 1) * 2 * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf('users')];
    expect(users(dear, 8)).toBeLessThan(0.8 * users(simulate(scenario, '1', 0), 8));
  });

  it('an arm that is not there is refused with the names of those that are', () => {
    expect(() => simulate(legal(rivals()), '1', 0, { arm: 'bettre' })).toThrow(
      'no arm bettre; it has same, better, dear',
    );
  });

  it('a fork keeps its past and draws a new future', () => {
    const scenario = legal(rivals());
    const base = simulate(scenario, '1', 0);
    const fork = simulate(scenario, '1', 0, { branch: { branch: 1, from: 7 } });
    expect(upTo(fork, 6)).toEqual(upTo(base, 6));
    expect(fork.months).not.toEqual(base.months);
  });

  it('decisions from outside replace those of the policy', () => {
    const market = startMarket(legal(rivals()), '1', 0);
    market.step({ a: { prices: [7] } });
    expect(market.state.firms[0].tiers[0].price).toBe(7);
  });

  it('held firms repeat in an arm what they spent in the base world', () => {
    const ads = { name: 'adFollower', leader: 'a', share: 0.5 };
    const scenario = legal(
      twoApps(
        { channels: ['net'], policy: { name: 'steady', ads: 1e6 } },
        { channels: ['net'], policy: ads },
        {
          segment,
          top: {
            channels: { net: { otherSpend: 1e6, reach: { all: 0.5 } } },
            arms: {
              free: { overrides: [{ path: 'firms.a.policy.ads', value: 0 }] },
              held: {
                overrides: [{ path: 'firms.a.policy.ads', value: 0 }],
                hold: { firms: ['b'], fields: ['ads'] },
              },
            },
          },
        },
      ),
    );
    const spent = (arm?: string) =>
      simulate(scenario, '1', 0, arm ? { arm } : {}).firms.map(({ ledger }) => Math.round(0 - ledger[7]));
    const [base, free, held] = [spent(), spent('free'), spent('held')];
    expect(base[0]).toBe(12e6);
    expect(free).toEqual([0, 0]);
    expect(held[0]).toBe(0);
    expect(Math.abs(held[1] - base[1])).toBeLessThan(2);
  });

  it('a policy that fails names firm, month, replicate and seed', () => {
    const scenario = legal(oneBurner());
    const broken = {
      ...scenario,
      firms: {
        burner: {
          ...scenario.firms.burner,
          policy: {
            name: './bad.mjs',
            parameters: {},
            definition: {
              name: 'bad',
              about: '',
              source: '',
              parameters: {},
              decide: () => ({ research: Number.NaN }),
            },
          },
        },
      },
    };
    expect(() => simulate(broken, 'x', 7)).toThrow(ReplicateError);
    expect(() => simulate(broken, 'x', 7)).toThrow(
      'policy ./bad.mjs of firm burner, month 1: research must be a finite number of at least 0, got NaN (month 1, replicate 7, seed "x")',
    );
  });
});

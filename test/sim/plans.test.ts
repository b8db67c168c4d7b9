import { describe, expect, it } from 'vitest';
import {
  LEDGER_LINES,
  MONTH_COLUMNS,
  type Outcome,
  ReplicateError,
  simulate,
  startMarket,
} from '../../sim/index.js';
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

  it('a dated price rise from 5 to 50 makes users look around a month later, as a decision of the firm does', () => {
    const change = [{ month: 3, path: 'firms.a.tiers.0.price', value: 50 }];
    const still = { innovation: 50, review: 0, back: 0, activation: 1, secondApp: 0, outside: -2 };
    const raw = (plan: object) =>
      twoApps(
        { tiers: [{ price: 5 }], lapse: 0 },
        { entersAt: 12 },
        { segment: still, top: { months: 5, ...plan } },
      );
    const users = (market: ReturnType<typeof startMarket>) => {
      const seen: number[] = [];
      for (let month = 1; month <= 5; month++) {
        market.step(month === 3 && market.state.firms[0].tiers[0].price === 5 ? { a: { prices: [50] } } : {});
        seen.push(market.state.firms[0].firstUsers);
      }
      return seen;
    };
    const dated = users(startMarket(legal(raw({ interventions: change })), '1', 0));
    const decided = users(startMarket(legal(raw({})), '1', 0));
    expect(dated).toEqual(decided);
    expect(Math.abs(dated[2] / dated[1] - 1)).toBeLessThan(0.01);
    expect(dated[3]).toBeLessThan(0.2 * dated[2]);
  });

  it.each([
    ['firms.a.minCash', 2e9],
    ['segments.all.review', 1],
    ['world.funding.frailty', 4],
    ['firms.b.press', 0],
    ['world.inferenceCost.start', 9],
  ])('a dated change of %s from month 6 on changes the world from then on, not before', (path, value) => {
    const seeking = { funding: { shift: 1 }, cash: 2e6, fixedCost: 3e5, press: 0.02, users: 5000 };
    const scenario = legal(
      twoApps(
        seeking,
        { ...seeking, cash: 2e9 },
        {
          segment,
          top: { arms: { dated: [{ month: 6, path, value }] } },
        },
      ),
    );
    const worlds = Array.from({ length: 12 }, (_, k) => k);
    const base = worlds.map((k) => simulate(scenario, '1', k));
    const dated = worlds.map((k) => simulate(scenario, '1', k, { arm: 'dated' }));
    expect(dated.map((outcome) => upTo(outcome, 5))).toEqual(base.map((outcome) => upTo(outcome, 5)));
    expect(dated.some((outcome, k) => outcome.months.some((x, i) => x !== base[k].months[i]))).toBe(true);
  });

  it('an arm that is not there is refused with the names of those that are', () => {
    expect(() => simulate(legal(rivals()), '1', 0, { arm: 'bettre' })).toThrow(
      'no arm bettre; it has same, better, dear',
    );
  });

  it('a fork keeps its past and draws a new future', () => {
    const scenario = legal(rivals());
    const base = simulate(scenario, '1', 0);
    const fork = simulate(scenario, '1', 0, { branches: [{ branch: 1, from: 7 }] });
    expect(upTo(fork, 6)).toEqual(upTo(base, 6));
    expect(fork.months).not.toEqual(base.months);
  });

  it('a fork of a fork keeps both pasts, also that of firms whose orders lie before month 1', () => {
    const business = { tenders: 20, size: 5e4, sizeSpread: 1, paidAfter: 3 };
    const scenario = legal(
      twoApps({ business, users: 10_000, shock: 0.2, fixedCost: 1e5 }, { users: 5000 }, { segment }),
    );
    const [one, two] = [
      { branch: 1, from: 2 },
      { branch: 2, from: 7 },
    ];
    const worlds = [[], [one], [one, two]].map((branches) => simulate(scenario, '1', 0, { branches }));
    expect(upTo(worlds[1], 1)).toEqual(upTo(worlds[0], 1));
    expect(upTo(worlds[2], 6)).toEqual(upTo(worlds[1], 6));
    for (const [k, month] of [
      [1, 2],
      [2, 7],
    ])
      expect(upTo(worlds[k], month)).not.toEqual(upTo(worlds[k - 1], month));
    expect(simulate(scenario, '1', 0, { branches: [] })).toEqual(worlds[0]);
  });

  it('an arm that holds a firm and changes nothing is the base world in a fork too', () => {
    const arms = { held: { hold: { firms: ['a'], fields: ['all'] } } };
    const scenario = legal(
      twoApps({ users: 10_000, shock: 0.2 }, { users: 5000 }, { segment, top: { arms } }),
    );
    const branches = [{ branch: 3, from: 5 }];
    expect(simulate(scenario, '1', 0, { arm: 'held', branches })).toEqual(
      simulate(scenario, '1', 0, { branches }),
    );
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
      simulate(scenario, '1', 0, arm ? { arm } : {}).firms.map(({ ledger }) =>
        Math.round(0 - ledger[LEDGER_LINES.indexOf('advertising')]),
      );
    const [base, free, held] = [spent(), spent('free'), spent('held')];
    expect(base[0]).toBe(12e6);
    expect(free).toEqual([0, 0]);
    expect(held[0]).toBe(0);
    expect(Math.abs(held[1] - base[1])).toBeLessThan(2);
  });

  it.each([
    [undefined, 'decide must return a decision such as { ads: 1000 } or {}, got undefined'],
    ['hello', 'got "hello"'],
    [Promise.resolve({}), 'got a promise'],
    [
      { adz: 5 },
      'decide returned the unknown field adz; known are prices, quotas, adLoads, ads, apiPrice, distil, research',
    ],
    [{ ads: 1e300 }, 'ads must be a number from 0 to 1e13, got 1e+300'],
    [{ ads: 5 }, 'ads of 5 cannot be spent: the firm may buy no channel'],
    [{ prices: [1] }, 'a list of 0 numbers, one a tier, was expected, got [1]'],
    [{ stop: 'now' }, "stop must be 'wound-down' or 'paused', got now"],
  ])('a policy that returns %j fails its world with a message', (decided, message) => {
    const scenario = legal(oneBurner());
    const definition = { name: 'odd', about: '', source: '', parameters: {}, decide: () => decided as never };
    const burner = { ...scenario.firms.burner, policy: { name: './odd.mjs', parameters: {}, definition } };
    expect(() => simulate({ ...scenario, firms: { burner } }, 'x', 0)).toThrow(message);
  });

  it('an arm that holds a firm and changes nothing is the base world, also after the firm has died', () => {
    const buyer = { channels: ['net'], policy: { name: 'steady', ads: 4e5 }, users: 1000 };
    const scenario = legal(
      twoApps({ ...buyer, cash: 2e6 }, buyer, {
        segment,
        top: {
          channels: { net: { otherSpend: 1e6, reach: { all: 0.5 } } },
          arms: { held: { hold: { firms: ['a'], fields: ['all'] } } },
        },
      }),
    );
    const base = simulate(scenario, '1', 0);
    expect(base.firms[0].outcome).toBe('cash-out');
    expect(simulate(scenario, '1', 0, { arm: 'held' })).toEqual(base);
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
      'policy ./bad.mjs of firm burner, month 1: research must be a number from 0 to 1e13, got NaN (month 1, replicate 7, seed "x")',
    );
  });
});

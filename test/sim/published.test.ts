import { describe, expect, it } from 'vitest';
import { MARKET_COLUMNS, MONTH_COLUMNS, simulate } from '../../sim/index.js';
import { usageBands } from '../../sim/population/usage.js';
import { inferenceCost } from '../../sim/world/inference-cost.js';
import { legal, oneBurner, twoApps } from './made-scenario.js';

const USERS = MONTH_COLUMNS.indexOf('users');
const EVER = MARKET_COLUMNS.indexOf('ever');

/** Users of firm j by month. */
function usersOf(outcome: ReturnType<typeof simulate>, j: number): number[] {
  const F = outcome.firms.length;
  const months = outcome.months.length / F / MONTH_COLUMNS.length;
  return Array.from({ length: months }, (_, t) => outcome.months[(t * F + j) * MONTH_COLUMNS.length + USERS]);
}

/** No experience curve. */
const FLAT = { progress: 1, served: 1 };

const JOIN_AT_ONCE = { innovation: 50, review: 0, back: 0, activation: 1, secondApp: 0, outside: -20 };

describe('published results, through the whole market', () => {
  it('a cohort lapses as the shifted beta-geometric of Fader & Hardie 2007, High End: .851 .747 .670 ... .378', () => {
    const scenario = legal(
      twoApps(
        {},
        { entersAt: 13 },
        {
          segment: { ...JOIN_AT_ONCE, lapseFreeA: 0.6681, lapseFreeB: 3.8061 },
          top: { months: 13, agents: 20_000 },
        },
      ),
    );
    const users = usersOf(simulate(scenario, 'sbg', 0), 0);
    const model = [0.851, 0.747, 0.67, 0.61, 0.562, 0.522, 0.489, 0.46, 0.436, 0.414, 0.395, 0.378];
    // Table 1 of the paper. Binomial s.e. at most .0035: 4 s.e. = .014 (false alarm 1e-3 for all twelve).
    model.forEach((share, k) => {
      expect(Math.abs(users[k + 1] / users[0] - share)).toBeLessThan(0.014);
    });
  });

  it('a starting user lapses as slowly as a survivor should: no false wave after the start', () => {
    const start = {
      innovation: 0,
      imitation: 0,
      review: 0,
      back: 0,
      activation: 1,
      secondApp: 0,
      withApp: 1,
      ever: 1,
    };
    const users = usersOf(
      simulate(legal(twoApps({ users: 100 }, { entersAt: 12 }, { segment: start })), 'start', 0),
      0,
    );
    // By hand: tenure 1 + floor(9 U^1.5), lapse Beta(.8, 2.5 + tenure): mean of .8 / (3.3 + tenure) over tenures
    // with P(tenure = k) = (k/9)^(2/3) - ((k-1)/9)^(2/3) is .1225.
    let hazard = 0;
    for (let k = 1; k <= 9; k++)
      hazard += ((k / 9) ** (2 / 3) - ((k - 1) / 9) ** (2 / 3)) * (0.8 / (3.3 + k));
    expect(hazard).toBeCloseTo(0.1225, 4);
    expect(Math.abs(1 - users[0] / 100_000 - hazard)).toBeLessThan(0.014);
  });

  it('adoption follows Bass 1969: record players (p .0248, q .6541 a year) reach .5126 in 5 years, .9701 in 10', () => {
    const segment = { ...JOIN_AT_ONCE, innovation: 0.024796 / 12, imitation: 0.6541 / 12 };
    const scenario = legal(
      twoApps({ lapse: 0 }, { lapse: 0 }, { segment, top: { months: 120, agents: 50_000 } }),
    );
    const { market } = simulate(scenario, 'bass', 0);
    const ever = (month: number) => market[(month - 1) * MARKET_COLUMNS.length + EVER] / 100_000;
    // 4 s.e. of a simulated S-curve with 50,000 users: .012 (its early noise is carried along).
    expect(Math.abs(ever(60) - 0.5126)).toBeLessThan(0.012);
    expect(Math.abs(ever(120) - 0.9701)).toBeLessThan(0.005);
  });

  it('switching costs raise the share of the better firm: stationary .6742 at s = 1 (two-firm chain, V = .5, 0)', () => {
    const segment = {
      ...JOIN_AT_ONCE,
      review: 1,
      qualitySpread: 0,
      switchingCost: 1,
      switchingSpread: 0,
      habit: 0,
      zeroPrice: 0,
      network: 0,
      outside: -40,
    };
    const scenario = legal(
      twoApps(
        { quality: 0.5, lapse: 0 },
        { quality: 0, lapse: 0 },
        { segment, top: { months: 40, agents: 40_000 } },
      ),
    );
    const outcome = simulate(scenario, 'chain', 0);
    const share =
      usersOf(outcome, 0)
        .slice(15)
        .reduce((a, b) => a + b, 0) /
      25 /
      100_000;
    // pi_1 = p21 / (p12 + p21), by hand .6742. Mean of 25 correlated months (lambda .44): 4 s.e. = .003.
    expect(Math.abs(share - 0.6742)).toBeLessThan(0.003);
  });

  it('the top 1 % of users with log sd 2 demand .3721 of the tokens, the top 10 % .7638', () => {
    expect(usageBands([0.99], 2)[1].tokens).toBeCloseTo(0.3721, 4);
    expect(usageBands([0.9], 2)[1].tokens).toBeCloseTo(0.7638, 4);
  });

  it('serving cost falls to .118 of the start after 2 years with T10 = 2 years and a floor of .02', () => {
    expect(inferenceCost({ start: 1, floor: 0.02, tenfold: 24, ...FLAT }, 25, 0)).toBeCloseTo(0.118, 12);
    expect(inferenceCost({ start: 1, floor: 0.05, tenfold: 60, ...FLAT }, 61, 0)).toBeCloseTo(0.145, 12);
    expect(inferenceCost({ start: 0, floor: 0.05, tenfold: 60, ...FLAT }, 61, 0)).toBe(0);
  });
});

describe('cash and ruin', () => {
  it('a firm with 10 M that burns 1 M has 0 after month 10, which is not below 0, and is out of cash in month 11', () => {
    const [firm] = simulate(legal(oneBurner()), '1', 0).firms;
    expect(firm).toMatchObject({
      outcome: 'cash-out',
      exitMonth: 11,
      finalCash: -1e6,
      proximateCause: 'fixed-cost',
    });
  });

  it('a firm whose cash is below its minimum after funding exits in that month', () => {
    const [firm] = simulate(legal(oneBurner({ minCash: 3e6 })), '1', 0).firms;
    expect(firm).toMatchObject({ outcome: 'cash-out', exitMonth: 8, finalCash: 2e6 });
  });

  it('a parent that tops up to 2 M keeps it alive; one that pays at most .5 M a month only delays the end', () => {
    const parent = { monthlyCap: 2e6, topUpTo: 2e6, stopHazard: 0 };
    expect(simulate(legal(oneBurner({ parent })), '1', 0).firms[0].outcome).toBe('alive');
    const capped = simulate(legal(oneBurner({ parent: { ...parent, monthlyCap: 5e5 } })), '1', 0).firms[0];
    // 10 M falls by 1 M a month to 2 M in month 8, then by .5 M: 0 in month 12, below 0 in month 13.
    expect(capped).toMatchObject({ outcome: 'cash-out', exitMonth: 13 });
  });

  it('a walk watched once a month dies by the law of that walk, not of the continuous formula', () => {
    const burn = 20 / 14;
    const sd = 0.5;
    const step = 0.01;
    const width = 400;
    const kernel = Array.from({ length: 2 * width + 1 }, (_, k) =>
      Math.exp(-0.5 * (((k - width) * step) / sd) ** 2),
    );
    const mass = kernel.reduce((a, b) => a + b, 0);
    const drift = Math.round(burn / step);
    let density = new Float64Array(Math.round(20 / step) + 1);
    density[density.length - 1] = 1;
    const law: number[] = [];
    for (let month = 1; month <= 20; month++) {
      const next = new Float64Array(density.length + width);
      let ruined = 0;
      density.forEach((p, at) => {
        if (p === 0) return;
        for (let k = -width; k <= width; k++) {
          const to = at - drift + k;
          const q = (p * kernel[k + width]) / mass;
          if (to < 0) ruined += q;
          else next[to] += q;
        }
      });
      law.push(ruined);
      density = next;
    }
    const months = legal(oneBurner({ cash: 20e6, fixedCost: 1e6 * burn, shock: sd / burn }, { agents: 1 }));
    const deaths = new Array<number>(25).fill(0);
    const n = 3000;
    for (let replicate = 0; replicate < n; replicate++)
      deaths[simulate(months, 'walk', replicate).firms[0].exitMonth ?? 24]++;
    let chi2 = 0;
    let bins = 0;
    law.forEach((p, k) => {
      if (n * p < 8) return;
      chi2 += (deaths[k + 1] - n * p) ** 2 / (n * p);
      bins++;
    });
    expect(bins).toBeGreaterThan(4);
    // Above 29.9 with probability 1e-4 at 7 degrees of freedom; the continuous first passage is off by half a month.
    expect(chi2).toBeLessThan(29.9);
  });
});

import { describe, expect, it } from 'vitest';
import { twoApps } from '../made-scenario.js';
import { twins } from './twin.js';

/** Everybody looks at a free and a paid tier of app a in month 1; only quality, price and its taste count. */
const LOOK = {
  innovation: 50,
  outside: -40,
  activation: 1,
  secondApp: 0,
  qualitySpread: 0,
  zeroPrice: 0,
  quotaAversion: 0,
};
const tiers = [
  { price: 0, premium: 0 },
  { price: 10, premium: 2 },
];

describe('willingness to pay (M22)', () => {
  it('differs: a premium of 2 utils at 10 a month is worth it to those with alpha < .2, Phi(ln(.2/.35)) = .288', () => {
    const raw = twoApps(
      { tiers },
      { press: 0 },
      { segment: { ...LOOK, priceSensitivity: 0.35, priceSpread: 1 } },
    );
    const [market, twin] = twins(raw, 'willingness-to-pay', 1);
    // 10,000 agents: standard error .0045, four of them.
    expect(Math.abs(market.state.firms[0].payers / 100_000 - 0.288)).toBeLessThan(0.018);
    expect(twin.state.firms[0].payers).toBe(0);
  });

  it('goes with use: with a rank correlation of .8 heavy users pay less, and the app earns less from them', () => {
    const segment = {
      ...LOOK,
      priceSensitivity: 0.35,
      priceSpread: 1,
      useCorrelation: 0.8,
      contextGrowth: 0,
    };
    const raw = (correlation: number) =>
      twoApps(
        { tiers },
        { press: 0 },
        { segment: { ...segment, useCorrelation: correlation }, top: { usageEdges: [0.9] } },
      );
    const [market] = twins(raw(0.8), 'willingness-to-pay', 1);
    const [other] = twins(raw(-0.8), 'willingness-to-pay', 1);
    const heavyPayers = ({ state }: typeof market) => {
      const { cells, tally } = state;
      const cell = cells.usageClass.indexOf(1);
      return tally.users[cell * 6 + 1] / (cells.end[cell] - cells.start[cell]);
    };
    // r = 2 sin(.8 pi/6) = .8135; mean score of the top tenth 1.755, variance .169, so ln(alpha/.35) there is
    // -+1.428 with deviation sqrt(1 - .6618 x .831) = .6708: Phi((-.5596 - 1.428)/.6708) = .0015 and Phi(1.294) = .902.
    expect(heavyPayers(market)).toBeLessThan(0.01);
    expect(Math.abs(heavyPayers(other) - 0.902)).toBeLessThan(0.04);
  });
});

import { expect, it } from 'vitest';
import { startMarket } from '../../../sim/index.js';
import { legal, twoApps } from '../made-scenario.js';

const PRICE = 4;

it('a cut from 10 to 4 in month 3 is seen a month late: the follower takes 20 to 8 in month 4, once', () => {
  const cut = { month: 3, path: 'firms.a.tiers.0.price', value: PRICE };
  const market = startMarket(
    legal(
      twoApps(
        { tiers: [{ price: 10 }] },
        {
          tiers: [{ price: 20 }],
          policy: { name: 'priceWarFollower', probability: 1 },
        },
        { top: { interventions: [cut], months: 6 } },
      ),
    ),
    '1',
    0,
  );
  const prices = Array.from({ length: 6 }, () => {
    market.step();
    return market.state.firms.map(({ tiers }) => tiers[0].price);
  });
  // 20 x (1 - .6) = 8: the follower cuts in proportion, then sees no further cut.
  expect(prices).toEqual([
    [10, 20],
    [10, 20],
    [PRICE, 20],
    [PRICE, 8],
    [PRICE, 8],
    [PRICE, 8],
  ]);
});

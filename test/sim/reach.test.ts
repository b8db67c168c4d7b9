import { describe, expect, it } from 'vitest';
import { startMarket } from '../../sim/index.js';
import { legal, twoApps } from './made-scenario.js';

const channels = { net: { otherSpend: 1e6, contacts: 1, reach: { all: 0.5 } } };
const buyer = (ads: number) => ({ press: 0, channels: ['net'], policy: { name: 'steady', ads } });
const QUIET = { innovation: 0, imitation: 0, wordOfMouth: 0 };

describe('reach', () => {
  it("the price index is 1 + own and rivals' money / other advertisers' money", () => {
    const market = startMarket(
      legal(twoApps(buyer(1e6), buyer(5e5), { segment: QUIET, top: { channels } })),
      '1',
      0,
    );
    market.step();
    expect(market.state.channels[0].priceIndex).toBeCloseTo(2.5, 12);
  });

  it('awareness after one month is the reach .5 (1 - e^-x), x = 1 M / 2.5 M; after two it has been forgotten by .35', () => {
    const market = startMarket(
      legal(twoApps(buyer(1e6), buyer(5e5), { segment: QUIET, top: { channels } })),
      '1',
      0,
    );
    market.step();
    const [a] = market.state.firms;
    const reach = 0.5 * (1 - Math.exp(-0.4));
    expect(a.paidAwareness[0]).toBeCloseTo(reach, 12);
    market.step();
    expect(a.paidAwareness[0]).toBeCloseTo(1 - (1 - 0.65 * reach) * (1 - reach), 12);
  });

  it("the owner of a channel buys five times the contacts for its money, at everybody's price", () => {
    const owned = { net: { ...channels.net, owner: 'a', ownerDiscount: 0.2 } };
    const market = startMarket(
      legal(twoApps(buyer(1e5), buyer(1e5), { segment: QUIET, top: { channels: owned } })),
      '1',
      0,
    );
    market.step();
    const [a, b] = market.state.firms;
    expect(market.state.channels[0].priceIndex).toBeCloseTo(1.6, 12);
    expect(a.paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-5e5 / 1.6e6)), 12);
    expect(b.paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-1e5 / 1.6e6)), 12);
  });

  it('acquaintance grows by press and talk and is forgotten by .09 a month', () => {
    const market = startMarket(
      legal(
        twoApps({ press: 0.1, awareness: 0.3 }, { press: 0 }, { segment: { ...QUIET, wordOfMouth: 0.6 } }),
      ),
      '1',
      0,
    );
    market.step();
    expect(market.state.firms[0].ownAwareness[0]).toBeCloseTo(1 - (1 - 0.91 * 0.3) * 0.9, 12);
  });

  it('a budget goes first to the channel that reaches more people for the money', () => {
    const two = {
      wide: { otherSpend: 1e6, reach: { all: 0.8 } },
      narrow: { otherSpend: 1e6, reach: { all: 0.1 } },
    };
    const both = { press: 0, channels: ['wide', 'narrow'], policy: { name: 'steady', ads: 1e5 } };
    const market = startMarket(
      legal(twoApps(both, { press: 0 }, { segment: QUIET, top: { channels: two } })),
      '1',
      0,
    );
    market.step();
    const { channels, firms } = market.state;
    const spent = channels.map(({ id }, c) => [id, firms[0].adSpend[c]]);
    expect(Object.fromEntries(spent)).toEqual({ wide: expect.closeTo(1e5, 4), narrow: expect.closeTo(0, 4) });
  });

  it('paid joins are the part of the joins that advertising won, and CAC is what they cost', () => {
    const segment = { innovation: 50, review: 0, wordOfMouth: 0, outside: -40, secondApp: 0 };
    const market = startMarket(
      legal(twoApps({ ...buyer(1e6), awareness: 0.2 }, { press: 0 }, { segment, top: { channels } })),
      '1',
      0,
    );
    market.step();
    const [a] = market.state.firms;
    const own = 0.91 * 0.2;
    const paid = 0.5 * (1 - Math.exp(-0.5));
    expect(a.paidJoins / a.joins).toBeCloseTo(paid / (paid + own), 9);
  });
});

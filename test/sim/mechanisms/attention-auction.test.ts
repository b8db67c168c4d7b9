import { describe, expect, it } from 'vitest';
import { met } from '../../../sim/world/attention-auction.js';
import { twoApps } from '../made-scenario.js';
import { live, twins } from './twin.js';

const QUIET = { innovation: 0, imitation: 0, wordOfMouth: 0 };
const buyer = (ads: number) => ({ press: 0, channels: ['net'], policy: { name: 'steady', ads } });
const net = { otherSpend: 1e6, contacts: 1, reach: { all: 0.5 } };
const market = (channel: object, rival: number) =>
  twoApps(buyer(1e6), buyer(rival), { segment: QUIET, top: { channels: { net: { ...net, ...channel } } } });

describe('the auction of attention (M05)', () => {
  it("makes rivals' money everybody's price: index 1 + 1.5/1 = 2.5, in the twin 1", () => {
    const [auction, twin] = twins(market({}, 5e5), 'attention-auction', 1);
    expect(auction.state.channels[0].priceIndex).toBeCloseTo(2.5, 12);
    expect(auction.state.firms[0].paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-1 / 2.5)), 12);
    expect(twin.state.channels[0].priceIndex).toBe(1);
    expect(twin.state.firms[0].paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-1)), 12);
  });

  it('without it a rival who spends ten times as much changes nobody else reach', () => {
    const reach = (rival: number) =>
      twins(market({}, rival), 'attention-auction', 1).map(({ state }) => state.firms[0].paidAwareness[0]);
    const [crowded, alone] = reach(5e5);
    const [more, still] = reach(5e6);
    expect(more).toBeLessThan(0.6 * crowded);
    expect(still).toBe(alone);
  });

  it("crowding of a half counts half of the firms' money: index 1 + .5 x 1.5/1 = 1.75", () => {
    const half = live(market({ crowding: 0.5 }, 5e5), { months: 1 });
    expect(half.state.channels[0].priceIndex).toBeCloseTo(1.75, 12);
    expect(half.state.firms[0].paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-1 / 1.75)), 12);
  });

  // Hill's curve with n = 2 and half at 50, by hand: 100 / 2,600, 625 / 3,125, 1/2, 4/5, 16/17.
  it.each([
    [10, 0.038462],
    [25, 0.2],
    [50, 0.5],
    [100, 0.8],
    [200, 0.941176],
  ])('%i contacts reach %f of the audience on a Hill curve with n = 2, half at 50', (contacts, share) => {
    expect(met({ hill: 2, halfAt: 50 }, contacts)).toBeCloseTo(share, 6);
  });

  it('a month of .4 contacts a head reaches .5 x .16/(.16 + .04) of the segment with n = 2, half at .2', () => {
    const hill = live(market({ hill: 2, halfAt: 0.2 }, 5e5), { months: 1 });
    expect(hill.state.firms[0].paidAwareness[0]).toBeCloseTo(0.5 * 0.8, 12);
  });

  it('the split of a budget follows the curve: a channel that reaches nobody before 10 contacts gets nothing', () => {
    const channels = { net, late: { ...net, reach: { all: 0.9 }, hill: 4, halfAt: 10 } };
    const both = { press: 0, channels: ['net', 'late'], policy: { name: 'steady', ads: 1e5 } };
    const raw = (late: object) =>
      twoApps(
        both,
        { press: 0 },
        { segment: QUIET, top: { channels: { ...channels, late: { ...channels.late, ...late } } } },
      );
    const onLate = (late: object) => {
      const { channels, firms } = live(raw(late), { months: 1 }).state;
      return firms[0].adSpend[channels.findIndex(({ id }) => id === 'late')];
    };
    expect(onLate({})).toBe(0);
    expect(onLate({ hill: 0 })).toBeGreaterThan(5e4);
  });
});

import { describe, expect, it } from 'vitest';
import { league, seatsOf } from '../../../src/experiment/study/league.js';
import { clusterShare } from '../../../src/statistics/cluster-share.js';
import { wilson } from '../../../src/statistics/wilson.js';
import { legal, rawMarket } from '../../scenario/market.js';
import { labOf, studyOf } from './artificial.js';

const app = { cash: 10, channels: ['feed'], tiers: [{ price: 0 }], policy: 'steady' };

/** The names of the made worlds (`dies`, `lives`), both with an app. */
const scenario = legal(
  rawMarket({ months: 3, channels: { feed: { otherSpend: 1 } }, firms: { dies: app, lives: app } }),
);

const policies = ['steady', 'runwayGuard'].map((name) => ({ name, value: name }));
const study = studyOf('league', { scenario, policies, firms: ['dies'], replicates: 20 });

/** Under `steady` the firm dies in each fourth world, under `runwayGuard` in none. */
const lab = () =>
  labOf(({ replicate, values }) => ({
    dies: values['firms.dies.policy'] === 'steady' && replicate % 4 === 0,
  }));

describe('a league', () => {
  it("doubts also what never failed: 20 of 20 worlds are Wilson's interval, not a point", async () => {
    const { ranking } = await league(study, lab());
    expect(ranking.map(({ policy }) => policy)).toEqual(['runwayGuard', 'steady']);
    const [guard, steady] = ranking;
    expect(guard.alive).toEqual(wilson(20, 20));
    expect(guard.cashOut).toEqual(wilson(0, 20));
    expect(steady.alive).toEqual(wilson(15, 20));
    // by hand: 1 and 3/4, their mean 7/8
    expect(guard.advantage.alive.estimate).toBeCloseTo(1 / 8, 12);
    expect(steady.advantage.alive.estimate).toBeCloseTo(-1 / 8, 12);
    expect(steady.seats).toEqual({ dies: 0.75 });
  });

  // a world of two firms in which one dies each fourth time
  const clusters = Array.from({ length: 20 }, (_, r) => ({ k: r % 4 === 0 ? 1 : 2, n: 2 }));

  it('takes the seats of a world as a cluster', async () => {
    const { ranking } = await league({ ...study, firms: ['dies', 'lives'] }, lab());
    expect(ranking[1]).toMatchObject({ policy: 'steady', alive: clusterShare(clusters) });
  });

  it('seats a firm that comes in numbers once, and counts the mean of its copies', async () => {
    const channels = { feed: { otherSpend: 1 } };
    const many = legal(rawMarket({ months: 3, channels, firms: { dies: { ...app, copies: 2 } } }));
    expect(seatsOf({ scenario: many, firms: [] })).toEqual(['dies']);
    const { ranking } = await league({ ...study, scenario: many, firms: [] }, lab());
    expect(ranking[1]).toMatchObject({ alive: clusterShare(clusters), seats: { dies: 0.875 } });
    expect(ranking[0].alive.estimate).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { moveUsers, orphan, settleOrphans } from '../../../sim/population/agents.js';
import { LAPSED, NEVER, ORPHAN, TIERS } from '../../../sim/population/contract.js';
import { chiSquared, type MadeSegment, madeKeys, madePopulation } from './made-population.js';

const N = 100_000;
const PLAIN: MadeSegment = {
  agents: N,
  utility: [1, 0, 0.5],
  outside: 0,
  awareness: [1, 1, 1],
  own: 1,
  leave: 1,
  quit: 1,
};
const hazard = (state: number, what: 0 | 1 | 2) => state * 3 + what;

describe('a month of the agents population', () => {
  it('half of the users review at a review rate of .5, and the others stay as they are', () => {
    const { agents, sheet } = madePopulation([{ ...PLAIN, utility: [-50, 0, 0], leave: 0 }]);
    sheet.hazard[hazard(1 << 2, 2)] = 0.5;
    const tally = moveUsers(agents, sheet, madeKeys('sift'), 1);
    // All who review leave app 1. Binomial s.e. .00158: 4 s.e. = .0063 (false alarm 6e-5).
    expect(Math.abs(tally.users[0] / N - 0.5)).toBeLessThan(0.0063);
  });

  it('one uniform decides: lapse with .2, else review with .25, so that .2 + .8 x .25 = .4 leave', () => {
    const { agents, sheet } = madePopulation([{ ...PLAIN, utility: [-50, 0, 0], leave: 0, outside: -50 }]);
    agents.lapseFree.fill(0.2);
    sheet.hazard[hazard(1 << 2, 0)] = 1;
    sheet.hazard[hazard(1 << 2, 2)] = 0.75;
    sheet.freeTier[0] = 0;
    const tally = moveUsers(agents, sheet, madeKeys('one'), 1);
    expect(
      chiSquared(
        [tally.none[LAPSED], tally.users[TIERS] + tally.users[2 * TIERS], tally.users[0]],
        [0.2, 0.2, 0.6],
      ),
    ).toBeLessThan(
      18.4, // 2 degrees of freedom, 1e-4
    );
    expect(tally.lapses[1]).toBe(tally.none[LAPSED]);
  });

  it('a payer who lapses falls to the free tier of her app and keeps her tenure; without one she has no app', () => {
    for (const free of [0, -1]) {
      const { agents, sheet } = madePopulation([PLAIN]);
      for (let i = 0; i < N; i++) agents.state[i] |= 1;
      agents.lapsePaid.fill(1);
      sheet.tiers[0] = 2;
      sheet.freeTier[0] = free;
      sheet.hazard[hazard((1 << 2) | 1, 1)] = 1;
      const tally = moveUsers(agents, sheet, madeKeys('fall'), 1);
      if (free === 0) {
        expect(tally.users[0]).toBe(N);
        expect(tally.tenures[0]).toBe(6 * N);
        expect(tally.moves.every((people) => people === 0)).toBe(true);
      } else expect(tally.none[LAPSED]).toBe(N);
    }
  });

  it('in her first month a user gets past activation .75 and is then kept with 1 - lapse rate', () => {
    const { agents, sheet } = madePopulation([{ ...PLAIN, own: 0, utility: [50, -50, -50] }]);
    moveUsers(agents, sheet, madeKeys('join', 1), 1);
    agents.lapseFree.fill(0.1);
    sheet.activation[0] = 0.75;
    sheet.freeTier[0] = 0;
    sheet.hazard[hazard(1 << 2, 0)] = 1;
    sheet.hazard[hazard(1 << 2, 2)] = 1;
    sheet.hazard.fill(1, hazard(NEVER, 2), hazard(NEVER, 2) + 1);
    const second = moveUsers(agents, sheet, madeKeys('join', 2), 2);
    expect(Math.abs(second.users[0] / N - 0.675)).toBeLessThan(0.006); // .75 x .9, 4 s.e.
    const third = moveUsers(agents, sheet, madeKeys('join', 3), 3);
    const stayed = third.users[0] / second.users[0];
    expect(stayed).toBeGreaterThan(0.89); // .9 of the old ones; lapsed users do not come back (review rate 0)
  });

  it('equal tiers: the lowest is chosen', () => {
    const { agents, sheet } = madePopulation([{ ...PLAIN, own: 0 }]);
    for (let app = 0; app < 3; app++) {
      sheet.tiers[app] = 3;
      for (let k = 1; k < TIERS; k++) sheet.terms[(app * TIERS + k) << 2] = sheet.terms[(app * TIERS) << 2];
    }
    const tally = moveUsers(agents, sheet, madeKeys('tie'), 1);
    for (let app = 0; app < 3; app++)
      expect(tally.users[app * TIERS + 1] + tally.users[app * TIERS + 2]).toBe(0);
  });

  it('a reviewer keeps a second app with probability m, drawn by the same weights without the first', () => {
    const { agents, sheet } = madePopulation([{ ...PLAIN, own: 0, outside: -50, leave: 0 }]);
    sheet.second[0] = 0.4;
    const tally = moveUsers(agents, sheet, madeKeys('second'), 1);
    const w = PLAIN.utility.map(Math.exp);
    const sum = w.reduce((a, b) => a + b, 0);
    // By hand: P(second = j) = .4 x sum over first a != j of p_a w_j / (W - w_a).
    const law = w.map(
      (wj, j) => 0.4 * w.reduce((p, wa, a) => p + (a === j ? 0 : ((wa / sum) * wj) / (sum - wa)), 0),
    );
    const none = N - tally.second[0] - tally.second[1] - tally.second[2];
    expect(chiSquared([...tally.second, none], [...law, 0.6])).toBeLessThan(21.1); // 3 degrees of freedom, 1e-4
    for (let i = 0; i < N; i++)
      if (agents.second[i]) expect(agents.second[i]).not.toBe((agents.state[i] >> 2) & 31);
  });

  it('users of a dead app are orphans for one month and lapsed users after it', () => {
    const { agents, sheet } = madePopulation([PLAIN]);
    agents.second.fill(2, 0, 100);
    orphan(agents, 2);
    expect(agents.second.every((app) => app === 0)).toBe(true);
    orphan(agents, 1);
    expect(agents.state[0]).toBe(ORPHAN);
    sheet.hazard[hazard(ORPHAN, 2)] = 1;
    const tally = moveUsers(agents, sheet, madeKeys('orphan'), 1);
    expect(tally.none[ORPHAN]).toBe(N);
    settleOrphans(agents);
    expect(agents.state[0]).toBe(LAPSED);
  });
});

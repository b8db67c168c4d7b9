import { describe, expect, it } from 'vitest';
import { blockedShare, erlangB } from '../../../sim/firms/congestion.js';
import { twoApps } from '../made-scenario.js';
import { ALIKE, twins } from './twin.js';

/** Erlang's recursion as he wrote it. */
function recursion(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

describe('congestion (M26)', () => {
  it('by hand: two servers at one erlang block .2, one server blocks a/(1 + a)', () => {
    expect(erlangB(2, 1)).toBeCloseTo(0.2, 15); // (1/2) / (1 + 1 + 1/2)
    expect(erlangB(1, 3)).toBe(0.75);
    expect(erlangB(5, 0)).toBe(0);
  });

  it("is Erlang's recursion for 1 to 20,000 servers, idle, full and overloaded", () => {
    for (const servers of [1, 7, 100, 20_000]) {
      for (const load of [0.3, 0.95, 1, 1.05, 4]) {
        const expected = recursion(servers, load * servers);
        const blocked = erlangB(servers, load * servers);
        if (expected > 1e-14) expect(blocked / expected).toBeCloseTo(1, 10);
        else expect(blocked).toBe(0);
      }
    }
  });

  it('a thousand million servers at full load block sqrt(2 / (pi N)) of the calls', () => {
    expect(erlangB(1e9, 1e9)).toBeCloseTo(Math.sqrt(2 / (Math.PI * 1e9)), 8);
    expect(erlangB(1e9, 2e9)).toBeCloseTo(0.5, 8);
    expect(erlangB(1e9, 1e8)).toBe(0);
  });

  it('very many servers are the fluid limit: 1 - capacity/load, nothing below it, no limit at 0', () => {
    expect(blockedShare(200, 100, 0)).toBe(0.5);
    expect(blockedShare(90, 100, 0)).toBe(0);
    expect(blockedShare(90, 0, 10)).toBe(0);
    expect(blockedShare(200, 100, 1e7)).toBeCloseTo(0.5, 6);
    expect(blockedShare(90, 100, 10)).toBeCloseTo(recursion(10, 9), 12);
  });

  it('few servers lose calls below capacity; without the mechanism nothing is blocked', () => {
    const servers = { capacity: 10_000, servers: 2, lapse: 0 };
    const raw = twoApps(servers, { entersAt: 12 }, { segment: ALIKE, top: { months: 2 } });
    const [few, without] = twins(raw, 'congestion');
    // 10,000 M tokens on a capacity of 10,000: two erlangs on two servers, 2 / (1 + 2 + 2) blocked.
    expect(few.column('a', 'blocked')[0]).toBeCloseTo(0.4, 6);
    expect(few.column('a', 'tokens')[0]).toBeCloseTo(6000, 1);
    expect(without.column('a', 'blocked')[0]).toBe(0);
  });
});

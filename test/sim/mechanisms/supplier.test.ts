import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../sim/index.js';
import { type Raw, twoApps } from '../made-scenario.js';
import { ALIKE, live, twins } from './twin.js';

const lab = { cash: 1e9, shock: 0, fixedCost: 0, policy: 'steady', funding: { shift: -50 } };

function wrapped(supplier: object, app: object = {}) {
  const raw = twoApps(
    { lapse: 0, supplier: 'lab', supplied: 0.75, ...app },
    { lapse: 0 },
    { segment: ALIKE, world: { inferenceCost: { start: 2, floor: 1 } }, top: { months: 3 } },
  );
  return { ...raw, firms: { ...(raw.firms as object), lab: { ...lab, ...supplier } } };
}

describe('wrappers (M32)', () => {
  it('pay the list price on the part they buy: .75 x 6 + .25 x 2 = 5 a million tokens instead of 2', () => {
    const [wrapper, without] = twins(wrapped({ api: { price: 6 } }), 'wrappers');
    const perToken = (life: typeof wrapper, app: string) =>
      -life.column(app, 'inference')[1] / life.column(app, 'tokens')[1];
    expect(perToken(wrapper, 'a')).toBeCloseTo(5, 4);
    expect(perToken(without, 'a')).toBeCloseTo(2, 4);
    expect(perToken(wrapper, 'b')).toBeCloseTo(2, 4);
  });

  it('serve all themselves when the supplier is not there: before it enters, and after it has died', () => {
    const late = twins(wrapped({ api: { price: 6 }, entersAt: 3 }), 'wrappers')[0];
    const perToken = (life: typeof late) =>
      life.column('a', 'inference').map((cost, t) => -cost / life.column('a', 'tokens')[t]);
    expect(perToken(late).map((x) => Math.round(x * 100) / 100)).toEqual([2, 2, 5]);
    const dead = twins(wrapped({ api: { price: 6 }, cash: 1, fixedCost: 1e6 }), 'wrappers')[0];
    expect(perToken(dead).map((x) => Math.round(x * 100) / 100)).toEqual([5, 2, 2]);
  });

  it('are booked at the supplier: 75 % of 10,000 M tokens at 6 are 45,000 of its revenue, and cost it 2 each to serve', () => {
    const [life, twin] = twins(wrapped({ api: { price: 6 } }, { press: 1 }), 'wrappers');
    const tokens = life.column('a', 'tokens')[1];
    const sold = life.column('lab', 'apiTokens')[1];
    expect(sold).toBe(0.75 * tokens);
    expect(life.column('lab', 'api')[1]).toBeCloseTo(6 * 0.75 * tokens, 1);
    expect(life.column('lab', 'inference')[1]).toBeCloseTo(-2 * 0.75 * tokens, 1);
    expect(life.column('a', 'inference')[1]).toBeCloseTo(-(6 * 0.75 + 2 * 0.25) * tokens, 1);
    expect(twin.column('lab', 'api')).toEqual([0, 0, 0]);
  });

  it('pay what the supplier gets, to the cent: all of a serving cost, of two wrappers, also with developers of their own', () => {
    const raw: Raw = wrapped({ api: { price: 3.14259 } }, { supplied: 1, credits: 5 });
    const firms = raw.firms as Record<string, object>;
    const both = { ...firms.b, supplier: 'lab', supplied: 1, api: { price: 9, appeal: -1 } };
    const world = { ...(raw.world as object), api: { tokens: 7.77, inertia: 0, sensitivity: 0 } };
    const { column } = live({ ...raw, world, firms: { ...firms, b: both } });
    for (const t of [0, 1, 2]) {
      const credits = column('a', 'credits')[t] - (t > 0 ? column('a', 'credits')[t - 1] : 5);
      const paid = column('a', 'inference')[t] + column('b', 'inference')[t] + credits;
      // Half of the developers buy of the lab itself.
      const others = Math.round(3.14259 * 3.885 * 100) / 100;
      expect(Math.abs(column('lab', 'api')[t] - others + paid)).toBeLessThan(0.011);
    }
  });

  it('of wrappers pass their orders up: a buys half of b, which buys all of the lab', () => {
    const raw = wrapped({ api: { price: 4 } }, { supplier: 'b', supplied: 0.5 });
    const firms = raw.firms as Record<string, object>;
    const b = { ...firms.b, supplier: 'lab', supplied: 1, api: { price: 10 } };
    const { column } = live({ ...raw, firms: { ...firms, b } });
    const [own, others] = [column('b', 'tokens')[0], column('a', 'tokens')[0] / 2];
    expect(column('b', 'api')[0]).toBeCloseTo(10 * others, 1);
    expect(column('lab', 'apiTokens')[0]).toBeCloseTo(own + others, 6);
    expect(column('lab', 'api')[0]).toBe(-column('b', 'inference')[0]);
  });

  it('need a supplier that exists, is another firm and sells tokens', () => {
    const fault = (supplier: object, app: object) => {
      const parsed = parseScenario(wrapped(supplier, app));
      return 'problems' in parsed
        ? parsed.problems.map(({ path, received }) => [path.join('.'), received])
        : [];
    };
    expect(fault({ api: { price: 6 } }, { supplier: 'lap' })).toEqual([['firms.a.supplier', '"lap"']]);
    expect(fault({}, {})).toEqual([['firms.a.supplier', '"lab"']]);
    expect(fault({ api: { price: 6 } }, { supplier: 'a' })).toEqual([['firms.a.supplier', '"a"']]);
  });
});

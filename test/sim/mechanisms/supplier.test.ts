import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../sim/index.js';
import { twoApps } from '../made-scenario.js';
import { ALIKE, twins } from './twin.js';

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
    const dead = twins(wrapped({ api: { price: 6 }, cash: 1, fixedCost: 2 }), 'wrappers')[0];
    expect(perToken(dead).map((x) => Math.round(x * 100) / 100)).toEqual([5, 2, 2]);
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

import { describe, expect, it } from 'vitest';
import { startMarket } from '../../../sim/index.js';
import { LEDGER_LINES, type LedgerLine } from '../../../sim/metrics/columns.js';
import { legal, oneBurner, twoApps } from '../made-scenario.js';
import { ALIKE, live, sum } from './twin.js';

describe('commitments (M29)', () => {
  it('reserved compute: use is cut to nothing, and .4 of the peak is still owed for a notice of two months', () => {
    const app = { lapse: 0, reserved: 0.4, notice: 2 };
    const world = { inferenceCost: { start: 2, floor: 1 } };
    const market = startMarket(
      legal(twoApps(app, { entersAt: 12 }, { segment: ALIKE, world, top: { months: 6 } })),
      '1',
      0,
    );
    const paid = Array.from({ length: 6 }, (_, t) => {
      market.step(t < 2 ? {} : { a: { quotas: [0] } });
      return market.state.firms[0].ledger[LEDGER_LINES.indexOf('inference')] / 100;
    });
    // 10,000 M tokens x 2; weights are multiples of 2^-20 people.
    expect(paid.map((money) => Math.abs(Math.round(money / 10)))).toEqual([2000, 2000, 800, 800, 0, 0]);
  });

  it('severance: a cut from 1 M to .4 M costs three months of .6 M once, and a rise nothing', () => {
    const market = startMarket(legal(oneBurner({ severance: 3 }, { months: 4 })), '1', 0);
    const of = (name: LedgerLine) => market.state.firms[0].ledger[LEDGER_LINES.indexOf(name)] / 100;
    const paid = [1e6, 4e5, 4e5, 2e6].map((fixedCost) => {
      market.step({ burner: { fixedCost } });
      return of('severance');
    });
    expect(paid).toEqual([0, -1.8e6, 0, 0]);
  });

  /** Severance by month of a firm that follows `decided`, a level of what its field says, while the field falls to .6 M in month 3. */
  function severance(decided: (number | undefined)[], firm: object = {}): number[] {
    const interventions = [{ month: 3, path: 'firms.burner.fixedCost', value: 6e5 }];
    const raw = oneBurner({ severance: 3, cash: 1e9, ...firm }, { months: 6, interventions });
    const market = startMarket(legal(raw), '1', 0);
    return decided.map((level) => {
      const [{ fields }] = market.state.firms;
      const field = market.month >= 2 ? 6e5 : fields.fixedCost;
      market.step(level === undefined ? {} : { burner: { fixedCost: level * field } });
      return Math.abs(market.state.firms[0].ledger[LEDGER_LINES.indexOf('severance')]) / 100;
    });
  }

  it('severance: a dated fall costs nothing, whether the decision says so again or not', () => {
    expect(severance([undefined, undefined, undefined, undefined])).toEqual([0, 0, 0, 0]);
    expect(severance([1, 1, 1, 1])).toEqual([0, 0, 0, 0]);
    expect(severance([0.5, 0.5, 0.5, 0.5])).toEqual([1.5e6, 0, 0, 0]);
  });

  it('severance: with a dated fall in the same month only what the decision takes off the rest, .6 M to .45 M', () => {
    expect(severance([1, 1, 0.75, 0.75])).toEqual([0, 0, 3 * 1.5e5, 0]);
    // Half of 1 M stood, .6 of it would stand in month 3: 300,000; decided are 150,000.
    expect(severance([0.5, 0.5, 0.25, 0.25])).toEqual([1.5e6, 0, 3 * 1.5e5, 0]);
  });

  it('severance: what comes back and is cut again costs again; no decision takes the field as it stands', () => {
    expect(severance([0.5, 1, 1, 0.5])).toEqual([1.5e6, 0, 0, 9e5]);
    expect(severance([0.5, undefined, 0.5, undefined])).toEqual([1.5e6, 0, 9e5, 0]);
  });

  it('severance: nothing before a firm enters and in its first month, neither for dated falls nor for a small start', () => {
    expect(severance([1, 1, 1, 1, 1, 0.5], { entersAt: 5 })).toEqual([0, 0, 0, 0, 0, 9e5]);
    expect(severance([1, 1, 1, 1, 0.5, 0.5], { entersAt: 5 })).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('severance: `runwayGuard` with a long runway pays none for a dated fall, also of a firm that enters later', () => {
    const interventions = [{ month: 3, path: 'firms.burner.fixedCost', value: 6e5 }];
    for (const entersAt of [1, 5]) {
      const firm = { severance: 3, cash: 1e9, policy: 'runwayGuard', entersAt };
      const life = live(oneBurner(firm, { months: 6, interventions }));
      expect(sum(life.column('burner', 'severance'))).toBe(0);
      expect(life.column('burner', 'fixedCost')[5]).toBe(-6e5);
    }
  });

  it('jolts: three a month of 10,000 in the mean cost 30,000 a month, rare ones come in most months not at all', () => {
    const often = { cash: 1e9, fixedCost: 0, jolts: { rate: 3, size: 1e4 } };
    const paid = live(oneBurner(often, { months: 400 })).column('burner', 'jolts');
    // Sd of a month sqrt(2 x 3) x 10,000; 4.5 s.e. of a mean of 400: 5,511; false alarms 7e-6.
    expect(Math.abs(sum(paid) / 400 + 30_000)).toBeLessThan(5511);
    const seldom = { ...often, jolts: { rate: 0.05, size: 1e4 } };
    const quiet = live(oneBurner(seldom, { months: 400 })).column('burner', 'jolts');
    // Binomial(400, e^-.05), mean 380.5, sd 4.3.
    expect(Math.abs(quiet.filter((money) => money === 0).length - 380.5)).toBeLessThan(20);
  });
});

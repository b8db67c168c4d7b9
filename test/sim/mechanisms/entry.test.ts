import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, type Outcome, parseScenario, STATUS, simulate } from '../../../sim/index.js';
import { legal, oneBurner, type Raw, twoApps } from '../made-scenario.js';

const MONTHS = 24;

/** Copies of a firm that cannot run out of cash. */
function swarm(bot: Raw, rest: Raw = {}) {
  const raw = oneBurner({}, { months: MONTHS, ...rest });
  const firm = { cash: 1e9, fixedCost: 1, shock: 0, policy: 'steady', funding: { shift: -50 } };
  return legal({ ...raw, firms: { bot: { ...firm, ...bot } } });
}

const entries = ({ firms }: Outcome) => firms.map(({ entryMonth }) => entryMonth);
/** How many enter in each month. */
function arrivals(outcome: Outcome): number[] {
  return Array.from({ length: MONTHS }, (_, t) => entries(outcome).filter((month) => month === t + 1).length);
}

describe('entry', () => {
  it('copies without arrivals are all there from `entersAt` on, each with a row of its own', () => {
    const outcome = simulate(swarm({ copies: 3, entersAt: 5 }), 'entry', 0);
    expect(outcome.firms.map(({ firm }) => firm)).toEqual(['bot-1', 'bot-2', 'bot-3']);
    expect(entries(outcome)).toEqual([5, 5, 5]);
  });

  it('an uncertain field is another number in each copy', () => {
    const { firms } = simulate(swarm({ copies: 5, cash: 'uniform(1e8, 1e9)' }), 'entry', 0);
    expect(new Set(firms.map(({ finalCash }) => finalCash)).size).toBe(5);
  });

  it('arrivals are Poisson: 2 a month give mean 2 and variance 2 in every month', () => {
    const scenario = swarm({ copies: 90, arrivals: 2 });
    const counts = Array.from({ length: 50 }, (_, k) => arrivals(simulate(scenario, 'entry', k))).flat();
    const n = counts.length;
    const mean = counts.reduce((sum, x) => sum + x, 0) / n;
    const variance = counts.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
    // Four standard errors (false alarm 1 in 16,000 each): of the mean sqrt(2/n), of the variance sqrt((2 + 2 x 4)/n).
    expect(Math.abs(mean - 2)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(variance - 2)).toBeLessThan(4 * Math.sqrt(10 / n));
  });

  it('come in the order of the copies, from `entersAt` on, and their number does not depend on how many wait', () => {
    const few = simulate(swarm({ copies: 20, arrivals: 1, entersAt: 4 }), 'entry', 3);
    const many = simulate(swarm({ copies: 30, arrivals: 1, entersAt: 4 }), 'entry', 3);
    const months = entries(few).filter((month) => month !== null);
    expect([...months].sort((a, b) => a - b)).toEqual(months);
    expect(Math.min(...months)).toBeGreaterThanOrEqual(4);
    expect(entries(many).slice(0, 20)).toEqual(entries(few));
  });

  it('a change of the rate in month 13 brings a wave: .01 a month before, 5 after', () => {
    const interventions = [{ month: 13, path: 'firms.bot.arrivals', value: 5 }];
    const counts = arrivals(simulate(swarm({ copies: 100, arrivals: 0.01 }, { interventions }), 'entry', 0));
    const before = counts.slice(0, 12).reduce((sum, x) => sum + x, 0);
    const after = counts.slice(12).reduce((sum, x) => sum + x, 0);
    expect(before).toBeLessThanOrEqual(2);
    // 60 expected; four standard deviations.
    expect(Math.abs(after - 60)).toBeLessThan(4 * Math.sqrt(60));
  });

  it('a rate of 1e-9 keeps everybody waiting for the month in which it rises', () => {
    const interventions = [{ month: 13, path: 'firms.bot.arrivals', value: 90 }];
    const months = entries(simulate(swarm({ copies: 20, arrivals: 1e-9 }, { interventions }), 'entry', 0));
    // Fewer than 20 of Poisson(90): below 1e-17.
    expect(new Set(months)).toEqual(new Set([13]));
  });

  it('a rate of 0 that rises later is refused, of the scenario or of an arm, unless month 1 sets it', () => {
    const dated = { month: 13, path: 'firms.bot.arrivals', value: 5 };
    const first = { ...dated, month: 1, value: 0.1 };
    const problems = (rest: Raw) => {
      const { burner } = oneBurner().firms as Record<string, Raw>;
      const parsed = parseScenario({
        ...oneBurner({}, { months: MONTHS, ...rest }),
        firms: { bot: { ...burner, copies: 3 } },
      });
      return 'problems' in parsed ? parsed.problems.map(({ path }) => path.join('.')) : [];
    };
    expect(problems({ interventions: [dated] })).toEqual(['interventions.0.path']);
    expect(problems({ arms: { open: { overrides: [dated] } } })).toEqual(['arms.open.overrides.0.path']);
    expect(problems({ interventions: [dated, first] })).toEqual([]);
    expect(problems({ interventions: [first], arms: { open: { overrides: [dated] } } })).toEqual([]);
  });

  it('an uncertain rate that is drawn as 0 brings nobody; it is no firm that enters in its month', () => {
    // Half of the worlds draw a rate below 0, which is held at 0; the others 1e-9 or so.
    const scenario = swarm({ arrivals: 'normal(0, 1e-9)' });
    const worlds = Array.from({ length: 20 }, (_, k) => entries(simulate(scenario, 'entry', k)));
    expect(worlds.flat()).toEqual(worlds.map(() => null));
  });

  it('who has not arrived is absent: no exit, no entry, nothing in its rows', () => {
    const outcome = simulate(swarm({ copies: 2, arrivals: 1e-9 }), 'entry', 0);
    expect(outcome.firms[1]).toMatchObject({
      outcome: 'absent',
      exitMonth: null,
      entryMonth: null,
      ledger: expect.anything(),
    });
    expect(outcome.months.every((x) => x === STATUS.indexOf('absent'))).toBe(true);
    expect(outcome.months).toHaveLength(MONTHS * 2 * MONTH_COLUMNS.length);
  });

  it('without the mechanism nobody arrives', () => {
    const scenario = swarm({ copies: 50, arrivals: 2 }, { without: ['entry'] });
    expect(entries(simulate(scenario, 'entry', 0)).every((month) => month === null)).toBe(true);
  });

  it('apps that arrive take users only from their month on', () => {
    const raw = twoApps({}, {}, { segment: { innovation: 0.5 }, top: { months: 12 } });
    const firms = raw.firms as Record<string, Raw>;
    const scenario = legal({
      ...raw,
      firms: { a: firms.a, bot: { ...firms.b, copies: 6, arrivals: 0.4, users: 5000 } },
    });
    const outcome = simulate(scenario, 'entry', 1);
    const users = MONTH_COLUMNS.indexOf('users');
    const F = outcome.firms.length;
    let entered = 0;
    outcome.firms.slice(1).forEach(({ entryMonth }, k) => {
      if (entryMonth !== null) entered++;
      for (let month = 1; month <= 12; month++) {
        const count = outcome.months[((month - 1) * F + k + 1) * MONTH_COLUMNS.length + users];
        expect(count > 0).toBe(entryMonth !== null && month >= entryMonth);
      }
    });
    expect(entered).toBeGreaterThan(0);
  });
});

import { describe, expect, test } from 'vitest';
import { b2bLanding } from '../../sim/policies/b2b-landing.js';
import { runwayGuard } from '../../sim/policies/runway-guard.js';
import { stopEarly } from '../../sim/policies/stop-early.js';
import { makeView, noLuck, withDefaults } from './view.js';

describe('runwayGuard', () => {
  const parameters = withDefaults(runwayGuard.parameters, {
    ads: 8,
    cut: 0.25,
    restore: 0.125,
    leastFixed: 0.5,
  });
  const plan = { fixedCost: 100, research: 40 };

  test('keeps the plan with a year of runway', () => {
    const decision = runwayGuard.decide(
      makeView(plan),
      parameters,
      { ads: 1, research: 1, fixed: 1 },
      noLuck,
    );
    expect(decision).toEqual({ ads: 8, research: 40, fixedCost: 100 });
  });

  test('cuts advertising first, then research, then fixed cost: runway 11, 8, 5', () => {
    const memory = { ads: 1, research: 1, fixed: 1 };
    const at = (runway: number) =>
      runwayGuard.decide(makeView({ ...plan, runway }), parameters, memory, noLuck);
    expect(at(11)).toEqual({ ads: 6, research: 40, fixedCost: 100 });
    expect(at(8)).toEqual({ ads: 4, research: 30, fixedCost: 100 });
    expect(at(5)).toEqual({ ads: 2, research: 20, fixedCost: 75 });
  });

  test('brings back half of a cut a month once the runway is long again', () => {
    const memory = { ads: 0.5, research: 0.5, fixed: 0.5 };
    const decision = runwayGuard.decide(makeView({ ...plan, runway: 30 }), parameters, memory, noLuck);
    expect(decision).toEqual({ ads: 5, research: 25, fixedCost: 62.5 });
  });

  test('stops cutting at its floors: no ads, a fifth of research, half of fixed cost', () => {
    const memory = { ads: 0, research: 0.2, fixed: 0.5 };
    const decision = runwayGuard.decide(makeView({ ...plan, runway: 1 }), parameters, memory, noLuck);
    expect(decision).toEqual({ ads: 0, research: 8, fixedCost: 50 });
  });

  test('follows a dated change of the plan while it is cut', () => {
    const memory = { ads: 1, research: 0.5, fixed: 1 };
    const view = makeView({ ...plan, research: 80, runway: 8 });
    expect(runwayGuard.decide(view, parameters, memory, noLuck).research).toBe(20);
  });
});

describe('b2bLanding', () => {
  const parameters = withDefaults(b2bLanding.parameters, { cut: 0.25, leastResearch: 0.5 });

  test('buys no users and cuts research by a quarter a month below nine months of runway, to half', () => {
    const memory = { research: 1 };
    const view = makeView({ research: 40, cash: 80, burn: 10, runway: 8 });
    const research = [1, 2, 3].map(() => b2bLanding.decide(view, parameters, memory, noLuck));
    expect(research.map((month) => month.research)).toEqual([30, 20, 20]);
    expect(research[0].ads).toBe(0);
  });

  test('counts half of what customers owe: (80 + .5 x 20) / 10 = 9 months are enough', () => {
    const view = makeView({ research: 40, cash: 80, receivables: 20, burn: 10, runway: 8 });
    expect(b2bLanding.decide(view, parameters, { research: 1 }, noLuck).research).toBe(40);
  });

  test('a firm that earns keeps its research', () => {
    const view = makeView({ research: 40, cash: 1, burn: -5, runway: Number.POSITIVE_INFINITY });
    expect(b2bLanding.decide(view, parameters, { research: 1 }, noLuck).research).toBe(40);
  });
});

describe('stopEarly', () => {
  const parameters = withDefaults(stopEarly.parameters, { ads: 3, trial: 6 });
  // 100 users bring 300 and cost .1 x 1 each: margin 2.9, churn .1: lifetime value 29.
  const good = { users: [130, 120, 110, 100], cac: 20, lastMonth: { subscriptions: 390 } };
  const decide = (age: number, changes = {}) =>
    stopEarly.decide(makeView({ ...good, ...changes }), parameters, { age }, noLuck);

  test('goes on after the trial while users grow and earn 29 at a cost of 20', () => {
    expect(decide(6)).toEqual({ ads: 3 });
  });

  test('winds down in the month after the trial if a user costs more than the 29 she earns', () => {
    expect(decide(6, { cac: 29.1 })).toEqual({ ads: 0, stop: 'wound-down' });
  });

  test('winds down if users no longer grow', () => {
    expect(decide(6, { users: [100, 120, 110, 100] }).stop).toBe('wound-down');
  });

  test('does not judge itself during the trial', () => {
    expect(decide(5, { cac: 1000, users: [50, 60, 70, 80] })).toEqual({ ads: 3 });
  });
});

import { describe, expect, it } from 'vitest';
import { ALL_A, CLOSE, logit, movedBetween, plain } from './plain-market.js';
import { live, twins } from './twin.js';

const users = { a: { users: 1 } };

describe('switching cost and habit (M04)', () => {
  it('of .8 utils keeps e^.8/(1 + e^.8) = .690 of the users with an app no better than the other; twin: a half', () => {
    const [market, twin] = twins(plain({ ...ALL_A, switchingCost: 0.8 }, users), 'switching-cost', 1);
    expect(logit(0.8)).toBeCloseTo(0.69, 3);
    expect(Math.abs(1 - movedBetween(market) - logit(0.8))).toBeLessThan(CLOSE);
    expect(Math.abs(1 - movedBetween(twin) - 0.5)).toBeLessThan(CLOSE);
  });

  it('grows by habit: after ten months .8 (1 + 1.5 (1 - .85^10)) = 1.764, on a ramp of 20 months 1.4', () => {
    const leave = (segment: object) =>
      live(plain({ switchingCost: 0.8, habit: 1.5, ...segment }), { months: 1 }).state.sheet.habit[10] /
      Math.LOG2E;
    expect(leave({ habitMemory: 0.85 })).toBeCloseTo(1.76375, 5);
    expect(leave({ habitRamp: 20 })).toBeCloseTo(1.4, 6);
  });

  it('holds users who joined: with habit fewer move in month 3 than in month 2, in the twin as many', () => {
    const raw = plain({ switchingCost: 0.8, habit: 3, habitMemory: 0.5 });
    // Month 2: all have tenure 0. Month 3: the .690 who stayed have .8 (1 + 3 x .5) = 2, the others .8 again.
    const second = 1 - logit(0.8);
    const third = logit(0.8) * (1 - logit(2)) + second * second;
    expect(Math.abs(movedBetween(live(raw, { months: 2 })) - second)).toBeLessThan(CLOSE);
    const [market, twin] = twins(raw, 'switching-cost', 3);
    expect(Math.abs(movedBetween(market) - third)).toBeLessThan(CLOSE);
    expect(Math.abs(movedBetween(twin) - 0.5)).toBeLessThan(CLOSE);
  });

  it('without bound freezes shares', () => {
    const raw = plain({ ...ALL_A, switchingCost: 20 }, { a: { users: 1 }, b: { quality: 3 } });
    expect(movedBetween(live(raw, { months: 1 }))).toBe(0);
  });
});

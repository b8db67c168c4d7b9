import { describe, expect, test } from 'vitest';
import { adFollower } from '../../sim/policies/ad-follower.js';
import { bigTechSubsidy } from '../../sim/policies/big-tech-subsidy.js';
import { blitzscale } from '../../sim/policies/blitzscale.js';
import { steady } from '../../sim/policies/steady.js';
import { makeRival, makeView, noLuck, withDefaults } from './view.js';

describe('steady', () => {
  test('spends the same on advertising and touches nothing else', () => {
    expect(steady.decide(makeView(), { ads: 7 }, {}, noLuck)).toEqual({ ads: 7 });
  });
});

describe('blitzscale', () => {
  const kimi = (changes = {}) =>
    withDefaults(blitzscale.parameters, { base: 100, growth: 1.5, cap: 300, retreat: 0.5, ...changes });
  const growing = { users: [120, 110, 105, 100] };

  test('spends the base in month 1 and base x 1.5, x 2.25 while users grow by more than 2 % in three months', () => {
    const memory = { multiple: 1 };
    const month1 = blitzscale.decide(makeView({ month: 1, users: [100] }), kimi(), memory, noLuck);
    expect(month1.ads).toBe(100);
    expect(blitzscale.decide(makeView(growing), kimi(), memory, noLuck).ads).toBe(150);
    expect(blitzscale.decide(makeView(growing), kimi(), memory, noLuck).ads).toBe(225);
  });

  test('reads growth from the months it has: 105 after 100 in the first month is enough', () => {
    const view = makeView({ users: [105, 100] });
    expect(blitzscale.decide(view, kimi(), { multiple: 1 }, noLuck).ads).toBe(150);
  });

  test('holds the budget at 1.9 % growth in three months', () => {
    const view = makeView({ users: [1019, 1000, 1000, 1000] });
    expect(blitzscale.decide(view, kimi(), { multiple: 2 }, noLuck).ads).toBe(200);
  });

  test('never exceeds the cap, and a capped budget does not go on growing unseen', () => {
    const memory = { multiple: 2.25 };
    expect(blitzscale.decide(makeView(growing), kimi(), memory, noLuck).ads).toBe(300);
    blitzscale.decide(makeView(growing), kimi(), memory, noLuck);
    expect(memory.multiple).toBe(3.375);
  });

  test('halves the budget when the runway is under nine months', () => {
    const view = makeView({ ...growing, runway: 8.9 });
    expect(blitzscale.decide(view, kimi(), { multiple: 2 }, noLuck).ads).toBe(100);
  });

  test('stops at once when its base is set to zero', () => {
    expect(blitzscale.decide(makeView(growing), kimi({ base: 0 }), { multiple: 2 }, noLuck).ads).toBe(0);
  });

  test('the land-grab spends cash / 18 up to its cap', () => {
    const grab = withDefaults(blitzscale.parameters, { cashMonths: 18, cap: 8 });
    const ads = (cash: number) => blitzscale.decide(makeView({ cash }), grab, { multiple: 1 }, noLuck).ads;
    expect([ads(90), ads(180), ads(0)]).toEqual([5, 8, 0]);
  });

  test('seeks money on growth below 18 months of runway, not above and not without growth', () => {
    const seek = (changes: object) =>
      blitzscale.decide(makeView(changes), kimi(), { multiple: 1 }, noLuck).seek;
    expect(seek({ ...growing, runway: 17 })).toBe(true);
    expect(seek({ ...growing, runway: 19 })).toBeUndefined();
    expect(seek({ runway: 17 })).toBeUndefined();
  });
});

describe('adFollower', () => {
  const rivals = [makeRival('loud', { adSpend: 200 }), makeRival('kimi', { adSpend: 100 })];
  const fresh = () => ({ multiple: 1, research: 1 });
  const follower = (changes: object) =>
    withDefaults(adFollower.parameters, { base: 6, share: 0.5, ...changes });

  test("spends its base plus half of the named leader's last month: 6 + .5 x 100", () => {
    const decision = adFollower.decide(makeView({ rivals }), follower({ leader: 'kimi' }), fresh(), noLuck);
    expect(decision).toEqual({ ads: 56, research: 4 });
  });

  test('follows the biggest spender if no leader is named: 6 + .5 x 200', () => {
    expect(adFollower.decide(makeView({ rivals }), follower({}), fresh(), noLuck).ads).toBe(106);
  });

  test('is left with its base when the leader is dead', () => {
    const dead = [makeRival('kimi', { adSpend: 100, alive: false })];
    const view = makeView({ rivals: dead });
    expect(adFollower.decide(view, follower({ leader: 'kimi' }), fresh(), noLuck).ads).toBe(6);
  });

  test('lets the base grow from its first month of advertising: 0, 6, 9', () => {
    const memory = fresh();
    const spend = (month: number) =>
      adFollower.decide(makeView({ month }), follower({ fromMonth: 3, growth: 1.5 }), memory, noLuck).ads;
    expect([spend(2), spend(3), spend(4)]).toEqual([0, 6, 9]);
  });

  test('is silent below its runway floor and above it speaks', () => {
    const spend = (runway: number) =>
      adFollower.decide(makeView({ runway }), follower({ runwayFloor: 6 }), fresh(), noLuck).ads;
    expect([spend(5), spend(6)]).toEqual([0, 6]);
  });

  test('cuts research by a fifth of the plan a month below its runway, to three tenths: 4 becomes 3.2, 2.4, 1.6', () => {
    const memory = fresh();
    const research = () =>
      adFollower.decide(makeView({ runway: 8 }), follower({ researchBelow: 9 }), memory, noLuck).research;
    [3.2, 2.4, 1.6, 1.2].forEach((expected) => {
      expect(research()).toBeCloseTo(expected, 12);
    });
  });
});

describe('bigTechSubsidy', () => {
  const parameters = withDefaults(bigTechSubsidy.parameters, {
    constant: 6,
    base: 2,
    growth: 2,
    cap: 7,
    share: 0.5,
    leader: 'kimi',
  });

  test('spends 6 + 2 x 2^t up to 7 + half of the leader, at price zero, and asks nobody for money', () => {
    const memory = { multiple: 1 };
    const view = makeView({
      rivals: [makeRival('kimi', { adSpend: 10 })],
      tiers: [
        { price: 9, quota: 1, adLoad: 0 },
        { price: 20, quota: 5, adLoad: 0 },
      ],
    });
    const months = [1, 2, 3].map(() => bigTechSubsidy.decide(view, parameters, memory, noLuck));
    expect(months.map((month) => month.ads)).toEqual([13, 15, 18]);
    expect(months[0].prices).toEqual([0, 0]);
    expect(months[0].seek).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../sim/policies/list.js';
import type { FirmView } from '../../sim/policies/policy.js';
import { makeRival, makeView, withDefaults } from './view.js';

const situations: Record<string, FirmView> = {
  'in month 1': makeView({ month: 1, users: [0], runway: Number.POSITIVE_INFINITY, burn: 0 }),
  'without an app': makeView({ users: [0, 0], tiers: [], payers: 0, usePerUser: 0 }),
  'when broke': makeView({ cash: 0, runway: 0, burn: 50, month: 20, users: [1, 10, 100, 1000] }),
  'when all rivals are dead': makeView({ rivals: [makeRival('a', { alive: false, adSpend: 9 })] }),
};

describe.each(Object.entries(POLICIES))('policy %s', (key, policy) => {
  test('is listed under its own name, with an idea and a source', () => {
    expect(policy.name).toBe(key);
    expect(policy.about.length).toBeGreaterThan(20);
    expect(policy.source.length).toBeGreaterThan(3);
  });

  test('declares every number with a unit, a sentence, a source and a default inside its range', () => {
    for (const spec of Object.values(policy.parameters)) {
      expect(spec.about).toMatch(/\.$/);
      if ('kind' in spec) continue;
      expect(spec.unit).not.toBe('');
      expect(spec.source).toBeTruthy();
      expect(spec.default).toBeGreaterThanOrEqual(spec.min);
      expect(spec.default).toBeLessThanOrEqual(spec.max);
    }
  });

  test.each(Object.entries(situations))('decides finite sums of at least zero %s', (_name, view) => {
    const decision = policy.decide(view, withDefaults(policy.parameters), policy.memory?.() ?? {}, () => 0.5);
    const { ads, research, fixedCost, prices, quotas, adLoads } = decision;
    const numbers = [ads, research, fixedCost, ...(prices ?? []), ...(quotas ?? []), ...(adLoads ?? [])];
    for (const number of numbers) {
      if (number === undefined) continue;
      expect(number).toSatisfy(Number.isFinite);
      expect(number).toBeGreaterThanOrEqual(0);
    }
    for (const list of [prices, quotas, adLoads]) {
      if (list) expect(list).toHaveLength(view.tiers.length);
    }
  });

  test('decides the same twice from the same view and a fresh memory', () => {
    const decide = () =>
      policy.decide(
        situations['when broke'],
        withDefaults(policy.parameters),
        policy.memory?.() ?? {},
        () => 0.5,
      );
    expect(decide()).toEqual(decide());
  });
});

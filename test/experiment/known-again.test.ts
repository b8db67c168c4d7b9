/** Why a batch with --until ended, found again from its worlds. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../sim/index.js';
import { BASE } from '../../src/experiment/job.js';
import { knownAgain } from '../../src/experiment/known-again.js';
import { fakeOutcome, fakeScenario } from './fake.js';

describe('what --until knew, from its worlds alone', () => {
  const told = {
    reason: 'most',
    until: 0.02,
    reached: 0.4,
    intervals: 1,
    level: 0.95,
    looks: 1,
    firms: ['dies'],
  } as const;
  const at = (worlds: number, outcomes: (k: number) => Outcome[]) => ({
    ...{ scenario: fakeScenario, points: [BASE], worlds },
    outcomes: (_: string, replicates: readonly number[]) => replicates.flatMap(outcomes),
  });
  it('is that it was known, if the interval is narrow enough', () => {
    const { stopping } = knownAgain(
      { ...told, until: 0.4 },
      at(200, (k) => [fakeOutcome(k)]),
    );
    expect(stopping).toMatchObject({ reason: 'known', intervals: 1 });
  });
  it('is that no more were allowed, if the last worlds still told something', () => {
    for (const reason of ['most', 'nothing finished', 'known'] as const)
      expect(
        knownAgain(
          { ...told, reason },
          at(60, (k) => [fakeOutcome(k)]),
        ).stopping.reason,
      ).toBe('most');
  });
  it('is what the batch said, if the last worlds told nothing', () => {
    for (const reason of ['most', 'nothing finished'] as const)
      expect(
        knownAgain(
          { ...told, reason },
          at(60, () => []),
        ).stopping.reason,
      ).toBe(reason);
    expect(
      knownAgain(
        { ...told, reason: 'known' },
        at(60, () => []),
      ).stopping.reason,
    ).toBe('most');
  });
});

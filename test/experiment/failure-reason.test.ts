import { describe, expect, it } from 'vitest';
import { MOST_LISTED, reasonOf, toldFailures } from '../../src/experiment/failure-reason.js';
import { failureOf } from '../../src/experiment/job.js';

const at = (point: string, replicate: number, message: string) =>
  failureOf(new Error(message), { point, replicate, seed: '1' });

describe('why worlds failed', () => {
  it('is told in a line, with policy, firm, month and level where a policy broke off', () => {
    const cause = new Error(
      'policy ./own.mjs of firm kimi failed in month 2: too dear (policy level fenced)',
    );
    const error = new Error(`${cause.message} (month 2, replicate 7, seed 1)`, { cause });
    expect(reasonOf(failureOf(error, { point: 'base', replicate: 7, seed: '1' }))).toBe(cause.message);
    expect(reasonOf(at('base', 7, 'cash is NaN (month 4, replicate 7, seed 1)'))).toBe(
      'month 4, cash is NaN',
    );
  });

  it('is told once a reason, with the first world that failed for it and how many did', () => {
    const failures = [at('base', 9, 'b'), at('arm', 4, 'a'), at('base', 2, 'b'), at('arm', 3, 'b')];
    expect(toldFailures(failures)).toEqual([
      { point: 'arm', replicate: 3, reason: 'b', worlds: 3 },
      { point: 'arm', replicate: 4, reason: 'a', worlds: 1 },
    ]);
  });

  it('is told for the first reasons only, however many there are', () => {
    const failures = Array.from({ length: 99 }, (_, k) => at('base', k, `${k}`));
    expect(toldFailures(failures)).toHaveLength(MOST_LISTED);
  });
});

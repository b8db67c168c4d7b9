/** Worlds that could not be simulated: what is kept of the error, and how it is told. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../sim/index.js';
import { reasonOf, toldFailures } from '../../src/experiment/failure-reason.js';
import { BASE, failureOf, runChunk } from '../../src/experiment/job.js';
import { fakeOutcome } from './fake.js';

describe('a failed world', () => {
  const place = { point: BASE, replicate: 3, seed: '7' };
  it('has the stacks of its causes, or its message if it has none', () => {
    const inner = Object.assign(new Error('inner'), { stack: 'Error: inner\n at b' });
    const outer = Object.assign(new Error('outer', { cause: inner }), { stack: 'Error: outer\n at a' });
    expect(failureOf(outer, place)).toEqual({
      ...{ ...place, message: 'outer' },
      stack: 'Error: outer\n at a\nCaused by: Error: inner\n at b',
    });
    expect(failureOf(Object.assign(new Error('bare'), { stack: '' }), place)).toMatchObject({
      message: 'bare',
      stack: 'bare',
    });
    expect(failureOf('thrown text', place)).toMatchObject({ message: 'thrown text', stack: 'thrown text' });
  });
  it('is told by the error of the policy, or by its own first line', () => {
    expect(reasonOf({ message: 'x', stack: 'Error: cash is NaN\n at a' })).toBe('cash is NaN');
    expect(reasonOf({ message: 'x', stack: 'Error: x\n at a\nCaused by: Error: no price\n at b' })).toBe(
      'no price',
    );
  });
  it('is listed by plan, then by replicate', () => {
    const failed = (point: string, replicate: number) => ({
      point,
      replicate,
      seed: '',
      message: '',
      stack: `Error: of ${point} ${replicate}`,
    });
    const rows = toldFailures([failed('b', 1), failed('a', 9), failed('a', 2)]);
    expect(rows.map(({ point, replicate }) => `${point} ${replicate}`)).toEqual(['a 2', 'a 9', 'b 1']);
  });
  it('does not end the chunk, which stops when it is asked to, also where there is no setImmediate', async () => {
    const { setImmediate } = globalThis;
    const seen: string[] = [];
    const sink = {
      outcome: ({ replicate }: Outcome) => void seen.push(`world ${replicate}`),
      failure: ({ replicate, message }: { replicate: number; message: string }) =>
        void seen.push(`${replicate}: ${message}`),
    };
    const simulate = (_: string, replicate: number) => {
      if (replicate === 1) throw new Error('broken');
      return fakeOutcome(replicate);
    };
    try {
      Reflect.deleteProperty(globalThis, 'setImmediate');
      await runChunk({ point: BASE, first: 0, last: 9 }, sink, {
        simulate,
        seed: '1',
        stopped: () => seen.length === 3,
      });
    } finally {
      globalThis.setImmediate = setImmediate;
    }
    expect(seen).toEqual(['world 0', '1: broken', 'world 2']);
  });
});

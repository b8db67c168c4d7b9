/** Worlds that could not be simulated: what is kept of the error, and that the others are lived. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../sim/index.js';
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

import { describe, expect, it } from 'vitest';
import type { ChunkResult, Pool } from '../../src/experiment/job.js';
import { planChunks, span } from '../../src/experiment/plan.js';
import { runChunks } from '../../src/experiment/run.js';
import { inlinePool } from '../../src/pool/inline.js';
import { fakeOutcome } from './fake.js';

/** Worlds that take so many milliseconds of a clock of their own; those of `bad` throw. */
function worldsOf(ms: (replicate: number) => number, bad: readonly number[] = []) {
  let clock = 0;
  const simulate = (point: string, replicate: number) => {
    clock += ms(replicate);
    if (bad.includes(replicate)) throw new Error('bad');
    return fakeOutcome(replicate, point);
  };
  return { pool: inlinePool(simulate, 's'), soon: { ms: 1000, now: () => clock } };
}

function keeping() {
  const parts: [first: number, last: number, held: number[]][] = [];
  const keep = ({ chunk: { first, last }, outcomes }: ChunkResult) =>
    void parts.push([first, last, outcomes.map(({ replicate }) => replicate)]);
  return { parts, keep };
}

const chunks = planChunks([{ point: 'base', replicates: span(0, 9) }], 10);

describe('worlds of a chunk', () => {
  it.each([
    ['are kept together if they end within a second', 90, [[0, 9]]],
    [
      'are kept every second if they take .4 s',
      400,
      [
        [0, 2],
        [3, 5],
        [6, 8],
        [9, 9],
      ],
    ],
    ['are kept one by one if they take longer', 1000, span(0, 9).map((k) => [k, k])],
  ])('%s', async (_, ms, stretches) => {
    const { parts, keep } = keeping();
    const { pool, soon } = worldsOf(() => ms);
    const end = await runChunks(chunks, pool, { keep, soon });
    expect(end).toEqual({ failures: [], complete: true });
    expect(parts).toEqual(stretches.map(([first, last]) => [first, last, span(first, last)]));
  });

  it('that fail are in no part, and a stretch of nothing else is none', async () => {
    const { parts, keep } = keeping();
    const { pool, soon } = worldsOf(() => 500, [0, 1, 3, 8, 9]);
    const end = await runChunks(chunks, pool, { keep, soon });
    expect(end.failures.map(({ replicate }) => replicate)).toEqual([0, 1, 3, 8, 9]);
    expect(parts.map(([, , held]) => held)).toEqual([[2], [4], [5, 6], [7]]);
    for (const [first, last, held] of parts)
      expect(held.every((replicate) => first <= replicate && replicate <= last)).toBe(true);
  });

  it('are kept up to the one at which the run was stopped', async () => {
    const { parts, keep } = keeping();
    const { pool, soon } = worldsOf(() => 400);
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 5 && stop.abort();
    await runChunks(chunks, pool, { keep, soon, onProgress, signal: stop.signal });
    expect(parts.flatMap(([, , held]) => held)).toEqual(span(0, 4));
  });

  it('that cannot be kept stop the run before the chunk ends, with what was thrown', async () => {
    const { pool, soon } = worldsOf(() => 1000);
    const full = new Error('disk full');
    let ended = 0;
    const onProgress = () => void ended++;
    const keep = () => Promise.reject(full);
    await expect(runChunks(chunks, pool, { keep, soon, onProgress })).rejects.toBe(full);
    expect(ended).toBeLessThan(10);
  });

  it('are on disk before the run ends, also if the pool breaks', async () => {
    const order: string[] = [];
    const { pool, soon } = worldsOf(() => 1000);
    const breaking: Pool = {
      ...pool,
      async run(chunk, onReplicate) {
        await pool.run({ ...chunk, last: 1 }, onReplicate);
        throw new Error('no thread');
      },
    };
    const keep = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('kept');
    };
    await runChunks(chunks, breaking, { keep, soon }).catch((error: Error) => order.push(error.message));
    expect(order).toEqual(['kept', 'kept', 'no thread']);
  });
});

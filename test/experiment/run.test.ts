import { describe, expect, it } from 'vitest';
import type { ChunkResult, Pool, SimulateOne } from '../../src/experiment/job.js';
import { planChunks, span } from '../../src/experiment/plan.js';
import { type Progress, runChunks } from '../../src/experiment/run.js';
import { collect } from '../../src/pool/collect.js';
import { inlinePool } from '../../src/pool/inline.js';
import { fakeOutcome } from './fake.js';

const chunks = planChunks([{ point: 'base', replicates: span(0, 9) }], 2);
const good: SimulateOne = (point, replicate) => fakeOutcome(replicate, point);
const failing: SimulateOne = (point, replicate) => {
  if (replicate >= 4) throw new Error(`world ${replicate}`);
  return good(point, replicate);
};

/** One place; worlds 0 to 2 and 3, 7 finish, others hang, or throw where they neither hang nor finish. */
function hangingPool(hangs: (replicate: number) => boolean): Pool {
  let closed = false;
  return {
    width: 0,
    async run(chunk, onReplicate) {
      const got = collect(chunk, onReplicate);
      for (; got.next() <= chunk.last && !closed; await Promise.resolve()) {
        const replicate = got.next();
        const place = { point: chunk.point, replicate, seed: 's', stack: '' };
        if (hangs(replicate)) got.sink.failure({ ...place, message: 'hangs', hung: true });
        else if (replicate === 5) got.sink.failure({ ...place, message: 'throws' });
        else got.sink.outcome(good(chunk.point, replicate));
      }
      return got.result();
    },
    async close() {
      closed = true;
    },
  };
}

function keeping() {
  const kept: ChunkResult[] = [];
  const worlds = () =>
    kept.flatMap(({ outcomes }) => outcomes.map(({ replicate }) => replicate)).sort((a, b) => a - b);
  return { keep: (result: ChunkResult) => void kept.push(result), worlds };
}

describe('runChunks', () => {
  it('keeps every world once and counts them up', async () => {
    const { keep, worlds } = keeping();
    const seen: Progress[] = [];
    const end = await runChunks(chunks, inlinePool(good, 's'), { keep, onProgress: (at) => seen.push(at) });
    expect(worlds()).toEqual(span(0, 9));
    expect(end).toEqual({ failures: [], complete: true });
    expect(seen.map(({ done }) => done)).toEqual(span(1, 10));
    expect(seen.at(-1)).toEqual({ done: 10, total: 10, failed: 0 });
  });

  it('tells failed worlds in order and goes on', async () => {
    const { keep, worlds } = keeping();
    const end = await runChunks(chunks, inlinePool(failing, 's'), { keep });
    expect(worlds()).toEqual(span(0, 3));
    expect(end.complete).toBe(true);
    expect(end.failures.map(({ replicate, message }) => [replicate, message])).toEqual(
      span(4, 9).map((replicate) => [replicate, `world ${replicate}`]),
    );
  });

  it('stops when more than maxFailures worlds have failed', async () => {
    const { keep } = keeping();
    const end = await runChunks(chunks, inlinePool(failing, 's'), { keep, maxFailures: 1 });
    expect(end.complete).toBe(false);
    expect(end.failures.length).toBeGreaterThanOrEqual(2);
    expect(end.failures.length).toBeLessThan(6);
  });

  it.each([
    ['4 worlds of a point hang and none of it comes to its end', (replicate: number) => replicate >= 3, 7],
    ['they do, also if some of them throw', (replicate: number) => replicate >= 3 && replicate !== 5, 8],
  ])('stops when %s', async (_, hangs, ended) => {
    const { keep, worlds } = keeping();
    const seen: number[] = [];
    const onProgress = ({ done }: Progress) => seen.push(done);
    const end = await runChunks(chunks, hangingPool(hangs), { keep, onProgress, mostHung: 4 });
    expect(end).toMatchObject({ complete: false, hung: { replicate: ended - 1, message: 'hangs' } });
    expect([worlds(), seen.at(-1)]).toEqual([span(0, 2), ended]);
  });

  it('goes on while a world comes to its end now and then', async () => {
    const { keep } = keeping();
    const hangs = (replicate: number) => replicate % 4 !== 3;
    const end = await runChunks(chunks, hangingPool(hangs), { keep, mostHung: 4 });
    expect([end.complete, end.hung, end.failures.length]).toEqual([true, undefined, 8]);
  });

  it('keeps what was finished when the signal stops it in the middle of a chunk', async () => {
    const { keep, worlds } = keeping();
    const stop = new AbortController();
    const onProgress = ({ done }: Progress) => done === 5 && stop.abort();
    const end = await runChunks(chunks, inlinePool(good, 's'), { keep, onProgress, signal: stop.signal });
    expect(end.complete).toBe(false);
    expect(worlds()).toEqual(span(0, 4));
  });

  it('simulates nothing when the signal was given before', async () => {
    const { keep, worlds } = keeping();
    const end = await runChunks(chunks, inlinePool(good, 's'), { keep, signal: AbortSignal.abort() });
    expect(end.complete).toBe(false);
    expect(worlds()).toEqual([]);
  });

  it('passes on what keep throws, after the pool has stopped', async () => {
    const full = new Error('disk full');
    const keep = () => {
      throw full;
    };
    await expect(runChunks(chunks, inlinePool(good, 's'), { keep })).rejects.toBe(full);
  });
});

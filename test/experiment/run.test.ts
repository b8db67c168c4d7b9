import { describe, expect, it } from 'vitest';
import type { ChunkResult, SimulateOne } from '../../src/experiment/job.js';
import { planChunks, span } from '../../src/experiment/plan.js';
import { type Progress, runChunks } from '../../src/experiment/run.js';
import { inlinePool } from '../../src/pool/inline.js';
import { fakeOutcome } from './fake.js';

const chunks = planChunks([{ point: 'base', replicates: span(0, 9) }], 2);
const good: SimulateOne = (point, replicate) => fakeOutcome(replicate, point);
const failing: SimulateOne = (point, replicate) => {
  if (replicate >= 4) throw new Error(`world ${replicate}`);
  return good(point, replicate);
};

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

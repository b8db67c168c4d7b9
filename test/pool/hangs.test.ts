import { describe, expect, it } from 'vitest';
import { planChunks, span } from '../../src/experiment/plan.js';
import { runChunks, runOpen } from '../../src/experiment/run.js';
import { takeSample } from '../../src/experiment/study/sample.js';
import { hungOf, orHung } from '../../src/pool/hangs.js';
import { poolOfSeats, type Seat } from '../../src/pool/seats.js';
import { fakeOutcome } from '../experiment/fake.js';

type Fate = 'ends' | 'hangs' | 'throws';

/** A seat on which world `replicate` does what `fate` says; one that hangs takes its thread with it, as the watchdog does. */
function seatOf(fate: (replicate: number, point: string) => Fate): Seat & { readonly tried: number[] } {
  const tried: number[] = [];
  return {
    tried,
    async work({ point, first, last }, sink) {
      for (let replicate = first; replicate <= last; replicate++) {
        await Promise.resolve();
        tried.push(replicate);
        const what = fate(replicate, point);
        if (what === 'hangs')
          return { kind: 'lost', reason: new Error(`${replicate} hangs`), started: true, hung: true };
        if (what === 'ends') sink.outcome(fakeOutcome(replicate, point));
        else sink.failure({ point, replicate, seed: 's', message: 'throws', stack: '' });
      }
      return { kind: 'done' };
    },
    stop: async () => {},
  };
}

const poolOn = (fate: Parameters<typeof seatOf>[0]) =>
  poolOfSeats([seatOf(fate)], { seed: 's', suspected: '' });
const chunks = planChunks([{ point: 'base', replicates: span(0, 99) }], 2);
const nobody = { keep: () => {} };

describe('a pool whose worlds hang', () => {
  it.each([
    ['4 worlds hang one after the other', (replicate: number) => (replicate < 3 ? 'ends' : 'hangs'), 6],
    [
      'they do with some between that throw',
      (replicate: number) => (replicate === 5 ? 'throws' : replicate < 3 ? 'ends' : 'hangs'),
      7,
    ],
  ] as const)('closes itself when %s', async (_, fate, last) => {
    const pool = poolOn(fate);
    const end = await runChunks(chunks, pool, nobody);
    expect(end).toMatchObject({ complete: false, hung: { replicate: last, message: `${last} hangs` } });
    expect(hungOf([poolOn(fate), pool])).toBe(end.hung);
  });

  it('goes on while a world comes to its end now and then', async () => {
    const end = await runChunks(
      chunks,
      poolOn((replicate) => (replicate % 4 === 3 ? 'ends' : 'hangs')),
      nobody,
    );
    expect([end.complete, end.hung, end.failures.length]).toEqual([true, undefined, 75]);
  });

  it('counts each plan by itself: the worlds of one say nothing of another', async () => {
    const both = span(0, 99).flatMap((replicate) =>
      ['base', 'other'].map((point) => ({ point, first: replicate, last: replicate })),
    );
    const pool = poolOn((_, point) => (point === 'base' ? 'ends' : 'hangs'));
    const end = await runChunks(both, pool, nobody);
    expect(end.hung).toMatchObject({ point: 'other', replicate: 3 });
  });

  it('counts from run to run, because studies ask for a few worlds at a time', async () => {
    const seat = seatOf(() => 'hangs');
    const pool = poolOfSeats([seat], { seed: 's', suspected: '' });
    const two = (first: number) => [{ point: 'base', first, last: first + 1 }];
    expect(await runOpen(two(0), pool, nobody)).toMatchObject({ complete: true });
    // the pool gives up at the last of these, which stops none of them
    const whole = await runOpen(two(2), pool, nobody);
    expect([whole.complete, whole.hung, whole.failures.length]).toEqual([true, undefined, 2]);
    const end = await runOpen(two(4), pool, nobody);
    expect(end).toMatchObject({ complete: false, failures: [], hung: { replicate: 3 } });
    // each of the four twice, and none after them
    expect(seat.tried).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('stops a study with the world at which it gave up', async () => {
    const pool = poolOn(() => 'hangs');
    const scenario = { firms: {} } as never;
    const order = { points: [{ scenario, arm: 'base' }], metrics: [], replicates: 50 };
    await expect(takeSample(order, { poolOf: () => pool })).rejects.toMatchObject({
      name: 'StudyStopped',
      message: expect.stringMatching(/^world after world hung: \d+ hangs$/),
      hung: { point: 'base', hung: true },
    });
  });

  it('gives the signal of whoever listens to it', async () => {
    const pool = poolOn(() => 'hangs');
    const signal = orHung(new AbortController().signal, [pool]);
    await pool.run({ point: 'base', first: 0, last: 2 });
    expect(signal.aborted).toBe(false);
    await pool.run({ point: 'base', first: 3, last: 9 });
    expect(signal.aborted).toBe(true);
  });
});

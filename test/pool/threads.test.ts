import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Pool } from '../../src/experiment/job.js';
import { threadPool } from '../../src/pool/threads.js';

const workerFile = fileURLToPath(new URL('./faulty-worker.mjs', import.meta.url));
let pool: Pool | undefined;
afterEach(() => pool?.close());

function start(raw: unknown, options: { threads?: number; patienceMs?: number; heapMb?: number } = {}): Pool {
  pool = threadPool({ setup: { raw, seed: 's', modules: {} }, threads: 1, workerFile, ...options });
  return pool;
}

async function runTen(raw: unknown, options: Parameters<typeof start>[1] = {}) {
  const { outcomes, failures } = await start(raw, options).run({ point: 'base', first: 0, last: 9 });
  return { worlds: outcomes.map(({ replicate }) => replicate), failures };
}

describe('a pool of threads', () => {
  const others = [0, 1, 2, 4, 5, 6, 7, 8, 9];

  it('gives the worlds of a chunk in replicate order', async () => {
    expect(await runTen({})).toEqual({ worlds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], failures: [] });
  });

  it.each([
    ['throw', /^the market is closed$/, /TypeError: the market is closed[\s\S]*faulty-worker\.mjs/],
    ['reject', /^a promise nobody waits for$/, /faulty-worker\.mjs/],
    ['exit', /ended with exit code 0 in the middle of a world/, /exit code 0/],
  ])('a world that does `%s` fails alone, with its seed and stack', async (fault, message, stack) => {
    const { worlds, failures } = await runTen({ faults: { 3: fault } });
    expect(worlds).toEqual(others);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ point: 'base', replicate: 3, seed: 's' });
    expect(failures[0].message).toMatch(message);
    expect(failures[0].stack).toMatch(stack);
  });

  it.each(['hang', 'wait'])(
    'a world that does `%s` is stopped by the watchdog and fails alone',
    async (fault) => {
      const { worlds, failures } = await runTen({ faults: { 3: fault } }, { patienceMs: 400 });
      expect(worlds).toEqual(others);
      expect(failures.map(({ replicate, message }) => [replicate, message])).toEqual([
        [3, 'no sign of life for 0.4 s: the world hangs'],
      ]);
    },
  );

  it('a world that fills the heap of its thread fails alone', async () => {
    const { worlds, failures } = await runTen({ faults: { 3: 'heap' } }, { heapMb: 32 });
    expect(worlds).toEqual(others);
    expect(failures.map(({ replicate }) => replicate)).toEqual([3]);
    expect(failures[0].message).toMatch(/memory/);
  });

  it('a world whose thread died once is tried again and counts', async () => {
    const lives = new SharedArrayBuffer(4);
    new Int32Array(lives)[0] = 1;
    expect(await runTen({ faults: { 3: 'once' }, lives })).toEqual({
      worlds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      failures: [],
    });
  });

  it('what a world prints goes to stderr, because stdout is for results', async () => {
    const [error, out] = [vi.spyOn(process.stderr, 'write'), vi.spyOn(process.stdout, 'write')];
    error.mockReturnValue(true);
    await runTen({ faults: { 3: 'print' } });
    await pool?.close();
    expect(String(error.mock.calls[0]?.[0])).toBe('a world talks\n');
    expect(out.mock.calls.filter(([text]) => String(text).includes('a world talks'))).toEqual([]);
    vi.restoreAllMocks();
  });

  it('two bad worlds in one chunk cost two worlds', async () => {
    const { worlds, failures } = await runTen({ faults: { 0: 'exit', 9: 'throw' } });
    expect(worlds).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(failures.map(({ replicate }) => replicate)).toEqual([0, 9]);
  });

  it('a hanging world does not keep the other thread from its chunks', async () => {
    const both = start({ faults: { 0: 'hang' } }, { threads: 2, patienceMs: 300 });
    const results = await Promise.all(
      [0, 1, 2, 3].map((first) => both.run({ point: 'base', first: first * 2, last: first * 2 + 1 })),
    );
    expect(results.flatMap(({ outcomes }) => outcomes.map(({ replicate }) => replicate))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('a stop gives back the worlds that were finished', async () => {
    const running = start({ faults: { 5: 'hang' } });
    let seen = 0;
    const { outcomes, failures } = await running.run({ point: 'base', first: 0, last: 9 }, () => {
      if (++seen === 5) void running.close();
    });
    expect(outcomes.map(({ replicate }) => replicate)).toEqual([0, 1, 2, 3, 4]);
    expect(failures).toEqual([]);
  });

  it('a hang names the policy modules that may be the reason, with their firms', async () => {
    const raw = {
      faults: { 0: 'hang' },
      firms: { a: { policy: { module: './p.mjs' } }, b: { policy: 'steady' } },
    };
    const setup = { raw, seed: 's', modules: { './p.mjs': 'file:///p.mjs' } };
    pool = threadPool({ setup, threads: 1, workerFile, patienceMs: 300 });
    const { failures } = await pool.run({ point: 'base', first: 0, last: 0 });
    expect(failures.map(({ message }) => message)).toEqual([
      'no sign of life for 0.3 s: the world hangs; the reason may be the policy module ./p.mjs (firm a)',
    ]);
  });

  it('has at most four threads for each core', () => {
    expect(start({}, { threads: 1000 }).width).toBe(4 * availableParallelism());
  });

  it('a thread that cannot start rejects instead of failing every world', async () => {
    pool = threadPool({ setup: { raw: {}, seed: 's', modules: {} }, threads: 1, workerFile: '/nowhere.mjs' });
    await expect(pool.run({ point: 'base', first: 0, last: 0 })).rejects.toThrow(/a thread could not start/);
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { simulate } from '../../sim/index.js';
import type { Pool } from '../../src/experiment/job.js';
import { threadPool } from '../../src/pool/threads.js';
import { legal, type Raw } from '../sim/made-scenario.js';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const raw = parse(readFileSync(path('../golden/features.yaml'), 'utf8')) as Raw;
const setup = { raw, seed: 's', modules: {} };
let pool: Pool | undefined;
afterEach(() => pool?.close());
afterEach(() => vi.unstubAllEnvs());

/** Two worlds, one after the other, each over three threads, a helper of which comes to grief in both. */
function runTwo(fault: string, patienceMs = 60_000) {
  vi.stubEnv('HELPER_FAULT', fault);
  const workerFile = path('./faulty-helper.mjs');
  pool = threadPool({ setup, threads: 3, worlds: 1, workerFile, patienceMs });
  return pool.run({ point: 'base', first: 0, last: 1 });
}

describe('a world over several threads', () => {
  it('takes the threads that are left over, and gives its outcome to the bit, world after world', async () => {
    pool = threadPool({ setup, threads: 3, worlds: 2 });
    expect(pool.width).toBe(2);
    const results = await Promise.all(
      [0, 5].map((first) => pool?.run({ point: 'base', first, last: first + 4 })),
    );
    const alone = Array.from({ length: 10 }, (_, k) => simulate(legal(raw), 's', k));
    expect(results.flatMap((result) => result?.outcomes)).toEqual(alone);
  });

  it('fails with the message of a helper that throws, and the next world starts afresh', async () => {
    const { failures, outcomes } = await runTwo('throw');
    expect(outcomes.map(({ replicate }) => replicate)).toEqual([1]);
    expect(failures.map(({ replicate }) => replicate)).toEqual([0]);
    expect(failures[0].message).toMatch(/^helper thread \d failed: the helper is tired \(month \d+, repl/);
  });

  it('whose helper ends is tried again with fresh threads, then fails', async () => {
    const { failures } = await runTwo('exit');
    expect(failures.map(({ replicate }) => replicate)).toEqual([0, 1]);
    expect(failures[0].message).toMatch(/^helper thread \d failed: it ended with exit code 0 \(month/);
  });

  it('whose helper hangs is stopped by the watchdog', async () => {
    const { failures } = await runTwo('hang', 1500);
    expect(failures.map(({ message }) => message)).toEqual(
      Array(2).fill('no sign of life for 1.5 s: the world hangs'),
    );
  });
});

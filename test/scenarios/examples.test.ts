import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../../scenarios/examples/', import.meta.url);
const run = async (file: string, ...args: string[]) =>
  (await promisify(execFile)(process.execPath, [fileURLToPath(new URL(file, FOLDER)), ...args])).stdout;

describe('scenarios/examples', () => {
  test('every program has at most 25 lines', () => {
    for (const file of readdirSync(FOLDER)) {
      expect(readFileSync(new URL(file, FOLDER), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(
        25,
      );
    }
  });

  test('one-world prints how each firm of the traffic war ends', async () => {
    const lines = (await run('one-world.mjs')).trim().split('\n');
    expect(lines).toHaveLength(14);
    for (const line of lines) expect(line).toMatch(/alive with -?\d+ M CNY$|in month \d+ \([a-z-]+\)$/);
  });

  test('batch-with-progress prints a probability with its interval for each firm', async () => {
    const out = await run('batch-with-progress.mjs', '4');
    expect(out).toContain('complete, 0 failed');
    expect(out.match(/runs out of cash in [\d.]+ % \([\d.]+ % to [\d.]+ %\)/g)).toHaveLength(4);
  });

  test('two-arms counts the worlds of both arms as twins', async () => {
    const counts = (await run('two-arms.mjs', '8')).match(/\d+/g)?.map(Number) ?? [];
    expect(counts[0]).toBe(8);
    expect(counts.slice(1).reduce((a, b) => a + b, 0)).toBe(8);
  });

  test('own-policy runs a policy module by path, and it changes the outcome', async () => {
    const [shipped, own] = (await run('own-policy.mjs', '4')).trim().split('\n');
    expect(shipped).toMatch(/^land-grab: out of cash in \d+ %/);
    expect(own).toMatch(/^half of income: out of cash in \d+ %/);
    expect(own.split(': ')[1]).not.toBe(shipped.split(': ')[1]);
  });
});

/**
 * Fuzzed files of every kind through the real readers: shipped scenarios and cards, studies, overlays and histories with
 * changes (fuzz/mutate.mjs), and scenarios that fast-check makes from the declared fields (fuzz/documents.mjs). Each is
 * legal, and then its market lives a month, or refused with exit 2 and a place in every line. A child process judges
 * them, because some faults end or stop a process; the number of the case that it is at stands in a file.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from './long.js';

const CASES = LONG ? 100_000 : 1500;
/** A child is renewed after so many: its peak of memory is that of few cases. */
const EACH = 10_000;
/** A case that is not over after so long hangs, milliseconds. It is a watchdog and no measure of speed. */
const PATIENCE = 60_000;
const child = fileURLToPath(new URL('./fuzz/child.mjs', import.meta.url));

interface Found {
  readonly good: number;
  readonly bad: number;
  readonly stepped: number;
  readonly faults: readonly { readonly n: number; readonly end: string }[];
  /** CPU time of the slowest case. */
  readonly slowest: { readonly n: number; readonly ms: number };
  readonly peakMb: number;
}

/** Judges cases in a child. @returns what it found, or the case at which it ended or stood still */
function judge(from: number, to: number, folder: string): Promise<Found | { at: number; why: string }> {
  return new Promise((resolve) => {
    const limits = ['--max-old-space-size=300', child, String(from), String(to), folder];
    const worker = spawn(process.execPath, limits, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr, before, why] = ['', '', '', ''];
    worker.stdout.on('data', (bytes) => (stdout += bytes));
    worker.stderr.on('data', (bytes) => (stderr += bytes));
    const mark = join(folder, 'at');
    const at = () => (existsSync(mark) ? readFileSync(mark, 'utf8').trim() : '');
    const watchdog = setInterval(() => {
      const now = at();
      if (now === before) why = 'hangs';
      if (now === before) worker.kill('SIGKILL');
      before = now;
    }, PATIENCE);
    worker.on('close', (code, signal) => {
      clearInterval(watchdog);
      if (code === 0) resolve(JSON.parse(stdout));
      else resolve({ at: Number(at()), why: why || `ended by ${signal ?? code}: ${stderr.slice(-1500)}` });
    });
  });
}

test(
  `${CASES} fuzzed files: none crashes or hangs the readers, each is legal or refused with its places`,
  async () => {
    const folder = emptyFolder();
    const ended: unknown[] = [];
    const all = { good: 0, bad: 0, stepped: 0, slowest: 0, peakMb: 0 };
    for (let from = 0; from < CASES; ) {
      const to = Math.min(CASES, from + EACH);
      const found = await judge(from, to, folder);
      if ('at' in found) {
        ended.push(found);
        from = found.at + 1;
        continue;
      }
      ended.push(...found.faults);
      for (const key of ['good', 'bad', 'stepped'] as const) all[key] += found[key];
      all.slowest = Math.max(all.slowest, found.slowest.ms);
      all.peakMb = Math.max(all.peakMb, found.peakMb);
      from = to;
    }
    if (LONG) console.info(all);
    expect(ended).toEqual([]);
    expect(all.good + all.bad).toBe(CASES);
    expect(all.stepped).toBeGreaterThan(CASES / 50);
    // CPU time of the slowest case and the largest process, not the clock
    expect(all.slowest).toBeLessThan(2000);
    expect(all.peakMb).toBeLessThan(512);
  },
  6 * 3_600_000,
);

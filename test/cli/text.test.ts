import { describe, expect, it } from 'vitest';
import { suggestion } from '../../src/cli/arguments.js';
import { commandText } from '../../src/cli/command-text.js';
import { exitOf, UsageError } from '../../src/cli/exits.js';
import { failureText } from '../../src/cli/failure-text.js';
import type { OpenRun } from '../../src/cli/open-run.js';
import { clock, progressText, short } from '../../src/cli/progress.js';
import { DiskError } from '../../src/store/disk.js';

const context = { version: '0.1.0', command: 'afterburn run x.yaml', seed: '7' };

describe('the texts of the command line', () => {
  it('say how to report a bug: command, version, seed and stack, exit code 1', () => {
    const { code, text } = exitOf(new TypeError('cash is NaN'), context);
    expect(code).toBe(1);
    expect(text).toMatch(/^This is a bug in afterburn\. Please report it/);
    for (const part of ['afterburn run x.yaml', '0.1.0', 'seed: "7"', 'TypeError: cash is NaN\n    at '])
      expect(text).toContain(part);
  });

  it('tell wrong input and disk trouble without a stack, exit codes 2 and 4', () => {
    expect(exitOf(new UsageError('expected more'), context)).toEqual({ code: 2, text: 'expected more' });
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(exitOf(new DiskError(full, 'out/firms.csv'), context)).toEqual({
      code: 4,
      text: 'out/firms.csv: ENOSPC: no space left on device, write',
    });
  });

  it('tell progress with rates and time left', () => {
    // 30 of 300 in 15 s: 2 worlds/s, 2 x 360,000 user-months/s, 270 / 2 = 135 s left
    const at = { done: 30, total: 300, failed: 2 };
    expect(progressText(at, 15_000, 360_000)).toBe(
      '30 of 300 worlds, 2.0 worlds/s, 720.0 k user-months/s, 2:15 left, 2 failed',
    );
    expect([clock(59.2), clock(3725), short(0.5), short(2.5e9)]).toEqual(['1:00', '1:02:05', '0.5', '2.5 G']);
  });

  it('list failed worlds by the first line of their stack, at most twenty', () => {
    const failures = Array.from({ length: 21 }, (_, replicate) => ({
      point: 'base',
      replicate,
      seed: '',
      message: 'no',
      stack: 'Error: no\n at',
    }));
    const lines = failureText(failures, 100).split('\n');
    expect([lines[0], lines[1], lines.length, lines[21]]).toEqual([
      '21 of 100 worlds failed and are left out:',
      '  base 0, seed "": Error: no',
      22,
      '  and 1 more',
    ]);
  });

  it('give the command that makes the same worlds, quoted for a shell, without threads and folders', () => {
    const run = { seed: "it's", sets: ['people=5 M'], replicates: 3 } as unknown as OpenRun;
    expect(commandText('a/b.yaml', run, { arms: ['x'] })).toBe(
      String.raw`afterburn run a/b.yaml --replicates 3 --seed 'it'\''s' --arm x --set 'people=5 M'`,
    );
    expect(commandText('/home/me/b.yaml', run, { arms: [], only: 0 })).toMatch(
      /^afterburn run b\.yaml --only 0 /,
    );
  });

  it('suggest a near word and never a far one', () => {
    expect([
      suggestion('replicats', ['replicates', 'seed']),
      suggestion('xyzzy', ['replicates', 'seed']),
    ]).toEqual(['; did you mean replicates?', '']);
  });
});

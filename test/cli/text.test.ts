import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../sim/index.js';
import { suggestion } from '../../src/cli/arguments.js';
import { withChanges } from '../../src/cli/changed-text.js';
import { commandText } from '../../src/cli/command-text.js';
import { exitOf, UsageError } from '../../src/cli/exits.js';
import { failureText } from '../../src/cli/failure-text.js';
import { type OpenRun, patienceFor } from '../../src/cli/open-run.js';
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
    const readOnly = Object.assign(new Error('EACCES: permission denied, mkdir'), { code: 'EACCES' });
    expect(exitOf(new DiskError(readOnly, 'out'), context).text).toBe(
      'out: this place may not be written to (EACCES)',
    );
    expect(exitOf(new DiskError(full, 'out/firms.csv'), context)).toEqual({
      code: 4,
      text: 'out/firms.csv: the disk is full (ENOSPC)',
    });
  });

  it('tell what went wrong elsewhere by what can be done: a policy module 2, Redis away 75', () => {
    const named = (name: string, message: string) => Object.assign(new Error(message), { name });
    const ended = (error: unknown) => {
      const { code, text } = exitOf(error, { version: '0.1.0', command: 'afterburn run x.yaml' });
      return [code, text.split('\n')[0]];
    };
    expect(ended(named('ThreadError', 'the policy module ./a.mjs ends'))).toEqual([
      2,
      'the policy module ./a.mjs ends',
    ]);
    expect(ended(named('RedisAway', 'Redis is away'))).toEqual([75, 'Redis is away']);
    expect(ended(named('FolderRefused', 'other\u001b[2J'))).toEqual([
      2,
      expect.not.stringContaining('\u001b'),
    ]);
    const bug = 'This is a bug in afterburn. Please report it with the lines below.';
    for (const error of [named('ThreadError', 'gone'), 'a text', undefined])
      expect(ended(error)).toEqual([1, bug]);
    const { text } = exitOf('a text', { version: '0.1.0', command: 'afterburn' });
    expect(text).toMatch(/\nseed: none\na text$/);
    const bare = Object.assign(new Error('bare'), { stack: undefined });
    expect(exitOf(bare, context).text).toMatch(/\nbare$/);
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
      '  base 0, seed "": no',
      22,
      '  and 1 more',
    ]);
  });

  it('tell month and reason of a failed world once, by the error of the policy', () => {
    const failure = {
      point: 'base',
      replicate: 4,
      seed: '1',
      message: 'too dear (month 3, replicate 4, seed "1", arm cheap)',
      stack: 'ReplicateError: too dear (month 3, replicate 4, seed "1", arm cheap)\n    at step',
    };
    const caused = { ...failure, stack: `${failure.stack}\nCaused by: RangeError: too dear\n    at decide` };
    const said = { ...caused, stack: `${failure.stack}\nCaused by: Error: policy x failed in month 3: no\n` };
    expect(failureText([failure, caused, said], 9).split('\n').slice(1)).toEqual([
      '  base 4, seed "1": month 3, too dear',
      '  base 4, seed "1": month 3, RangeError: too dear',
      '  base 4, seed "1": policy x failed in month 3: no',
    ]);
  });

  it('put what was changed below the title of a report', () => {
    expect(withChanges('Tiny\n\nAnswer.\n', { sets: ['months=3', 'firms.a.cash=40M'], overlays: [] })).toBe(
      'Tiny\nchanged: months=3, firms.a.cash=40M\n\nAnswer.\n',
    );
    expect(withChanges('Tiny\n', { sets: [], overlays: [] })).toBe('Tiny\n');
    expect(withChanges('Tiny\n', { sets: ['months=3'], overlays: ['a.yaml'] })).toBe(
      'Tiny\nchanged: overlay a.yaml, months=3\n',
    );
  });

  it('wait for a world as long as its size asks for, and never less than half a minute', () => {
    const constant = (value: number) => ({ law: { kind: 'constant', value } });
    const size = (agents: number, months: number, population = { engine: 'agents', types: 0 }) =>
      ({
        agents: constant(agents),
        months: constant(months),
        segments: { one: {}, two: {} },
        population: { ...population, types: constant(population.types) },
      }) as unknown as Scenario;
    // 2,000,000 x 36 user-months at 200,000 a second: 360 s
    expect([patienceFor(size(10_000, 36)), patienceFor(size(2e6, 36))]).toEqual([30_000, 360_000]);
    // A type of cohorts counts as 1,000 agents: 2 segments x 1,000 types x 1,000 x 36 user-months, 360 s.
    expect(patienceFor(size(1e9, 36, { engine: 'cohorts', types: 1000 }))).toBe(360_000);
    expect(patienceFor(size(10_000, 36, { engine: 'cohorts', types: 1000 }))).toBe(30_000);
  });

  it('give the command that makes the same worlds, quoted for a shell, without threads and folders', () => {
    const settings = { seed: "it's", sets: ['people=5 M'], overlays: [], replicates: 3 };
    const run = { ...settings, scenario: { raw: {} } } as unknown as OpenRun;
    expect(commandText('a/b.yaml', run, { arms: ['x'] })).toBe(
      String.raw`npx afterburn run a/b.yaml --replicates 3 --seed 'it'\''s' --arm x --set 'people=5 M'`,
    );
    expect(commandText('../b.yaml', run, { arms: [], only: 0 })).toMatch(
      /^npx afterburn run \.\.\/b\.yaml --only 0 /,
    );
    expect(commandText('/elsewhere/b.yaml', run, { arms: [] })).toMatch(/ run \/elsewhere\/b\.yaml /);
    expect(commandText(join(process.cwd(), 'a', 'b.yaml'), run, { arms: [] })).toMatch(/ run a\/b\.yaml /);
  });

  it('suggest a near word and never a far one', () => {
    expect([
      suggestion('replicats', ['replicates', 'seed']),
      suggestion('xyzzy', ['replicates', 'seed']),
    ]).toEqual(['; did you mean replicates?', '']);
  });
});

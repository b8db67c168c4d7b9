import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { market } from '../experiment/calibration/market.js';
import { afterburn, start, TINY } from './afterburn.js';

const cwd = emptyFolder();
const FREE = [
  { path: 'segments.all.innovation', low: 0.005, high: 0.2 },
  { path: 'firms.paid.quality', low: 0, high: 6 },
];

/** The truth is innovation .03 and quality 2; the scenario says .1 and 4. */
const raw = market(FREE);
raw.segments.all.innovation = 0.1;
raw.firms.paid.quality = 4;
writeFileSync(join(cwd, 'my.yaml'), JSON.stringify({ ...raw, agents: 300 }));
writeFileSync(join(cwd, 'truth.yaml'), JSON.stringify({ ...market(), agents: 3000 }));
writeFileSync(join(cwd, 'none.yaml'), JSON.stringify(market()));
writeFileSync(join(cwd, 'bad.csv'), 'month,users.fre\n1,2\n');
writeFileSync(join(cwd, 'late.csv'), 'month,users.free\n9,200000\n');
writeFileSync(join(cwd, 'odd.yaml'), 'values: {firms.paid.qualty: 1}\n');

/** Median users of both firms in the true market, as a user would have them in a file. */
async function writeHistory(): Promise<void> {
  const months = [1, 2, 3, 5, 7, 9, 12];
  const firms = ['free', 'paid'];
  const measures = months.flatMap((month) => firms.map((firm) => `median(users(${firm}, ${month}))`));
  const checks = measures.map((measure, k) => ({
    ...{ id: `m${k}`, kind: 'identity', about: 'x', source: 'x', measure, target: '> 0' },
  }));
  writeFileSync(join(cwd, 'truth.yaml'), JSON.stringify({ ...market(), agents: 3000, checks }));
  const { stdout } = await afterburn(['check', 'truth.yaml', '--replicates', '60', '--json', '--quiet'], cwd);
  const found = (JSON.parse(stdout).checks as { found: number }[]).map((check) => check.found);
  const rows = months.map(
    (month, k) => `2024-${String(month).padStart(2, '0')};${found[2 * k]};${found[2 * k + 1]}`,
  );
  writeFileSync(join(cwd, 'history.csv'), `\ufeffmonth;users.free;users.paid\r\n${rows.join('\r\n')}\r\n`);
}

const fitting = (...more: string[]) => [
  ...['calibrate', 'my.yaml', '--data', 'history.csv', '--fit-until', '9', '--replicates', '10'],
  ...['--evaluations', '60', '--quiet', ...more],
];

describe('afterburn calibrate', () => {
  it('finds the truth in a history, writes an overlay that runs, the same bytes for any number of threads', async () => {
    await writeHistory();
    const one = await afterburn(fitting('--threads', '1', '--out', 'one.yaml', '--json'), cwd);
    expect(one.code).toBe(0);
    const fit = JSON.parse(one.stdout);
    // Errors of 5 % a number dwarf the luck of both batches: false alarm .3 % for each of two values, if normal.
    for (const [k, truth] of [0.03, 2].entries()) {
      const { value, error, atBound } = fit.values[k];
      expect(Math.abs(value - truth)).toBeLessThan(3 * error);
      expect(error).toBeLessThan(truth / 2);
      expect(atBound).toBeUndefined();
    }
    expect(fit.targets.filter((target: { fit: boolean }) => !target.fit)).toHaveLength(2);
    expect(fit.loss).toBeLessThan(fit.lossBefore / 10);

    const three = await afterburn(fitting('--threads', '3', '--out', 'three.yaml'), cwd);
    // One of 300 agents stands for 3,333 people: the first users cannot be met, and it says so.
    expect(three.stdout).toMatch(
      /^my: 2 values fitted to 12 targets\nThe targets are not met: .* the worst, median\(users\("free", 1\)\)/,
    );
    expect(three.stdout).toContain('Held out: root mean square error');
    expect(three.stdout).toContain('flattest direction: ');
    const text = readFileSync(join(cwd, 'one.yaml'), 'utf8');
    expect(readFileSync(join(cwd, 'three.yaml'), 'utf8').replaceAll('three.yaml', 'one.yaml')).toBe(text);
    expect(text).toMatch(
      /segments\.all\.innovation: 0\.0\d+ \[C\] fitted to 12 targets, standard error .*; range 0\.005 to 0\.2/,
    );

    const described = await afterburn(['describe', 'my.yaml', '--overlay', 'one.yaml', '--json'], cwd);
    const rows = JSON.parse(described.stdout) as { path: string; value: string; tag: string }[];
    const row = rows.find(({ path }) => path === 'firms.paid.quality');
    expect(Number(row?.value)).toBe(fit.values[1].value);
    expect(row?.tag).toBe('C');
    const run = await afterburn(
      ['run', 'my.yaml', '--overlay', 'one.yaml', '--replicates', '3', '--quiet', '--out', 'run'],
      cwd,
    );
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('changed: overlay one.yaml');
    const { command } = JSON.parse(readFileSync(join(cwd, 'run', 'manifest.json'), 'utf8'));
    expect(command).toBe('npx afterburn run my.yaml --replicates 3 --seed 1 --overlay one.yaml');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 120_000);

  it('says so first when no values in their ranges meet the targets', async () => {
    // More users than there are people: no value can give them.
    const { people } = JSON.parse(readFileSync(join(cwd, 'my.yaml'), 'utf8'));
    writeFileSync(join(cwd, 'far.csv'), `month,users.free\n6,${2 * Number(people)}\n`);
    const words = ['calibrate', 'my.yaml', '--data', 'far.csv', '--replicates', '2', '--evaluations', '20'];
    const { code, stdout } = await afterburn([...words, '--quiet', '--out', 'far.yaml'], cwd);
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toMatch(
      /^The targets are not met: 1 of 1 are more than 2 sd away, the worst, median\(users\("free", 6\)\), by \d+\.\d\. Find out why before you use these values\./,
    );
  }, 60_000);

  it('in which worlds fail leaves them out, names them, ends with 3, and says with what it was made', async () => {
    const file = pathToFileURL(join(cwd, 'my.yaml')).href;
    const module = fileURLToPath(new URL('./policies/touchy.mjs', import.meta.url));
    const own = [
      '--set',
      `firms.paid.policy={module: ${module}}`,
      '--set',
      'firms.paid.fixedCost=4 k to 8 k',
    ];
    const size = ['--agents', '200', '--replicates', '4', '--evaluations', '6', '--seed', 'own'];
    const words = ['calibrate', file, '--data', 'late.csv', '--tolerance', '10%', ...own, ...size];
    const { code, stdout, stderr } = await afterburn(
      [...words, '--out', 'failed.yaml', '--json', '--quiet'],
      cwd,
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/wrote failed\.yaml\n\d+ of \d+ worlds failed and are left out:\n.*too dear/);
    const { settings, failures, targets } = JSON.parse(stdout);
    expect(settings).toEqual({ replicates: 4, evaluations: 6, seed: 'own', agents: 200 });
    expect(failures).toBeGreaterThan(0);
    // a tenth of 200,000, and the share of one of 200 agents beside it
    expect(targets[0].sd).toBeGreaterThanOrEqual(20_000);
  }, 60_000);

  it('stopped by a signal it writes the best so far and ends with its code', async () => {
    const words = [
      'calibrate',
      'my.yaml',
      '--data',
      'late.csv',
      '--evaluations',
      '100000',
      '--out',
      'cut.yaml',
    ];
    const { child, ended } = start([...words, '--replicates', '2', '--json'], cwd);
    setTimeout(() => child.kill('SIGINT'), 4000);
    const end = await ended;
    expect(end.code).toBe(130);
    expect(JSON.parse(end.stdout).complete).toBe(false);
    expect(readFileSync(join(cwd, 'cut.yaml'), 'utf8')).toContain('complete: false');
    const validated = await afterburn(['validate', 'my.yaml', '--overlay', 'cut.yaml'], cwd);
    expect(validated).toEqual({ code: 0, stdout: 'my.yaml: ok\n', stderr: '' });
  }, 60_000);

  const CASES: readonly (readonly [words: readonly string[], message: string | RegExp])[] = [
    [
      [TINY],
      /^expected a section `calibration` with `free: \[\{path, low, high\}\]` in the scenario, got no free field/,
    ],
    [['my.yaml'], 'expected at least one target to fit, in the scenario or by --data, got none\n'],
    [
      ['my.yaml', '--data', 'late.csv', '--fit-until', '8'],
      'expected at least one target to fit, in the scenario or by --data, got only held-out ones\n',
    ],
    [['my.yaml', '--fit-until', '8'], '--fit-until: expected --data with it, got none\n'],
    [['my.yaml', '--tolerance', '.1'], '--tolerance: expected --data with it, got none\n'],
    [
      ['my.yaml', '--data', 'late.csv', '--tolerance', '0'],
      '--tolerance: expected a share above 0, at most 10, got "0"\n',
    ],
    [
      ['my.yaml', '--data', 'late.csv', '--fit-until', '13'],
      '--fit-until: expected a month from 1 to 12, or its calendar month from 2024-01 on, got "13"\n',
    ],
    [
      ['my.yaml', '--data', 'late.csv', '--out', './late.csv'],
      '--out: expected another file than the one that is read, got "./late.csv"\n',
    ],
    [
      ['my.yaml', '--data', 'bad.csv'],
      'bad.csv:1:7: expected `users.` and the name of a firm, got "users.fre"; did you mean `free`?\n',
    ],
    [['my.yaml', '--data', 'lat.csv'], 'lat.csv: expected a CSV file, got no such file\n'],
    [['my.yaml', '--evaluations', '0'], '--evaluations: expected a whole number from 1 to 1e6, got "0"\n'],
    [
      ['my.yaml', '--overlay', 'odd.yaml'],
      'odd.yaml:1:10 values.firms.paid.qualty: expected a known field in the path `firms.paid.qualty`, got "qualty"; did you mean `quality`?\n',
    ],
    [['my.yaml', '--overlay', 'gone.yaml'], /^gone\.yaml: expected an overlay file, got no such file/],
  ];

  it('ends with 2 and one sentence for bad arguments, and writes nothing', async () => {
    const before = readdirSync(cwd);
    for (let at = 0; at < CASES.length; at += 4) {
      const some = CASES.slice(at, at + 4);
      const ended = await Promise.all(some.map(([words]) => afterburn(['calibrate', ...words], cwd)));
      for (const [k, { code, stdout, stderr }] of ended.entries()) {
        const [, message] = some[k];
        if (typeof message === 'string') expect(stderr).toBe(message);
        else expect(stderr).toMatch(message);
        expect([code, stdout]).toEqual([2, '']);
      }
    }
    expect(readdirSync(cwd)).toEqual(before);
    expect(existsSync(join(cwd, 'my.fitted.yaml'))).toBe(false);
  }, 60_000);
});

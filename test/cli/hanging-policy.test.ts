/** A policy that loops in every world: each command gives up after four worlds, with the same words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario, runBatch } from '../../src/index.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from '../faults/long.js';
import { afterburn, TINY } from './afterburn.js';

const cwd = emptyFolder();
const LOOPS = "if (typeof process === 'undefined' || process.env.LOOPS) for (;;);";
writeFileSync(join(cwd, 'own.mjs'), `export const policy = { name: 'x', decide() { ${LOOPS} return {}; } };`);
const text = readFileSync(TINY, 'utf8').replace('policy: steady }', 'policy: { module: ./own.mjs } }');
writeFileSync(join(cwd, 'tiny.yaml'), text);
writeFileSync(
  join(cwd, 'fit.yaml'),
  `${text}calibration: { free: [{ path: firms.lavish.fixedCost, low: 1 k, high: 9 k }], replicates: 6 }\n`,
);
writeFileSync(join(cwd, 'history.csv'), 'month,users.thrifty\n2024-02,900\n');

const whyOf = (level: string) =>
  `4 hung one after the other (no sign of life for 1 s: the world hangs; policy ./own.mjs of firm lavish was deciding in month 1 (policy level ${level})); --patience gives a slow policy more time`;
const why = whyOf('fenced');
const patient = ['--threads', '2', '--patience', '1', '--quiet'];

/** Words, exit code, and what is said on stderr (on stdout by `shard`). */
const COMMANDS: readonly (readonly [words: readonly string[], code: number, said: string])[] = [
  [['run', 'tiny.yaml', '--replicates', '300'], 3, `stopped after 0 of 300 worlds, because ${why}; the same`],
  [['compare', 'tiny.yaml', '--arm', 'cheap'], 3, `stopped, because ${why}: nothing was written\n`],
];
const MORE: typeof COMMANDS = [
  [
    ['shard', 'tiny.yaml', '--replicates', '300', '--index', '0', '--count', '1'],
    42,
    `stopped, because ${why}\n`,
  ],
  [['check', 'tiny.yaml', '--replicates', '300'], 3, `stopped, because ${why}\n`],
  [
    ['sweep', 'tiny.yaml', '--factor', 'firms.lavish.cash=1 k to 9 k', '--points', '5', '--replicates', '2'],
    3,
    `stopped, because ${why}: nothing was written\n`,
  ],
  [['rare', 'tiny.yaml', '--firm', 'thrifty'], 3, `stopped, because ${why}\n`],
  [['calibrate', 'fit.yaml', '--data', 'history.csv'], 3, `stopped, because ${why}\n`],
];

describe('a policy that always loops stops after four worlds', () => {
  it.each(LONG ? [...COMMANDS, ...MORE] : COMMANDS)(
    '%j',
    async (words, code, said) => {
      const end = await afterburn([...words, ...patient], cwd);
      expect([end.code, end.stdout + end.stderr]).toEqual([code, expect.stringContaining(said)]);
    },
    120_000,
  );

  it('verify, of a run whose policy loops now', async () => {
    const trusted = ['--policy-level', 'trusted', '--replicates', '30'];
    const run = await afterburn(['run', 'tiny.yaml', ...trusted, '--out', 'run', '--quiet'], cwd);
    expect(run.code).toBe(0);
    const words = ['verify', 'run', '--all', ...patient];
    const { code, stderr } = await afterburn(words, cwd, { ...process.env, LOOPS: '1' });
    expect([code, stderr]).toEqual([1, `stopped, because ${whyOf('trusted')}\n`]);
  }, 120_000);

  it('verify from another folder asks where the path of the module starts from', async () => {
    const { code, stderr } = await afterburn(['verify', join(cwd, 'run')], emptyFolder());
    expect([code, stderr]).toEqual([
      2,
      './own.mjs: expected this policy module in the working folder, got none; --modules tells where its path starts from\n',
    ]);
  });

  it.runIf(LONG)(
    'runBatch of the library, with the world in `hung`',
    async () => {
      const scenario = await loadScenario(join(cwd, 'tiny.yaml'));
      const { state, hung, failures } = await runBatch(scenario, { replicates: 300, threads: 2 });
      expect([state, hung?.hung]).toEqual(['PARTIAL 0 of 300', true]);
      expect(failures.length).toBeLessThan(7);
    },
    300_000,
  );
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from '../faults/long.js';
import { afterburn, policySet, TINY, trustedPolicy } from './afterburn.js';

describe('a policy module', () => {
  const cwd = emptyFolder();
  const place = (name: string) => `--set ${policySet(name)} firms.lavish.policy.module`;
  it.each([
    [
      'ends',
      /: expected a policy module that can be imported, got one that ends the process \(.*ends\.mjs\)$/,
    ],
    [
      'waits',
      /: expected a policy module that can be imported, got one that waits for something that never comes/,
    ],
    ['throws', /: expected a policy module that can be imported, got no money today$/],
    ['no-decide', /: expected `policy\.decide` to be a function, got nothing$/],
  ])('that %s ends with 2, a message and its place, and leaves nothing behind', async (name, message) => {
    const own = emptyFolder();
    const { code, stdout, stderr } = await afterburn(['run', TINY, ...trustedPolicy(name)], own);
    expect([code, stdout, stderr.startsWith(place(name))]).toEqual([2, '', true]);
    expect(stderr.trimEnd()).toMatch(message);
    expect(readdirSync(own)).toEqual([]);
  });

  it.each([
    ['fenced', 'for (;;) {}', 'one that takes more than 10 s to read'],
    [
      'fenced',
      'const all = []; for (;;) all.push(new Array(1e5).fill(1));',
      'one that needs more than 128 MB to read',
    ],
    ['trusted', 'Object.prototype.ads = 5;', 'one that adds "ads" to every object'],
    ['trusted', 'Array.prototype.map = 3;', 'one that changes Array.prototype.map'],
    ['trusted', 'Math.max = () => 7;', 'one that changes Math.max'],
    [
      'trusted',
      'delete Array.prototype[Symbol.iterator];',
      'one that changes Array.prototype[Symbol.iterator]',
    ],
    ...(LONG ? [['trusted', 'for (;;) {}', 'one that takes more than 30 s to read']] : []),
    ['untrusted', 'for (;;) {}', 'one that takes more than 10 million steps or 10 s to read'],
    ...['trusted', 'fenced', 'untrusted'].flatMap((level) => [
      [level, '\n\nconst q = ;', "one with a fault in line 3: Unexpected token ';'"],
      [level, '\nif (true) {}}', "one with a fault in line 2: Unexpected token '}'"],
    ]),
    ['untrusted', 'const all = []; for (;;) all.push(new Array(1e5).fill(1));', 'out of memory, line 1'],
    ['fenced', "import fs from 'node:fs';", 'an import from "node:fs"'],
    ['untrusted', "await import('node:fs');", '`import(...)`'],
  ])('at level %s, %s ends with 2 and the reason', async (level, text, reason) => {
    const own = emptyFolder();
    writeFileSync(join(own, 'own.mjs'), `${text} export const policy = { name: 'x', decide: () => ({}) };`);
    const set = ['--set', 'firms.lavish.policy={module: ./own.mjs}', '--policy-level', level];
    const tiny = join(own, 'tiny.yaml');
    writeFileSync(tiny, readFileSync(TINY));
    const { code, stderr } = await afterburn(['run', tiny, ...set], own);
    expect([code, stderr.trimEnd().endsWith(`, got ${reason}`)]).toEqual([2, true]);
  });

  it('runs at the level that is said, which report, manifest, command and fingerprint keep', async () => {
    const words = ['run', TINY, '--replicates', '2', '--set', policySet('bare'), '--quiet', '--out'];
    const told = { fenced: [] as string[], untrusted: ['--policy-level', 'untrusted'] };
    for (const [level, option] of Object.entries(told)) {
      const { code, stdout } = await afterburn([...words, level, ...option], cwd);
      const manifest = JSON.parse(readFileSync(join(cwd, level, 'manifest.json'), 'utf8'));
      expect([code, manifest.policyLevel]).toEqual([0, level]);
      expect(manifest.command.includes('--policy-level untrusted')).toBe(level === 'untrusted');
      expect(stdout).toContain(`\nPolicies: own modules, level ${level}: `);
      expect(readFileSync(join(cwd, level, 'report.html'), 'utf8')).toContain(`level ${level}: `);
    }
    const again = await afterburn([...words, 'fenced', '--policy-level', 'untrusted'], cwd);
    expect([again.code, again.stderr]).toEqual([
      2,
      'fenced holds another run; it differs in\n  policy level: there "fenced", here "untrusted"\n',
    ]);
    const verified = await afterburn(['verify', 'untrusted', '--all', '--quiet'], cwd);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  });

  it('at no known level ends with 2 and a suggestion', async () => {
    const { code, stderr } = await afterburn(['run', TINY, '--policy-level', 'fence'], cwd);
    expect([code, stderr]).toEqual([
      2,
      '--policy-level: expected a level (trusted, fenced, untrusted), got "fence"; did you mean fenced?\n',
    ]);
  });

  it('is told at the line of the scenario that names it', async () => {
    const own = emptyFolder();
    writeFileSync(join(own, 'bad.mjs'), 'export const policy = 7;');
    const text = readFileSync(TINY, 'utf8').replace('policy: steady', 'policy: {module: ./bad.mjs}');
    writeFileSync(join(own, 'm.yaml'), text);
    const { code, stderr } = await afterburn(['validate', 'm.yaml'], own);
    expect([code, stderr]).toEqual([
      2,
      'm.yaml:14:138 firms.lavish.policy.module: expected an export `policy = { name, decide }`, got 7\n',
    ]);
  });

  it('needs no more than a name and `decide`', async () => {
    const { code } = await afterburn(
      ['run', TINY, '--replicates', '1', '--set', policySet('bare'), '--out', 'bare', '--quiet'],
      cwd,
    );
    expect(code).toBe(0);
  });

  it('that ends only the threads is named as the reason, with exit code 2', async () => {
    const words = ['run', TINY, ...trustedPolicy('ends-threads'), '--out', 'threads', '--quiet'];
    const { code, stderr } = await afterburn(words, cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^a thread could not start: .*; the reason may be the policy module .*ends-threads/,
    );
  });
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
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

/** How commands that simulate end when worlds fail, when they are stopped, and when no more worlds are allowed. */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, start, TINY } from './afterburn.js';

let cwd: string;

beforeEach(() => {
  cwd = emptyFolder();
  copyFileSync(TINY, join(cwd, 'tiny.yaml'));
});

/** Fails where the fixed cost drawn is above 5,000, which 6,000 always is. */
const some = ['--set', policySet('touchy'), '--threads', '1', '--quiet'];
const all = [...some, '--set', 'firms.lavish.fixedCost=6000'];

/** Starts a command whose worlds are slow, and sends SIGINT when the first of them decides. */
async function stopped(words: readonly string[]) {
  const marker = join(cwd, 'decides');
  const module = `import { writeFileSync } from 'node:fs';
const never = new Int32Array(new SharedArrayBuffer(4));
export const policy = { name: 'own', about: 'x', source: 'x', parameters: {}, decide() {
  writeFileSync(${JSON.stringify(marker)}, '');
  Atomics.wait(never, 0, 0, 1000);
  return {};
} };`;
  writeFileSync(join(cwd, 'own.mjs'), module);
  const own = ['--set', 'firms.lavish.policy={module: ./own.mjs}', '--policy-level', 'trusted'];
  const { child, ended } = start([...words, ...own, '--threads', '1', '--quiet'], cwd);
  while (!existsSync(marker)) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  return ended;
}

describe('a study', () => {
  const compare = ['compare', 'tiny.yaml', '--arm', 'cheap', '--out', 'found'];

  it('in which every world fails writes nothing, tells the failures and ends with 3', async () => {
    const { code, stdout, stderr } = await afterburn([...compare, '--replicates', '2', ...all], cwd);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^4 of 4 worlds failed and are left out:\n {2}base 0, .*too dear/);
    expect(stderr).toMatch(/\nno world finished: nothing was written\n$/);
    expect(existsSync(join(cwd, 'found'))).toBe(false);
  });

  it('in which some fail tells the others, names the failures and ends with 3', async () => {
    const { code, stdout, stderr } = await afterburn([...compare, '--replicates', '8', ...some], cwd);
    expect(code).toBe(3);
    const failed = Number(/^(\d+) of 16 worlds failed/.exec(stderr)?.[1]);
    expect(failed).toBeGreaterThan(0);
    expect(stdout).toContain(`16 worlds of 6 months and 300 simulated users, ${failed} failed and left out`);
    const study = JSON.parse(readFileSync(join(cwd, 'found', 'study.json'), 'utf8'));
    // the level of trust in modules is told
    expect(study).toMatchObject({ failed, worlds: 16, policyLevel: 'fenced' });
    expect(readFileSync(join(cwd, 'found', 'report.html'), 'utf8')).toContain(`${failed} worlds failed`);
  });

  it('that is stopped writes nothing and ends with 130', async () => {
    const { code, stdout, stderr } = await stopped([...compare, '--replicates', '50']);
    expect([code, stdout, stderr]).toEqual([130, '', 'stopped: nothing was written\n']);
    expect(readdirSync(cwd).sort()).toEqual(['decides', 'own.mjs', 'tiny.yaml']);
  });
});

describe('afterburn rare', () => {
  const rare = ['rare', 'tiny.yaml', '--firm', 'lavish', '--effort', '10', '--repetitions', '8'];
  it('that is stopped early says that nothing is known, and ends with 130', async () => {
    const { code, stdout, stderr } = await stopped(rare);
    expect([code, stdout, stderr]).toEqual([
      ...[130, '', 'stopped before four repetitions were finished: nothing is known yet\n'],
    ]);
  });
  it('names the worlds that failed and ends with 3', async () => {
    const { code, stderr } = await afterburn([...rare, ...some], cwd);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^\d+ of \d+ worlds failed and are left out:\n {2}base \d+, .*too dear/);
  });
});

describe('afterburn check', () => {
  const check = ['check', 'tiny.yaml', '--replicates', '6'];
  it('that is stopped says how much the numbers above are of, and ends with 130', async () => {
    const { code, stdout, stderr } = await stopped(check);
    expect(code).toBe(130);
    expect(stdout).toMatch(/dies: found (not measured|[01])/);
    expect(stderr).toMatch(/^PARTIAL \d of 6: the numbers above are of the worlds that were finished\n/);
  });
  it('whose worlds all failed has measured nothing, names them and ends with 3', async () => {
    const { code, stdout, stderr } = await afterburn([...check, ...all], cwd);
    expect(code).toBe(3);
    expect(stdout).toContain('open  dies: found not measured, target >= .5\n');
    expect(stdout).toContain('1 check: 0 pass, 0 fail, 1 open\n');
    expect(stderr).toMatch(/^6 of 6 worlds failed and are left out:\n/);
  });
});

describe('afterburn run --until', () => {
  const run = ['run', 'tiny.yaml', '--agents', '100', '--months', '4', '--out', 'found', '--until', '0.01'];
  const stoppingOf = () => JSON.parse(readFileSync(join(cwd, 'found', 'summary.json'), 'utf8')).stopping;
  it('ends with the worlds that are allowed, and says how far it came, for the firms that are asked for', async () => {
    const words = [...run, '--replicates', '70', '--firm', 'thrifty', '--threads', '1', '--quiet'];
    const { code, stdout } = await afterburn(words, cwd);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /Ended after 70 worlds of every plan: no more were allowed; the least known P\(cash-out\) is known to \d+ points either way, not to 1\./,
    );
    expect(stoppingOf()).toMatchObject({ reason: 'most', firms: ['thrifty'], intervals: 1 });
  });
  it('counts a world that fails once, however often it looks', async () => {
    const words = ['--replicates', '150', '--max-failures', '1000', ...some];
    const { stderr } = await afterburn([...run, ...words], cwd);
    const { failures } = JSON.parse(readFileSync(join(cwd, 'found', 'run.json'), 'utf8'));
    const names = failures.map((failure: { replicate: number }) => failure.replicate);
    expect(stoppingOf().looks).toBeGreaterThan(1);
    expect(names).toEqual([...new Set(names)]);
    expect(stderr).toContain(`${names.length} of 150 worlds failed`);
  });
  it('ends when nothing finishes, with 3', async () => {
    const { code, stderr } = await afterburn([...run, ...all], cwd);
    expect(code).toBe(3);
    expect(stderr).toMatch(/worlds failed and are left out/);
  });
  it('that is stopped goes on with the same command', async () => {
    const { code, stderr } = await stopped(run);
    expect(code).toBe(130);
    expect(stderr).toContain('the same command goes on from here');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/exits.js';
import { priceText, refuseTooLarge } from '../../src/cli/price.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, resultsOf, TINY } from './afterburn.js';

describe('afterburn run --until', () => {
  it('gives the same bytes with one thread and two, and when it goes on from a smaller run', async () => {
    const cwd = emptyFolder();
    const words = ['run', TINY, '--agents', '100', '--months', '4', '--until', '0.08', '--quiet'];
    const { code, stdout } = await afterburn([...words, '--threads', '1', '--out', 'one'], cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Ended after .* worlds of every plan: every P\(cash-out\) is known to 8 points/);
    const smaller = words.filter((word) => word !== '--until' && word !== '0.08');
    await afterburn([...smaller, '--replicates', '7', '--out', 'two'], cwd);
    await afterburn([...words, '--threads', '2', '--out', 'two'], cwd);
    expect(resultsOf(join(cwd, 'two'))).toEqual(resultsOf(join(cwd, 'one')));
    const { stopping, replicates, firms } = JSON.parse(
      readFileSync(join(cwd, 'one', 'summary.json'), 'utf8'),
    );
    expect(stopping).toMatchObject({ reason: 'known', until: 0.08 });
    expect(stopping.intervals).toBe(stopping.firms.length);
    for (const id of stopping.firms) {
      const { low, high, n } = firms[id].cashOut;
      expect((high - low) / 2).toBeLessThanOrEqual(0.08);
      expect(n).toBe(replicates);
    }
  });

  it('refuses what makes no sense, exit 2', async () => {
    const cwd = emptyFolder();
    const say = async (...words: string[]) => {
      const { code, stderr } = await afterburn(['run', TINY, ...words], cwd);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await say('--until', '2')).toContain('--until: expected a half-width above 0 and below 0.5');
    expect(await say('--firm', 'lavish')).toContain('--firm: expected --until with it');
    expect(await say('--until', '0.1', '--firm', 'nobody')).toContain(
      '--firm: expected a firm of the scenario',
    );
  });
});

describe('the price', () => {
  it('is said in words', () => {
    const price = { seconds: 190, memoryBytes: 419.2e6, diskBytes: 1.2e9 };
    expect(priceText(price)).toBe('about 3 min 10 s, 420 MB of memory, 1.2 GB of disk');
    expect(priceText({ ...price, seconds: 4.24 })).toMatch(/^about 4\.2 s/);
    expect(priceText({ ...price, seconds: 19_200 })).toMatch(/^about 5 h 20 min/);
    expect(priceText({ ...price, seconds: 12.2 * 86_400 })).toMatch(/^about 12 days/);
  });

  it('refuses worlds beyond any memory, unless forced', () => {
    const need = { threads: 2, atATime: 2, users: 1e12, firms: 4 };
    expect(() => refuseTooLarge(need, false)).toThrow(UsageError);
    expect(() => refuseTooLarge(need, false)).toThrow(/--force tries it/);
    expect(() => refuseTooLarge(need, true)).not.toThrow();
  });
});

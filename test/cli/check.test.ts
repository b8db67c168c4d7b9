import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

describe('afterburn check', () => {
  it('ends with 5 by --strict if a check fails, else with 0', async () => {
    const own = emptyFolder();
    const text = readFileSync(TINY, 'utf8').replace("'>= .5'", "'= 5'");
    writeFileSync(join(own, 'm.yaml'), text);
    const words = ['check', 'm.yaml', '--quiet', '--months', '6'];
    const [mild, strict] = await Promise.all([afterburn(words, own), afterburn([...words, '--strict'], own)]);
    expect([mild.code, strict.code]).toEqual([0, 5]);
    expect(strict.stdout).toMatch(/^changed: months=6\nfail {2}dies/);
  });

  it('prints every check, leaves nothing behind and ends with 0', async () => {
    const own = emptyFolder();
    const words = ['check', TINY, '--quiet', '--seed', '2'];
    const [plain, data] = await Promise.all([afterburn(words, own), afterburn([...words, '--json'], own)]);
    expect([plain.code, plain.stderr, data.code]).toEqual([0, '', 0]);
    expect(plain.stdout).toMatch(
      /^pass {2}dies: found 1 \(.* to 1\), target >= \.5\n {6}Lavish dies\.\n1 check: 1 pass, 0 fail, 0 open\n$/,
    );
    expect(JSON.parse(data.stdout)).toEqual({
      checks: [
        {
          id: 'dies',
          kind: 'behaviour',
          found: 1,
          target: '>= .5',
          verdict: expect.stringMatching('pass|open'),
          pass: expect.any(Boolean),
        },
      ],
    });
    expect(readdirSync(own)).toEqual([]);
  });
});

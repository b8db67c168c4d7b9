import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { CARD, ON_CARD } from '../bad-input/card-cases.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn } from './afterburn.js';

let folder: string;

beforeAll(() => {
  folder = emptyFolder();
  writeFileSync(join(folder, 'card.yaml'), CARD);
  writeFileSync(join(folder, 'bad.yaml'), CARD.replace('2 [A]', '99 [A]'));
  const check = `checks:
  - {id: c, kind: behaviour, about: lives, source: nobody, measure: share(alive(kimi)), target: '>= 0.5'}
`;
  const scenario = ON_CARD.replace('firm: kimi', 'firm: ./card.yaml').replace(
    'people:',
    'agents: 100\npeople:',
  );
  writeFileSync(join(folder, 'on-card.yaml'), scenario + check);
});

it('validate checks cards beside scenarios', async () => {
  const ended = await afterburn(['validate', 'card.yaml', 'on-card.yaml', 'bad.yaml'], folder);
  expect(ended).toEqual({
    code: 2,
    stdout: 'card.yaml: ok\non-card.yaml: ok\n',
    stderr: 'bad.yaml:9:12 firm.quality: expected a number from -20 to 20 (utils), got "99 [A] a guess"\n',
  });
});

it('describe prints the numbers of a card with their sources, and nothing that the card does not say', async () => {
  const { stdout } = await afterburn(['describe', 'card.yaml'], folder);
  expect(stdout).toBe(`card kimi: CNY, as of 2024-01
cash = 50 M currency  [S s2:7] two rounds
quality = 2 utils  [A] a guess
tiers.0.price = 0 currency a month  [A] free
policy.ads = 0 currency a month  [A] none
`);
  expect((await afterburn(['describe', 'bad.yaml'], folder)).code).toBe(2);
  expect((await afterburn(['describe', 'on-card.yaml'], folder)).stdout).toContain(
    'firms.kimi.quality = 2 utils  [A] a guess\n',
  );
});

it('run, check and report work on cards, and the folder of the run needs none', async () => {
  const run = await afterburn(
    ['run', 'on-card.yaml', '--replicates', '2', '--quiet', '--out', 'out'],
    folder,
  );
  expect(run.code).toBe(0);
  const kept = JSON.parse(readFileSync(join(folder, 'out', 'scenario.json'), 'utf8')) as { raw: unknown };
  writeFileSync(join(folder, 'kept.json'), JSON.stringify(kept.raw));
  writeFileSync(join(folder, 'card.yaml'), 'gone');
  const again = await afterburn(
    ['run', 'kept.json', '--replicates', '2', '--quiet', '--out', 'again'],
    folder,
  );
  expect(again.code).toBe(0);
  const firms = (name: string) => readFileSync(join(folder, name, 'firms.csv'), 'utf8');
  expect(firms('again')).toBe(firms('out'));
  expect((await afterburn(['report', 'out'], folder)).code).toBe(0);
  writeFileSync(join(folder, 'card.yaml'), CARD);
  const words = ['check', 'on-card.yaml', '--replicates', '2', '--quiet', '--set', 'firms.kimi.quality=1'];
  expect((await afterburn(words, folder)).stdout).toContain('1 check: ');
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

const folder = emptyFolder();
const file = join(folder, 'burner.yaml');
// burns 1 of 20 M a month, give or take 1 M: out by month 9 in about 1 of 8,000 worlds
writeFileSync(
  file,
  `title: One burner
question: When is the cash gone?
currency: USD
start: 2024-01
months: 24
agents: 10
world: { inferenceCost: { start: 1 }, research: { rate: 0, users: 0, payers: 0, obsolescence: 0 } }
firms:
  burner: { cash: 20 M, fixedCost: 1 M, shock: 1, funding: { shift: -50 }, policy: steady }
arms:
  late: [{ month: 20, path: firms.burner.fixedCost, value: 2 M }]
`,
);
const rare = (...words: string[]) => afterburn(['rare', ...words, '--effort', '30'], folder);
const burner = (...words: string[]) => rare(file, '--firm', 'burner', '--by', '9', ...words);

it('rare tells a small chance in plain words, with its progress on stderr', async () => {
  const { code, stdout, stderr } = await burner('--repetitions', '8');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^burner runs out of cash by month 9 in \S+( %)? of worlds, about 1 world in [\d,]+ \(95 % interval/,
  );
  expect(stdout).toMatch(/\d levels from a pilot run, 8 repetitions of 30 worlds a level/);
  expect(stdout).toMatch(/plain worlds would be as exact as these/);
  expect(stderr).toMatch(/^pilot run: 30 worlds a level\npilot run: level at -0\.\d+/);
});

it('rare prints the same JSON with one thread and with two', async () => {
  const [one, two] = await Promise.all(
    ['1', '2'].map((threads) => burner('--repetitions', '8', '--threads', threads, '--json', '--quiet')),
  );
  expect(one).toMatchObject({ code: 0, stderr: '' });
  expect(two.stdout).toBe(one.stdout);
  const found = JSON.parse(one.stdout);
  expect(found).toMatchObject({ firm: 'burner', by: 9, nearness: 'cash', effort: 30, method: 'splitting' });
  expect(found.repetitions).toHaveLength(8);
  expect(found.shares).toHaveLength(found.levels.length + 1);
});

it('rare says that plain worlds do as well where a cash-out is common', async () => {
  const { stdout } = await rare(TINY, '--firm', 'lavish', '--quiet');
  expect(stdout).toMatch(/^lavish runs out of cash by month 6 in \d+ % of worlds \(95 % interval/);
  expect(stdout).toContain('It is not rare. Plain worlds do as well here');
});

it.each([
  [[TINY], '--firm: expected the name of a firm, got none'],
  [
    [TINY, '--firm', 'lavis'],
    '--firm: expected a firm of the scenario (lavish, thrifty), got "lavis"; did you mean lavish?',
  ],
  [[TINY, '--firm', 'lavish', '--by', '7'], '--by: expected a whole number from 1 to 6, got "7"'],
  [
    [TINY, '--firm', 'lavish', '--repetitions', '7'],
    '--repetitions: expected a whole number from 8 to 1000, got "7"',
  ],
  [
    [TINY, '--firm', 'lavish', '--nearness', 'users'],
    '--nearness: expected what says how near the firm is (cash, runway), got "users"',
  ],
])('rare %j is refused', async (words, message) => {
  expect(await rare(...words)).toMatchObject({ code: 2, stdout: '', stderr: `${message}\n` });
});

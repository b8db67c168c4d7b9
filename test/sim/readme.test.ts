import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as model from '../../sim/index.js';

const { withTables } = await import(new URL('./odd.mjs', import.meta.url).href);
const sim = join(import.meta.dirname, '../../sim');
const readme = readFileSync(join(sim, 'README.md'), 'utf8');

it('the description lists the ten steps of the month in the order of the code', () => {
  const listed = [...readme.matchAll(/^\d+\. `(\w+)`/gm)].map(([, name]) => name);
  const body =
    /export function stepMarket[\s\S]*?\n}/.exec(readFileSync(join(sim, 'market.ts'), 'utf8'))?.[0] ?? '';
  const called = [...body.matchAll(/\b([a-z]\w+)\(/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'stepMarket');
  expect(listed).toHaveLength(10);
  expect(called).toEqual(listed);
});

it('every file that the description names exists', () => {
  for (const [, file] of readme.matchAll(/`([\w/-]+\.ts)`/g))
    expect(() => readFileSync(join(sim, file))).not.toThrow();
});

it('its tables are those of the declarations (if not: npm run odd)', () => {
  expect(withTables(readme, model)).toBe(readme);
});

it('every field of state has a meaning of its own or of its group', () => {
  const state = readme.split('### State')[1].split('### Streams of chance')[0];
  expect(state).toContain('| `cash` |');
  expect(state).not.toMatch(/\| +\|$/m);
});

it('every word in code type of its prose is a field, a parameter, a name or an export of the model', () => {
  const prose = readme.split('<!-- tables')[0];
  const words = [...prose.matchAll(/`([A-Za-z]\w*)`/g)].map(([, word]) => word);
  const declared = new Set(
    model.describeFields().flatMap(({ path }) => path.replace('policy ', '').split('.').concat(path)),
  );
  const named = new Set([
    ...Object.keys(model.POLICIES),
    ...Object.keys(model.MECHANISMS),
    ...model.MONTH_COLUMNS,
    ...model.LEDGER_LINES,
    ...Object.values(model.STATUS),
    'Date',
    'agents',
    'cohorts',
  ]);
  const code = readdirSync(sim, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(sim, file), 'utf8'))
    .join('\n');
  const isKnown = (word: string) =>
    declared.has(word) ||
    named.has(word) ||
    new RegExp(`(function|const|interface|type) ${word}\\b|^\\s*(readonly )?${word}\\??:`, 'm').test(code);
  expect(words.filter((word) => !isKnown(word))).toEqual([]);
});

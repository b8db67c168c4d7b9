import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

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

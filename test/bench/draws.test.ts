import { expect, test } from 'vitest';
import * as core from '../../sim/core/draws.js';

const load = (file: string) => import(new URL(`../../bench/draws/${file}`, import.meta.url).href);
const { parseRows } = await load('battery.mjs');
const { countVerdicts } = await load('report.mjs');
const { chainOf, uniformOf } = await load('weakened.mjs');

test('a test that was weak keeps its first p-value and takes the verdict of its last', () => {
  const text = `#==== a header of dieharder, with a comma ====
diehard_runs,   0,    100000,     100,0.00120270,   WEAK
diehard_runs,   0,    100000,     100,0.35007345,  PASSED
diehard_runs,   0,    100000,     200,0.01234567,  PASSED
diehard_runs,   0,    100000,     200,0.00000000,  FAILED
`;
  const rows = parseRows(text);
  expect(rows).toEqual([
    { name: 'diehard_runs', first: 0.0012027, last: 0.01234567, samples: 200, verdict: 'PASSED' },
    { name: 'diehard_runs', first: 0.35007345, last: 0, samples: 200, verdict: 'FAILED' },
  ]);
  const { values, weak, unresolved, failed } = countVerdicts(rows);
  expect([values, weak, unresolved.length, failed.length]).toEqual([2, 1, 0, 1]);
});

test('a test has the length of its words in its name', () => {
  const [row] = parseRows(' rgb_bitdist,   8,    100000,     100,0.41287125,  PASSED\n');
  expect(row).toMatchObject({ name: 'rgb_bitdist 8', first: 0.41287125, verdict: 'PASSED' });
  expect(parseRows('')).toEqual([]);
});

test('weakened copies are weak in their words only: with the real word their chain and uniforms are the real ones', () => {
  const luck = core.makeLuck('x', 3, [{ branch: 2, from: 5 }]);
  const chain = chainOf(core.word);
  for (const month of [0, 4, 5, 24]) expect(chain(luck, 7, month)).toEqual(core.keyOf(luck, 7, month));
  const key = core.keyOf(luck, 7, 5);
  for (const draw of [0, 1, 9])
    expect(uniformOf(core.word)(key, -12345, draw)).toBe(core.uniform(key, -12345, draw));
});

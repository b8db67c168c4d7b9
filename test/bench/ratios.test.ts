import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const load = (path: string) => import(new URL(`../../bench/${path}`, import.meta.url).href);
const { RATIOS, ratiosOf } = await load('ratios.mjs');
const { readmeTable, sectionTable, short } = await load('table.mjs');

const row = (id: string, value: number, more = {}) => ({ id, value, unit: 'x', ...more });
const afterburn = row('six-app/afterburn/100000/1', 120);
const limit = row('six-app/limit/100000/1', 480);

test('a ratio is the quotient of two rows of the run, or a row itself', () => {
  const { ratios } = ratiosOf([afterburn, limit, row('footprint/bytes/1000000', 27)]);
  expect(ratios.denseToLimit).toBe(0.25);
  expect(ratios.memoryPerUser).toBe(27);
});

test('of several pairs the worse counts: the lower of speeds, the higher of times', () => {
  const speeds = [0.25, 0.1].flatMap((review) => [
    row(`batch/wall/${review}`, 60),
    row(`batch/kernel/${review}`, 10 / review),
  ]);
  expect(ratiosOf(speeds).ratios.batchToKernel).toBeCloseTo(0.6);
  const times = [1, 0.25].flatMap((review) => [
    row(`cohorts/types/1000000000/${review}`, 3),
    row(`cohorts/types/1000000/${review}`, 2 + review),
  ]);
  expect(ratiosOf(times).ratios.cohorts1e9To1e6).toBeCloseTo(3 / 2.25);
});

test('a ratio that cannot be had is null with the reason', () => {
  const reasonFor = (...rows: object[]) => {
    const { ratios, skipped } = ratiosOf(rows);
    expect(ratios.denseToLimit).toBeNull();
    return skipped.denseToLimit;
  };
  expect(reasonFor(afterburn)).toBe('six-app/limit/100000/1 was not measured');
  expect(reasonFor(afterburn, { id: limit.id, skipped: 'no compiler' })).toBe(`${limit.id}: no compiler`);
  expect(reasonFor(afterburn, { ...limit, undocked: ['firm 1 has 0.2, not 0.138'] })).toBe(
    `${limit.id} does not dock: firm 1 has 0.2, not 0.138`,
  );
  expect(reasonFor({ ...afterburn, undocked: ['firm 1 is off'] }, limit)).toContain('does not dock');
});

test('a ratio that other programs disturbed says so', () => {
  const others = 'other programs took 1.10 cores meanwhile';
  const busy = [row('threads/batch/1', 20), row('threads/batch/2', 10, { disturbed: others })];
  const { ratios, disturbed } = ratiosOf(busy);
  expect(ratios.twoThreads).toBe(2);
  expect(disturbed).toEqual({ twoThreads: `threads/batch/2: ${others}` });
});

test('a section that is skipped as a whole gives its reason to all its ratios', () => {
  const { skipped } = ratiosOf([{ id: 'cohorts', skipped: 'no cohorts' }]);
  expect(skipped.cohorts1e9To1e6).toBe('cohorts/types/1000000000/1: no cohorts');
  expect(skipped.cohorts1e9ToAgents).toContain('no cohorts');
});

test('every ratio has a name of its own, and takes the worse if it has several pairs', () => {
  expect(new Set(RATIOS.map(({ name }: { name: string }) => name)).size).toBe(RATIOS.length);
  for (const { pairs, worst } of RATIOS) expect(pairs.length > 1).toBe(worst !== undefined);
});

test('numbers have three digits, rows tell what was skipped', () => {
  expect([0.12345, 12.345, 1234.5, 27.262].map(short)).toEqual(['0.123', '12.3', '1,235', '27.3']);
  expect(sectionTable('T', [{ id: 'a', skipped: 'no b' }])).toMatch(/^T\n {2}a +skipped: no b$/);
});

test('the table of the README is what the committed result gives', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const result = JSON.parse(read('bench/result.json'));
  const [, table] = /<!-- bench -->\n([\s\S]*?)\n<!-- \/bench -->/.exec(read('README.md')) ?? [];
  expect(table).toBe(readmeTable(result));
  const again = ratiosOf(result.rows);
  expect(result.ratios).toEqual(again.ratios);
  expect(result.skipped).toEqual(again.skipped);
  expect(result.disturbed).toEqual(again.disturbed);
  expect(result.commit).toMatch(/^[0-9a-f]{40}$/);
});

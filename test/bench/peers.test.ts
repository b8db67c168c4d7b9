import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const load = (path: string) => import(new URL(`../../bench/${path}`, import.meta.url).href);
const { parseRow, ratio, undocked } = await load('peers/row.mjs');
const { measurePeer, runRow } = await load('peers/measure.mjs');
const { compileLimit, findCompiler } = await load('limit/compile.mjs');

const shares = [0.138, 0, 0.2255, 0.265, 0.311, 0];
const row = {
  name: 'x',
  users: 10_000,
  review: 1,
  userMonthsPerSecond: 5e6,
  shares,
  firm6Exit: [7, 8, null],
};
const echo = '{ users: +process.argv[1], review: +process.argv[2] }';
const printing = (value: unknown) => [
  process.execPath,
  '-e',
  `console.log(JSON.stringify({ ...${JSON.stringify(value)}, ...${echo} }))`,
];
const peer = (command: string[]) => ({
  name: 'x',
  users: 10_000,
  repetitions: 1,
  prepare: () => ({ command, remove: () => {} }),
});

test('the last line a peer prints is its row', () => {
  expect(parseRow(`warming up\n${JSON.stringify(row)}\n`)).toEqual(row);
});

test('what is not a row is skipped with the fault in words', () => {
  expect(parseRow('Segmentation fault').skipped).toContain('"Segmentation fault"');
  expect(parseRow('null').skipped).toContain('not an object');
  expect(parseRow(JSON.stringify({ ...row, shares: [1, 2] })).skipped).toContain('six fractions');
  expect(parseRow(JSON.stringify({ ...row, userMonthsPerSecond: null })).skipped).toContain(
    'userMonthsPerSecond',
  );
});

test('a peer that cannot run says why and is skipped', () => {
  expect(parseRow('{"name":"numpy-blocks","skipped":"numpy is not installed"}')).toEqual({
    skipped: 'numpy is not installed',
  });
  expect(runRow(['no-such-python3', 'x.py']).skipped).toBe('no-such-python3 is not installed');
  expect(runRow([process.execPath, '-e', 'throw 7']).skipped).toContain('failed');
  expect(measurePeer(peer(['no-such-python3']))).toEqual([
    { name: 'x', skipped: 'no-such-python3 is not installed' },
  ]);
});

test('mean shares dock within .01 of the eleven implementations, firms 1, 3, 4 and 5, at 10,000 users and review 1', () => {
  expect(undocked(row)).toEqual([]);
  expect(undocked({ ...row, shares: shares.map((share) => share + 0.0099) })).toEqual([]);
  expect(undocked({ ...row, shares: shares.with(4, 0.3225) })).toEqual(['firm 5 has 0.3225, not 0.311']);
  expect(undocked({ ...row, users: 100_000 })).toHaveLength(1);
});

test('a peer that does not dock keeps its rows, says so and is left out of ratios', () => {
  const wrong = measurePeer(peer(printing({ ...row, shares: shares.with(0, 0.2) })));
  expect(wrong[0]).toMatchObject({ docked: false, undocked: ['firm 1 has 0.2000, not 0.138'] });
  const right = measurePeer(peer(printing({ ...row, name: 'y', userMonthsPerSecond: 2.5e6 })));
  expect(ratio([...wrong, ...right], 1, ['x', 'y'])).toBeNull();
  expect(ratio([{ ...wrong[0], docked: true }, ...right], 1, ['x', 'y'])).toBe(2);
  expect(ratio(right, 1, ['y', 'limit'])).toBeNull();
});

test('each review rate docks by itself, and an answer to another question is no row', () => {
  const [dense, sparse] = measurePeer(peer(printing(row)));
  expect([dense.docked, sparse.docked]).toEqual([true, false]);
  const deaf = [process.execPath, '-e', `console.log('${JSON.stringify(row)}')`];
  expect(measurePeer(peer(deaf))[1].skipped).toBe('answered for 10000 users and review 1');
});

test('without a compiler the limit is skipped', () => {
  expect(findCompiler(['no-such-compiler'])).toBeUndefined();
  expect(compileLimit({ command: 'no-such-compiler', version: '' }).skipped).toContain('no-such-compiler');
});

test.runIf(findCompiler())(
  'the limit compiles here, docks and leaves nothing behind, or says why not',
  () => {
    const { program, remove, skipped } = compileLimit();
    if (skipped) return expect(skipped).toContain('does not compile it');
    const measured = runRow([program, 10_000, 1, 101]);
    remove();
    expect(undocked(measured)).toEqual([]);
    expect([8, 16]).toContain(measured.lanes);
    expect(existsSync(dirname(program))).toBe(false);
  },
);

test('the JavaScript objects run the sparse market to its end', () => {
  const objects = new URL('../../bench/peers/objects.mjs', import.meta.url).pathname;
  const measured = runRow([process.execPath, objects, 2000, 0.25, 2]);
  expect(measured.firm6Exit).toHaveLength(2);
  expect(measured.shares.reduce((a: number, b: number) => a + b)).toBeLessThan(1);
});

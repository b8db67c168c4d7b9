import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const load = (path: string) => import(new URL(`../../bench/${path}`, import.meta.url).href);
const { parseRow, undocked } = await load('peers/row.mjs');
const { better, openPeer, runRow, takeTurns } = await load('peers/measure.mjs');
const { compileLimit, findCompiler } = await load('limit/compile.mjs');
const { compileByHand } = await load('peers/by-hand/compile.mjs');

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
  users: [100_000],
  repetitions: 1,
  prepare: () => ({ command, remove: () => {} }),
});
const dense = { users: 100_000, review: 1 };
const sparse = { users: 100_000, review: 0.25 };

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

test('a peer that cannot run says why and is skipped', async () => {
  expect(parseRow('{"name":"numpy-blocks","skipped":"numpy is not installed"}')).toEqual({
    skipped: 'numpy is not installed',
  });
  expect(runRow(['no-such-python3', 'x.py']).skipped).toBe('no-such-python3 is not installed');
  expect(runRow([process.execPath, '-e', 'throw 7']).skipped).toContain('failed');
  const skipped = { id: 'six-app/x/100000/1', skipped: 'no-such-python3 is not installed' };
  expect((await openPeer(peer(['no-such-python3']))).answer(dense)).toEqual(skipped);
  const unbuilt = { ...peer([]), prepare: () => ({ skipped: 'no compiler' }) };
  expect((await openPeer(unbuilt)).answer(dense).skipped).toBe('no compiler');
});

test('mean shares dock within .01 of the eleven implementations, firms 1, 3, 4 and 5, at 10,000 users and review 1', () => {
  expect(undocked(row)).toEqual([]);
  expect(undocked({ ...row, shares: shares.map((share) => share + 0.0099) })).toEqual([]);
  expect(undocked({ ...row, shares: shares.with(4, 0.3225) })).toEqual(['firm 5 has 0.3225, not 0.311']);
  expect(undocked({ ...row, users: 100_000 })).toHaveLength(1);
});

test('a peer that does not dock keeps its rows and says so, at each review rate by itself', async () => {
  const wrong = await openPeer(peer(printing({ ...row, shares: shares.with(0, 0.2) })));
  expect(wrong.answer(dense)).toMatchObject({
    id: 'six-app/x/100000/1',
    value: 5,
    undocked: ['firm 1 has 0.2000, not 0.138'],
  });
  const right = await openPeer(peer(printing(row)));
  expect(right.answer(dense).undocked).toEqual([]);
  expect(right.answer(sparse).undocked).toHaveLength(4);
});

test('an answer to another question is no row', async () => {
  const deaf = [process.execPath, '-e', `console.log('${JSON.stringify(row)}')`];
  expect((await openPeer(peer(deaf))).answer(dense).skipped).toBe('answered for 10000 users and review 1');
});

test('peers take turns at the sizes they have, and the best turn of each counts', () => {
  const turns: string[] = [];
  const fake = (name: string, users: number[], values: number[]) => ({
    peer: { name, users },
    answer: () => {
      turns.push(name);
      const value = values.shift();
      return value ? { id: name, value } : { id: name, skipped: 'tired' };
    },
  });
  const opened = [fake('a', [100_000], [3, 5, 0]), fake('b', [10_000], []), fake('c', [100_000], [0, 0, 0])];
  expect(takeTurns(opened, dense, 3)).toEqual([
    { id: 'a', value: 5 },
    { id: 'c', skipped: 'tired' },
  ]);
  expect(turns.join('')).toBe('acacac');
  expect(better(undefined, { skipped: 'x' })).toEqual({ skipped: 'x' });
});

test('without a compiler the limit is skipped', () => {
  expect(findCompiler(['no-such-compiler'])).toBeUndefined();
  expect(compileLimit({ compiler: { command: 'no-such-compiler', version: '' } }).skipped).toContain(
    'no-such-compiler',
  );
});

test.runIf(findCompiler())(
  'the limit compiles here, docks and leaves nothing behind, or says why not',
  () => {
    for (const [flags, lanes] of [
      [[], [8, 16]],
      [['-mno-avx512f'], [8]],
    ]) {
      const { program, remove, skipped } = compileLimit({ flags });
      if (skipped) return expect(skipped).toContain('does not compile it');
      const measured = runRow([program, 10_000, 1, 101]);
      remove();
      expect(undocked(measured)).toEqual([]);
      expect(lanes).toContain(measured.lanes);
      expect(existsSync(dirname(program))).toBe(false);
    }
  },
);

test('the month by hand compiles with the AssemblyScript of this package, docks and leaves nothing behind', async () => {
  const { file, remove } = await compileByHand();
  const program = new URL('../../bench/peers/simd-by-hand.mjs', import.meta.url).pathname;
  const measured = [
    runRow([process.execPath, program, 10_000, 1, 41, file]),
    runRow([process.execPath, program, 10_000, 0.25, 161, file]),
  ];
  remove();
  expect(measured.map(undocked)).toEqual([[], []]);
  expect(existsSync(dirname(file))).toBe(false);
});

test('the JavaScript objects run the sparse market to its end', () => {
  const objects = new URL('../../bench/peers/objects.mjs', import.meta.url).pathname;
  const measured = runRow([process.execPath, objects, 2000, 0.25, 2]);
  expect(measured.firm6Exit).toHaveLength(2);
  expect(measured.shares.reduce((a: number, b: number) => a + b)).toBeLessThan(1);
});

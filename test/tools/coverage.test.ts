/** The counting of what child processes ran: V8's nested ranges, by hand and from a real process; and the places of a file. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';

type Functions = { ranges: { startOffset: number; endOffset: number; count: number }[] }[];
const { countsAt } = (await import(new URL('../../tools/coverage/ranges.mjs', import.meta.url).href)) as {
  countsAt: (functions: Functions, offsets: number[]) => number[];
};
const range = (startOffset: number, endOffset: number, count: number) => ({ startOffset, endOffset, count });

it('the innermost range around a place tells its count, its end is outside, and nothing around it is 0', () => {
  const functions = [
    { ranges: [range(0, 100, 1)] },
    { ranges: [range(10, 50, 7), range(20, 30, 0), range(22, 25, 3)] },
    { ranges: [range(50, 60, 0)] },
  ];
  expect(countsAt(functions, [0, 9, 10, 20, 22, 24, 25, 29, 30, 49, 50, 60, 99, 100, 500])).toEqual([
    1, 1, 7, 0, 3, 3, 0, 0, 7, 7, 0, 1, 1, 0, 0,
  ]);
});

it('in a process of Node a loop is counted as often as it ran, and what was never called 0 times', () => {
  const folder = emptyFolder();
  const code =
    'let n = 0;\nfor (let k = 0; k < 5; k++) {\n  n += k > 2 ? 10 : 1;\n}\nfunction never() {\n  n = 0;\n}\n';
  const file = join(folder, 'loop.mjs');
  writeFileSync(file, code);
  const env = { ...process.env, NODE_V8_COVERAGE: join(folder, 'counts') };
  execFileSync(process.execPath, [file], { env });
  const [written] = readdirSync(join(folder, 'counts'));
  const { result } = JSON.parse(readFileSync(join(folder, 'counts', written), 'utf8'));
  const { functions } = result.find(({ url }: { url: string }) => url.endsWith('loop.mjs'));
  const places = ['let n', 'n += k', '10', '1;', 'n = 0;\n}'].map((text) => code.indexOf(text));
  expect(countsAt(functions, places)).toEqual([1, 5, 2, 3, 0]);
});

it('an arm of an if is the first statement that it guards, wherever its condition ends; an else that is not written gets the start of the file', async () => {
  const { placesOf } = (await import(new URL('../../tools/coverage/places.mjs', import.meta.url).href)) as {
    placesOf: (coverage: object, text: string) => object[];
  };
  const text = "go();\n  if (f(')') && (a)) {\n    b();\n  }\n";
  const start = { line: 2, column: 2 };
  const branch = { type: 'if', loc: { start }, locations: [{ start }, { start: {} }] };
  const statement = { start: { line: 1, column: 0 } };
  expect(placesOf({ statementMap: { 0: statement }, branchMap: { 0: branch } }, text)).toEqual([
    ...[statement.start, start, { line: 3, column: 4 }, { line: 1, column: 0 }],
  ]);
});

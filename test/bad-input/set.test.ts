import { expect, test } from 'vitest';
import { linesOf } from './lines.js';
import { changed, MARKET } from './market.js';
import { SET_CASES } from './set-cases.js';

test.each(SET_CASES)('--set %s is refused at the command line', (set, line) => {
  expect(linesOf({ text: MARKET, sets: [set] })).toEqual([line]);
});

test('problems of --set come after those of the file', () => {
  const text = changed('cash: 60 M', 'cash: -1');
  expect(linesOf({ text, sets: ['people=-1', 'months=x'] })).toEqual([
    'm.yaml:32:11 firms.doubao.cash: expected a number from 0 to 1e14 (currency), got -1',
    '--set people=-1: expected a number from 0 to 1e10 (people), got -1',
    '--set months=x: expected a whole number from 1 to 400 (months), got "x"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
  ]);
});

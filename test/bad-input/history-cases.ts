/** Histories (CSV of `calibrate --data`) that are faulty, for the firms `free` and `paid` of 12 months from 2024-01. */
const KNOWN = '`month`, `people` or a measure and a firm such as `users.kimi`';

export const HISTORY_CASES: readonly (readonly [title: string, text: string, lines: readonly string[]])[] = [
  ['nothing', '', ['h.csv:1:1: expected a header such as `month,users.kimi,cash.kimi`, got an empty file']],
  [
    'separators alone',
    ',,\n1,2,3',
    ['h.csv:1:1: expected a header such as `month,users.kimi,cash.kimi`, got an empty file'],
  ],
  ['no month', 'users.free\n1', ['h.csv:1:1: expected a column `month`, got none']],
  [
    'only months',
    'month\n1',
    ['h.csv:1:1: expected at least one column besides `month`, such as `users.kimi`, got none'],
  ],
  ['no row', 'month,users.free', ['h.csv:1:1: expected a row with a month and a number, got none']],
  [
    'a misspelt firm',
    'month,users.fre\n1,5',
    ['h.csv:1:7: expected `users.` and the name of a firm, got "users.fre"; did you mean `free`?'],
  ],
  [
    'a misspelt measure',
    'month,usrs.free\n1,5',
    [`h.csv:1:7: expected ${KNOWN}, got "usrs.free"; did you mean \`users\`?`],
  ],
  [
    'a measure of every object',
    'month,__proto__.free,constructor.free\n1,5,5',
    ['__proto__', 'constructor'].map(
      (name, k) => `h.csv:1:${k === 0 ? 7 : 22}: expected ${KNOWN}, got "${name}.free"; measures: MEASURES`,
    ),
  ],
  [
    'a column twice',
    'month,users.free,users.free\n1,1,1',
    ['h.csv:1:18: expected each column once, got a second `users.free`'],
  ],
  [
    'a month twice',
    'month,users.free\n1,1\n2024-01,2',
    ['h.csv:3:1 month: expected each month once, got a second 1'],
  ],
  ...['0', '13', '1.5', '-1', '2024-13', '2023-12', 'May', '1e400', '٣', ''].map(
    (month): [string, string, string[]] => [
      `the month ${JSON.stringify(month)}`,
      `month,users.free\n${month},5\n2,6`,
      [
        `h.csv:2:1 month: expected a month from 1 to 12, or its calendar month from 2024-01 on, got ${month === '' ? 'nothing' : JSON.stringify(month)}`,
      ],
    ],
  ),
  [
    'words',
    'month,users.free\n1,many',
    ['h.csv:2:3 users.free: expected a number, got "many"; write 12, 5.5 M, 30 k, 1.2 B or 35%'],
  ],
  [
    'a comma',
    'month;users.free\n1;1,5',
    ['h.csv:2:3 users.free: expected a number, got "1,5"; did you mean `1.5`?'],
  ],
  ['a range', 'month,users.free\n1,1 to 5', ['h.csv:2:3 users.free: expected a number, got "1 to 5"']],
  [
    'no number at all',
    'month,users.free\n1,NaN',
    ['h.csv:2:3 users.free: expected a number, got "NaN"; write 12, 5.5 M, 30 k, 1.2 B or 35%'],
  ],
  [
    'a number without end',
    'month,cash.free\n1,1e400',
    ['h.csv:2:3 cash.free: expected a number, got "1e400"; numbers must be finite'],
  ],
  [
    'fewer than none',
    'month,users.free\n1,-5',
    ['h.csv:2:3 users.free: expected a number of at least 0, got -5'],
  ],
  [
    'a formula of a spreadsheet',
    'month,users.free\n1,=1+1',
    ['h.csv:2:3 users.free: expected a number, got "=1+1"; write 12, 5.5 M, 30 k, 1.2 B or 35%'],
  ],
  [
    'nothing but 0',
    'month,users.free\n1,0\n2,0',
    [
      'h.csv:2:3 users.free: expected a column with a number other than 0, because errors are shares of them, got only 0',
    ],
  ],
  ['a cell too many', 'month,users.free\n1,5,6', ['h.csv:2:5: expected 2 cells, as the header has, got 3']],
  [
    'a quote that is not closed',
    'month,users.free\n1,"5\n2,6',
    ['h.csv:2:1: expected cells whose quotes are closed before the next separator, got "1,\\"5"'],
  ],
  [
    'an escape character',
    'month,users.free\n1,\u001b[2J',
    ['h.csv:2:3: expected text that can be seen, got a control character (U+001B) at byte offset 19'],
  ],
];

import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/store/history.js';
import { market, parsed } from '../experiment/calibration/market.js';

const scenario = parsed(market());

async function read(text: string | Uint8Array, more: object = {}) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readHistory(bytes, { scenario, file: 'h.csv', tolerance: 0.05, ...more });
}

async function faults(text: string | Uint8Array): Promise<string[]> {
  const result = await read(text);
  if ('observations' in result) throw new Error('no problem');
  return result.problems.map(
    ({ where, path, expected, received, hint }) =>
      `${where}${path.length > 0 ? ` ${path.join('.')}` : ''}: expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`,
  );
}

describe('a history', () => {
  it('becomes targets with 5 % error, the later months held out, empty cells left out', async () => {
    const text = 'month,users.free,spend.paid,people\n1,100,,7\n2,12 k,3,8\n';
    const result = await read(text, { fitUntil: 1 });
    expect(result).toEqual({
      observations: [
        { measure: 'median(users("free", 1))', value: 100, sd: 30.25, source: 'h.csv:2:3', fit: true },
        { measure: 'median(users("free", 2))', value: 12000, sd: 600, source: 'h.csv:3:3', fit: false },
        { measure: 'median(spend("paid", 2, 2))', value: 3, sd: 0.15, source: 'h.csv:3:8', fit: false },
        { measure: 'median(people(1))', value: 7, sd: 0.35, source: 'h.csv:2:8', fit: true },
        { measure: 'median(people(2))', value: 8, sd: 0.4, source: 'h.csv:3:10', fit: false },
      ].map((row) => ({ ...row, sd: expect.closeTo(row.sd, 9) })),
    });
  });

  it('has columns for months, flows and sums of a firm, and for people of the market', async () => {
    const columns = ['growth.free', 'subscriptions.free', 'price.free', 'revenue.free', 'ever'];
    const result = await read(`month,${columns.join(',')}\n2,1,1,1,1,1\n`);
    const total = (line: string) => `total(${line}, "free", 2, 2)`;
    const sum = ['subscriptions', 'adSales', 'harvest', 'orders'].map(total).join(' + ');
    const measures = 'observations' in result ? result.observations.map(({ measure }) => measure) : result;
    expect(measures).toEqual(
      ['value(growth, "free", 2)', total('subscriptions'), 'price("free", 2)', sum, 'ever(2)'].map(
        (each) => `median(${each})`,
      ),
    );
  });

  it('means the same with byte order mark, CRLF, semicolons, tabs, quotes and calendar months', async () => {
    const plain = await read('month,users.free\n1,100\n2,200\n');
    const values = (result: Awaited<ReturnType<typeof read>>) =>
      'observations' in result && result.observations.map(({ measure, value }) => [measure, value]);
    for (const text of [
      '\ufeffmonth,users.free\r\n1,100\r\n2,200\r\n',
      'month;users.free\n1;100\n2;200',
      'Month\tusers.free\r1\t100\r2\t200\r',
      '"month","users.free"\n"1","100"\n\n"2"," 200 "\n',
      'users.free,month\n100,2024-01\n200,2024-02\n',
    ]) {
      expect(values(await read(text))).toEqual(values(plain));
    }
  });

  it('tells all faults at once, each with its place and a suggestion', async () => {
    expect(
      await faults('month,users.fre,usrs.free,cash.free\n1,1,2,3\n13,1,2,"1,5"\n2,1,2,many\n2,1,2,3,4\n'),
    ).toEqual([
      'h.csv:1:7: expected `users.` and the name of a firm, got "users.fre"; did you mean `free`?',
      'h.csv:1:17: expected `month`, `people` or a measure and a firm such as `users.kimi`, got "usrs.free"; did you mean `users`?',
      'h.csv:3:1 month: expected a month from 1 to 12, or its calendar month from 2024-01 on, got "13"',
      'h.csv:3:8 cash.free: expected a number, got "1,5"; did you mean `1.5`?',
      'h.csv:4:7 cash.free: expected a number, got "many"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
      'h.csv:5:1 month: expected each month once, got a second 2',
      'h.csv:5:9: expected 4 cells, as the header has, got 5',
    ]);
  });

  it('refuses files without a header, a month, a measure, a number, or with open quotes or other bytes', async () => {
    const empty = ['h.csv:1:1: expected a header such as `month,users.kimi,cash.kimi`, got an empty file'];
    expect(await faults('')).toEqual(empty);
    expect(await faults('\n\n')).toEqual(empty);
    expect(await faults('users.free\n1\n')).toEqual(['h.csv:1:1: expected a column `month`, got none']);
    expect(await faults('months,users.free\n1,2\n')).toEqual([
      'h.csv:1:1: expected a column `month`, got none; call it `month`',
      'h.csv:1:1: expected `month`, `people` or a measure and a firm such as `users.kimi`, got "months"; did you mean `month`?',
    ]);
    expect(await faults('month\n1\n')).toEqual(
      [
        'h.csv:1:1: expected at least one column besides `month`, such as `users.kimi`, got none',
        'h.csv:1:1: expected a row with a month and a number, got none',
      ].slice(0, 1),
    );
    expect(await faults('month,users.free\n')).toEqual([
      'h.csv:1:1: expected a row with a month and a number, got none',
    ]);
    expect(await faults('month,users.free\n1,"2\n')).toEqual([
      'h.csv:2:1: expected cells whose quotes are closed before the next separator, got "1,\\"2"',
    ]);
    expect(await faults('month,users.free\n1,0\n2,0\n')).toEqual([
      'h.csv:2:3 users.free: expected a column with a number other than 0, because errors are shares of them, got only 0',
    ]);
    expect(await faults('month,users.free,users.free\n1,1,1\n')).toEqual([
      'h.csv:1:18: expected each column once, got a second `users.free`',
    ]);
    expect(await faults(new Uint8Array([0xff, 0xfe, 0x6d, 0]))).toEqual([
      'h.csv:1:1: expected UTF-8 text without a byte order mark, got UTF-16 at byte offset 0',
    ]);
  });
});

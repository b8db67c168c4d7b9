import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { MARKET_COLUMNS, MONTH_COLUMNS, type Outcome } from '../../sim/index.js';
import type { FileInTheMaking } from '../../src/store/disk.js';
import { writeMarket, writeMonths } from '../../src/store/parquet.js';
import { fakeOutcome, fakeScenario, MONTHS } from '../experiment/fake.js';

async function read(write: (file: FileInTheMaking) => void) {
  const chunks: Uint8Array[] = [];
  write({ append: (bytes) => void chunks.push(bytes), commit: () => '', discard: () => {} });
  const { buffer, byteOffset, byteLength } = Uint8Array.from(Buffer.concat(chunks));
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) });
}

const points: [string, Outcome[]][] = [
  ['base', [fakeOutcome(0), fakeOutcome(3)]],
  ['cheap', [fakeOutcome(0, 'cheap')]],
];

describe('months.parquet', () => {
  it('has a row per point, replicate, month and firm, with the status as its word', async () => {
    const rows = await read((file) => writeMonths(file, points, fakeScenario));
    expect(rows).toHaveLength(3 * MONTHS * 2);
    expect(Object.keys(rows[0])).toEqual(['point', 'replicate', 'month', 'firm', ...MONTH_COLUMNS]);
    expect(
      rows
        .slice(0, 4)
        .map(({ point, replicate, month, firm, status, cash }) => [
          point,
          replicate,
          month,
          firm,
          status,
          cash,
        ]),
    ).toEqual([
      ['base', 0, 1, 'dies', 'alive', 100],
      ['base', 0, 1, 'lives', 'alive', 100],
      ['base', 0, 2, 'dies', 'cash-out', 90],
      ['base', 0, 2, 'lives', 'alive', 90],
    ]);
    expect(rows.at(-1)).toMatchObject({
      point: 'cheap',
      replicate: 0,
      month: 3,
      firm: 'lives',
      status: 'alive',
    });
  });

  it('is the same over several row groups', async () => {
    const many = Array.from({ length: 9000 }, (_, replicate) => fakeOutcome(replicate)); // 54,000 rows, group of 50,000
    const rows = await read((file) => writeMonths(file, [['base', many]], fakeScenario));
    expect(rows).toHaveLength(54_000);
    expect(rows[53_999]).toMatchObject({ replicate: 8999, month: 3, firm: 'lives', cash: 100 - 20 + 8999 });
  });
});

describe('market.parquet', () => {
  it('has a row per point, replicate and month, with a price index per channel', async () => {
    const rows = await read((file) => writeMarket(file, points, fakeScenario));
    expect(rows).toHaveLength(3 * MONTHS);
    expect(Object.keys(rows[0])).toEqual([
      'point',
      'replicate',
      'month',
      ...MARKET_COLUMNS,
      'priceIndex.store',
    ]);
    expect(rows[1]).toMatchObject({
      point: 'base',
      replicate: 0,
      month: 2,
      people: 5,
      'priceIndex.store': 9,
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import { LEDGER_LINES } from '../../sim/index.js';
import { loadScenario, simulate } from '../../src/index.js';
import { realDisk, writeFileWith } from '../../src/store/disk.js';
import { FIRM_COLUMNS, firmRows, safeText, writeFirms } from '../../src/store/firms-csv.js';
import { emptyFolder } from '../empty-folder.js';
import { fakeOutcome } from '../experiment/fake.js';

describe('firms.csv', () => {
  it('has the columns that others rely on', () => {
    expect(FIRM_COLUMNS.join(',')).toBe(
      'point,replicate,firm,outcome,proximateCause,entryMonth,exitMonth,listedMonth,' +
        'startingCash,finalCash,minCash,finalUsers,peakUsers,roundsClosed,raised,valuation,stake,proceeds,' +
        'subscriptions,storeFee,adSales,gacha,harvest,api,orders,delivery,inference,advertising,research,fixedCost,severance,' +
        'shock,jolts,rounds,listing,parent',
    );
  });

  it('holds a row per point, replicate and firm, numbers in their shortest exact text, exitMonth empty if alive', async () => {
    const path = join(emptyFolder(), 'firms.csv');
    await writeFileWith(realDisk, path, (file) =>
      writeFirms(file, [
        ['base', [fakeOutcome(0), fakeOutcome(1)]],
        ['cheap', [fakeOutcome(0, 'cheap')]],
      ]),
    );
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      FIRM_COLUMNS.join(','),
      'base,0,dies,cash-out,advertising,1,2,,0,-5,-5,0,60,0,0,0,1,0,0,0,0,0,0,0,0,0,0,-95.5,0,0,0,0,0,0.1,0,0',
      'base,0,lives,alive,,1,,,0,80,80,52,60,0,0,0,1,0,0,0,0,0,0,0,0,0,0,-3,0,0,0,0,0,20,0,0',
      'base,1,dies,alive,,1,,,0,81,80,53,60,0,0,0,1,0,0,0,0,0,0,0,0,0,0,-96.5,0,0,0,0,0,0.1,0,0',
      'base,1,lives,alive,,1,,,0,81,80,52,60,0,0,0,1,0,0,0,0,0,0,0,0,0,0,-3,0,0,0,0,0,20,0,0',
      'cheap,0,dies,alive,,1,,,0,80,80,52,60,0,0,0,1,0,0,0,0,0,0,0,0,0,0,-95.5,0,0,0,0,0,0.1,0,0',
      'cheap,0,lives,alive,,1,,,0,80,80,52,60,0,0,0,1,0,0,0,0,0,0,0,0,0,0,-3,0,0,0,0,0,20,0,0',
      '',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\uFF1D1+1'])(
    'text %j gets an apostrophe',
    (text) => {
      expect(safeText(text)).toBe(`'${text}`);
    },
  );

  it('holds all that the balance of a firm is checked by, also where its cash is drawn', async () => {
    const scenario = await loadScenario(fileURLToPath(new URL('../cli/tiny.yaml', import.meta.url)), {
      set: ['firms.lavish.cash=5 k to 15 k'],
    });
    const rows = Array.from({ length: 5 }, (_, r) => firmRows('base', simulate(scenario, '1', r))).flat();
    const cents = (row: string[], name: (typeof FIRM_COLUMNS)[number]) =>
      Math.round(Number(row[FIRM_COLUMNS.indexOf(name)]) * 100);
    for (const row of rows) {
      const booked = LEDGER_LINES.reduce((sum, line) => sum + cents(row, line), 0);
      expect(cents(row, 'startingCash') + booked).toBe(cents(row, 'finalCash'));
    }
    const drawn = rows.filter((row) => row[2] === 'lavish').map((row) => cents(row, 'startingCash'));
    expect(new Set(drawn).size).toBe(5);
    expect(Math.max(...drawn) > Math.min(...drawn) && Math.min(...drawn) > 0).toBe(true);
  });

  it('negative numbers get none', () => {
    expect(firmRows('base', fakeOutcome(0))[0][9]).toBe('-5');
  });

  it('any text comes back through a CSV reader, with at most the apostrophe added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (cause) => {
        const outcome = fakeOutcome(0);
        const firms = [{ ...outcome.firms[0], proximateCause: cause }];
        const chunks: Uint8Array[] = [];
        const file = {
          append: (bytes: Uint8Array) => void chunks.push(bytes),
          commit: () => '',
          discard: () => {},
        };
        await writeFirms(file, [['base', [{ ...outcome, firms }]]]);
        const rows: string[][] = [];
        await new Promise((resolve, reject) =>
          parseString(Buffer.concat(chunks).toString('utf8'))
            .on('data', (row) => rows.push(row))
            .on('error', reject)
            .on('end', resolve),
        );
        expect(rows[1][4]).toBe(safeText(cause));
      }),
      { numRuns: 100 },
    );
  });
});

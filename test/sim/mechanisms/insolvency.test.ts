import { describe, expect, it } from 'vitest';
import { proximateCause } from '../../../sim/firms/insolvency.js';
import { startMarket } from '../../../sim/index.js';
import { LEDGER_LINES, type LedgerLine } from '../../../sim/metrics/columns.js';
import { legal, oneBurner, type Raw } from '../made-scenario.js';
import { twins } from './twin.js';

describe('insolvency (M29)', () => {
  it('a firm of ten months goes on with debts when cash decides nothing', () => {
    const [mortal, without] = twins(oneBurner(), 'insolvency');
    expect(mortal.firm('burner').exitMonth).toBe(11);
    expect(without.firm('burner').outcome).toBe('alive');
    expect(without.firm('burner').finalCash).toBe(-14e6);
  });

  it.each<[string, Partial<Record<LedgerLine, number>>]>([
    ['bad-luck', { jolts: -500, fixedCost: -400 }],
    ['fixed-cost', { severance: -300, fixedCost: -300, jolts: -500 }],
    ['research', { api: 700, gacha: 100, inference: -1000, research: -250 }],
    ['unit-cost', { api: 600, inference: -1000, research: -250 }],
  ])('names %s as the proximate cause of %j', (cause, lines) => {
    const firm = startMarket(legal(oneBurner() as Raw), '1', 0).state.firms[0];
    LEDGER_LINES.forEach((line, k) => {
      firm.totals[k] = lines[line] ?? 0;
    });
    expect(proximateCause(firm)).toBe(cause);
  });
});

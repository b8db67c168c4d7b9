/** Where the money went: the ledger of a life in a few lines, whose sum with the opening cash is the cash at the end. */
import { LEDGER_LINES, type LedgerLine } from '../../../sim/index.js';
import type { Life } from './life.js';

const GROUPS = {
  rounds: ['rounds'],
  listing: ['listing'],
  parent: ['parent'],
  users: ['subscriptions', 'storeFee', 'adSales', 'gacha', 'harvest'],
  business: ['api', 'orders', 'delivery'],
  serving: ['inference'],
  advertising: ['advertising'],
  research: ['research'],
  fixedCost: ['fixedCost', 'severance'],
  chance: ['shock', 'jolts'],
} as const satisfies Record<string, readonly LedgerLine[]>;

/** A line of the waterfall. */
export type MoneyLine = keyof typeof GROUPS;

/** Lines that moved any money, in the order of the waterfall, currency. */
export function moneyLines({ ledger }: Life): { readonly line: MoneyLine; readonly money: number }[] {
  const lines = Object.entries(GROUPS) as [MoneyLine, readonly LedgerLine[]][];
  return lines
    .map(([line, entries]) => ({
      line,
      money: entries.reduce((sum, entry) => sum + ledger[LEDGER_LINES.indexOf(entry)], 0),
    }))
    .filter(({ money }) => Math.abs(money) >= 0.005);
}

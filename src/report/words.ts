/** The words and glyphs of the report: outcomes, ledger lines, causes. An outcome always has its glyph and its word. */
import type { FirmEnd, LedgerLine } from '../../sim/index.js';

/** Outcomes in the order of every bar and stack; `colour` and `ink` are CSS variables of the page. */
export const OUTCOMES: readonly {
  readonly end: FirmEnd;
  readonly glyph: string;
  readonly word: string;
  readonly colour: string;
  readonly ink: string;
}[] = [
  { end: 'cash-out', glyph: '✕', word: 'cash-out', colour: 'out', ink: 'out-t' },
  { end: 'acquired', glyph: '◆', word: 'acquired', colour: 'acq', ink: 'acq-t' },
  { end: 'wound-down', glyph: '■', word: 'wound down', colour: 'wound', ink: 'wound-t' },
  { end: 'paused', glyph: '‖', word: 'paused', colour: 'ink3', ink: 'ink3' },
  { end: 'alive', glyph: '●', word: 'alive', colour: 'alive', ink: 'alive-t' },
];

/** Ledger lines as rows of a table, in the order of the waterfall: money in, then what it went to. */
export const MONEY_ROWS: readonly { readonly line: LedgerLine; readonly word: string }[] = [
  { line: 'rounds', word: 'Funding rounds' },
  { line: 'listing', word: 'Listing' },
  { line: 'parent', word: 'Parent company' },
  { line: 'subscriptions', word: 'Subscriptions' },
  { line: 'storeFee', word: 'App store fee' },
  { line: 'adSales', word: 'Advertising sold' },
  { line: 'gacha', word: 'Gacha' },
  { line: 'harvest', word: 'Harvest of users' },
  { line: 'api', word: 'Tokens sold' },
  { line: 'orders', word: 'Orders of businesses' },
  { line: 'delivery', word: 'Delivery of orders' },
  { line: 'advertising', word: 'Buying users' },
  { line: 'inference', word: 'Serving users' },
  { line: 'research', word: 'Research' },
  { line: 'fixedCost', word: 'Fixed cost' },
  { line: 'severance', word: 'Severance' },
  { line: 'shock', word: 'Surprises' },
  { line: 'jolts', word: 'Sudden payments' },
];

const CAUSES: Readonly<Record<string, string>> = {
  'unit-cost': 'serving users',
  advertising: 'buying users',
  'fixed-cost': 'fixed cost',
  research: 'research',
  'no-round': 'no new round',
};

/** A cause of a cash-out in words; an unknown one keeps its name with spaces. */
export function causeWord(cause: string): string {
  return CAUSES[cause] ?? (cause === '' ? 'unknown' : cause.replace(/-/g, ' '));
}

/** The square of a firm: its colour, and beyond slot 12, where the colour is shared, another pattern each. */
export function slotMark(slot: number): string {
  const pattern = slot <= 12 ? '' : ` class="p${(slot - 13) % 3}"`;
  return `<i${pattern} style="--c:${slotColour(slot)}"></i>`;
}

/** CSS variable of a firm's mark (`f`) or text (`t`): slots 1 to 12, slate beyond. */
export function slotColour(slot: number, use: 'f' | 't' = 'f'): string {
  return `var(--${use}${Math.min(12, Math.max(1, slot))})`;
}

/** What is recorded of every firm and of the market in every month. Order is part of the file format. */

/** Lines that are revenue: money from users, developers and businesses as it comes in, less the store's fee. */
export const REVENUE_LINES = [
  'subscriptions',
  'storeFee',
  'adSales',
  'gacha',
  'harvest',
  'api',
  'orders',
] as const;

/**
 * Lines of the cash ledger, in whole minor units (cents) inside the model and in currency in all results.
 * Positive is money in. `shock` has either sign. Their sum is the change of cash.
 */
export const LEDGER_LINES = [
  ...REVENUE_LINES,
  'delivery',
  'inference',
  'advertising',
  'research',
  'fixedCost',
  'severance',
  'shock',
  'jolts',
  'rounds',
  'listing',
  'parent',
] as const;
export type LedgerLine = (typeof LEDGER_LINES)[number];

/** How a firm stands. The number is the code in the month columns; `absent` is before its entry. */
export const STATUS = ['absent', 'alive', 'cash-out', 'acquired', 'wound-down', 'paused'] as const;
export type Status = (typeof STATUS)[number];
/** How a firm ends a world. */
export type FirmEnd = Exclude<Status, 'absent'>;

/**
 * Month columns of a firm. Money in currency, people in people, use in million tokens.
 * status: index in STATUS · users: first or second app (MAU) · firstUsers: first app · payers: on a paid tier ·
 * joins: people who took the app as first app this month · paidJoins: the part won by advertising ·
 * tokens: served · blocked: share of the demand that capacity left unserved · quality: relative to the frontier ·
 * price: lowest positive price, 0 if all free · awareness: share of the people who know the app ·
 * priceIndex: spend-weighted auction price index of its channels, 1 without rivals' money ·
 * growth: what investors look at, ln over three months · stage: rounds closed after the start ·
 * apiPrice: list price of tokens, 0 if none is sold · apiTokens: million tokens sold to developers and wrappers ·
 * cac: advertising of three months / paid joins of three months, 0 if none · runway: months, capped at 999.
 */
export const MONTH_COLUMNS = [
  'status',
  'cash',
  'credits',
  'receivables',
  'users',
  'firstUsers',
  'payers',
  'joins',
  'paidJoins',
  'tokens',
  'blocked',
  'quality',
  'price',
  'awareness',
  'priceIndex',
  'cac',
  'runway',
  'growth',
  'stage',
  'apiPrice',
  'apiTokens',
  ...LEDGER_LINES,
] as const;
export type MonthColumn = (typeof MONTH_COLUMNS)[number];

/** Market columns of a month; one `priceIndex` per channel follows, in scenario order. */
export const MARKET_COLUMNS = ['people', 'ever', 'climate', 'unitCost'] as const;

/** Months of a firm's outcome; null where it never came to it. */
export const OUTCOME_MONTHS = ['entryMonth', 'exitMonth', 'listedMonth'] as const;
/** Numbers of a firm's outcome beside its ledger; see FirmOutcome. */
export const OUTCOME_NUMBERS = [
  'startingCash',
  'finalCash',
  'minCash',
  'finalUsers',
  'peakUsers',
  'roundsClosed',
  'raised',
  'valuation',
  'stake',
  'proceeds',
] as const;

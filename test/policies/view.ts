/** A view of the market for tests of policies: a firm with one free tier, a year of cash and no rivals. */
import { LEDGER_LINES } from '../../sim/index.js';
import type { FirmView, RivalView } from '../../sim/policies/policy.js';

type Changes = Partial<Omit<FirmView, 'lastMonth'>> & { lastMonth?: Partial<FirmView['lastMonth']> };

const NOTHING = Object.fromEntries(LEDGER_LINES.map((line) => [line, 0])) as FirmView['lastMonth'];

/** Cash 120, burn 10, runway 12, month 2, 100 users for four months; everything can be replaced. */
export function makeView({ lastMonth, ...changes }: Changes = {}): FirmView {
  return {
    firm: 'own',
    month: 2,
    cash: 120,
    credits: 0,
    receivables: 0,
    burn: 10,
    runway: 12,
    lastMonth: { ...NOTHING, ...lastMonth },
    users: [100, 100, 100, 100],
    payers: 0,
    joins: 0,
    share: 0.1,
    shareBefore: 0.1,
    growth: 0,
    flatMonths: 0,
    cac: 0,
    unitCost: 1,
    usePerUser: 0.1,
    churn: 0.1,
    tiers: [{ price: 0, quota: 1e9, adLoad: 0 }],
    apiPrice: 0,
    distil: 0,
    fixedCost: 6,
    research: 4,
    hasParent: false,
    rivals: [],
    ...changes,
  };
}

/** A living rival without app or advertising; everything can be replaced. */
export function makeRival(firm: string, changes: Partial<RivalView> = {}): RivalView {
  return {
    firm,
    alive: true,
    hasParent: false,
    users: 0,
    adSpend: 0,
    prices: [],
    pricesBefore: [],
    apiPrice: 0,
    apiPriceBefore: 0,
    ...changes,
  };
}

/** Values of a policy's parameters: its defaults (firms: none) with changes. */
export function withDefaults(
  parameters: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, number | string>> = {},
): never {
  const values = Object.entries(parameters).map(([name, spec]) => [
    name,
    (spec as { default?: number }).default ?? '',
  ]);
  return { ...Object.fromEntries(values), ...changes } as never;
}

/** For policies that must not draw. */
export function noLuck(): number {
  throw new Error('this policy has no use for luck');
}

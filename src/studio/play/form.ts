/**
 * What stands on the form, and the decision it makes. A month begins with last month's decision on it; the first month
 * with what the firm's own policy would do.
 */
import type { Decision, FirmView } from '../../../sim/index.js';
import type { Turn } from './life.js';

/** A quota that limits nobody, million tokens a month. */
export const NO_LIMIT = 1e9;

/** One month's decision as it stands on the form. Money in currency a month, quotas in million tokens a month. */
export interface Form {
  readonly prices: readonly number[];
  readonly quotas: readonly number[];
  /** By channel. */
  readonly ads: Readonly<Record<string, number>>;
  readonly research: number;
  readonly fixedCost: number;
  /** Currency per million tokens; missing if the firm sells none. */
  readonly apiPrice?: number;
  /** Look for money: now, not at all, or (undefined) as the firm does by itself, when its cash gets short. */
  readonly seek: boolean | undefined;
}

/** The view of the month that is to be decided. */
export function viewNow({ views }: Turn): FirmView {
  return views[views.length - 1];
}

/** The form as it opens. @param last decision of last month; missing in the first */
export function formOf(turn: Turn, last: Decision | undefined): Form {
  const view = viewNow(turn);
  const first = turn.own?.decision ?? {};
  const { prices, quotas, apiPrice, research, fixedCost, seek, ads } = last ?? first;
  return {
    prices: prices ?? view.tiers.map((tier) => tier.price),
    quotas: quotas ?? view.tiers.map((tier) => tier.quota),
    ads: last && typeof ads === 'object' ? ads : (turn.own?.ads ?? {}),
    research: research ?? view.research,
    fixedCost: fixedCost ?? view.fixedCost,
    ...(view.apiPrice > 0 ? { apiPrice: apiPrice ?? view.apiPrice } : {}),
    seek,
  };
}

/** The decision of a form. Research and fixed cost as planned are left to the plan, which may change. */
export function decisionOf(form: Form, view: FirmView): Decision {
  return {
    prices: [...form.prices],
    quotas: [...form.quotas],
    ads: { ...form.ads },
    ...(form.research === view.research ? {} : { research: form.research }),
    ...(form.fixedCost === view.fixedCost ? {} : { fixedCost: form.fixedCost }),
    ...(form.apiPrice === undefined ? {} : { apiPrice: form.apiPrice }),
    ...(form.seek === undefined ? {} : { seek: form.seek }),
  };
}

/** Sum over the channels, currency. */
export function adsTotal({ ads }: Pick<Form, 'ads'>): number {
  return Object.values(ads).reduce((sum, money) => sum + money, 0);
}

/** Turns what a policy decided into prices, quotas and budgets; refuses nonsense with the name of the policy. */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { Decision, FirmView } from '../policies/policy.js';
import type { DrawnScenario } from '../scenario/drawn.js';
import type { FirmState } from './firm.js';

/** Asks the firm's policy. Throws with firm, month and policy if the policy throws. */
export function askPolicy(firm: FirmState, view: FirmView, scenario: DrawnScenario, luck: Luck): Decision {
  const { definition, name, parameters } = scenario.firms[firm.id].policy;
  const key = keyOf(luck, STREAM.policy, view.month);
  try {
    return (
      definition.decide(view, parameters as never, firm.memory, (draw) => uniform(key, firm.index, draw)) ??
      {}
    );
  } catch (cause) {
    throw new Error(`policy ${name} of firm ${firm.id} failed in month ${view.month}: ${String(cause)}`, {
      cause,
    });
  }
}

function amount(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new Error(`${what} must be a finite number of at least 0, got ${String(value)}`);
}

function eachTier(
  firm: FirmState,
  values: readonly number[] | undefined,
  set: (tier: number, value: number) => void,
) {
  if (values === undefined) return;
  if (!Array.isArray(values) || values.length !== firm.tiers.length) {
    throw new Error(
      `a list of ${firm.tiers.length} numbers, one a tier, was expected, got ${JSON.stringify(values)}`,
    );
  }
  values.forEach((value, tier) => {
    set(tier, amount(value, `tier ${tier}`));
  });
}

/** Review probability that an event adds (M31): price rise 1 - (old/new)^5, from zero 1; quota cut .5. */
function raised(old: number, price: number): number {
  if (price <= old) return 0;
  if (old === 0) return 1;
  const ratio = old / price;
  return 1 - ratio * ratio * ratio * ratio * ratio;
}

function both(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}

/**
 * Applies a decision to the firm; writes its tiers, budgets and wishes. Advertising by channel is set by the
 * caller, because a sum must be split. Throws on numbers that are no amounts.
 */
export function applyDecision(firm: FirmState, decision: Decision, scenario: DrawnScenario): void {
  const fields = scenario.firms[firm.id];
  firm.backlash = firm.nextBacklash;
  firm.nextBacklash = firm.tiers.map(() => 0);
  firm.pricesBefore = firm.pricesNow;
  eachTier(firm, decision.prices, (tier, price) => {
    firm.nextBacklash[tier] = both(firm.nextBacklash[tier], raised(firm.tiers[tier].price, price));
    firm.tiers[tier].price = price;
  });
  eachTier(firm, decision.quotas, (tier, quota) => {
    if (quota < firm.tiers[tier].quota) firm.nextBacklash[tier] = both(firm.nextBacklash[tier], 0.5);
    firm.tiers[tier].quota = quota;
  });
  eachTier(firm, decision.adLoads, (tier, load) => {
    firm.tiers[tier].adLoad = load;
  });
  firm.pricesNow = firm.tiers.map((tier) => tier.price);
  firm.research = decision.research === undefined ? fields.research : amount(decision.research, 'research');
  firm.fixedCost =
    decision.fixedCost === undefined ? fields.fixedCost : amount(decision.fixedCost, 'fixedCost');
  firm.wantsMoney = decision.seek === true;
  if (decision.stop !== undefined && decision.stop !== 'wound-down' && decision.stop !== 'paused') {
    throw new Error(`stop must be 'wound-down' or 'paused', got ${String(decision.stop)}`);
  }
  firm.stop = decision.stop ?? '';
}

/** The advertising of a decision as amounts: a sum, or amounts by channel. Throws on unknown channels. */
export function adsOf(decision: Decision, channels: readonly string[]): number | Record<string, number> {
  const { ads } = decision;
  if (ads === undefined) return 0;
  if (typeof ads !== 'object') return amount(ads, 'ads');
  for (const [channel, money] of Object.entries(ads)) {
    if (!channels.includes(channel))
      throw new Error(`ads names channel ${channel}, which the firm may not buy`);
    amount(money, `ads in ${channel}`);
  }
  return ads;
}

/**
 * The advertising budget of another strategy in the seat. Most strategies advertise with a budget that is a parameter, 0 by
 * default; without one they would all be the same firm that buys no user. So each gets what the scenario gives the seat's
 * own strategy, or else what that one spent in a mean month; everything else stays at its default.
 */
import { POLICIES, type Scenario } from '../../../sim/index.js';
import { middleOf } from '../../experiment/inputs.js';
import type { Game } from './game.js';
import { startsAt } from './seat.js';

/** Names of the built-in strategies. */
export const STRATEGIES: readonly string[] = Object.keys(POLICIES);

/** Parameters that are a budget of advertising a month, currency. */
const BUDGETS = ['ads', 'base', 'constant'] as const;

/** The budget that the plan gives the seat's own strategy, currency a month; undefined if it gives none. */
function plannedAds(scenario: Scenario, firm: string, arm?: string): number | undefined {
  const { parameters } = scenario.firms[firm].policy;
  const planned = BUDGETS.filter((name) => typeof parameters[name] === 'object')
    .map((name) => startsAt(scenario, `firms.${firm}.policy.${name}`, arm))
    .map((quantity) => (quantity ? middleOf(quantity) : 0));
  return planned.find((money) => money > 0);
}

/**
 * What a strategy is given to advertise with in this seat: its parameter and currency a month. Undefined if it has no such
 * parameter, the firm may buy no channel, or there is nothing to give.
 * @param spent advertising of the seat's own strategy in a mean month, currency
 */
export function adsGiven(
  scenario: Scenario,
  { firm, arm, policy, spent }: Pick<Game, 'firm' | 'arm'> & { policy: string; spent: number },
): { readonly parameter: string; readonly money: number } | undefined {
  const parameter = BUDGETS.find((name) => POLICIES[policy]?.parameters[name]);
  const money = Math.round(plannedAds(scenario, firm, arm) ?? spent);
  const canBuy = scenario.firms[firm].channels.length > 0;
  return parameter !== undefined && canBuy && money > 0 ? { parameter, money } : undefined;
}

/** The scenario with a budget in the seat's strategy. */
export function withAds(
  scenario: Scenario,
  firm: string,
  { parameter, money }: { readonly parameter: string; readonly money: number },
): Scenario {
  const seat = scenario.firms[firm];
  const given = { law: { kind: 'constant', value: money }, isDefault: false } as const;
  const policy = { ...seat.policy, parameters: { ...seat.policy.parameters, [parameter]: given } };
  return { ...scenario, firms: { ...scenario.firms, [firm]: { ...seat, policy } } };
}

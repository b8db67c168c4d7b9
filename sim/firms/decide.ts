/** Turns what a policy decided into prices, quotas and budgets; refuses nonsense with the name of the policy. */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import { both, featureLoss, priceRise, QUOTA_CUT } from '../demand/backlash.js';
import type { Decision, FirmView } from '../policies/policy.js';
import type { FirmState, TierState } from './firm.js';

const DECISIONS = [
  'prices',
  'quotas',
  'adLoads',
  'ads',
  'apiPrice',
  'distil',
  'research',
  'fixedCost',
  'seek',
  'stop',
];

/** A decision is a plain map of known fields: a misspelt one must not pass for "leave things as they are". */
function legalDecision(decided: unknown): Decision {
  if (typeof decided !== 'object' || decided === null || Array.isArray(decided) || 'then' in decided) {
    const got = decided instanceof Promise ? 'a promise' : JSON.stringify(decided);
    throw new Error(`decide must return a decision such as { ads: 1000 } or {}, got ${got}`);
  }
  for (const field in decided) {
    if (!DECISIONS.includes(field) && Object.hasOwn(decided, field))
      throw new Error(`decide returned the unknown field ${field}; known are ${DECISIONS.join(', ')}`);
  }
  return decided;
}

/** Asks the firm's policy. Throws with firm, month and policy if the policy throws or returns no decision. */
export function askPolicy(firm: FirmState, view: FirmView, luck: Luck): Decision {
  const { definition, name, parameters } = firm.fields.policy;
  const key = keyOf(luck, STREAM.policy, view.month);
  const own = (draw: number) => uniform(key, firm.address, draw);
  try {
    return legalDecision(definition.decide(view, parameters as never, firm.memory, own));
  } catch (cause) {
    throw new Error(
      `policy ${name} of firm ${firm.id} failed in month ${view.month}: ${(cause as Error)?.message ?? cause}`,
      {
        cause,
      },
    );
  }
}

/** The decision without the fields of mechanisms that are off. */
export function heed(decision: Decision, ignored: readonly (keyof Decision)[]): Decision {
  if (ignored.length === 0) return decision;
  const heeded = { ...decision };
  for (const field of ignored) delete heeded[field];
  return heeded;
}

/** Most that a decision may name: no price, quota or budget of this world comes near. */
const MOST = 1e13;

function amount(value: unknown, what: string): number {
  if (typeof value === 'number' && value >= 0 && value <= MOST) return value;
  const got = typeof value === 'string' ? JSON.stringify(value) : String(value);
  throw new Error(`${what} must be a number from 0 to 1e13, got ${got}`);
}

function changeTiers(firm: FirmState, field: keyof TierState, values: readonly number[] | undefined): void {
  if (values === undefined) return;
  if (!Array.isArray(values) || values.length !== firm.tiers.length) {
    throw new Error(
      `a list of ${firm.tiers.length} numbers, one a tier, was expected, got ${JSON.stringify(values)}`,
    );
  }
  for (let tier = 0; tier < values.length; tier++) {
    firm.tiers[tier][field] = amount(values[tier], `tier ${tier}`);
  }
}

/** Adds to the events of this month that the users of a tier feel. */
function feel(firm: FirmState, tier: number, event: number): void {
  firm.nextBacklash[tier] = both(firm.nextBacklash[tier], event);
}

/** Opens a month: what users felt of last month's events acts now, and what stands is what changes are measured from. */
export function openMonth(firm: FirmState): void {
  firm.opening.features = firm.fields.features;
  for (let tier = 0; tier < firm.tiers.length; tier++) {
    firm.backlash[tier] = firm.nextBacklash[tier];
    firm.nextBacklash[tier] = 0;
    firm.opening.prices[tier] = firm.tiers[tier].price;
    firm.opening.quotas[tier] = firm.tiers[tier].quota;
  }
}

/** Closes the changes of a month: a higher price, a lower quota or fewer features than it opened with are events that users feel. */
function feelChanges(firm: FirmState): void {
  const { opening } = firm;
  const lost = featureLoss(opening.features - firm.fields.features);
  for (let tier = 0; tier < firm.tiers.length; tier++) {
    const { price, quota } = firm.tiers[tier];
    feel(firm, tier, priceRise(opening.prices[tier], price));
    if (quota < opening.quotas[tier]) feel(firm, tier, QUOTA_CUT);
    feel(firm, tier, lost);
  }
}

/**
 * Sets this month's fixed cost and what of its fall the decision makes: without it last month's would stand, or fall as
 * the scenario's field does (in the same proportion). A firm that enters later has nobody to let go in its first month.
 */
function changeFixedCost(firm: FirmState, decided: number | undefined): void {
  const { fields, fixedCost: paid, planned } = firm;
  const stands = fields.fixedCost < planned ? (paid * fields.fixedCost) / planned : paid;
  const enters = firm.entryMonth > 1 && firm.outflow.length === 0;
  firm.planned = fields.fixedCost;
  firm.fixedCost = decided === undefined ? fields.fixedCost : amount(decided, 'fixedCost');
  firm.cut = decided === undefined || enters ? 0 : Math.max(0, stands - firm.fixedCost);
}

/**
 * Applies a decision to the firm; writes its tiers, budgets and wishes. Advertising by channel is set by the
 * caller, because a sum must be split. Throws on numbers that are no amounts.
 */
export function applyDecision(firm: FirmState, decision: Decision): void {
  const { fields } = firm;
  changeTiers(firm, 'price', decision.prices);
  changeTiers(firm, 'quota', decision.quotas);
  changeTiers(firm, 'adLoad', decision.adLoads);
  feelChanges(firm);
  for (let tier = 0; tier < firm.tiers.length; tier++) {
    firm.pricesBefore[tier] = firm.pricesNow[tier];
    firm.pricesNow[tier] = firm.tiers[tier].price;
  }
  firm.research = decision.research === undefined ? fields.research : amount(decision.research, 'research');
  changeFixedCost(firm, decision.fixedCost);
  firm.apiPriceBefore = firm.apiPriceNow;
  if (decision.apiPrice !== undefined) firm.apiPrice = amount(decision.apiPrice, 'apiPrice');
  firm.apiPriceNow = firm.apiPrice;
  firm.distil =
    decision.distil === undefined ? fields.distil : Math.min(0.95, amount(decision.distil, 'distil'));
  firm.wantsMoney = decision.seek;
  if (decision.stop !== undefined && decision.stop !== 'wound-down' && decision.stop !== 'paused') {
    throw new Error(`stop must be 'wound-down' or 'paused', got ${String(decision.stop)}`);
  }
  firm.stop = decision.stop ?? '';
}

/** The advertising of a decision: a sum, or amounts by channel. Throws on channels the firm may not buy. */
export function adsOf(decision: Decision, channels: readonly string[]): number | Record<string, number> {
  const { ads } = decision;
  if (ads === undefined) return 0;
  if (typeof ads !== 'object') {
    if (channels.length > 0 || ads === 0) return amount(ads, 'ads');
    throw new Error(
      `ads of ${amount(ads, 'ads')} cannot be spent: the firm may buy no channel (its \`channels\`)`,
    );
  }
  for (const [channel, money] of Object.entries(ads)) {
    if (!channels.includes(channel))
      throw new Error(`ads names channel ${channel}, which the firm may not buy`);
    amount(money, `ads in ${channel}`);
  }
  return ads;
}

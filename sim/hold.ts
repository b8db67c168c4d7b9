/**
 * What an arm holds firms to: they repeat what they decided in the base world of the same luck, so that a change shows
 * without their answer to it.
 */
import type { FirmState } from './firms/firm.js';
import type { Decisions } from './market.js';
import type { Market } from './market-state.js';
import type { Decision } from './policies/policy.js';
import type { Scenario } from './scenario/scenario.js';

/** Firms, fields and first month that an arm holds. */
export type Hold = NonNullable<Scenario['arms'][string]['hold']>;

/** What a firm decided in the month that the base world has just lived, in the fields that are held. */
function heldOf(base: Market, firm: FirmState, at: { hold: Hold; decided: Decision | undefined }): Decision {
  const { fields } = at.hold;
  const holds = (field: Hold['fields'][number]) => fields.includes('all') || fields.includes(field);
  if (!at.decided) return holds('ads') ? { ads: 0 } : {};
  return {
    ...(fields.includes('all') ? at.decided : {}),
    ...(holds('ads') ? { ads: adsByChannel(base, firm) } : {}),
    ...(holds('prices') ? { prices: firm.tiers.map((tier) => tier.price), apiPrice: firm.apiPrice } : {}),
    ...(holds('quotas') ? { quotas: firm.tiers.map((tier) => tier.quota) } : {}),
    ...(holds('research') ? { research: firm.research } : {}),
  };
}

/** Spending by channel this month. */
function adsByChannel(base: Market, firm: FirmState): Record<string, number> {
  const allowed = firm.fields.channels;
  return Object.fromEntries(
    base.channels.flatMap((channel, c) =>
      allowed.includes(channel.id) ? [[channel.id, firm.adSpend[c]]] : [],
    ),
  );
}

/** A base world before month 1. */
interface BaseWorld {
  readonly months: number;
  readonly state: Market;
  step(): Decisions;
}

/**
 * Decisions that an arm holds its firms to, by month: lives the base world to its end. A firm that had left the base
 * world buys no ads from then on.
 */
export function heldDecisions(base: BaseWorld, hold: Hold): Decisions[] {
  const from = hold.from.law.kind === 'constant' ? hold.from.law.value : 1;
  return Array.from({ length: base.months }, (_, k) => {
    const decided = base.step();
    const held = k + 1 < from ? [] : base.state.firms.filter(({ id }) => hold.firms.includes(id));
    return Object.fromEntries(
      held.map((firm) => [firm.id, heldOf(base.state, firm, { hold, decided: decided[firm.id] })]),
    );
  });
}

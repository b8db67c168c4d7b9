/** The usual kinds of policy parameter, each with its unit and range; a policy adds default, sentence and source. */
import type { QuantitySpec } from '../scenario/quantity.js';

type Said = Pick<QuantitySpec, 'default' | 'about' | 'source'>;

/** Currency a month, 0 to 1e13. */
export function money(said: Said): QuantitySpec {
  return { unit: 'currency a month', min: 0, max: 1e13, ...said };
}

/** A span of time or a runway in months, 0 to 999. */
export function months(said: Said): QuantitySpec {
  return { unit: 'months', min: 0, max: 999, ...said };
}

/** A whole number of months, 1 to 600. */
export function wholeMonths(said: Said): QuantitySpec {
  return { unit: 'months', min: 1, max: 600, whole: true, ...said };
}

/** A calendar month, first month = 1, up to 600. */
export function calendarMonth(said: Said): QuantitySpec {
  return { unit: 'month', min: 1, max: 600, whole: true, ...said };
}

/** What multiplies an amount every month, 0 to 10. */
export function factor(said: Said): QuantitySpec {
  return { unit: 'factor a month', min: 0, max: 10, ...said };
}

/** A ratio of two amounts, 0 to 100. */
export function ratio(said: Said): QuantitySpec {
  return { unit: 'ratio', min: 0, max: 100, ...said };
}

/** A quota or use in million tokens a month, 0 to 1e9. */
export function tokens(said: Said): QuantitySpec {
  return { unit: 'million tokens a month', min: 0, max: 1e9, ...said };
}

/** A share of what the scenario plans, 0 to 1. */
export function planShare(said: Said): QuantitySpec {
  return { unit: 'share of the plan', min: 0, max: 1, ...said };
}

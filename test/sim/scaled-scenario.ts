/** The same scenario told in another currency, or for more people with more money. */
import { assign, placesOf } from '../../sim/index.js';
import { legal, type Raw } from './made-scenario.js';

/** By what a field is multiplied if the unit of money is worth `k` times less. */
function currencyFactor(unit: string, k: number): number {
  if (unit.startsWith('currency')) return k;
  return unit.includes('per currency') ? 1 / k : 1;
}

/** Fields that belong to the whole market: with k times the people they are k times as large; prices per head stay. */
const WHOLE = [
  /^people$/,
  /^firms\.\w+\.(users|cash|minCash|credits|fixedCost|research|capacity|jolts\.size|listing\.(revenue|proceeds)|business\.size|parent\.(monthlyCap|topUpTo)|policy\.ads)$/,
  /^channels\.\w+\.otherSpend$/,
  /^buyers\.\w+\.size$/,
  /^world\.(api\.tokens|inferenceCost\.served|research\.scale)$/,
];

/** Fields at 0 or at their bound (no limit) stay. */
function scaled(raw: Raw, factorOf: (path: string, unit: string) => number): Raw {
  const other = structuredClone(raw);
  const dated = (other.interventions ?? []) as { path: string; value: number }[];
  for (const { path, spec, quantity } of placesOf(legal(raw))) {
    const { law } = quantity;
    const dotted = path.join('.');
    const factor = factorOf(dotted, spec.unit);
    for (const change of dated) if (change.path === dotted) change.value *= factor;
    if (factor === 1 || law.kind !== 'constant' || law.value === 0 || law.value === spec.max) continue;
    const done = assign(other, dotted, law.value * factor);
    if ('expected' in done) throw new Error(`${dotted}: ${done.expected}`);
  }
  return other;
}

/** All amounts of money times `k`, and the exchange rate. */
export function inCurrency(raw: Raw, k: number): Raw {
  return scaled(raw, (_, unit) => currencyFactor(unit, k));
}

/** `k` times the people, with `k` times the money of firms and budgets. */
export function withPeople(raw: Raw, k: number): Raw {
  const other = scaled(raw, (path) => (WHOLE.some((pattern) => pattern.test(path)) ? k : 1));
  return { ...other, people: (raw.people as number) * k };
}

/** On which terms a scenario may take a card: its numbers were known when the scenario starts, its money can be converted. */
import { type Conversion, parseQuantity, type QuantitySpec, show } from '../../sim/index.js';
import type { Card } from './card.js';
import { isPlain, type Plain } from './plain-map.js';

/** A fault in the words of a Problem. */
export interface Fault {
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

/** When the card's numbers are younger than the scenario, the scenario must say that it has looked at them. */
export function timeFault(
  said: unknown,
  { asOf, start }: { asOf: unknown; start: unknown },
): Fault | undefined {
  const isMonth = (value: unknown): value is string =>
    typeof value === 'string' && /^\d{4}-\d\d$/.test(value);
  if (!isMonth(asOf)) return undefined;
  if (said !== undefined && said !== asOf)
    return { expected: `${asOf}, the month of the card`, received: show(said) };
  if (said !== undefined || !isMonth(start) || asOf <= start) return undefined;
  return {
    expected: `a card of ${start}, when the scenario starts, or before`,
    received: `a card of ${asOf}`,
    hint: `replace what was not known then, and write \`asOf: ${asOf}\` beside \`firm:\``,
  };
}

const RATE: QuantitySpec = { unit: 'currency per USD', min: 1e-6, max: 1e6, about: 'Exchange rate.' };

/** Units of a currency per USD; undefined if nobody says so in one number. */
function perDollar(currency: unknown, raw: unknown): number | undefined {
  const read = parseQuantity(raw, RATE);
  const given = 'law' in read && read.law.kind === 'constant' ? read.law.value : undefined;
  if (currency !== 'USD') return given;
  return raw === undefined || given === 1 ? 1 : undefined;
}

/** What turns the card's money into the scenario's. */
export function rateFor(card: Card, scenario: Plain): Conversion | Fault {
  const { currency } = scenario;
  if (card.currency === currency) return { rate: 1, said: '' };
  const world = isPlain(scenario.world) ? scenario.world : {};
  const from = perDollar(card.currency, card.exchangeRate);
  const to = perDollar(currency, world.exchangeRate);
  if (from !== undefined && to !== undefined)
    return { rate: to / from, said: `${card.currency} at ${from} to ${to} ${currency}` };
  const expected = `a card in ${currency}, or one number for the ${from === undefined ? "card's `exchangeRate`" : "scenario's `world.exchangeRate`"}`;
  return { expected, received: `a card in ${card.currency}` };
}

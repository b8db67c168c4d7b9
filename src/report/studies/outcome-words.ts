/** How the usual outcomes of a study are called and written. */
import { intervalText, percent, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';

const WORDS: Readonly<Record<string, string>> = {
  cashOut: 'P(cash-out)',
  life: 'mean months lived',
  users: 'mean users at end',
  share: 'mean share at end',
  payers: 'mean payers at end',
  cash: 'mean cash at end',
  advertising: 'mean advertising',
};
/** Units of the usual outcomes that are no shares; money is in the currency of the scenario. */
const UNITS: Readonly<Record<string, string>> = { life: 'months', users: 'people', payers: 'people' };
const MONEY = new Set(['cash', 'advertising']);
const SHARES = new Set(['cashOut', 'share']);

/** An outcome as a study names it, and its formula. */
export interface OutcomeName {
  readonly outcome: string;
  readonly measure: string;
}

/** An outcome in words; one of the study's own keeps its name. */
export function outcomeWord(outcome: string): string {
  return WORDS[outcome] ?? plainText(outcome);
}

/** True if the outcome is a share of worlds or of people, told in percent and its changes in points. */
export function isShare({ outcome, measure }: OutcomeName): boolean {
  return SHARES.has(outcome) || measure.startsWith('share(');
}

/** True if it is a probability, drawn from 0 to 100 %. */
export function isProbability({ outcome, measure }: OutcomeName): boolean {
  return outcome === 'cashOut' || measure.startsWith('share(');
}

/** Unit of the outcome; empty for one of the study's own that is no share. */
export function unitText(own: OutcomeName & { readonly firm: string }, currency: string): string {
  if (isShare(own)) return '%';
  if (own.firm === '') return '';
  return MONEY.has(own.outcome) ? currency : (UNITS[own.outcome] ?? '');
}

/** Small changes of a market share need a decimal; chance alone moves a probability by more. */
function marketPoints(value: number): string {
  return signed(value * 100, (size) => (size < 9.95 ? String(Number(size.toFixed(1))) : size.toFixed(0)));
}

/** A level of the outcome. */
export function levelText(own: OutcomeName, value: number): string {
  return isShare(own) ? percent(value) : scaled(value);
}

/** An interval of levels. */
export function rangeText(
  own: OutcomeName,
  { low, high }: { readonly low: number; readonly high: number },
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '–';
  return isShare(own) ? intervalText(low, high) : `${scaled(low)} to ${scaled(high)}`;
}

/** A change of the outcome, with its sign. */
export function changeText(own: OutcomeName, value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (own.outcome === 'share') return marketPoints(value);
  return isShare(own) ? points(value) : signed(value, scaled);
}

/** How the usual outcomes of a study are called and written. */
import { percent, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';

const WORDS: Readonly<Record<string, string>> = {
  cashOut: 'P(cash-out)',
  life: 'months lived',
  users: 'users at end',
  share: 'share at end',
  payers: 'payers at end',
  cash: 'cash at end',
  advertising: 'advertising',
};
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

/** A level of the outcome. */
export function levelText(own: OutcomeName, value: number): string {
  return isShare(own) ? percent(value) : scaled(value);
}

/** A change of the outcome, with its sign. */
export function changeText(own: OutcomeName, value: number): string {
  if (!Number.isFinite(value)) return '–';
  return isShare(own) ? points(value) : signed(value, scaled);
}

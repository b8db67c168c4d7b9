/** Words and numbers that the texts of best responses and of equilibria share. */
import type { ChosenField } from '../../experiment/study/chosen-field.js';
import type { Difference } from '../../experiment/study/estimate.js';
import { points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';

/** The field without the firm that it belongs to. */
export function fieldText({ name }: Pick<ChosenField, 'name'>): string {
  return plainText(name.replace(/^firms\.[^.]+\./, ''));
}

/** True if the formula is a share of worlds, told in points. */
export function isShareFormula(text: string): boolean {
  return text.startsWith('share(');
}

/** A difference and its interval: `+1.2 M (95% +0.8 M to +1.6 M)`. */
export function gainText(
  { estimate, low, high }: Pick<Difference, 'estimate' | 'low' | 'high'>,
  formula: string,
): string {
  const isShare = isShareFormula(formula);
  const shown = (value: number) =>
    Number.isFinite(value) ? (isShare ? points(value) : signed(value, scaled)) : '–';
  return `${shown(estimate)}${isShare ? ' points' : ''} (95% ${shown(low)} to ${shown(high)})`;
}

/** What is maximised, in words where it is the usual. */
export function wishText(formula: string, currency: string): string {
  return /^mean\(cash\([^()]*, months\)\)$/.test(formula)
    ? `mean cash at the end, ${plainText(currency)}`
    : plainText(formula);
}

/**
 * The digits of a game. Where months are compared, four significant ones, so that a month of a few per cent is seen; in
 * tables and sums, whole currency, so that they can be added by hand.
 */
import { count, signed } from '../../report/numbers.js';
import { amount, scaleFor } from '../amount.js';
import type { Language } from '../words.js';

/** Beyond this many months a runway is no number any more. */
const LONG = 24;

/** Money or people: `12.62 M`, `1262万`; below ten thousand whole digits. */
export function fine(value: number, language: Language): string {
  const size = Math.abs(value);
  const { factor, name } = scaleFor(size, language);
  if (!Number.isFinite(value) || size < 1000) return amount(value, language);
  if (factor === 1) return count(value);
  // a number that would round up to five digits has them whole
  const digits =
    Number((size / factor).toPrecision(4)) >= 1000
      ? (size / factor).toFixed(0)
      : (size / factor).toPrecision(4);
  return `${value < 0 ? '−' : ''}${digits}${language === 'en' ? '\u202f' : ''}${name}`;
}

/** The same with its sign. */
export function signedFine(value: number, language: Language): string {
  return signed(value, (size) => fine(size, language));
}

/** Whole currency or people: `12,621,304`. */
export function exact(value: number): string {
  return count(value);
}

/** The same with its sign. */
export function signedExact(value: number): string {
  return signed(value, count);
}

/** A runway in months: `10.2`, `>24`. */
export function runwayDigits(months: number): string {
  return months > LONG ? `>${LONG}` : months.toFixed(1);
}

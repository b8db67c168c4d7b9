/**
 * Numbers of fields as one writes them: in thousands, millions and billions, or 万 and 亿 in Chinese. A field keeps one
 * scale whatever is typed into it, that of what the scenario says.
 */
import type { QuantitySpec } from '../../sim/index.js';
import { plain } from '../report/numbers.js';
import type { Language } from './words.js';

/** A factor and what stands behind the number for it; 1 has none. */
export interface Scale {
  readonly factor: number;
  readonly name: string;
}

const ONE: Scale = { factor: 1, name: '' };
const SCALES: Record<Language, readonly Scale[]> = {
  en: [
    { factor: 1e9, name: 'B' },
    { factor: 1e6, name: 'M' },
    { factor: 1e4, name: 'k' },
  ],
  zh: [
    { factor: 1e8, name: '亿' },
    { factor: 1e4, name: '万' },
  ],
};

/** The scale for numbers of this size; `k` counts thousands, and begins at ten of them. */
export function scaleFor(size: number, language: Language): Scale {
  const found = SCALES[language].find(({ factor }) => Math.abs(size) >= factor) ?? ONE;
  return found.name === 'k' ? { ...found, factor: 1e3 } : found;
}

/** The number in its scale, at most six digits: what a number field holds. */
export function inScale(value: number, { factor }: Scale): number {
  return Number((value / factor).toPrecision(6));
}

/** The unit with the currency of the scenario by its name. */
export function unitText({ unit }: QuantitySpec, currency: string): string {
  return unit.replace(/\bcurrency\b/, currency);
}

/** Digits with their scale, such as `1.2 B` or `12亿`; three significant digits. */
export function amount(value: number, language: Language, scale = scaleFor(value, language)): string {
  const gap = language === 'en' && scale.name !== '' ? '\u202f' : '';
  return `${plain(value / scale.factor)}${gap}${scale.name}`;
}

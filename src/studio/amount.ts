/**
 * Numbers of the studio in the units of a language: thousands, millions and billions, or 万 and 亿 in Chinese. Money, people
 * and fields all go through here. A number field keeps one scale whatever is typed into it, that of what the scenario says.
 */
import type { QuantitySpec } from '../../sim/index.js';
import { count, plain, scaled, signed, significant } from '../report/numbers.js';
import { shortTick } from '../report/ticks.js';
import { type Translations, translated } from './translations.js';
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

/** The number in its scale: what a number field holds. @param digits significant ones at most */
export function inScale(value: number, { factor }: Scale, digits: number): number {
  return Number((value / factor).toPrecision(digits));
}

/** Chinese counts in 万 (10⁴), 亿 (10⁸) and 万亿 (10¹²); below them digits stand alone. */
function inMyriads(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 9995e8) return `${sign}${significant(size / 1e12)}万亿`;
  if (size >= 9995e4) return `${sign}${significant(size / 1e8)}亿`;
  if (size >= 9995) return `${sign}${significant(size / 1e4)}万`;
  return size >= 999.5 ? count(value) : scaled(value);
}

/** English counts in k, M, B and T; four digits stand alone. */
function inThousands(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 999.5e9) return `${sign}${significant(size / 1e12)}\u202fT`;
  if (size >= 999.5e6) return `${sign}${significant(size / 1e9)}\u202fB`;
  if (size >= 999.5e3) return `${sign}${significant(size / 1e6)}\u202fM`;
  if (size >= 9995) return `${sign}${significant(size / 1e3)}\u202fk`;
  return size >= 999.5 ? count(value) : scaled(value);
}

/** Money in currency, or people: `1.20 B`, `860 M`; in Chinese `12.0亿`, `860万`. Three significant digits. */
export function amount(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '–';
  return language === 'en' ? inThousands(value) : inMyriads(value);
}

/** The same with its sign. */
export function signedAmount(value: number, language: Language): string {
  return signed(value, (size) => amount(size, language));
}

/** A number of any unit, as fields have them: `0.076`, `2,552`, `1.2 B`. */
export function figure(value: number, language: Language): string {
  return Math.abs(value) < 9995 ? plain(value) : shortTick(amount(value, language));
}

/** An amount with its unit: `1.20 B CNY`, `12.0亿元`. */
export function withUnit(text: string, unit: string, language: Language): string {
  if (language !== 'zh') return `${text} ${unit}`;
  return unit.startsWith('占') ? `${text}（${unit}）` : text + unit;
}

/** A unit as it is shown, and whether it is still English. */
export interface UnitText {
  readonly text: string;
  readonly isEnglish: boolean;
}

/** The unit of a field with the currency of the scenario by its name. */
export function unitText({ unit }: QuantitySpec, currency: string, by?: Translations): UnitText {
  const known = translated(by?.units, unit);
  return { text: (known ?? unit).replace(/\bcurrency/, currency), isEnglish: known === undefined };
}

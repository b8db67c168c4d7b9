/** The unit in which a firm's money stands on the form, and how far its sliders go. */
import type { FirmView } from '../../../sim/index.js';
import type { Language } from '../words.js';

/** `size` in currency; `name` stands before the currency. */
export interface MoneyUnit {
  readonly size: number;
  readonly name: string;
}

const UNITS: Record<Language, readonly MoneyUnit[]> = {
  en: [
    { size: 1e6, name: 'M ' },
    { size: 1e3, name: 'k ' },
  ],
  zh: [{ size: 1e4, name: '万' }],
};

/** The unit that suits the firm's monthly outgo at the start. */
export function moneyUnit({ burn, cash }: FirmView, language: Language): MoneyUnit {
  const usual = Math.max(Math.abs(burn), cash / 50);
  return UNITS[language].find(({ size }) => usual >= size) ?? { size: 1, name: '' };
}

/** 1, 2 or 5 times a power of ten, at least `value`; 1 for 0. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((factor) => factor * power >= value) ?? 10);
}

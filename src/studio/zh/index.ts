/** The Chinese of what scenarios and declarations say, loaded when Chinese is first chosen. */
import type { Translations } from '../translations.js';
import { ABOUTS } from './abouts.js';
import { KEYS } from './keys.js';
import { NAMES } from './names.js';
import { PROBLEMS } from './problems.js';
import { SCENARIOS } from './scenarios.js';
import { SENTENCES } from './sentences.js';
import { UNITS } from './units.js';

export const ZH: Translations = {
  copies: '（n 个副本）',
  abouts: ABOUTS,
  currencies: { CNY: '元', USD: '美元' },
  keys: KEYS,
  names: NAMES,
  problems: PROBLEMS,
  scenarios: SCENARIOS,
  sentences: SENTENCES,
  units: UNITS,
};

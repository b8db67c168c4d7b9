/**
 * Every word of Play the CEO, in English and Simplified Chinese, loaded with the game. A key that one language lacks does
 * not compile. Names of firms and channels stay as their files have them.
 */
import { spaced } from '../spaced.js';
import { type Language, WORDS } from '../words.js';
import { ADVISERS_EN, ADVISERS_ZH } from './words-advisers.js';
import { DEBRIEF_EN, DEBRIEF_ZH } from './words-debrief.js';
import { MONEY_EN, MONEY_ZH } from './words-money.js';
import { START_EN, START_ZH } from './words-start.js';
import { TABLE_EN, TABLE_ZH } from './words-table.js';

const EN = {
  colon: WORDS.en.colon,
  gap: WORDS.en.gap,
  ...START_EN,
  ...TABLE_EN,
  ...MONEY_EN,
  ...ADVISERS_EN,
  ...DEBRIEF_EN,
};

/** The words of one language. */
export type PlayWords = typeof EN;

const ZH: PlayWords = {
  colon: WORDS.zh.colon,
  gap: WORDS.zh.gap,
  ...START_ZH,
  ...TABLE_ZH,
  ...MONEY_ZH,
  ...ADVISERS_ZH,
  ...DEBRIEF_ZH,
};

export const PLAY_WORDS = { en: EN, zh: spaced(ZH) } as const satisfies Record<Language, PlayWords>;

/** How many bad inputs there are with their exact messages; each differs from the others in what it is or what is said. */
import { expect, test } from 'vitest';
import { ARGUMENT_CASES } from './argument-cases.js';
import { BYTE_CASES } from './byte-cases.js';
import { CARD_CASES } from './card-cases.js';
import { FIELD_CASES } from './field-cases.js';
import { FOLDER_CASES } from './folder-cases.js';
import { HISTORY_CASES } from './history-cases.js';
import { KIND_CASES } from './kind-cases.js';
import { LINK_CASES } from './link-cases.js';
import { MARKET_CASES } from './market-cases.js';
import { MODULE_CASES } from './module-cases.js';
import { NUMBER_CASES } from './number-cases.js';
import { OVERLAY_CASES } from './overlay-cases.js';
import { PLAN_CASES } from './plan-cases.js';
import { SET_CASES } from './set-cases.js';
import { OPTION_CASES, STUDY_CASES } from './study-cases.js';
import { SYNTAX_CASES } from './syntax-cases.js';

const LISTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  syntax: SYNTAX_CASES,
  bytes: BYTE_CASES,
  fields: FIELD_CASES,
  numbers: NUMBER_CASES,
  market: MARKET_CASES,
  plans: PLAN_CASES,
  cards: CARD_CASES,
  overlays: OVERLAY_CASES,
  'other kinds': KIND_CASES,
  studies: STUDY_CASES,
  options: OPTION_CASES,
  '--set': SET_CASES,
  arguments: ARGUMENT_CASES,
  histories: HISTORY_CASES,
  links: LINK_CASES,
  modules: MODULE_CASES,
  folders: FOLDER_CASES,
};

test('there are more than 400 bad inputs with exact messages, of all kinds of input, no two the same', () => {
  const all = Object.entries(LISTS).flatMap(([kind, cases]) =>
    cases.map(
      (one) => `${kind} ${JSON.stringify(one, (_, part) => (typeof part === 'function' ? 'code' : part))}`,
    ),
  );
  const counts = Object.fromEntries(Object.entries(LISTS).map(([kind, { length }]) => [kind, length]));
  if (process.env.AFTERBURN_LONG) console.info(all.length, counts);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(400);
  expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(3);
});

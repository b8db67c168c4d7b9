/**
 * The month's offer sheet as the SIMD kernel reads it: keys, plan of the living apps, terms, hazards and leave, in the
 * layout of kernel/offers.ts. About 5 to 15 microseconds a month.
 */
import type { Key } from '../core/draws.js';
import { allReview } from './agents.js';
import { LAPSED, type MonthKeys, type OfferSheet, STATES, TENURES, TIERS } from './contract.js';
import { RECORD, type Views } from './simd-memory.js';

/** The kernel's keys, plan and codes. */
const KEYS = 1024;
const PLAN = 2048;
const CODES = 3072;
/** Word of a segment's record that says whether tenures are tallied. */
const AGING = 11;

function writeKey({ words }: Views, place: number, key: Key): void {
  const at = (KEYS >> 2) + 12 * place;
  for (let lane = 0; lane < 4; lane++) {
    words[at + lane] = key[0];
    words[at + 4 + lane] = key[1];
    words[at + 8 + lane] = key[2];
  }
}

/** The keys, each word four times. */
export function writeKeys(views: Views, keys: MonthKeys): void {
  writeKey(views, 0, keys.sift);
  writeKey(views, 1, keys.verdict);
  writeKey(views, 2, keys.consider);
  writeKey(views, 3, keys.choice);
  writeKey(views, 4, keys.second);
  writeKey(views, 5, keys.secondChoice);
}

/** The living apps; returns whether any has several tiers, ads, a match. */
export function writePlan(
  views: Views,
  sheet: OfferSheet,
): { several: boolean; ads: boolean; matched: boolean } {
  const { words, bytes } = views;
  let several = false;
  let ads = false;
  let matched = false;
  let pair = -1;
  bytes.fill(0, CODES, CODES + 32);
  for (let n = 0; n < sheet.livingCount; n++) {
    const app = sheet.living[n];
    const tiers = sheet.tiers[app - 1];
    const at = (PLAN >> 2) + n * 8;
    words[at] = app << 2;
    words[at + 1] = (app - 1) * TIERS * 16;
    words[at + 2] = tiers;
    words[at + 3] = pair === (app - 1) >> 1 ? 0 : 1;
    pair = (app - 1) >> 1;
    words[at + 4] = pair;
    words[at + 5] = ((app - 1) & 1) << 4;
    words[at + 6] = sheet.ads[app - 1];
    words[at + 7] = sheet.matched[app - 1];
    bytes[CODES + n + 1] = (app << 2) | (tiers > 1 ? 3 : 0);
    if (tiers > 1) several = true;
    if (sheet.ads[app - 1]) ads = true;
    if (sheet.matched[app - 1]) matched = true;
  }
  return { several, ads, matched };
}

/** Are tenures of this segment tallied, as the kernel stands? */
function isAging({ words, layout }: Views, segment: number): boolean {
  return words[((layout.segments + segment * RECORD) >> 2) + AGING] === 1;
}

/** Is it new this month which segments tally tenures? */
export function agingTurns(views: Views, sheet: OfferSheet): boolean {
  for (let s = 0; s < sheet.segments; s++) {
    if (isAging(views, s) !== (sheet.aging[s] === 1)) return true;
  }
  return false;
}

/** Hazards in rows of 16 bytes: free, paid, stay, state after a lapse. */
function writeHazards(views: Views, sheet: OfferSheet, s: number): void {
  const { layout, words, singles } = views;
  const from = s * STATES;
  const to = layout.hazard >> 2;
  for (let way = 0; way < 3; way++) {
    singles[to + (from + way) * 4 + 2] = sheet.hazard[(from + way) * 3 + 2];
  }
  for (let n = 0; n < sheet.livingCount; n++) {
    const app = sheet.living[n];
    const free = sheet.freeTier[app - 1];
    for (let tier = 0; tier < TIERS; tier++) {
      const state = (app << 2) | tier;
      const source = (from + state) * 3;
      const target = to + (from + state) * 4;
      singles[target] = sheet.hazard[source];
      singles[target + 1] = sheet.hazard[source + 1];
      singles[target + 2] = sheet.hazard[source + 2];
      words[target + 3] = free >= 0 && tier !== free ? (app << 2) | free : LAPSED;
    }
  }
}

/** Leave by month of joining; those without an app joined "in month 0" and feel the effort of entry. */
function writeLeave(views: Views, sheet: OfferSheet, s: number, now: number): void {
  const { singles, layout } = views;
  const from = s * TENURES;
  const to = (layout.leave >> 2) + from * 2;
  singles[to] = sheet.entry[s];
  singles[to + 1] = 0;
  for (let since = 1; since < now; since++) {
    singles[to + 2 * since] = sheet.habit[from + now - 1 - since];
    singles[to + 2 * since + 1] = sheet.novelty[from + now - 1 - since];
  }
}

/** Terms, awareness, and what differs by segment; `now` is the month on the clock of the states. */
export function writeSegments(views: Views, sheet: OfferSheet, now: number): void {
  const { layout, words, singles } = views;
  singles.set(sheet.terms, layout.terms >> 2);
  words.set(sheet.awareness, layout.awareness >> 2);
  singles.set(sheet.match, layout.match >> 2);
  for (let s = 0; s < sheet.segments; s++) {
    const at = (layout.segments + s * RECORD) >> 2;
    singles[at + 5] = sheet.outside[s];
    singles[at + 6] = sheet.outsideGrip[s];
    singles[at + 7] = sheet.activation[s];
    singles[at + 8] = sheet.second[s];
    words[at + 9] = allReview(sheet, s) ? 1 : 0;
    words[at + 10] = sheet.allAware[s];
    words[at + AGING] = sheet.aging[s];
    writeHazards(views, sheet, s);
    writeLeave(views, sheet, s, now);
  }
}

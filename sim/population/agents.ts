/**
 * The agents population: every user is a row of typed columns. This plain TypeScript form is the oracle of the
 * SIMD kernel: the same single-precision steps in the same order, one user at a time, every draw addressed by
 * the user, so that lanes and threads cannot show.
 *
 * A month of a user: a byte of a hash sifts out most who neither lapse nor review; the rest get 23 more bits,
 * and that one uniform decides lapse, review or stay. A reviewer weighs every app she considers by its best
 * tier (multinomial logit over a drawn consideration set: Goeree 2008), her own with the grip of habit.
 * About 0.1 to 0.2 microseconds a reviewing user and app. Longer than a page: the hot loop stands in one place.
 */
import { unit23, word } from '../core/draws.js';
import { CLAMP, exp2, tagged, tagOf, untagged } from '../core/single.js';
import {
  type Cells,
  LAPSED,
  MOST_APPS,
  type MonthKeys,
  makeTally,
  NEVER,
  type OfferSheet,
  ORPHAN,
  STATES,
  type Tally,
  TENURE_CAP,
  TENURES,
  TIERS,
} from './contract.js';

const f = Math.fround;
/** Month 1 stands at this on the clock of the state word, so that tenures from before the start fit. */
export const ORIGIN = 64;
const TINY = f(1 / 256);

/** Tastes that weigh an offer. */
export interface Tastes {
  /** Taste of quality, standard normal. */
  readonly quality: Float32Array;
  /** Tastes of price and of ads relative to their medians. */
  readonly price: Float32Array;
  readonly ads: Float32Array;
  /** Persistent match, two standard normals; empty where `Cells.matched` is not set. */
  readonly matchA: Float32Array;
  readonly matchB: Float32Array;
}

/** Fixed columns and state of all agents; length of each = cells.length. */
export interface Agents extends Tastes {
  /** Who stands together: segment, usage class and starting app. */
  readonly cells: Cells;
  /** Switching taste relative to its median. */
  readonly switching: Float32Array;
  /** Monthly lapse rates on a free and on a paid tier. */
  readonly lapseFree: Float32Array;
  readonly lapsePaid: Float32Array;
  /** Clock of the last change << 7 | app << 2 | tier (or the way of having no app). */
  readonly state: Uint16Array;
  /** Slot of the second app; 0 = none. */
  readonly second: Uint8Array;
  /** Counts of the last month. */
  readonly tally: Tally;
}

/** State word of a user of an app with a tenure of `tenure` months (0 to 63) before month 1. */
export function startingState(app: number, tier: number, tenure: number): number {
  return ((ORIGIN - tenure) << 7) | (app << 2) | tier;
}

/** State word of a user without an app. */
export function stateWithout(way: number): number {
  return way;
}

const weights = new Float32Array(MOST_APPS + 1);
const best = new Float32Array(MOST_APPS + 1);

/**
 * Utility of an app's best tier for user (or type) i, in powers of two; `at`: where the app's first tier lies in
 * `sheet.terms`. With several tiers the best one rides in the two lowest bits; ties go to the lowest tier.
 */
export function appeal(sheet: OfferSheet, at: number, tiers: number, tastes: Tastes, i: number): number {
  const { terms } = sheet;
  const quality = tastes.quality[i];
  const price = tastes.price[i];
  const ads = tastes.ads[i];
  const first = f(
    f(f(terms[at] + f(quality * terms[at + 1])) - f(price * terms[at + 2])) - f(ads * terms[at + 3]),
  );
  if (tiers === 1) return first;
  let rank = untagged(first);
  let value = rank;
  for (let k = 1, o = at + 4; k < tiers; k++, o += 4) {
    const y = untagged(
      f(f(f(terms[o] + f(quality * terms[o + 1])) - f(price * terms[o + 2])) - f(ads * terms[o + 3])),
    );
    if (y > rank) {
      rank = y;
      value = tagged(y, k);
    }
  }
  return value;
}

/** What the persistent match of user (or type) i adds to the utility of an app, all tiers alike; `at`: in `sheet.match`. */
export function matchOf(sheet: OfferSheet, at: number, tastes: Tastes, i: number): number {
  return f(f(tastes.matchA[i] * sheet.match[at]) + f(tastes.matchB[i] * sheet.match[at + 1]));
}

function clamped(x: number): number {
  return x < -CLAMP ? -CLAMP : x > CLAMP ? CLAMP : x;
}

/** Is the app in the consideration set? Sixteen bits an app; two apps share a word. */
function considers(i: number, app: number, threshold: number, key: MonthKeys['consider']): boolean {
  const bits = word((i << 4) | ((app - 1) >> 1), key[0], key[1], key[2]);
  return ((app - 1) & 1 ? bits >>> 16 : bits & 0xffff) < threshold;
}

/** Which weight the pick falls on: 0 = outside, else 1 + index of the living app. `skip` is left out. */
function locate(pick: number, from: number, count: number, skip: number): number {
  let total = from;
  for (let n = 0; n < count; n++) {
    if (n === skip) continue;
    total = f(total + weights[n]);
    if (pick < total) return n + 1;
  }
  return 0;
}

/** One review: the new state word of user i, and her second app in `agents.second`. */
function review(
  agents: Agents,
  sheet: OfferSheet,
  cell: number,
  i: number,
  now: number,
  keys: MonthKeys,
): number {
  const { cells } = agents;
  const segment = cells.segment[cell];
  const row = segment * cells.classes + cells.usageClass[cell];
  const state = agents.state[i];
  const own = (state >> 2) & 31;
  const ownSecond = agents.second[i];
  const tenure = own ? now - (state >> 7) - 1 : 0;
  const sigma = agents.switching[i];
  const leave = own
    ? f(f(sigma * sheet.habit[segment * TENURES + tenure]) - sheet.novelty[segment * TENURES + tenure])
    : f(sigma * sheet.entry[segment]);
  const outside = exp2(
    clamped(f(sheet.outside[segment] + (own ? f(sheet.outsideGrip[segment] * leave) : leave))),
  );
  const everybody = sheet.allAware[segment] === 1;
  const { living, tiers, awareness, apps, livingCount: count } = sheet;
  const aware = segment * apps - 1;
  const rowAt = (row * apps - 1) * TIERS;
  let total = outside;
  for (let n = 0; n < count; n++) {
    const app = living[n];
    if (
      !everybody &&
      app !== own &&
      app !== ownSecond &&
      !considers(i, app, awareness[aware + app], keys.consider)
    ) {
      weights[n] = 0;
      continue;
    }
    const x = appeal(sheet, (rowAt + app * TIERS) << 2, tiers[app - 1], agents, i);
    best[n] = x;
    const v = sheet.matched[app - 1] ? f(x + matchOf(sheet, (aware + app) << 1, agents, i)) : x;
    const w = exp2(clamped(app === own ? f(v + leave) : v));
    weights[n] = w;
    total = f(total + w);
  }
  const pick = f(unit23(word(i, keys.choice[0], keys.choice[1], keys.choice[2])) * total);
  const chosen = pick < outside ? 0 : locate(pick, outside, count, -1);
  agents.second[i] = 0;
  if (chosen === 0) return stateWithout(own || (state & 3) !== NEVER ? LAPSED : NEVER);
  const app = sheet.living[chosen - 1];
  takeSecond(agents, sheet, { i, segment, chosen, count }, keys);
  const since = app === own ? state >> 7 : now;
  return (since << 7) | (app << 2) | tierOf(sheet, app, best[chosen - 1]);
}

/** The tier that rides in the utility of an app. */
export function tierOf(sheet: OfferSheet, app: number, value: number): number {
  return sheet.tiers[app - 1] === 1 ? 0 : tagOf(value);
}

/** With probability m the reviewer keeps a second app: the same weights without the first and without none. */
function takeSecond(
  agents: Agents,
  sheet: OfferSheet,
  at: { i: number; segment: number; chosen: number; count: number },
  keys: MonthKeys,
): void {
  const m = sheet.second[at.segment];
  if (!(m > 0) || !(unit23(word(at.i, keys.second[0], keys.second[1], keys.second[2])) < m)) return;
  let total = 0;
  for (let n = 0; n < at.count; n++) if (n !== at.chosen - 1) total = f(total + weights[n]);
  const key = keys.secondChoice;
  const pick = f(unit23(word(at.i, key[0], key[1], key[2])) * total);
  const found = locate(pick, 0, at.count, at.chosen - 1);
  agents.second[at.i] = found === 0 ? 0 : sheet.living[found - 1];
}

/** New state word of a user who lapses: a payer falls to the free tier of her app, others to none. */
function lapsed(sheet: OfferSheet, state: number): number {
  const app = (state >> 2) & 31;
  const free = sheet.freeTier[app - 1];
  return free >= 0 && (state & 3) !== free ? (state & ~3) | free : stateWithout(LAPSED);
}

/** True if every user of the segment reviews for certain and nobody can lapse, so that no sift is drawn. */
export function allReview(sheet: OfferSheet, segment: number): boolean {
  if (sheet.activation[segment] !== 1) return false;
  const from = segment * STATES * 3;
  for (let state = 0; state < 3; state++) if (sheet.hazard[from + state * 3 + 2] !== 0) return false;
  for (let n = 0; n < sheet.livingCount; n++)
    for (let tier = 0; tier < TIERS; tier++) {
      const at = from + ((sheet.living[n] << 2) | tier) * 3;
      if (sheet.hazard[at] !== 0 || sheet.hazard[at + 1] !== 0 || sheet.hazard[at + 2] !== 0) return false;
    }
  return true;
}

/**
 * Moves all users through month `month` (from 1) and tallies them; writes `state`, `second` and `tally`.
 * Users of apps that are no longer living must have been orphaned before (`orphan`).
 */
export function moveUsers(agents: Agents, sheet: OfferSheet, keys: MonthKeys, month: number): Tally {
  const { cells, state, tally } = agents;
  const now = month + ORIGIN;
  clear(tally);
  for (let cell = 0; cell < cells.count; cell++) {
    const segment = cells.segment[cell];
    const certain = allReview(sheet, segment);
    for (let i = cells.start[cell]; i < cells.end[cell]; i++) {
      const before = state[i];
      const verdict = certain ? REVIEW : judge(agents, sheet, { i, state: before, segment, now }, keys);
      if (verdict === STAY) continue;
      const after = verdict === REVIEW ? review(agents, sheet, cell, i, now, keys) : lapsed(sheet, before);
      if (verdict === LAPSE) agents.second[i] = 0;
      state[i] = after;
      book(agents, cell, { before, after, lapse: verdict === LAPSE });
    }
    count(agents, cell, now, sheet.aging[segment] === 1);
  }
  return tally;
}

const STAY = 0;
export const REVIEW = 1;
const LAPSE = 2;

/**
 * One uniform decides: lapse with 1 - k, else review with the state's rate, else stay: 2, 1 or 0. `state`: the word before
 * the month; `now`: the month on the clock of the state word.
 */
export function judge(
  agents: Pick<Agents, 'lapseFree' | 'lapsePaid'>,
  sheet: OfferSheet,
  at: { i: number; state: number; segment: number; now: number },
  keys: MonthKeys,
): number {
  const { i, state } = at;
  const own = state & 0x7c;
  const row = (at.segment * STATES + (state & 127)) * 3;
  const { hazard } = sheet;
  let keep = 1;
  if (own) {
    const rate = f(f(agents.lapseFree[i] * hazard[row]) + f(agents.lapsePaid[i] * hazard[row + 1]));
    keep = f(1 - (rate > 1 ? 1 : rate));
    if (state >> 7 === at.now - 1) keep = f(keep * sheet.activation[at.segment]);
  }
  const edge = f(1 - f(keep * hazard[row + 2]));
  const group = word(i >> 2, keys.sift[0], keys.sift[1], keys.sift[2]);
  const byte = (group >>> (8 * (i & 3))) & 255;
  if (f(byte * TINY) >= edge) return STAY;
  const v = f(f(byte + unit23(word(i, keys.verdict[0], keys.verdict[1], keys.verdict[2]))) * TINY);
  return own && v < f(1 - keep) ? LAPSE : v < edge ? REVIEW : STAY;
}

function clear(tally: Tally): void {
  tally.users.fill(0);
  tally.tenures.fill(0);
  tally.second.fill(0);
  tally.none.fill(0);
  tally.moves.fill(0);
  tally.lapses.fill(0);
}

/** Books a change of first app in people. */
function book(agents: Agents, cell: number, change: { before: number; after: number; lapse: boolean }): void {
  const { cells, tally } = agents;
  const from = (change.before >> 2) & 31;
  const to = (change.after >> 2) & 31;
  if (from === to) return;
  const side = tally.second.length / cells.count + 1;
  const segment = cells.segment[cell];
  tally.moves[(segment * side + from) * side + to] += cells.weight[cell];
  if (change.lapse) tally.lapses[segment * side + from] += cells.weight[cell];
}

/** Counts a cell after its users have moved. */
function count(agents: Agents, cell: number, now: number, aging: boolean): void {
  const { cells, state, second, tally } = agents;
  const apps = tally.second.length / cells.count;
  for (let i = cells.start[cell]; i < cells.end[cell]; i++) {
    const s = state[i];
    const app = (s >> 2) & 31;
    if (app === 0) {
      tally.none[cell * 3 + (s & 3)]++;
      continue;
    }
    const at = (cell * apps + app - 1) * TIERS + (s & 3);
    const tenure = now - (s >> 7);
    tally.users[at]++;
    if (aging) tally.tenures[at] += tenure > TENURE_CAP ? TENURE_CAP : tenure;
    if (second[i]) tally.second[cell * apps + second[i] - 1]++;
  }
}

/** Counts all users as they stand before month 1, without tenures; writes and returns the tally. */
export function countStart(agents: Agents): Tally {
  clear(agents.tally);
  for (let cell = 0; cell < agents.cells.count; cell++) count(agents, cell, ORIGIN, false);
  return agents.tally;
}

/** Users of a dead app are at none with tenure 0 from now on, and look around next month; writes the state. */
export function orphan(agents: Agents, app: number): void {
  const { state, second } = agents;
  for (let i = 0; i < state.length; i++) {
    if (((state[i] >> 2) & 31) === app) {
      state[i] = stateWithout(ORPHAN);
      second[i] = 0;
    } else if (second[i] === app) second[i] = 0;
  }
}

/**
 * Those who were orphaned last month and did not review are lapsed users from now on, which is why orphans keep
 * their own state for one month only; writes the state.
 */
export function settleOrphans(agents: Agents): void {
  const { state } = agents;
  for (let i = 0; i < state.length; i++) if (state[i] === ORPHAN) state[i] = LAPSED;
}

/** Sets the tier of every starting user to her best at the first offers; writes the state. */
export function chooseFirstTiers(agents: Agents, sheet: OfferSheet): void {
  const { cells, state } = agents;
  for (let cell = 0; cell < cells.count; cell++) {
    const row = cells.segment[cell] * cells.classes + cells.usageClass[cell];
    const app = cells.origin[cell];
    if (app === 0) continue;
    const at = ((row * sheet.apps + app - 1) * TIERS) << 2;
    for (let i = cells.start[cell]; i < cells.end[cell]; i++) {
      const tier = tierOf(sheet, app, appeal(sheet, at, sheet.tiers[app - 1], agents, i));
      state[i] = (state[i] & ~3) | tier;
    }
  }
}

/** Columns for these cells, all zero; the tally has `apps` slots. */
export function makeAgents(cells: Cells, apps: number): Agents {
  const column = (length = cells.length) => new Float32Array(length);
  const dimension = () => column(cells.matched ? cells.length : 0);
  return {
    cells,
    quality: column(),
    price: column(),
    ads: column(),
    matchA: dimension(),
    matchB: dimension(),
    switching: column(),
    lapseFree: column(),
    lapsePaid: column(),
    state: new Uint16Array(cells.length),
    second: new Uint8Array(cells.length),
    tally: makeTally(cells, apps),
  };
}

/** What the users of one type weigh in a month: the weights of apps and of having none, by tenure where they differ. */
import type { Key } from '../core/draws.js';
import { CLAMP, exp2 } from '../core/single.js';
import { appeal, matchOf, tierOf } from './agents.js';
import { makeSeconds, type Seconds } from './cohort-second.js';
import { type Cohorts, SECOND_ROWS } from './cohort-state.js';
import { type Grid, layGrid, makeGrid, type Rivals } from './considered.js';
import { MOST_APPS, type OfferSheet, TENURE_CAP, TENURES, TIERS } from './contract.js';

/** Utilities beyond this are as good as infinite; 2^x is exact in its range. */
const WIDE = 120;
/** 2^CLAMP, the bounds of weights. */
const MOST = 1073741824 * 1073741824;
const LEAST = 1 / MOST;
/** Leaving costs that differ by less than this (powers of two, median user) are taken as one. */
const ALIKE = 0.001;

/** Scratch space of a population; everything is overwritten for each type. */
export interface Workshop {
  readonly rivals: Rivals;
  /** By living app: best tier; joiners of this month; movers of one app. */
  readonly best: Int32Array;
  readonly joins: Float64Array;
  readonly moved: Float64Array;
  /** By tenure: the factor of the own app, the weight of none. */
  readonly grip: Float64Array;
  readonly out: Float64Array;
  /** Movers by node and by app, second apps by app, up to a factor. */
  readonly mixture: Float64Array;
  readonly parts: Float64Array;
  readonly secondParts: Float64Array;
  /** By living app: part of the users of an app who have it as second app. */
  readonly holders: Float64Array;
  /** By row of second apps: users of an app before the month, and those who stayed and did not review. */
  readonly before: Float64Array;
  readonly stayers: Float64Array;
  readonly grid: Grid;
  readonly seconds: Seconds;
}

/** A cell in a month. */
export interface At {
  readonly cohorts: Cohorts;
  readonly shop: Workshop;
  readonly sheet: OfferSheet;
  readonly key: Key;
  readonly cell: number;
  readonly segment: number;
  /** Tenure from which on leaving costs stay as they are. */
  readonly last: number;
}

/** Empty scratch space. */
export function makeWorkshop(): Workshop {
  const byApp = () => new Float64Array(MOST_APPS);
  return {
    rivals: { weights: byApp(), aware: byApp(), count: 0 },
    best: new Int32Array(MOST_APPS),
    joins: byApp(),
    moved: byApp(),
    grip: new Float64Array(TENURES),
    out: new Float64Array(TENURES),
    mixture: new Float64Array(256),
    parts: byApp(),
    secondParts: byApp(),
    holders: byApp(),
    before: new Float64Array(SECOND_ROWS),
    stayers: new Float64Array(SECOND_ROWS),
    grid: makeGrid(),
    seconds: makeSeconds(),
  };
}

function within(x: number, limit: number): number {
  return x < -limit ? -limit : x > limit ? limit : x;
}

/** A weight in the range that agents keep weights in. */
export function clampedWeight(w: number): number {
  return w < LEAST ? LEAST : w > MOST ? MOST : w;
}

/** The tenure (below `tenures`) from which on a segment's leaving costs, and use if it grows, stay as they are. */
export function lastTenure(sheet: OfferSheet, segment: number, tenures: number): number {
  const from = segment * TENURES;
  const end = from + tenures - 1;
  const alike = (table: Float32Array, t: number) => Math.abs(table[from + t] - table[end]) < ALIKE;
  const least = sheet.aging[segment] ? TENURE_CAP : 1;
  let t = tenures - 1;
  while (t > least && alike(sheet.habit, t - 1) && alike(sheet.novelty, t - 1)) t--;
  return t;
}

/** Writes weights, best tiers and awareness of the living apps. */
export function weighApps({ cohorts, shop, sheet, cell, segment }: At, type: number): void {
  const { cells, types } = cohorts;
  const row = segment * cells.classes + cells.usageClass[cell];
  const { weights, aware } = shop.rivals;
  shop.rivals.count = sheet.livingCount;
  for (let n = 0; n < sheet.livingCount; n++) {
    const app = sheet.living[n];
    const at = ((row * sheet.apps + app - 1) * TIERS) << 2;
    const x = appeal(sheet, at, sheet.tiers[app - 1], types, type);
    shop.best[n] = tierOf(sheet, app, x);
    const pair = (segment * sheet.apps + app - 1) << 1;
    const match = sheet.matched[app - 1] ? matchOf(sheet, pair, types, type) : 0;
    weights[n] = exp2(within(x + match, WIDE));
    aware[n] = sheet.allAware[segment] ? 1 : sheet.awareness[segment * sheet.apps + app - 1] / 65536;
  }
}

/** Writes the factors of the own app and the weights of none by tenure; returns how many tenures there are. */
export function weighTenures({ cohorts, shop, sheet, segment, last }: At, type: number): number {
  let longest = 0;
  for (let n = 0; n < sheet.livingCount; n++) {
    const used = cohorts.used[type * cohorts.apps + sheet.living[n] - 1];
    if (used > longest) longest = used;
  }
  const sigma = cohorts.types.switching[type];
  const outside = sheet.outside[segment];
  const hold = sheet.outsideGrip[segment];
  for (let t = 0; t < longest; t++) {
    const from = segment * TENURES + (t > last ? last : t);
    const leave = sigma * sheet.habit[from] - sheet.novelty[from];
    shop.grip[t] = exp2(within(leave, WIDE));
    shop.out[t] = exp2(within(outside + hold * leave, CLAMP));
  }
  return longest;
}

/** Weight of none for users without an app. */
export function outsideOf({ cohorts, sheet, segment }: At, type: number): number {
  return exp2(within(sheet.outside[segment] + cohorts.types.switching[type] * sheet.entry[segment], CLAMP));
}

/** Summed weight of the rivals of living app `own` (-1: of all apps). */
export function rivalWeight({ weights, count }: Rivals, own: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) if (n !== own) sum += clampedWeight(weights[n]);
  return sum;
}

/** Lays the nodes of the integrals for everything that the users of a type can weigh. */
export function layNodes(at: At, type: number, longest: number): void {
  const { cohorts, shop } = at;
  const { weights, count } = shop.rivals;
  let least = outsideOf(at, type);
  let most = least;
  for (let t = 0; t < longest; t++) {
    if (shop.out[t] < least) least = shop.out[t];
    let own = 0;
    for (let n = 0; n < count; n++) own = Math.max(own, clampedWeight(weights[n] * shop.grip[t]));
    most = Math.max(most, shop.out[t] + own);
  }
  for (let n = 0; n < count; n++) {
    const w = clampedWeight(weights[n]);
    most += w;
    if (cohorts.second.length > 0 && w < least) least = w;
  }
  layGrid(shop.grid, shop.rivals, { least, most });
}

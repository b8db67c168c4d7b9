/** Random offer sheets and populations: every feature on or off, small and extreme numbers, tails of every length. */
import { keyOf, makeLuck, uniform } from '../../../sim/core/draws.js';
import { STREAM } from '../../../sim/core/streams.js';
import { type Agents, startingState, stateWithout } from '../../../sim/population/agents.js';
import {
  type Cells,
  LAPSED,
  makeOfferSheet,
  NEVER,
  type OfferSheet,
  ORPHAN,
  STATES,
  TENURES,
  TIERS,
} from '../../../sim/population/contract.js';

/** A source of random numbers that only the case's number decides. */
export class Dice {
  private turn = 0;
  private readonly key;
  private others: Dice | undefined;
  private readonly more: () => Dice;
  constructor(name: string, number: number) {
    this.key = keyOf(makeLuck(name, number), STREAM.parameters, 0);
    this.more = () => new Dice(`${name} aside`, number);
  }
  /** Other dice for a feature that came later, so that the rest of a case stays what it was. */
  get aside(): Dice {
    this.others ??= this.more();
    return this.others;
  }
  /** Uniform in (0, 1). */
  next(): number {
    return uniform(this.key, this.turn++);
  }
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }
  /** Whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
}

/** What a case has: decided once, so that its months are alike. */
export interface Features {
  readonly apps: number;
  readonly segments: number;
  readonly classes: number;
  readonly tiers: number;
  readonly certain: boolean;
  readonly aware: boolean;
  readonly second: boolean;
  readonly lapse: boolean;
  readonly activation: boolean;
  /** Do users match the character of apps? */
  readonly matched: boolean;
  /** Multiplies all utilities: 1, or far beyond what a clamp lets through. */
  readonly extreme: number;
}

export function drawFeatures(dice: Dice): Features {
  return {
    apps: dice.chance(0.2) ? dice.whole(17, 31) : dice.whole(1, 12),
    segments: dice.whole(1, 3),
    classes: dice.whole(1, 3),
    tiers: dice.chance(0.4) ? 1 : dice.whole(2, 3),
    certain: dice.chance(0.25),
    aware: dice.chance(0.4),
    second: dice.chance(0.5),
    lapse: dice.chance(0.6),
    activation: dice.chance(0.4),
    matched: dice.aside.chance(0.5),
    extreme: dice.chance(0.15) ? 40 : 1,
  };
}

/** Cells in random sizes (also empty ones and odd tails), weights multiples of 2^-20. */
export function drawCells(dice: Dice, { apps, segments, classes, matched }: Features): Cells {
  const rows: { segment: number; usageClass: number; origin: number; size: number }[] = [];
  const most = dice.chance(0.05) ? 1500 : 70;
  for (let segment = 0; segment < segments; segment++) {
    for (let usageClass = 0; usageClass < classes; usageClass++) {
      for (let n = dice.whole(1, 3); n > 0; n--) {
        rows.push({ segment, usageClass, origin: dice.whole(0, apps), size: dice.whole(0, most) });
      }
    }
  }
  let at = 0;
  const start = rows.map(({ size }) => {
    const here = at;
    at = (at + size + 15) & ~15;
    return here;
  });
  return {
    count: rows.length,
    segments,
    classes,
    start: Int32Array.from(start),
    end: Int32Array.from(rows, ({ size }, k) => start[k] + size),
    segment: Int32Array.from(rows, ({ segment }) => segment),
    usageClass: Int32Array.from(rows, ({ usageClass }) => usageClass),
    origin: Int32Array.from(rows, ({ origin }) => origin),
    weight: Float64Array.from(rows, () => dice.whole(1, 1 << 30) / 1048576),
    length: at,
    agents: rows.reduce((sum, { size }) => sum + size, 0),
    matched,
  };
}

/** Fills the columns; users have apps of any slot and tenures of up to 63 months. */
export function fillAgents(dice: Dice, agents: Agents, { apps, second, lapse }: Features): void {
  const { cells } = agents;
  for (let cell = 0; cell < cells.count; cell++) {
    for (let i = cells.start[cell]; i < cells.end[cell]; i++) {
      agents.quality[i] = dice.between(-3, 3);
      agents.price[i] = dice.between(0.01, 4);
      agents.ads[i] = dice.between(0.01, 4);
      agents.switching[i] = dice.between(0, 4);
      if (cells.matched) agents.matchA[i] = dice.aside.between(-3, 3);
      if (cells.matched) agents.matchB[i] = dice.aside.between(-3, 3);
      agents.lapseFree[i] = lapse ? dice.next() ** 3 : 0;
      agents.lapsePaid[i] = lapse ? dice.next() ** 4 : 0;
      const app = cells.origin[cell] || (dice.chance(0.2) ? dice.whole(1, apps) : 0);
      const way = [NEVER, LAPSED, ORPHAN][dice.whole(0, 2)];
      agents.state[i] = app ? startingState(app, 0, dice.whole(0, 63)) : stateWithout(way);
      agents.second[i] = app && second && dice.chance(0.3) ? dice.whole(1, apps) : 0;
    }
  }
}

/** A sheet with `living` apps; tier counts stay those of `tiersOf`. */
export function drawSheet(
  dice: Dice,
  features: Features,
  living: readonly number[],
  tiersOf: readonly number[],
): OfferSheet {
  const { apps, segments, classes, extreme } = features;
  const sheet = makeOfferSheet(segments, classes, apps);
  sheet.living.set(living);
  sheet.livingCount = living.length;
  const alike = dice.chance(0.2);
  const even = [dice.between(-2, 2), dice.between(-1, 1), dice.between(0, 2), dice.between(0, 1)];
  for (let k = 0; k < sheet.terms.length; k++) {
    sheet.terms[k] = extreme * (alike ? even[k & 3] : dice.between((k & 3) < 2 ? -3 : 0, 3));
  }
  for (let app = 1; app <= apps; app++) {
    sheet.tiers[app - 1] = tiersOf[app - 1];
    sheet.freeTier[app - 1] = dice.whole(-1, tiersOf[app - 1] - 1);
    if (dice.chance(0.4)) removeAds(sheet, app);
    if (features.matched && dice.aside.chance(0.7)) addTraits(dice.aside, sheet, app, extreme);
  }
  for (let s = 0; s < segments; s++) drawSegment(dice, features, sheet, s);
  return sheet;
}

/** An app without ads: all its ad coefficients are 0, and the sheet says so. */
function removeAds(sheet: OfferSheet, app: number): void {
  sheet.ads[app - 1] = 0;
  for (let row = 0; row < sheet.rows; row++)
    for (let tier = 0; tier < TIERS; tier++)
      sheet.terms[((row * sheet.apps + app - 1) * TIERS + tier) * 4 + 3] = 0;
}

/** An app with a character: in some segments users match it more or less. */
function addTraits(dice: Dice, sheet: OfferSheet, app: number, extreme: number): void {
  sheet.matched[app - 1] = 1;
  for (let s = 0; s < sheet.segments; s++) {
    const at = (s * sheet.apps + app - 1) * 2;
    for (let k = at; k < at + 2; k++) sheet.match[k] = extreme * (dice.chance(0.2) ? 0 : dice.between(-2, 2));
  }
}

function drawSegment(dice: Dice, features: Features, sheet: OfferSheet, s: number): void {
  const { apps, extreme, certain } = features;
  sheet.allAware[s] = features.aware ? 0 : 1;
  for (let app = 0; app < apps; app++) {
    sheet.awareness[s * apps + app] = [0, 65536, dice.whole(0, 65536)][dice.whole(0, 2)];
  }
  sheet.outside[s] = extreme * dice.between(-3, 3);
  sheet.outsideGrip[s] = dice.next();
  sheet.activation[s] = features.activation && !certain ? dice.next() : 1;
  sheet.second[s] = features.second && dice.chance(0.8) ? dice.next() : 0;
  sheet.entry[s] = dice.between(0, 2);
  sheet.aging[s] = dice.chance(0.7) ? 1 : 0;
  for (let tenure = 0; tenure < TENURES; tenure++) {
    sheet.habit[s * TENURES + tenure] = dice.between(0, 3);
    sheet.novelty[s * TENURES + tenure] = dice.between(0, 4);
  }
  if (certain) return;
  const stay = dice.next();
  const loose = dice.chance(0.5);
  for (let state = 0; state < STATES; state++) {
    const at = (s * STATES + state) * 3;
    if (features.lapse && state > 3) {
      sheet.hazard[at] = dice.chance(0.5) ? dice.between(0, 1.5) : 0;
      sheet.hazard[at + 1] = dice.chance(0.5) ? dice.between(0, 1.5) : 0;
    }
    sheet.hazard[at + 2] = loose ? stay : dice.chance(0.1) ? dice.whole(0, 1) : dice.next();
  }
}

/** Number of tiers of each slot. */
export function drawTiers(dice: Dice, { apps, tiers }: Features): number[] {
  return Array.from({ length: apps }, () => (tiers === 1 ? 1 : dice.whole(1, Math.min(tiers, TIERS))));
}

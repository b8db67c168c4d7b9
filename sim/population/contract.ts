/**
 * Offers in, tally out: all that firms and the world want from users is one table per month, and what comes
 * back is whole numbers. Two populations can stand behind it (agents; cohorts), and a new mechanism on the
 * demand side is a new term of the sheet, not a change of the kernel.
 *
 * Sizes: S segments, R = S x U rows (segment by usage class), A app slots (1 to A in tables, 0 = no app),
 * TIERS tiers per app, C cells. Utilities are in powers of two (utils x log2 e), in single precision.
 */
export const TIERS = 3;
/** App slots that one sheet can carry. */
export const MOST_APPS = 31;
/** States that lead to a review or a lapse: app << 2 | tier; app 0 holds NEVER, LAPSED and ORPHAN. */
export const STATES = 128;
/** Tenures that a table of habit holds. */
export const TENURES = 512;
/** Tenure beyond which use no longer grows. */
export const TENURE_CAP = 24;

/** Ways of having no app. */
export const NEVER = 0;
export const LAPSED = 1;
export const ORPHAN = 2;

/** What every user could take this month, and what would make her look. */
export interface OfferSheet {
  readonly segments: number;
  readonly rows: number;
  readonly apps: number;
  /** Slots of living apps, rising; `livingCount` of them. */
  readonly living: Int32Array;
  livingCount: number;
  /** What an app's draws of counts are addressed by (index slot - 1): any number of its own, here its slot until it is set. */
  readonly addresses: Int32Array;
  /** Tiers of a slot (index slot - 1). */
  readonly tiers: Uint8Array;
  /** Lowest free tier of a slot, -1 if none (index slot - 1): where a lapsing payer falls. */
  readonly freeTier: Int8Array;
  /** Cheapest tier of a slot (index slot - 1): where a second app is used. */
  readonly cheapestTier: Uint8Array;
  /** 0 if the ad coefficients of all tiers of a slot are 0 in all rows, else 1 (index slot - 1). */
  readonly ads: Uint8Array;
  /** 0 if the match coefficients of a slot are 0 in all segments, else 1 (index slot - 1); 1 only with `Cells.matched`. */
  readonly matched: Uint8Array;
  /** S x A x 2: coefficients of the two dimensions of the persistent match, the same for all tiers. */
  readonly match: Float32Array;
  /** R x A x TIERS x 4: base appeal and the coefficients of quality, price and ad tastes. */
  readonly terms: Float32Array;
  /** S x A: awareness as a threshold of 16 bits, 0 (nobody) to 65536 (everybody). */
  readonly awareness: Int32Array;
  /** S: 1 if everybody knows every living app, so that no set is drawn. */
  readonly allAware: Uint8Array;
  /** S: appeal of no app; 1 - quit; activation; probability of a second app. */
  readonly outside: Float32Array;
  readonly outsideGrip: Float32Array;
  readonly activation: Float32Array;
  readonly second: Float32Array;
  /** S: effort of a first app, as a multiple of the user's relative switching cost. */
  readonly entry: Float32Array;
  /** S x TENURES: leave = relative switching cost x habit[tenure] - novelty[tenure]. */
  readonly habit: Float32Array;
  readonly novelty: Float32Array;
  /** S: 1 if use grows with tenure; where it does not, tenures are not tallied. */
  readonly aging: Uint8Array;
  /** S x STATES x 3: factor of the free lapse rate, factor of the paid lapse rate, 1 - review rate. */
  readonly hazard: Float32Array;
}

/** What users did, in whole numbers of agents by cell, and in people (multiples of a power of two, so sums are exact). */
export interface Tally {
  /**
   * C x A x TIERS: agents with the app as first app; where use grows, the sum of their tenures (capped at TENURE_CAP),
   * which outgrows 32 bits in cohorts.
   */
  readonly users: Int32Array;
  readonly tenures: Int32Array | Float64Array;
  /** C x A: agents with the app as second app. */
  readonly second: Int32Array;
  /** C x 3: agents without an app: never had one, lapsed, orphaned. */
  readonly none: Int32Array;
  /** S x (A + 1) x (A + 1): people whose first app changed this month, from x to. */
  readonly moves: Float64Array;
  /** S x (A + 1): people who lapsed from the app to none. */
  readonly lapses: Float64Array;
}

/** The keys of a month, one three-word key a stream; agents use the first six, cohorts the last. */
export interface MonthKeys {
  readonly sift: readonly [number, number, number];
  readonly verdict: readonly [number, number, number];
  readonly consider: readonly [number, number, number];
  readonly choice: readonly [number, number, number];
  readonly second: readonly [number, number, number];
  readonly secondChoice: readonly [number, number, number];
  readonly cohort: readonly [number, number, number];
}

/** Groups of agents with the same segment, usage class and starting app; C of them. */
export interface Cells {
  readonly count: number;
  readonly segments: number;
  readonly classes: number;
  /** By cell: first agent (a multiple of 16) and the one after the last. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly segment: Int32Array;
  readonly usageClass: Int32Array;
  /** Slot of the app all of them start with; 0 = none. */
  readonly origin: Int32Array;
  /** People per agent, a multiple of 2^-20 (of a finer power of two if far less than one). */
  readonly weight: Float64Array;
  /** Slots for agents, a multiple of 16; agents that exist. */
  readonly length: number;
  readonly agents: number;
  /** Do users match the character of apps? Only then do their columns have the two dimensions. */
  readonly matched?: boolean | undefined;
  /** If these are a stretch of a larger population: all of it, and the number there of the first user here. */
  readonly stretch?: { readonly of: Cells; readonly first: number };
}

/** Writes an empty sheet. Shapes as in OfferSheet. */
export function makeOfferSheet(segments: number, classes: number, apps: number): OfferSheet {
  return {
    segments,
    rows: segments * classes,
    apps,
    living: new Int32Array(apps),
    livingCount: 0,
    addresses: Int32Array.from({ length: apps }, (_, k) => k + 1),
    tiers: new Uint8Array(apps),
    freeTier: new Int8Array(apps).fill(-1),
    cheapestTier: new Uint8Array(apps),
    ads: new Uint8Array(apps).fill(1),
    matched: new Uint8Array(apps),
    match: new Float32Array(segments * apps * 2),
    terms: new Float32Array(segments * classes * apps * TIERS * 4),
    awareness: new Int32Array(segments * apps),
    allAware: new Uint8Array(segments),
    outside: new Float32Array(segments),
    outsideGrip: new Float32Array(segments),
    activation: new Float32Array(segments),
    second: new Float32Array(segments),
    entry: new Float32Array(segments),
    habit: new Float32Array(segments * TENURES),
    novelty: new Float32Array(segments * TENURES),
    aging: new Uint8Array(segments),
    hazard: new Float32Array(segments * STATES * 3),
  };
}

/** Writes an empty tally for these cells and `apps` slots. Shapes as in Tally. */
export function makeTally(cells: Cells, apps: number): Tally {
  const side = apps + 1;
  return {
    users: new Int32Array(cells.count * apps * TIERS),
    tenures: new Int32Array(cells.count * apps * TIERS),
    second: new Int32Array(cells.count * apps),
    none: new Int32Array(cells.count * 3),
    moves: new Float64Array(cells.segments * side * side),
    lapses: new Float64Array(cells.segments * side),
  };
}

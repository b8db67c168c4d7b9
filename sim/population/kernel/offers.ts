/**
 * Where things lie. The host owns the memory: it writes the plan of the month, the records of segments and
 * cells and the tables they point to; the kernel writes states, second apps and counts. Sizes in bytes.
 *
 * Scratch of the kernel, the same in every memory:
 *   1024 keys | 2048 plan | 3072 codes | 4096 two blocks of four users (choice.ts) | 8192 and 12288 ways to pack
 *   chosen lanes | 12544 tenures (tally.ts) | 13312 list of users | 15616 movers | 20480 the host's from here on
 */

/** Plan: 32 a living app, slots rising. */
export const PLAN: usize = 2048;
/** 32 codes, one a byte: 0 for none, then app << 2 of each living app, | 3 where it has several tiers. */
export const CODES: usize = 3072;
/** First byte that is the host's. */
export const HEAP: usize = 20480;

/** Fields of a plan entry: app << 2; offset of its terms in a row; tiers. */
export const APP: usize = 0;
export const TERMS_AT: usize = 4;
export const TIERS_OF: usize = 8;
/** ... 1 if its 16 bits of consideration lie in another word than those of the app before it; that word; shift. */
export const FRESH: usize = 12;
export const PAIR: usize = 16;
export const SHIFT: usize = 20;

/** Fields of a segment (64): addresses of its tables. */
export const LEAVE: usize = 0;
export const HAZARD: usize = 4;
export const AWARENESS: usize = 8;
export const MOVES: usize = 12;
export const LAPSES: usize = 16;
/** ... its numbers (f32) and switches (i32). */
export const OUTSIDE: usize = 20;
export const OUTSIDE_GRIP: usize = 24;
export const ACTIVATION: usize = 28;
export const SECOND_APP: usize = 32;
export const CERTAIN: usize = 36;
export const ALL_AWARE: usize = 40;

/** Fields of a cell (64): users; addresses of its row of terms, segment, counts, ring, second apps; people. */
export const START: usize = 0;
export const END: usize = 4;
export const TERMS: usize = 8;
export const SEGMENT: usize = 12;
export const COUNTS: usize = 16;
export const RING: usize = 20;
export const SECONDS: usize = 24;
export const WEIGHT: usize = 32;

/** Columns of the users: six of f32, u16 states, u8 second apps; and the largest lapse rates of 64 users (f32). */
export let quality: usize = 0;
export let price: usize = 0;
export let ads: usize = 0;
export let switching: usize = 0;
export let lapseFree: usize = 0;
export let lapsePaid: usize = 0;
export let mostFree: usize = 0;
export let mostPaid: usize = 0;
export let states: usize = 0;
export let seconds: usize = 0;

/** Says where the columns lie: `length` users from `at` on, in the order above. */
export function layColumns(at: usize, length: usize, tops: usize): void {
  quality = at;
  price = at + 4 * length;
  ads = at + 8 * length;
  switching = at + 12 * length;
  lapseFree = at + 16 * length;
  lapsePaid = at + 20 * length;
  states = at + 24 * length;
  seconds = at + 26 * length;
  mostFree = tops;
  mostPaid = tops + (((length + 63) >> 6) << 2);
}

/** The month on the clock of the states; living apps; 1 if any has several tiers; 1 if there are second apps. */
export let now: i32 = 0;
export let living: usize = 0;
export let tiered: bool = false;
export let twice: bool = false;

/** Opens a month. */
export function openMonth(clock: i32, apps: usize, severalTiers: bool, secondApps: bool): void {
  now = clock;
  living = apps;
  tiered = severalTiers;
  twice = secondApps;
}

/**
 * Where things lie. The host owns the memory: it writes the plan of the month, the records of segments and cells
 * and the tables they point to; the kernel writes states, second apps and counts. Sizes in bytes.
 * The kernel's scratch, the same in every memory: 0 bytes of the sift | 1024 keys | 2048 plan | 3072 codes | 3200 bounds of the sift, lapses | 4096 two blocks of four users
 * (choice.ts) | 8192 and 12288 packings | 12544 tenures (tally.ts) | 13312 list | 15616 movers | 20480 changed second apps | 24640 the host's.
 */
/** Plan: 32 a living app, slots rising. App << 2; offset of its terms in a row; tiers; then for its 16 bits of
 * consideration: 1 if they lie in another word than those of the app before it, that word, their shift; 1 if it has ads; 1 if users match it. */
export const PLAN: usize = 2048;
export const APP: usize = 0, TERMS_AT: usize = 4, TIERS_OF: usize = 8, FRESH: usize = 12, PAIR: usize = 16, SHIFT: usize = 20, HAS_ADS: usize = 24, HAS_MATCH: usize = 28;
/** 32 codes, one a byte: 0 for none, then app << 2 of each living app, | 3 where it has several tiers. */
export const CODES: usize = 3072;
/** Segment (64): addresses of its tables: leave (pairs habit, novelty by month of joining), hazard (rows of 16 by
 * state: free, paid, stay, state after a lapse), awareness, moves, lapses; numbers (f32); switches (i32); match (pairs). */
export const LEAVE: usize = 0, HAZARD: usize = 4, AWARENESS: usize = 8, MOVES: usize = 12, LAPSES: usize = 16;
export const OUTSIDE: usize = 20, OUTSIDE_GRIP: usize = 24, ACTIVATION: usize = 28, SECOND_APP: usize = 32;
export const CERTAIN: usize = 36, ALL_AWARE: usize = 40, AGING: usize = 44, MATCH: usize = 48;
/** Cell (64): first user and the one after the last; addresses of its row of terms, segment, counts, ring and
 * counts of second apps; people a user (f64). */
export const START: usize = 0, END: usize = 4, TERMS: usize = 8, SEGMENT: usize = 12, COUNTS: usize = 16, RING: usize = 20, SECONDS: usize = 24, WEIGHT: usize = 32;
/** A field that is an address or a number of users. */
@inline export function at(record: usize, field: usize): usize { return <usize>load<u32>(record + field); }
/** Columns of the users: f32, u16 states, u8 second apps, where they match apps two more of f32; largest and least lapse rates of every 64 users (f32); slots of apps. */
export let quality: usize = 0, price: usize = 0, ads: usize = 0, switching: usize = 0, lapseFree: usize = 0, lapsePaid: usize = 0;
export let states: usize = 0, seconds: usize = 0, mostFree: usize = 0, mostPaid: usize = 0, leastFree: usize = 0, leastPaid: usize = 0, apps: usize = 0;
export let matchA: usize = 0, matchB: usize = 0;
/** Says where the columns lie: `length` users from `first` on, in the order above; and how many slots there are. */
export function lay(first: usize, length: usize, tops: usize, slots: usize): void {
  const column = length << 2, row = ((length + 63) >> 6) << 2;
  quality = first, price = first + column, ads = first + 2 * column, switching = first + 3 * column;
  lapseFree = first + 4 * column, lapsePaid = first + 5 * column, states = first + 6 * column;
  seconds = states + 2 * length, mostFree = tops, mostPaid = tops + row, leastFree = tops + 2 * row, leastPaid = tops + 3 * row, apps = slots;
  matchA = seconds + length, matchB = matchA + column;
}
/** The month on the clock of the states; end of the plan; has any app several tiers; are there second apps, ads, a match? */
export let now: i32 = 0, planEnd: usize = PLAN, tiered: bool = false, twice: bool = false, adverts: bool = false, matched: bool = false;
/** Opens a month. */
export function openMonth(clock: i32, living: usize, severalTiers: bool, secondApps: bool, withAds: bool, withMatch: bool): void {
  now = clock, planEnd = PLAN + (living << 5), tiered = severalTiers, twice = secondApps, adverts = withAds, matched = withMatch;
}

/**
 * The state of the cohorts population: whole counts of exchangeable users. Users of one type (`types.ts`) with the same
 * app, tier and tenure are one number; memory does not depend on how many they are.
 */
import { binomial, makeUrn, openUrn, type Urn } from '../core/binomial.js';
import { keyOf } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import { appeal, tierOf } from './agents.js';
import {
  type Cells,
  LAPSED,
  makeTally,
  NEVER,
  type OfferSheet,
  ORPHAN,
  type Tally,
  TENURE_CAP,
  TENURES,
  TIERS,
} from './contract.js';
import type { SegmentStart, StartFrom } from './start.js';
import type { Types } from './types.js';

/** Longest tenure at the start, months. */
const LONGEST_START = 10;
/** Rows of second apps of one type's users of an app: by tier of tenure 1 and more, then by tier of newcomers. */
export const SECOND_ROWS = 2 * TIERS;

/** Counts of all cohorts; written by the month and the events. */
export interface Cohorts {
  readonly cells: Cells;
  readonly types: Types;
  readonly apps: number;
  /** Buckets of tenure: enough for the longest tenure that the world can see. */
  readonly tenures: number;
  /** types x apps x TIERS x tenures: users by tenure. */
  readonly users: Float64Array;
  /** types x apps: buckets in use, so that empty tenures cost nothing. */
  readonly used: Int32Array;
  /** types x 3: users without an app, by the way they have none. */
  readonly none: Float64Array;
  /** types x apps x SECOND_ROWS x apps: users of the first app and row by second app; empty until there is one. */
  second: Float64Array;
  readonly tally: Tally;
  readonly urn: Urn;
}

/** Empty cohorts of these types for a world of `months`. */
export function makeCohorts(cells: Cells, types: Types, apps: number, months: number): Cohorts {
  const tenures = Math.min(TENURES, months + LONGEST_START + 2);
  return {
    cells,
    types,
    apps,
    tenures,
    users: new Float64Array(types.count * apps * TIERS * tenures),
    used: new Int32Array(types.count * apps),
    none: new Float64Array(types.count * 3),
    second: new Float64Array(0),
    tally: { ...makeTally(cells, apps), tenures: new Float64Array(cells.count * apps * TIERS) },
    urn: makeUrn(),
  };
}

/** Where the tenures of a type's users of a tier of an app begin in `users`. */
export function bucketAt(cohorts: Cohorts, type: number, app: number, tier: number): number {
  return ((type * cohorts.apps + app - 1) * TIERS + tier) * cohorts.tenures;
}

/** Where a row of second apps of a type's users of an app begins in `second`. */
export function secondAt(cohorts: Cohorts, type: number, app: number, row: number): number {
  return ((type * cohorts.apps + app - 1) * SECOND_ROWS + row) * cohorts.apps;
}

/** The row of second apps of users of a tier: those of tenure 0 joined last month and stand apart. */
export function secondRow(tier: number, tenure: number): number {
  return tenure === 0 ? TIERS + tier : tier;
}

/** Makes room for second apps. */
export function needSecond(cohorts: Cohorts): void {
  if (cohorts.second.length === 0)
    cohorts.second = new Float64Array(cohorts.types.count * cohorts.apps * SECOND_ROWS * cohorts.apps);
}

/** Puts everybody where the start has them: the law of `startAgents` with the same types. */
export function startCohorts(
  cohorts: Cohorts,
  segments: readonly SegmentStart[],
  from: Omit<StartFrom, 'types'>,
): void {
  const { cells, types, urn } = cohorts;
  const key = keyOf(from.luck, STREAM.cohort, 0);
  for (let type = 0; type < types.count; type++) {
    const cell = types.cell[type];
    const segment = segments[cells.segment[cell]];
    const origin = cells.origin[cell];
    const size = types.size[type];
    openUrn(urn, key, type);
    if (origin === 0) {
      const lapsed = binomial(urn, size, segment.lapsedShare);
      cohorts.none[type * 3 + LAPSED] = lapsed;
      cohorts.none[type * 3 + NEVER] = size - lapsed;
      continue;
    }
    cohorts.users[bucketAt(cohorts, type, origin, 0) + types.tenure[type]] = size;
    cohorts.used[type * cohorts.apps + origin - 1] = types.tenure[type] + 1;
    if (segment.secondApp > 0)
      startSecond(cohorts, type, origin, { m: segment.secondApp, users: from.users });
  }
}

/** Second apps of starting users: with probability m, in proportion to the other apps' users. */
function startSecond(
  cohorts: Cohorts,
  type: number,
  origin: number,
  { m, users }: { m: number; users: readonly number[] },
): void {
  const parts = Float64Array.from(users, (n, k) => (k + 1 === origin ? 0 : n));
  if (!parts.some((n) => n > 0)) return;
  needSecond(cohorts);
  const holders = binomial(cohorts.urn, cohorts.types.size[type], m);
  const row = secondRow(0, cohorts.types.tenure[type]);
  share(cohorts.urn, holders, parts, parts.length, cohorts.second, secondAt(cohorts, type, origin, row));
}

/** Adds `n` users, drawn to parts in proportion to `parts` (length `count`), to `into` from `at` on. */
export function share(
  urn: Urn,
  n: number,
  parts: Float64Array,
  count: number,
  into: Float64Array,
  at: number,
): void {
  let left = 0;
  let last = -1;
  for (let k = 0; k < count; k++) {
    if (!(parts[k] > 0)) continue;
    left += parts[k];
    last = k;
  }
  for (let k = 0; k < last && n > 0; k++) {
    if (!(parts[k] > 0)) continue;
    const x = binomial(urn, n, parts[k] / left);
    left -= parts[k];
    n -= x;
    into[at + k] += x;
  }
  if (n > 0) into[at + last] += n;
}

/** Sets the tier of every starting user to her type's best at the first offers. */
export function chooseTiers(cohorts: Cohorts, sheet: OfferSheet): void {
  const { cells, types, users, second, apps } = cohorts;
  for (let type = 0; type < types.count; type++) {
    const cell = types.cell[type];
    const app = cells.origin[cell];
    if (app === 0) continue;
    const row = cells.segment[cell] * cells.classes + cells.usageClass[cell];
    const at = ((row * sheet.apps + app - 1) * TIERS) << 2;
    const best = tierOf(sheet, app, appeal(sheet, at, sheet.tiers[app - 1], types, type));
    for (let tier = 0; tier < TIERS; tier++) {
      if (tier === best) continue;
      const from = bucketAt(cohorts, type, app, tier) + types.tenure[type];
      users[bucketAt(cohorts, type, app, best) + types.tenure[type]] += users[from];
      users[from] = 0;
      if (second.length === 0) continue;
      const row = secondAt(cohorts, type, app, secondRow(tier, types.tenure[type]));
      const to = secondAt(cohorts, type, app, secondRow(best, types.tenure[type]));
      for (let k = 0; k < apps; k++) second[to + k] += second[row + k];
      second.fill(0, row, row + apps);
    }
  }
}

/** Counts all users as they stand, without their tenures; writes and returns the tally. */
export function countCohorts(cohorts: Cohorts): Tally {
  clearTally(cohorts.tally);
  for (let type = 0; type < cohorts.types.count; type++) {
    countType(cohorts, type, false);
    countSecond(cohorts, type);
  }
  return cohorts.tally;
}

/** Adds the users of a type to the tally; their tenures where use grows with them (`aging`). */
export function countType(cohorts: Cohorts, type: number, aging: boolean): void {
  const { tally, users, apps, none } = cohorts;
  const cell = cohorts.types.cell[type];
  for (let way = 0; way < 3; way++) tally.none[cell * 3 + way] += none[type * 3 + way];
  for (let app = 1; app <= apps; app++) {
    const used = cohorts.used[type * apps + app - 1];
    if (used === 0) continue;
    for (let tier = 0; tier < TIERS; tier++) {
      const from = bucketAt(cohorts, type, app, tier);
      let count = 0;
      let sum = 0;
      for (let t = 0; t < used; t++) {
        count += users[from + t];
        sum += users[from + t] * (t < TENURE_CAP ? t : TENURE_CAP);
      }
      const at = (cell * apps + app - 1) * TIERS + tier;
      tally.users[at] += count;
      if (aging) tally.tenures[at] += sum;
    }
  }
}

/** Adds a type's second apps to the tally. */
export function countSecond(cohorts: Cohorts, type: number): void {
  const { second, apps, tally } = cohorts;
  if (second.length === 0) return;
  const cell = cohorts.types.cell[type] * apps;
  const end = secondAt(cohorts, type + 1, 1, 0);
  for (let at = secondAt(cohorts, type, 1, 0); at < end; at += apps) {
    for (let k = 0; k < apps; k++) tally.second[cell + k] += second[at + k];
  }
}

/** Sets all counts of a tally to 0. */
export function clearTally(tally: Tally): void {
  for (const counts of Object.values(tally) as Tally['tenures'][]) counts.fill(0);
}

/** Users of a dead app have none from now on, and look around next month; second apps of it are gone. */
export function orphanCohorts(cohorts: Cohorts, app: number): void {
  const { types, users, none, second, apps, used } = cohorts;
  for (let type = 0; type < types.count; type++) {
    for (let tier = 0; tier < TIERS; tier++) {
      const from = bucketAt(cohorts, type, app, tier);
      for (let t = 0; t < cohorts.tenures; t++) {
        none[type * 3 + ORPHAN] += users[from + t];
        users[from + t] = 0;
      }
    }
    used[type * apps + app - 1] = 0;
    if (second.length === 0) continue;
    const own = secondAt(cohorts, type, app, 0);
    second.fill(0, own, own + SECOND_ROWS * apps);
    const end = secondAt(cohorts, type + 1, 1, 0);
    for (let at = secondAt(cohorts, type, 1, 0); at < end; at += apps) second[at + app - 1] = 0;
  }
}

/** Last month's orphans who did not review are lapsed users from now on. */
export function settleCohorts({ none }: Cohorts): void {
  for (let at = 0; at < none.length; at += 3) {
    none[at + LAPSED] += none[at + ORPHAN];
    none[at + ORPHAN] = 0;
  }
}

/**
 * What happens to the counts that the SIMD kernel keeps from month to month (layout: kernel/tally.ts) besides its own
 * bookings: the first count and dead apps, whose users move from count to count.
 */
import { LAPSED, ORPHAN, TENURE_CAP, TIERS } from './contract.js';
import { RECORD, type Views } from './simd-memory.js';

/** Counts everybody afresh at `clock`, after `turnRing`; tenures only where the segment's record says that use grows. */
export function recount({ kernel, words, layout, cells }: Views, clock: number): void {
  words.fill(0, layout.counts >> 2, layout.users >> 2);
  words.fill(0, layout.second >> 2, layout.none >> 2);
  kernel.exports.recount(layout.cells, layout.cells + cells * RECORD, clock);
}

/** Moves the counts of a cell from code to code (app << 2 | tier, or a way of having no app); without-app ones are old. */
function pour(views: Views, at: { cell: number; codes: number }, from: number, to: number): void {
  const { words, layout } = views;
  const counts = (layout.counts >> 2) + at.cell * at.codes * 4;
  const ring = (layout.ring >> 2) + at.cell * at.codes * (TENURE_CAP + 1);
  const users = words[counts + from * 4];
  words.fill(0, counts + from * 4, counts + from * 4 + 3);
  for (let row = 0; row <= TENURE_CAP; row++) words[ring + row * at.codes + from] = 0;
  words[counts + to * 4] += users;
  words[counts + to * 4 + 2] += users * TENURE_CAP;
  words[ring + TENURE_CAP * at.codes + to] += users;
}

/** Takes the dead app from those who have it as second app, and their second apps from its users, before they leave it. */
export function dropSeconds({ kernel, layout, cells }: Views, app: number): void {
  kernel.exports.dropSeconds(layout.cells, layout.cells + cells * RECORD, app);
}

/** Counts the users of a dead app as orphans. */
export function countOrphans(views: Views, apps: number, app: number): void {
  for (let cell = 0; cell < views.cells; cell++) {
    for (let tier = 0; tier < TIERS; tier++) {
      pour(views, { cell, codes: (apps + 1) * 4 }, (app << 2) | tier, ORPHAN);
    }
  }
}

/** Counts orphans as lapsed users. */
export function countSettled(views: Views, apps: number): void {
  for (let cell = 0; cell < views.cells; cell++) {
    pour(views, { cell, codes: (apps + 1) * 4 }, ORPHAN, LAPSED);
  }
}

/**
 * What happens to the counts that the SIMD kernel keeps from month to month (layout: kernel/tally.ts) besides its own
 * bookings: the first count, about 5 ns a user, and dead apps, whose users move from count to count.
 */
import type { Agents } from './agents.js';
import { LAPSED, ORPHAN, TENURE_CAP, TIERS } from './contract.js';
import { ringRow, type Views } from './simd-memory.js';
import { isAging } from './simd-sheet.js';

/** Counts everybody afresh at `clock`, after `turnRing`; tenures only where the segment's record says that use grows. */
export function recount(views: Views, agents: Agents, clock: number): void {
  const { words, layout } = views;
  const { cells, tally } = agents;
  const codes = (tally.second.length / cells.count + 1) * 4;
  words.fill(0, layout.counts >> 2, layout.users >> 2);
  tally.second.fill(0);
  for (let cell = 0; cell < cells.count; cell++) {
    recountCell(views, agents, {
      cell,
      clock,
      counts: (layout.counts >> 2) + cell * codes * 4,
      ring: isAging(views, cells.segment[cell]) ? (layout.ring >> 2) + cell * codes * (TENURE_CAP + 1) : 0,
    });
  }
}

function recountCell(
  { words }: Views,
  { cells, state, second, tally }: Agents,
  at: { cell: number; clock: number; counts: number; ring: number },
): void {
  const from = at.cell * (tally.second.length / cells.count) - 1;
  for (let i = cells.start[at.cell]; i < cells.end[at.cell]; i++) {
    const code = state[i] & 127;
    const row = at.counts + code * 4;
    words[row]++;
    if (code < 4) continue;
    if (second[i] > 0) tally.second[from + second[i]]++;
    if (at.ring === 0) continue;
    const tenure = Math.min(at.clock - (state[i] >> 7), TENURE_CAP);
    if (tenure < TENURE_CAP) words[row + 1]++;
    words[row + 2] += tenure;
    words[at.ring + ringRow(words, tenure) + code]++;
  }
  if (at.ring > 0) ageWithout(words, at);
}

/** Tenures of those without an app, all beyond the cap, once they are counted. */
function ageWithout(words: Int32Array, at: { counts: number; ring: number }): void {
  for (let way = 0; way < 3; way++) {
    const users = words[at.counts + way * 4];
    words[at.counts + way * 4 + 2] = users * TENURE_CAP;
    words[at.ring + ringRow(words, TENURE_CAP) + way] = users;
  }
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
export function dropSeconds({ cells, state, second, tally }: Agents, app: number): void {
  const apps = tally.second.length / cells.count;
  for (let cell = 0; cell < cells.count; cell++) {
    const from = cell * apps - 1;
    for (let i = cells.start[cell], end = cells.end[cell]; i < end; i++) {
      const other = second[i];
      if (other === 0 || (other !== app && ((state[i] >> 2) & 31) !== app)) continue;
      second[i] = 0;
      tally.second[from + other]--;
    }
  }
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

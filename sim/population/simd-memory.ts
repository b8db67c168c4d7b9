/**
 * The memory of the SIMD kernel as the host lays it out: columns and tally of the agents are views of it, so nothing
 * is copied; what cells, segments and tables look like inside stands in kernel/offers.ts and kernel/tally.ts.
 */
import type { Agents } from './agents.js';
import { type Cells, STATES, type Tally, TENURE_CAP, TENURES, TIERS } from './contract.js';
import type { Kernel } from './kernel-module.js';

/** Bytes of the record of a segment and of a cell. */
export const RECORD = 64;
/** Place of the address of a segment's match coefficients in its record. */
const MATCH = 48;
/** Users that share bounds of the lapse rates. */
const BOUND = 64;
/** First byte behind the kernel's scratch. */
const HEAP = 24640;
/** Its packings of halfwords and of words; by tenure, what a user adds to the counts and her row of the ring. */
const PACK_HALVES = 8192;
const PACK_WORDS = 12288;
const ONE = 12544;
const ROW = 12960;

/** Addresses of everything the host lays out, and the end of it. */
export interface Layout {
  readonly columns: number;
  readonly tops: number;
  readonly cells: number;
  readonly segments: number;
  readonly terms: number;
  readonly awareness: number;
  readonly match: number;
  readonly leave: number;
  readonly hazard: number;
  readonly counts: number;
  readonly ring: number;
  readonly users: number;
  readonly tenures: number;
  readonly second: number;
  readonly none: number;
  readonly moves: number;
  readonly lapses: number;
  readonly end: number;
}

/** Addresses for these cells and `apps` slots. */
export function layOut(cells: Cells, apps: number): Layout {
  const codes = (apps + 1) * 4;
  const { count, segments, classes } = cells;
  let at = HEAP;
  const take = (bytes: number): number => {
    const here = at;
    at = (at + bytes + 63) & ~63;
    return here;
  };
  return {
    columns: take(cells.length * (cells.matched ? 35 : 27)),
    tops: take(Math.ceil(cells.length / BOUND) * 16),
    cells: take(count * RECORD),
    segments: take(segments * RECORD),
    terms: take(segments * classes * apps * TIERS * 16),
    awareness: take(segments * apps * 4),
    match: take(segments * apps * 8),
    leave: take(segments * TENURES * 8),
    hazard: take(segments * STATES * 16),
    counts: take(count * codes * 16),
    ring: take(count * codes * (TENURE_CAP + 1) * 4),
    users: take(count * apps * TIERS * 4),
    tenures: take(count * apps * TIERS * 4),
    second: take(count * apps * 4),
    none: take(count * 12),
    moves: take(segments * (apps + 1) * (apps + 1) * 8),
    lapses: take(segments * (apps + 1) * 8),
    end: take(64) + 64,
  };
}

/** Columns and tally as views of the kernel's memory. */
export function viewAgents(buffer: ArrayBuffer, layout: Layout, cells: Cells, apps: number): Agents {
  const { length } = cells;
  const column = (k: number) => new Float32Array(buffer, layout.columns + k * 4 * length, length);
  const dimension = (at: number) =>
    cells.matched ? new Float32Array(buffer, layout.columns + at * length, length) : new Float32Array(0);
  const counts = (at: number, n: number) => new Int32Array(buffer, at, n);
  const side = apps + 1;
  const tally: Tally = {
    users: counts(layout.users, cells.count * apps * TIERS),
    tenures: counts(layout.tenures, cells.count * apps * TIERS),
    second: counts(layout.second, cells.count * apps),
    none: counts(layout.none, cells.count * 3),
    moves: new Float64Array(buffer, layout.moves, cells.segments * side * side),
    lapses: new Float64Array(buffer, layout.lapses, cells.segments * side),
  };
  return {
    cells,
    quality: column(0),
    price: column(1),
    ads: column(2),
    matchA: dimension(27),
    matchB: dimension(31),
    switching: column(3),
    lapseFree: column(4),
    lapsePaid: column(5),
    state: new Uint16Array(buffer, layout.columns + 24 * length, length),
    second: new Uint8Array(buffer, layout.columns + 26 * length, length),
    tally,
  };
}

/** One memory seen as whole numbers, singles and bytes, and what lies where. */
export interface Views {
  readonly kernel: Kernel;
  readonly layout: Layout;
  /** How many cells there are. */
  readonly cells: number;
  readonly words: Int32Array;
  readonly singles: Float32Array;
  readonly bytes: Uint8Array;
}

/** Records of the cells, and the addresses in those of the segments. */
export function writeCells(views: Views, cells: Cells, apps: number): void {
  const { layout, words } = views;
  const codes = (apps + 1) * 4;
  const weights = new Float64Array(words.buffer);
  for (let cell = 0; cell < cells.count; cell++) {
    const at = layout.cells + cell * RECORD;
    const segment = cells.segment[cell];
    const row = segment * cells.classes + cells.usageClass[cell];
    words.set(
      [
        cells.start[cell],
        cells.end[cell],
        layout.terms + row * apps * TIERS * 16,
        layout.segments + segment * RECORD,
        layout.counts + cell * codes * 16,
        layout.ring + cell * codes * (TENURE_CAP + 1) * 4,
        layout.second + cell * apps * 4,
      ],
      at >> 2,
    );
    weights[(at + 32) >> 3] = cells.weight[cell];
  }
  for (let s = 0; s < cells.segments; s++) {
    words.set(
      [
        layout.leave + s * TENURES * 8,
        layout.hazard + s * STATES * 16,
        layout.awareness + s * apps * 4,
        layout.moves + s * (apps + 1) * (apps + 1) * 8,
        layout.lapses + s * (apps + 1) * 8,
      ],
      (layout.segments + s * RECORD) >> 2,
    );
    words[(layout.segments + s * RECORD + MATCH) >> 2] = layout.match + s * apps * 8;
  }
}

/** How the marked ones of `lanes` lanes of `width` bytes move to the left: 16 bytes for each mask. */
function writePacking({ bytes }: Views, at: number, lanes: number, width: number): void {
  for (let mask = 0; mask < 1 << lanes; mask++) {
    let to = at + 16 * mask;
    for (let byte = 0; byte < 16; byte++) if ((mask >> Math.floor(byte / width)) & 1) bytes[to++] = byte;
  }
}

/** Tables that stay: packings, and what a user of each tenure adds to users, young ones and sum of tenures. */
export function writeTables(views: Views): void {
  writePacking(views, PACK_HALVES, 8, 2);
  writePacking(views, PACK_WORDS, 4, 4);
  for (let tenure = 0; tenure <= TENURE_CAP; tenure++) {
    views.words.set([1, tenure < TENURE_CAP ? 1 : 0, tenure], (ONE >> 2) + 4 * tenure);
  }
}

/** Which row of the ring holds which tenure at `clock`; the last one all beyond the cap. */
export function turnRing({ words }: Views, apps: number, clock: number): void {
  for (let tenure = 0; tenure <= TENURE_CAP; tenure++) {
    const row = tenure < TENURE_CAP ? (clock - tenure) % TENURE_CAP : TENURE_CAP;
    words[(ROW >> 2) + tenure] = row * (apps + 1) * 4 * 4;
  }
}

/** The views of a kernel's memory. */
export function viewMemory(kernel: Kernel, layout: Layout, cells: number): Views {
  return {
    kernel,
    layout,
    cells,
    words: new Int32Array(kernel.buffer),
    singles: new Float32Array(kernel.buffer),
    bytes: new Uint8Array(kernel.buffer),
  };
}

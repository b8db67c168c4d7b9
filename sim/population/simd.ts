/**
 * The SIMD population: owns the memory of the WebAssembly kernel and the layout of what the host writes there
 * (kernel/offers.ts). The columns of the agents and the tally are views of that memory, so nothing is copied but
 * the offer sheet, once a month. Rare events (a dead app, the start) use the plain functions and a recount.
 */
import { type Agents, allReview, chooseFirstTiers, ORIGIN, orphan, settleOrphans } from './agents.js';
import {
  type Cells,
  LAPSED,
  type MonthKeys,
  type OfferSheet,
  ORPHAN,
  STATES,
  type Tally,
  TENURE_CAP,
  TENURES,
  TIERS,
} from './contract.js';
import { type Kernel, returnKernel, takeKernel } from './kernel-module.js';
import type { Population } from './population.js';

/** Records of a segment and of a cell, bytes; users that share a bound of the lapse rate. */
const RECORD = 64;
const BOUND = 64;
/** The kernel's keys, plan and codes, and the first byte behind its scratch. */
const KEYS = 1024;
const PLAN = 2048;
const CODES = 3072;
const HEAP = 20480;
/** Its packings of halfwords and of words; by tenure, what a user adds to the counts and her row of the ring. */
const PACK_HALVES = 8192;
const PACK_WORDS = 12288;
const ONE = 12544;
const ROW = 12960;

/** Addresses of everything the host lays out, and the end of it. */
interface Layout {
  readonly columns: number;
  readonly tops: number;
  readonly cells: number;
  readonly segments: number;
  readonly terms: number;
  readonly awareness: number;
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

function layOut(cells: Cells, apps: number): Layout {
  const codes = (apps + 1) * 4;
  const { count, segments, classes } = cells;
  let at = HEAP;
  const take = (bytes: number): number => {
    const here = at;
    at = (at + bytes + 63) & ~63;
    return here;
  };
  return {
    columns: take(cells.length * 27),
    tops: take(Math.ceil(cells.length / BOUND) * 8),
    cells: take(count * RECORD),
    segments: take(segments * RECORD),
    terms: take(segments * classes * apps * TIERS * 16),
    awareness: take(segments * apps * 4),
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
function viewAgents(buffer: ArrayBuffer, layout: Layout, cells: Cells, apps: number): Agents {
  const { length } = cells;
  const column = (k: number) => new Float32Array(buffer, layout.columns + k * 4 * length, length);
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
    switching: column(3),
    lapseFree: column(4),
    lapsePaid: column(5),
    state: new Uint16Array(buffer, layout.columns + 24 * length, length),
    second: new Uint8Array(buffer, layout.columns + 26 * length, length),
    tally,
  };
}

/** One memory seen as whole numbers, singles and bytes, and what lies where. */
interface Views {
  readonly kernel: Kernel;
  readonly layout: Layout;
  readonly words: Int32Array;
  readonly singles: Float32Array;
  readonly bytes: Uint8Array;
}

function writeCells(views: Views, cells: Cells, apps: number): void {
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
function writeTables(views: Views): void {
  writePacking(views, PACK_HALVES, 8, 2);
  writePacking(views, PACK_WORDS, 4, 4);
  for (let tenure = 0; tenure <= TENURE_CAP; tenure++) {
    views.words.set([1, tenure < TENURE_CAP ? 1 : 0, tenure], (ONE >> 2) + 4 * tenure);
  }
}

/** Which row of the ring holds which tenure at `clock`; the last one all beyond the cap. */
function turnRing({ words }: Views, apps: number, clock: number): void {
  for (let tenure = 0; tenure <= TENURE_CAP; tenure++) {
    const row = tenure < TENURE_CAP ? (clock - tenure) % TENURE_CAP : TENURE_CAP;
    words[(ROW >> 2) + tenure] = row * (apps + 1) * 4 * 4;
  }
}

/** Largest lapse rates of every 64 users. */
function writeTops(views: Views, agents: Agents): void {
  const { layout, singles } = views;
  const blocks = Math.ceil(agents.cells.length / BOUND);
  const from = layout.tops >> 2;
  singles.fill(0, from, from + 2 * blocks);
  for (let i = 0; i < agents.cells.length; i++) {
    const free = from + (i >> 6);
    const paid = free + blocks;
    if (agents.lapseFree[i] > singles[free]) singles[free] = agents.lapseFree[i];
    if (agents.lapsePaid[i] > singles[paid]) singles[paid] = agents.lapsePaid[i];
  }
}

function writeKeys(views: Views, keys: MonthKeys): void {
  const order = [keys.sift, keys.verdict, keys.consider, keys.choice, keys.second, keys.secondChoice];
  const at = KEYS >> 2;
  order.flat().forEach((part, k) => {
    views.words.fill(part, at + 4 * k, at + 4 * k + 4);
  });
}

/** The living apps; returns whether any has several tiers. */
function writePlan(views: Views, sheet: OfferSheet): boolean {
  const { words, bytes } = views;
  let several = false;
  let pair = -1;
  bytes.fill(0, CODES, CODES + 32);
  for (let n = 0; n < sheet.livingCount; n++) {
    const app = sheet.living[n];
    const tiers = sheet.tiers[app - 1];
    const at = (PLAN >> 2) + n * 8;
    words[at] = app << 2;
    words[at + 1] = (app - 1) * TIERS * 16;
    words[at + 2] = tiers;
    words[at + 3] = pair === (app - 1) >> 1 ? 0 : 1;
    pair = (app - 1) >> 1;
    words[at + 4] = pair;
    words[at + 5] = ((app - 1) & 1) << 4;
    bytes[CODES + n + 1] = (app << 2) | (tiers > 1 ? 3 : 0);
    if (tiers > 1) several = true;
  }
  return several;
}

/** Hazards in rows of 16 bytes: free, paid, stay, state after a lapse. */
function writeHazards(views: Views, sheet: OfferSheet, s: number): void {
  const { layout, words, singles } = views;
  const from = s * STATES;
  const to = layout.hazard >> 2;
  for (let way = 0; way < 3; way++) {
    singles[to + (from + way) * 4 + 2] = sheet.hazard[(from + way) * 3 + 2];
  }
  for (let n = 0; n < sheet.livingCount; n++) {
    const app = sheet.living[n];
    const free = sheet.freeTier[app - 1];
    for (let tier = 0; tier < TIERS; tier++) {
      const state = (app << 2) | tier;
      const source = (from + state) * 3;
      const target = to + (from + state) * 4;
      singles[target] = sheet.hazard[source];
      singles[target + 1] = sheet.hazard[source + 1];
      singles[target + 2] = sheet.hazard[source + 2];
      words[target + 3] = free >= 0 && tier !== free ? (app << 2) | free : LAPSED;
    }
  }
}

/** Leave by month of joining; those without an app joined "in month 0" and feel the effort of entry. */
function writeLeave(views: Views, sheet: OfferSheet, s: number, now: number): void {
  const { singles, layout } = views;
  const from = s * TENURES;
  const to = (layout.leave >> 2) + from * 2;
  singles[to] = sheet.entry[s];
  singles[to + 1] = 0;
  for (let since = 1; since < now; since++) {
    singles[to + 2 * since] = sheet.habit[from + now - 1 - since];
    singles[to + 2 * since + 1] = sheet.novelty[from + now - 1 - since];
  }
}

function writeSegments(views: Views, sheet: OfferSheet, now: number): void {
  const { layout, words, singles } = views;
  singles.set(sheet.terms, layout.terms >> 2);
  words.set(sheet.awareness, layout.awareness >> 2);
  for (let s = 0; s < sheet.segments; s++) {
    const at = (layout.segments + s * RECORD) >> 2;
    singles[at + 5] = sheet.outside[s];
    singles[at + 6] = sheet.outsideGrip[s];
    singles[at + 7] = sheet.activation[s];
    singles[at + 8] = sheet.second[s];
    words[at + 9] = allReview(sheet, s) ? 1 : 0;
    words[at + 10] = sheet.allAware[s];
    writeHazards(views, sheet, s);
    writeLeave(views, sheet, s, now);
  }
}

function viewMemory(kernel: Kernel, layout: Layout): Views {
  return {
    kernel,
    layout,
    words: new Int32Array(kernel.buffer),
    singles: new Float32Array(kernel.buffer),
    bytes: new Uint8Array(kernel.buffer),
  };
}

/** Counts everybody afresh as of `clock`. */
function recount(views: Views, apps: number, end: number, clock: number): void {
  const { exports } = views.kernel;
  turnRing(views, apps, clock);
  exports.openMonth(clock, 0, false, false);
  exports.recount(views.layout.cells, end);
}

/** An empty SIMD population of these cells for `apps` slots. Shapes and months as in `Population`. */
export function simdPopulation(cells: Cells, apps: number): Population {
  const layout = layOut(cells, apps);
  const kernel = takeKernel(layout.end);
  const { exports } = kernel;
  const views = viewMemory(kernel, layout);
  const agents = viewAgents(kernel.buffer, layout, cells, apps);
  const { tally } = agents;
  writeTables(views);
  exports.lay(layout.columns, cells.length, layout.tops, apps);
  writeCells(views, cells, apps);
  const cellsEnd = layout.cells + cells.count * RECORD;
  let started = false;
  let counted = false;
  let twice = false;

  const report = () => {
    exports.report(layout.cells, cellsEnd, layout.users, layout.tenures, layout.none);
    return tally;
  };
  const count = (clock: number) => {
    if (!started) {
      writeTops(views, agents);
      twice = agents.second.some((app) => app > 0);
      started = true;
    }
    recount(views, apps, cellsEnd, clock);
    counted = true;
  };
  return {
    agents,
    chooseFirstTiers(sheet) {
      chooseFirstTiers(agents, sheet);
      counted = false;
    },
    countStart() {
      count(ORIGIN);
      tally.moves.fill(0);
      tally.lapses.fill(0);
      return report();
    },
    moveUsers(sheet, keys, month) {
      const now = month + ORIGIN;
      if (!counted) count(now - 1);
      tally.moves.fill(0);
      tally.lapses.fill(0);
      for (let s = 0; s < sheet.segments; s++) if (sheet.second[s] > 0) twice = true;
      writeKeys(views, keys);
      turnRing(views, apps, now);
      const several = writePlan(views, sheet);
      writeSegments(views, sheet, now);
      exports.openMonth(now, sheet.livingCount, several, twice);
      exports.moveAll(layout.cells, cellsEnd);
      return report();
    },
    orphan(app) {
      orphan(agents, app);
      counted = false;
    },
    settleOrphans() {
      for (let cell = 0; cell < cells.count; cell++) {
        if (tally.none[cell * 3 + ORPHAN] === 0) continue;
        settleOrphans(agents);
        counted = false;
        return;
      }
    },
    release: () => returnKernel(kernel),
  };
}

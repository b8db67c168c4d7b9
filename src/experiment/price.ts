/**
 * What a batch will cost before it has been run: seconds, memory, disk, from its first worlds. Pure arithmetic; who measures
 * stands in `opening.ts`, what the machine has in `src/pool/machine.ts`. Constants are measured (2 cores, Node 20, scenarios
 * of 4 and 14 firms) and stand here only.
 */

/** What a batch costs, or what there is to spend. */
export interface Price {
  readonly seconds: number;
  /** Peak of resident memory. */
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

/** What decides the memory of a batch that has not begun. */
export interface MemoryNeed {
  readonly threads: number;
  /** Worlds that are simulated at a time. */
  readonly atATime: number;
  /** Simulated users of a world. */
  readonly users: number;
  readonly firms: number;
}

/** Node with the program, and its results' page. */
const PROGRAM = 110e6;
const THREAD = 36e6;
/** Columns, tables and tally of the population (bench/sections/footprint.mjs). */
const USER = 28;
const FIRM = 2e6;

/** Bytes before the first world: what the machine must have for anything to run. */
export function memoryBefore({ threads, atATime, users, firms }: MemoryNeed): number {
  return PROGRAM + THREAD * threads + atATime * users * USER + firms * FIRM;
}

/** Seconds of a thread for a month of a user, and to set a user up: a third of the least that was measured (bench/result.json). */
const LEAST_MONTH = 5e-10;
const LEAST_USER = 7e-9;

/** Seconds that a batch takes at the very least, known before its first world. @param users in agents; 0 of cohorts */
export function leastSeconds(batch: {
  readonly worlds: number;
  readonly users: number;
  readonly months: number;
  readonly threads: number;
}): number {
  const { worlds, users, months, threads } = batch;
  return (worlds * users * (LEAST_USER + months * LEAST_MONTH)) / threads;
}

/**
 * Wall seconds of a world on a pool, from when worlds came to their end (ms, ascending). The first half is left out: threads
 * start and their code is not compiled yet. Both ends are cut at whole waves of `width` worlds, because worlds that are lived
 * side by side end together. NaN before there are two waves.
 */
export function worldSeconds(endsMs: readonly number[], width: number): number {
  const waves = Math.floor(endsMs.length / width);
  if (waves < 2) return Number.NaN;
  const from = Math.max(1, Math.floor(waves / 2));
  const ms = endsMs[waves * width - 1] - endsMs[from * width - 1];
  return ms / 1000 / ((waves - from) * width);
}

/** Seconds to write results: each byte of the worlds is read, summarised and written once more. */
const WRITE_SECOND = 11e-9;
const WRITE_FIXED = 0.4;
/** Bytes of the results for each byte of the worlds, and of the page. */
const RESULTS = 0.27;
const PAGE = 3e6;

/** Memory that the results take when they are written, and what stays of a firm and world until then. */
const WRITE_MEMORY = 50e6;
const FIRM_WORLD = 2000;
/** Numbers of a large batch are not all kept (sample-maker.ts, measure-batch.ts), but for some of each life. */
const MOST_KEPT = 300e6;
const LIFE = 13;

/** All worlds of a run folder. */
export interface FolderNeed {
  readonly worlds: number;
  readonly firms: number;
  /** Bytes of a world as a part. */
  readonly worldBytes: number;
}

/** What a run folder costs besides its simulation. */
export function folderPrice({ worlds, firms, worldBytes }: FolderNeed): Price {
  const lives = worlds * firms;
  return {
    seconds: WRITE_FIXED + worlds * worldBytes * WRITE_SECOND,
    memoryBytes: WRITE_MEMORY + Math.min(lives * FIRM_WORLD, MOST_KEPT + lives * LIFE),
    diskBytes: worlds * worldBytes * (1 + RESULTS) + PAGE,
  };
}

/** What a shard costs besides its simulation: its parts. */
export function shardPrice({ worlds, worldBytes }: Omit<FolderNeed, 'firms'>): Price {
  return { seconds: 0, memoryBytes: 0, diskBytes: worlds * worldBytes };
}

/** Seconds that the search for a box takes for each world and field, with its 99 shuffles: measured. */
const BOX_SECOND = 6e-5;

/**
 * What a study costs besides its simulation: its numbers, eight bytes each, its files, and the search for boxes.
 * @param numbers of all worlds @param searched worlds x fields in which boxes are looked for; 0 unless given
 */
export function studyPrice(numbers: number, searched = 0): Price {
  return { seconds: searched * BOX_SECOND, memoryBytes: WRITE_MEMORY / 2 + 8 * numbers, diskBytes: PAGE };
}

/** Nobody waits longer without having said so, seconds. */
const LONGEST = 24 * 3600;
/** Room that is left for what else the machine does. */
const ROOM = 0.9;

/** What a batch may cost on this machine: all its disk, nine tenths of its memory, a day. */
export function limitsOf(machine: Pick<Price, 'memoryBytes' | 'diskBytes'>): Price {
  return { seconds: LONGEST, memoryBytes: ROOM * machine.memoryBytes, diskBytes: machine.diskBytes };
}

/** What is too dear. */
export function beyond(price: Price, limits: Price): (keyof Price)[] {
  return (Object.keys(limits) as (keyof Price)[]).filter((key) => price[key] > limits[key]);
}

/**
 * One population over several threads: the thread that lives the world leads and works on a part of the users itself,
 * helpers work on the others, each in memory of its own, with a barrier after every order. Same bytes as one thread.
 * A thread gets several stretches that lie apart, because neighbouring users are of one segment and some segments are
 * more work than others.
 */
import { type Cells, ORPHAN, type Tally } from '../contract.js';
import type { Population } from '../population.js';
import type { SegmentStart, StartFrom } from '../start.js';
import { addTally, cutCells } from '../stretch.js';
import { makeBoard } from './board.js';
import { joinStretches } from './joined.js';
import { awaitHelpers, giveOrder, ORDER, openWorld, stillAt } from './signal.js';

/** Stretches a thread. */
const STRETCHES = 4;

/** Threads that help the one that lives a world: made by the host, used by one world at a time. */
export interface Crew {
  /** From `makeSignal`, shared with all helpers. */
  readonly signal: Int32Array;
  /** Hands a structured clone of the task to each helper, whose host calls `helpLeader` with it. */
  readonly helpers: readonly ((task: HelperTask) => void)[];
}

/** What a helper must know of the world that begins; plain data. */
export interface HelperTask {
  /** Which helper this is (from 0), and how many there are. */
  readonly helper: number;
  readonly helpers: number;
  /** Turn of the order that this task belongs to. */
  readonly turn: number;
  readonly board: SharedArrayBuffer;
  readonly cells: Cells;
  readonly apps: number;
  readonly segments: readonly SegmentStart[];
  readonly from: StartFrom;
}

/** The users of one thread: of every `threads` neighbouring stretches one. The leader's thread is 0. */
export function shareOf(cells: Cells, apps: number, of: { thread: number; threads: number }): Population {
  const all = cutCells(cells, of.threads * STRETCHES);
  return joinStretches(
    all.filter((_, k) => k % of.threads === of.thread),
    apps,
  );
}

/** An empty population of these cells for `apps` slots over the leader and its crew. Lives until another one begins. */
export function crewPopulation(cells: Cells, apps: number, crew: Crew): Population {
  const { signal } = crew;
  const helpers = crew.helpers.length;
  const world = openWorld(signal);
  const board = makeBoard(cells, apps, { helpers });
  const own = shareOf(cells, apps, { thread: 0, threads: helpers + 1 });
  let orphans = false;
  /** Orders, works, waits; helpers are waited for also when the own work fails. */
  const all = <T>(order: number, work: () => T, send?: (turn: number) => void): T => {
    if (!stillAt(signal, world))
      throw new Error('the helper threads of this world belong to another one now');
    const turn = giveOrder(signal, order, helpers);
    send?.(turn);
    try {
      return work();
    } finally {
      awaitHelpers(signal);
    }
  };
  const sum = (order: number, count: () => Tally): Tally => {
    const tally = all(order, count);
    for (const part of board.tallies) addTally(tally, part);
    orphans = tally.none.some((agents, k) => k % 3 === ORPHAN && agents > 0);
    return tally;
  };
  return {
    start(segments, from) {
      const task = { helpers, board: board.buffer, cells, apps, segments, from };
      all(
        ORDER.begin,
        () => own.start(segments, from),
        (turn) => {
          for (const [helper, hand] of crew.helpers.entries()) hand({ ...task, helper, turn });
        },
      );
    },
    chooseFirstTiers(sheet) {
      board.putSheet(sheet);
      all(ORDER.chooseFirstTiers, () => own.chooseFirstTiers(sheet));
    },
    countStart: () => sum(ORDER.countStart, () => own.countStart()),
    moveUsers(sheet, keys, month) {
      board.putSheet(sheet);
      board.putMonth(keys, month);
      return sum(ORDER.moveUsers, () => own.moveUsers(sheet, keys, month));
    },
    orphan(app) {
      board.putApp(app);
      all(ORDER.orphan, () => own.orphan(app));
    },
    settleOrphans() {
      if (orphans) all(ORDER.settleOrphans, () => own.settleOrphans());
    },
    release() {
      if (stillAt(signal, world)) giveOrder(signal, ORDER.release, 0);
      own.release();
    },
  };
}

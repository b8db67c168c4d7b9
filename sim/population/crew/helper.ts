/** A helper of a leading thread: obeys its orders for one world, asleep in between. */
import type { Population } from '../population.js';
import { type Board, copyColumns, makeBoard } from './board.js';
import { type HelperTask, shareOf } from './crew.js';
import { answerOrder, awaitOrder, ORDER } from './signal.js';

/** One order between begin and release. */
function obey(order: number, users: Population, on: { board: Board; helper: number }): void {
  const { board, helper } = on;
  if (order === ORDER.chooseFirstTiers) users.chooseFirstTiers(board.sheet());
  else if (order === ORDER.countStart) copyColumns(users.countStart(), board.tallies[helper]);
  else if (order === ORDER.moveUsers) {
    const { keys, month } = board.month();
    copyColumns(users.moveUsers(board.sheet(), keys, month), board.tallies[helper]);
  } else if (order === ORDER.orphan) users.orphan(board.app());
  else if (order === ORDER.settleOrphans) users.settleOrphans();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Helps with one world; returns when the leader releases it, begins another, or after a failure, which the leader
 * hears. The thread can do nothing else meanwhile.
 */
export function helpLeader(signal: Int32Array, task: HelperTask): void {
  const { helper, helpers, cells, apps, segments, from } = task;
  let turn = task.turn;
  try {
    const users = shareOf(cells, apps, { thread: helper + 1, threads: helpers + 1 });
    const board = makeBoard(cells, apps, { helpers, buffer: task.board });
    users.start(segments, from);
    for (;;) {
      answerOrder(signal, helper);
      const next = awaitOrder(signal, turn);
      turn = next.turn;
      if (next.order === ORDER.release) users.release();
      if (next.order === ORDER.begin || next.order === ORDER.release) return;
      obey(next.order, users, { board, helper });
    }
  } catch (error) {
    answerOrder(signal, helper, messageOf(error));
  }
}

/**
 * How a leading thread and its helpers keep in step: a few words of shared memory, one order at a time. The leader
 * writes an order and turns the turn; every helper obeys and takes itself off the count of those still at work. An
 * order and the wait for its end cost some tens of microseconds. Only `Atomics` is used, so a host may run the
 * helpers in worker threads or in web workers; a browser's main thread may not wait and cannot lead.
 */

/** What a leader orders. BEGIN drops whatever the helpers held before. */
export const ORDER = {
  begin: 1,
  chooseFirstTiers: 2,
  countStart: 3,
  moveUsers: 4,
  orphan: 5,
  settleOrphans: 6,
  release: 7,
} as const;

/** Words: turn of the order, the order, helpers still at work, helper that failed (from 1), is one gone for good? */
const TURN = 0;
const WHAT = 1;
const BUSY = 2;
const FAILED = 3;
const GONE = 4;
/** How many worlds have begun; then a message: its length and its UTF-16 units. */
const WORLDS = 5;
const TEXT = 6;
const LONGEST = 500;
/** More than there can be helpers. */
const MANY = 1 << 20;

/** Fresh shared words for one leader and its helpers. */
export function makeSignal(): Int32Array {
  return new Int32Array(new SharedArrayBuffer((TEXT + 1 + LONGEST) * 4));
}

function complain(signal: Int32Array, helper: number, text: string): void {
  if (Atomics.compareExchange(signal, FAILED, 0, helper + 1) !== 0) return;
  const said = text.slice(0, LONGEST);
  signal[TEXT] = said.length;
  for (let i = 0; i < said.length; i++) signal[TEXT + 1 + i] = said.charCodeAt(i);
}

/** @throws what a helper complained about */
function refuseFailure(signal: Int32Array): void {
  const failed = Atomics.load(signal, FAILED);
  if (failed === 0) return;
  const units = signal.subarray(TEXT + 1, TEXT + 1 + signal[TEXT]);
  throw new Error(`helper thread ${failed} failed: ${String.fromCharCode(...units)}`);
}

/** Tells the leader that helper `helper` (from 0) will never answer again. For hosts, from any thread. */
export function loseHelper(signal: Int32Array, helper: number, reason: string): void {
  complain(signal, helper, reason);
  Atomics.store(signal, GONE, 1);
  Atomics.add(signal, BUSY, MANY);
  Atomics.notify(signal, BUSY);
}

/**
 * Gives an order; returns its turn.
 * @throws if a helper is gone
 */
export function giveOrder(signal: Int32Array, order: number, helpers: number): number {
  if (Atomics.load(signal, GONE)) refuseFailure(signal);
  Atomics.store(signal, BUSY, helpers);
  Atomics.store(signal, WHAT, order);
  const turn = Atomics.add(signal, TURN, 1) + 1;
  Atomics.notify(signal, TURN);
  return turn;
}

/** Opens a world: from now on `stillAt` is true for the number that it returns only, and old failures are forgotten. */
export function openWorld(signal: Int32Array): number {
  if (!Atomics.load(signal, GONE)) Atomics.store(signal, FAILED, 0);
  return Atomics.add(signal, WORLDS, 1) + 1;
}

/** Has no other world begun since `openWorld` gave this number, and is no helper gone? */
export function stillAt(signal: Int32Array, world: number): boolean {
  return Atomics.load(signal, WORLDS) === world && !Atomics.load(signal, GONE);
}

/**
 * Waits until all helpers have obeyed.
 * @throws what a helper complained about, at once if one is gone
 */
export function awaitHelpers(signal: Int32Array): void {
  for (;;) {
    const busy = Atomics.load(signal, BUSY);
    if (busy === 0 || Atomics.load(signal, GONE)) break;
    Atomics.wait(signal, BUSY, busy);
  }
  refuseFailure(signal);
}

/** Waits for the order after `turn`. */
export function awaitOrder(signal: Int32Array, turn: number): { turn: number; order: number } {
  // The call that woke her for this turn may come when it is done already: look before obeying twice.
  while (Atomics.load(signal, TURN) === turn) Atomics.wait(signal, TURN, turn);
  return { turn: Atomics.load(signal, TURN), order: Atomics.load(signal, WHAT) };
}

/** A helper's answer to an order; `failure`: why it could not be obeyed. */
export function answerOrder(signal: Int32Array, helper: number, failure?: string): void {
  if (failure !== undefined) complain(signal, helper, failure);
  Atomics.sub(signal, BUSY, 1);
  Atomics.notify(signal, BUSY);
}

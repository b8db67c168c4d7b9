// Whether other programs held the cores while something was timed by the wall clock: what all cores did, less what
// the timed program itself has used.
import { cpus } from 'node:os';

function busySeconds() {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
}

/**
 * Starts a clock. Called with the CPU seconds of the timed program it gives the seconds by the wall clock, how many
 * cores the program had on average, and how many cores were taken by others.
 * @returns {(cpu: number) => { wall: number, own: number, others: number }}
 */
export function watchCores() {
  const begin = { wall: performance.now(), busy: busySeconds() };
  return (cpu) => {
    const wall = (performance.now() - begin.wall) / 1000;
    return { wall, own: cpu / wall, others: Math.max(0, (busySeconds() - begin.busy - cpu) / wall) };
  };
}

/** Cores that others may take while the wall clock counts. */
export const QUIET = 0.2;

/** The one that says more: on free cores before on busy ones, then the faster. */
export function better(a, b) {
  if (!a) return b;
  const free = (one) => one.others <= QUIET;
  if (free(a) !== free(b)) return free(a) ? a : b;
  return a.wall <= b.wall ? a : b;
}

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

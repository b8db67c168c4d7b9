// One replicate with a clock around what the kernel does in it: `population.moveUsers`, which copies the offer
// sheet, moves the users and tallies them. Set-up, firms, books and records lie outside of that clock.
import { startMarket } from '../dist/sim/index.js';
import { cpuSeconds } from './clock.mjs';

/** Puts a clock around the users' months of a market; returns how to read it, in CPU seconds. */
function clockUsers({ state: { population } }) {
  const moveUsers = population.moveUsers.bind(population);
  let spent = 0;
  population.moveUsers = (...month) => {
    const begin = cpuSeconds();
    const tally = moveUsers(...month);
    spent += cpuSeconds() - begin;
    return tally;
  };
  return () => spent;
}

/**
 * Lives one world to its end: CPU seconds of its set-up, of its kernel and of everything, and its outcome.
 * @param {import('../dist/src/index.js').Scenario} scenario
 * @param {string} seed @param {number} replicate from 0
 */
export function timeReplicate(scenario, seed, replicate) {
  const begin = cpuSeconds();
  const market = startMarket(scenario, seed, replicate);
  const setUp = cpuSeconds() - begin;
  const kernel = clockUsers(market);
  for (let month = 0; month < market.months; month++) market.step();
  const outcome = market.outcome();
  market.state.population.release();
  return { setUp, kernel: kernel(), total: cpuSeconds() - begin, outcome };
}

/** The least of `key` (`setUp`, `kernel` or `total`) over replicates 0 to n - 1, as the whole measurement it is in. */
export function bestReplicate(scenario, n, key) {
  let best;
  for (let replicate = 0; replicate < n; replicate++) {
    const now = timeReplicate(scenario, 'bench', replicate);
    if (!best || now[key] < best[key]) best = now;
  }
  return best;
}

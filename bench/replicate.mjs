// One replicate with a clock around what the kernel does in it: `population.moveUsers`, which copies the offer
// sheet, moves the users and tallies them. Set-up, firms, books and records lie outside of that clock.
import { startMarket } from '../dist/sim/index.js';
import { STATES, TIERS } from '../dist/sim/population/contract.js';
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

/** Reviews to be expected of everybody in the coming month, and how many users there are. */
function expectedReviews({ cells, tally }, sheet) {
  const sum = { reviews: 0, users: 0 };
  const add = (users, row) => {
    sum.users += users;
    sum.reviews += users * (1 - sheet.hazard[row * 3 + 2]);
  };
  for (let cell = 0; cell < cells.count; cell++) {
    const row = cells.segment[cell] * STATES;
    for (let way = 0; way < 3; way++) add(tally.none[cell * 3 + way], row + way);
    for (let k = 0, at = cell * sheet.apps * TIERS; k < sheet.apps * TIERS; k++, at++)
      add(tally.users[at], row + ((Math.floor(k / TIERS) + 1) << 2) + (k % TIERS));
  }
  return sum;
}

/** Reviews a user-month of one world: those of the offer sheets, before lapses, which come first. */
export function reviewRate(scenario, seed, replicate) {
  const market = startMarket(scenario, seed, replicate);
  const { population } = market.state;
  const moveUsers = population.moveUsers.bind(population);
  const sum = { reviews: 0, users: 0 };
  population.moveUsers = (sheet, ...month) => {
    const { reviews, users } = expectedReviews(market.state, sheet);
    sum.reviews += reviews;
    sum.users += users;
    return moveUsers(sheet, ...month);
  };
  for (let month = 0; month < market.months; month++) market.step();
  population.release();
  return sum.reviews / sum.users;
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

// What the JavaScript peers share and is not the model's: the question, repetitions, the line of JSON.
import { cpuSeconds } from '../clock.mjs';

const MONTHS = 24;

/** `USERS REVIEW REPETITIONS` from the command line. @param {string} name of the program, for the message */
export function questionOf(name) {
  const [users, review, repetitions] = process.argv.slice(2).map(Number);
  if (!(users > 0 && review > 0 && review <= 1 && repetitions >= 1)) {
    throw new Error(`usage: ${name}.mjs USERS REVIEW REPETITIONS`);
  }
  return { users, review, repetitions };
}

/** Prints the row of a peer. @param {{ users: number, best: number }} row `best`: CPU seconds of the best month */
export function tell({ best, ...row }) {
  console.log(JSON.stringify({ ...row, userMonthsPerSecond: Math.round(row.users / best) }));
}

/**
 * Runs a peer as a program: question in, one line of JSON out. The best repetition by CPU time counts, the drawing
 * of the population (new in each) does not.
 * @param {string} name
 * @param {(users: number, review: number, seed: number) => { step(month: number): void,
 *   firms(): { share: number, exit: number | null }[] }} create
 */
export function repeat(name, create) {
  const { users, review, repetitions } = questionOf(name);
  const shares = [0, 0, 0, 0, 0, 0];
  const firm6Exit = [];
  let best = Infinity;
  for (let seed = 1; seed <= repetitions; seed++) {
    const market = create(users, review, seed);
    const start = cpuSeconds();
    for (let month = 0; month < MONTHS; month++) market.step(month);
    best = Math.min(best, cpuSeconds() - start);
    const firms = market.firms();
    for (let j = 0; j < 6; j++) shares[j] += firms[j].share / repetitions;
    firm6Exit.push(firms[5].exit);
  }
  tell({ name, users, review, repetitions, best: best / MONTHS, shares, firm6Exit });
}

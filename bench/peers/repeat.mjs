// What the JavaScript peers share and is not the model's: repetitions, the CPU clock, the line of JSON.

/** CPU seconds of this process, all threads. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Runs a peer as a program: `USERS REVIEW REPETITIONS` from the command line, one line of JSON out. The best
 * repetition by CPU time counts, the drawing of the population (new in each) does not.
 * @param {string} name
 * @param {(users: number, review: number, seed: number) => { step(month: number): void,
 *   firms(): { share: number, exit: number | null }[] }} create
 */
export function repeat(name, create) {
  const [users, review, repetitions] = process.argv.slice(2).map(Number);
  if (!(users > 0 && review > 0 && review <= 1 && repetitions >= 1)) {
    throw new Error(`usage: ${name}.mjs USERS REVIEW REPETITIONS`);
  }
  const shares = [0, 0, 0, 0, 0, 0];
  const firm6Exit = [];
  let best = Infinity;
  for (let seed = 1; seed <= repetitions; seed++) {
    const market = create(users, review, seed);
    const start = cpuSeconds();
    for (let month = 0; month < 24; month++) market.step(month);
    best = Math.min(best, cpuSeconds() - start);
    const firms = market.firms();
    for (let j = 0; j < 6; j++) shares[j] += firms[j].share / repetitions;
    firm6Exit.push(firms[5].exit);
  }
  const userMonthsPerSecond = Math.round((users * 24) / best);
  console.log(JSON.stringify({ name, users, review, repetitions, userMonthsPerSecond, shares, firm6Exit }));
}

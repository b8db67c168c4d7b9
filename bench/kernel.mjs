/**
 * The kernel against its oracle, the plain TypeScript population: CPU time of the same months of the same users in
 * the same minute, alternating, best of the repetitions. Prints million user-months per second and the ratio.
 * Cells: 64. A market of (apps, tiers), everybody aware, no second app; review rate r, no lapse.
 *   node bench/kernel.mjs [users ...]
 */
import { keyOf, makeLuck } from '../dist/sim/core/draws.js';
import { makeOfferSheet, STATES, TENURES, TIERS } from '../dist/sim/population/contract.js';
import { makePopulation } from '../dist/sim/population/population.js';
import { fillTastes, TASTE } from '../dist/sim/population/tastes.js';

const CELLS = 64;
const MONTHS = 12;

function cellsOf(users) {
  const size = Array.from(
    { length: CELLS },
    (_, c) => Math.floor((users * (c + 1)) / CELLS) - Math.floor((users * c) / CELLS),
  );
  let at = 0;
  const start = size.map((n) => {
    const here = at;
    at = (at + n + 15) & ~15;
    return here;
  });
  return {
    count: CELLS,
    segments: 1,
    classes: CELLS,
    start: Int32Array.from(start),
    end: Int32Array.from(start, (from, c) => from + size[c]),
    segment: new Int32Array(CELLS),
    usageClass: Int32Array.from(size, (_, c) => c),
    origin: new Int32Array(CELLS),
    weight: new Float64Array(CELLS).fill(1),
    length: at,
    agents: users,
  };
}

function sheetOf({ apps, tiers, review, lapse }) {
  const sheet = makeOfferSheet(1, CELLS, apps);
  sheet.livingCount = apps;
  for (let app = 0; app < apps; app++) {
    sheet.living[app] = app + 1;
    sheet.tiers[app] = tiers;
    sheet.freeTier[app] = app % 2 ? 0 : -1;
  }
  for (let row = 0; row < CELLS; row++)
    for (let j = 0; j < apps; j++)
      for (let k = 0; k < tiers; k++) {
        const o = ((row * apps + j) * TIERS + k) * 4;
        const free = k === 0 && j % 2;
        sheet.terms[o] = 2 + 0.1 * ((j * 7 + k * 3 + row) % 10) - (apps > 6 ? 1 : 0);
        sheet.terms[o + 1] = 0.3 * (1 + 0.15 * ((j * 5) % 8) + 0.35 * k);
        sheet.terms[o + 2] = free ? 0 : 0.15 * (4 + 7 * k + ((j * 3) % 6));
        sheet.terms[o + 3] = free ? 0.4 : 0;
      }
  sheet.allAware[0] = 1;
  sheet.outsideGrip[0] = 0.5;
  sheet.activation[0] = 1;
  sheet.entry[0] = 0.6;
  for (let t = 0; t < TENURES; t++) sheet.habit[t] = 2 * (1 + (0.8 * Math.min(t, 12)) / 12);
  for (let s = 0; s < STATES; s++) {
    sheet.hazard[s * 3] = s > 3 ? lapse : 0;
    sheet.hazard[s * 3 + 2] = 1 - review;
  }
  return sheet;
}

function populationOf(kind, cells, apps) {
  const population = makePopulation(kind, cells, apps);
  const { agents } = population;
  const luck = makeLuck('bench', 0);
  fillTastes(agents.quality, cells, { luck, segment: 0, column: { index: TASTE.quality, spread: null } });
  for (const [name, index] of [
    ['price', 1],
    ['ads', 2],
    ['switching', 3],
  ])
    fillTastes(agents[name], cells, { luck, segment: 0, column: { index, spread: 0.5 } });
  agents.lapseFree.fill(0.05);
  return population;
}

/** CPU milliseconds of MONTHS months of a population that starts afresh. */
function run(population, sheet, number) {
  population.agents.state.fill(0);
  population.settleOrphans();
  population.chooseFirstTiers(sheet);
  population.countStart();
  const luck = makeLuck('bench', number);
  let spent = 0;
  for (let month = 1; month <= MONTHS; month++) {
    const keys = Object.fromEntries(
      ['sift', 'verdict', 'consider', 'choice', 'second', 'secondChoice'].map((name, k) => [
        name,
        keyOf(luck, k, month),
      ]),
    );
    const before = process.cpuUsage();
    population.moveUsers(sheet, keys, month);
    const { user, system } = process.cpuUsage(before);
    spent += (user + system) / 1000;
  }
  return spent;
}

const sizes = process.argv.slice(2).map(Number);
for (const users of sizes.length ? sizes : [10_000, 100_000]) {
  const cells = cellsOf(users);
  for (const [apps, tiers] of [
    [6, 1],
    [10, 2],
    [16, 3],
  ]) {
    const plain = populationOf('plain', cells, apps);
    const simd = populationOf('simd', cells, apps);
    for (const review of [1, 0.25, 0.1]) {
      const sheet = sheetOf({ apps, tiers, review, lapse: 0 });
      const best = [Infinity, Infinity];
      for (let turn = 0; turn < (users > 20_000 ? 4 : 16); turn++) {
        best[1] = Math.min(best[1], run(simd, sheet, turn), run(simd, sheet, turn));
        if (turn < (users > 20_000 ? 2 : 6)) best[0] = Math.min(best[0], run(plain, sheet, turn));
      }
      const [slow, fast] = best.map((ms) => (users * MONTHS) / ms / 1000);
      console.log(
        `(${apps}, ${tiers}) ${String(users).padStart(8)} users, r = ${String(review).padEnd(4)}: plain ${slow.toFixed(1).padStart(5)}, kernel ${fast.toFixed(1).padStart(6)} million user-months/s; kernel / plain ${(fast / slow).toFixed(1)}`,
      );
    }
  }
}

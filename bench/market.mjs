// A made-up market of (apps, tiers) in 64 cells, for the kernel alone: everybody aware, no second app, no lapse, every
// app alive for all twelve months, so that nothing but the size changes. No firms, no money.
import { makeLuck } from '../dist/sim/core/draws.js';
import { makeOfferSheet, STATES, TENURES, TIERS } from '../dist/sim/population/contract.js';
import { monthKeys } from '../dist/sim/population/month-keys.js';
import { makePopulation } from '../dist/sim/population/population.js';
import { fillTastes, TASTE } from '../dist/sim/population/tastes.js';
import { cpuSeconds } from './clock.mjs';

const CELLS = 64;
const MONTHS = 12;

/** 64 cells of one segment, each with a usage class of its own; they begin on multiples of 16 users. */
export function cellsOf(users) {
  const upTo = (c) => Math.floor((users * c) / CELLS);
  const size = Array.from({ length: CELLS }, (_, c) => upTo(c + 1) - upTo(c));
  let length = 0;
  const start = size.map((n) => {
    const here = length;
    length = (length + n + 15) & ~15;
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
    length,
    agents: users,
  };
}

function writeTerms(sheet, { apps, tiers }) {
  for (let row = 0; row < CELLS; row++)
    for (let j = 0; j < apps; j++)
      for (let k = 0; k < tiers; k++) {
        const free = k === 0 && j % 2;
        const base = 2 + 0.1 * ((j * 7 + k * 3 + row) % 10) - (apps > 6 ? 1 : 0);
        const quality = 0.3 * (1 + 0.15 * ((j * 5) % 8) + 0.35 * k);
        const price = free ? 0 : 0.15 * (4 + 7 * k + ((j * 3) % 6));
        sheet.terms.set([base, quality, price, free ? 0.4 : 0], ((row * apps + j) * TIERS + k) * 4);
      }
}

/** The offers of the market at this review rate. */
export function sheetOf({ apps, tiers, review }) {
  const sheet = makeOfferSheet(1, CELLS, apps);
  sheet.livingCount = apps;
  for (let app = 0; app < apps; app++) {
    sheet.living[app] = app + 1;
    sheet.tiers[app] = tiers;
    sheet.freeTier[app] = app % 2 ? 0 : -1;
    sheet.ads[app] = app % 2;
  }
  writeTerms(sheet, { apps, tiers });
  sheet.allAware[0] = 1;
  sheet.outsideGrip[0] = 0.5;
  sheet.activation[0] = 1;
  sheet.aging[0] = 1;
  sheet.entry[0] = 0.6;
  for (let t = 0; t < TENURES; t++) sheet.habit[t] = 2 * (1 + (0.8 * Math.min(t, 12)) / 12);
  for (let s = 0; s < STATES; s++) sheet.hazard[s * 3 + 2] = 1 - review;
  return sheet;
}

/** @param {'simd' | 'plain'} kind @param {ReturnType<typeof cellsOf>} cells @param {number} apps */
export function populationOf(kind, cells, apps) {
  const population = makePopulation(kind, cells, apps);
  const { agents } = population;
  const luck = makeLuck('bench', 0);
  const fill = (column, index, spread) =>
    fillTastes(column, cells, { luck, segment: 0, column: { index, spread } });
  fill(agents.quality, TASTE.quality, null);
  fill(agents.price, TASTE.price, 0.5);
  fill(agents.ads, TASTE.ads, 0.5);
  fill(agents.switching, TASTE.switching, 0.5);
  agents.lapseFree.fill(0.05);
  return population;
}

/** Million user-months a CPU second of a year of a population that starts afresh; `number` changes its luck. */
export function speedOf(population, sheet, number) {
  population.agents.state.fill(0);
  population.settleOrphans();
  population.chooseFirstTiers(sheet);
  population.countStart();
  const luck = makeLuck('bench', number);
  let spent = 0;
  for (let month = 1; month <= MONTHS; month++) {
    const keys = monthKeys(luck, month);
    const before = cpuSeconds();
    population.moveUsers(sheet, keys, month);
    spent += cpuSeconds() - before;
  }
  return (population.agents.cells.agents * MONTHS) / spent / 1e6;
}

/** One random market with the same discrete types for both engines. */
import { makeLuck } from '../../../sim/core/draws.js';
import { cohortPopulation } from '../../../sim/population/cohorts.js';
import type { Cells, OfferSheet, Tally } from '../../../sim/population/contract.js';
import { monthKeys } from '../../../sim/population/month-keys.js';
import { makePopulation, type Population } from '../../../sim/population/population.js';
import { type SegmentStart, startAgents } from '../../../sim/population/start.js';
import { makeTypes } from '../../../sim/population/types.js';
import { Dice, drawFeatures, drawSheet, drawTiers, type Features } from './random-market.js';

export interface TypedMarket {
  readonly features: Features;
  readonly cells: Cells;
  readonly agents: Population;
  readonly cohorts: Population;
  /** The sheet of a month (1 to 4); app 1 is dead from month 3 on if there is another. */
  readonly sheets: readonly OfferSheet[];
}

/** Cells of `size` agents: each segment and class, without an app and with one. */
function cellsOf(dice: Dice, { apps, segments, classes, matched }: Features, size: number): Cells {
  const rows = Array.from({ length: segments * classes * 2 }, (_, k) => ({
    segment: Math.floor(k / classes / 2),
    usageClass: Math.floor(k / 2) % classes,
    origin: k % 2 ? dice.whole(1, apps) : 0,
  }));
  const room = (size + 15) & ~15;
  return {
    count: rows.length,
    segments,
    classes,
    start: Int32Array.from(rows, (_, k) => k * room),
    end: Int32Array.from(rows, (_, k) => k * room + size),
    segment: Int32Array.from(rows, ({ segment }) => segment),
    usageClass: Int32Array.from(rows, ({ usageClass }) => usageClass),
    origin: Int32Array.from(rows, ({ origin }) => origin),
    weight: new Float64Array(rows.length).fill(1),
    length: rows.length * room,
    agents: rows.length * size,
    matched,
  };
}

/** Random market number `number` with `size` agents a cell and `types` types a segment. */
export function typedMarket(
  name: string,
  number: number,
  { size, types, change }: { size: number; types: number; change?: Partial<Features> },
): TypedMarket {
  const dice = new Dice(name, number);
  const features = { ...drawFeatures(dice), extreme: 1, ...change };
  const cells = cellsOf(dice, features, size);
  const spread = () => (dice.chance(0.3) ? 0 : dice.between(0.1, 1));
  const segments: SegmentStart[] = Array.from({ length: features.segments }, () => ({
    qualitySpread: spread(),
    priceSpread: spread(),
    adSpread: spread(),
    switchingSpread: spread(),
    lapseFree: [dice.between(0.3, 3), dice.between(1, 8)],
    lapsePaid: [dice.between(0.3, 3), dice.between(1, 8)],
    matchSpread: features.matched ? 1 : 0,
    secondApp: features.second ? dice.next() : 0,
    lapsedShare: dice.next(),
  }));
  const tiersOf = drawTiers(dice, features);
  const living = Array.from({ length: features.apps }, (_, k) => k + 1);
  const sheets = [1, 2, 3, 4].map((month) =>
    drawSheet(dice, features, month > 2 && features.apps > 1 ? living.slice(1) : living, tiersOf),
  );
  const made = makeTypes(cells, segments, types);
  const users = living.map(() => dice.between(1, 10));
  const agents = makePopulation('simd', cells, features.apps);
  const luck = (engine: string) => makeLuck(`${name} ${engine}`, number);
  startAgents(agents.agents, segments, { luck: luck('agents'), users, types });
  const cohorts = cohortPopulation(cells, segments, {
    luck: luck('cohorts'),
    users,
    types: made,
    apps: features.apps,
    months: 4,
  });
  return { features, cells, agents, cohorts, sheets };
}

/** Lives through the four months; tallies are those of the last one that `watch` saw. */
export function live(
  { features, sheets }: TypedMarket,
  population: Population,
  name: string,
  watch: (tally: Tally, month: number) => void,
): void {
  population.chooseFirstTiers(sheets[0]);
  population.countStart();
  sheets.forEach((sheet, k) => {
    watch(population.moveUsers(sheet, monthKeys(makeLuck(name, k), k + 1), k + 1), k + 1);
    population.settleOrphans();
    if (k === 1 && features.apps > 1) population.orphan(1);
  });
}

/**
 * What the market wants from its users, whoever simulates them: the plain TypeScript population (the oracle) and
 * the SIMD kernel give the same bits.
 */
import {
  type Agents,
  chooseFirstTiers,
  countStart,
  makeAgents,
  moveUsers,
  orphan,
  settleOrphans,
} from './agents.js';
import type { Cells, MonthKeys, OfferSheet, Tally } from './contract.js';
import { simdPopulation } from './simd.js';

/** Who moves the users: `simd` (WebAssembly) or `plain` (TypeScript, ten to twenty times slower). */
export type PopulationKind = 'simd' | 'plain';

/** Users in columns, and what can happen to them. Tallies are written in place: read them before the next call. */
export interface Population {
  /** Fill the columns before `countStart`; afterwards only the population writes them. */
  readonly agents: Agents;
  /** Sets the tier of every starting user to her best at the first offers. */
  chooseFirstTiers(sheet: OfferSheet): void;
  /** Counts all users as they stand before month 1, without tenures. */
  countStart(): Tally;
  /** Moves all users through month `month` (from 1) and tallies them. */
  moveUsers(sheet: OfferSheet, keys: MonthKeys, month: number): Tally;
  /** Makes the users of a dead app orphans. */
  orphan(app: number): void;
  /** Makes last month's orphans lapsed users. */
  settleOrphans(): void;
  /** Gives the memory back for another population; neither columns nor tally may be read afterwards. */
  release(): void;
}

/** The oracle behind the interface. */
function plainPopulation(cells: Cells, apps: number): Population {
  const agents = makeAgents(cells, apps);
  return {
    agents,
    chooseFirstTiers: (sheet) => chooseFirstTiers(agents, sheet),
    countStart: () => countStart(agents),
    moveUsers: (sheet, keys, month) => moveUsers(agents, sheet, keys, month),
    orphan: (app) => orphan(agents, app),
    settleOrphans: () => settleOrphans(agents),
    release() {},
  };
}

/** An empty population of these cells for `apps` slots. */
export function makePopulation(kind: PopulationKind, cells: Cells, apps: number): Population {
  return kind === 'plain' ? plainPopulation(cells, apps) : simdPopulation(cells, apps);
}

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
import { type SegmentStart, type StartFrom, startAgents } from './start.js';
import { keysFrom } from './stretch.js';

/** Who moves the users: `simd` (WebAssembly) or `plain` (TypeScript, ten to twenty times slower). */
export type PopulationKind = 'simd' | 'plain';

/** Users, and what can happen to them. Tallies are written in place: read them before the next call. */
export interface Population {
  /** The columns of users who are simulated one by one in this thread; only to be read. */
  readonly agents?: Agents;
  /** Gives every user tastes and a starting state; `segments` by number. */
  start(segments: readonly SegmentStart[], from: StartFrom): void;
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

/** Users in columns. */
export interface AgentPopulation extends Population {
  /** Fill the columns before `countStart`; afterwards only the population writes them. */
  readonly agents: Agents;
}

/** The oracle behind the interface. */
function plainPopulation(cells: Cells, apps: number): AgentPopulation {
  const agents = makeAgents(cells, apps);
  return {
    agents,
    start: (segments, from) => startAgents(agents, segments, from),
    chooseFirstTiers: (sheet) => chooseFirstTiers(agents, sheet),
    countStart: () => countStart(agents),
    moveUsers: (sheet, keys, month) => moveUsers(agents, sheet, keys, month),
    orphan: (app) => orphan(agents, app),
    settleOrphans: () => settleOrphans(agents),
    release() {},
  };
}

/** An empty population of these cells, which may be a stretch of others, for `apps` slots. */
export function makePopulation(kind: PopulationKind, cells: Cells, apps: number): AgentPopulation {
  const users = kind === 'plain' ? plainPopulation(cells, apps) : simdPopulation(cells, apps);
  const { first } = cells.stretch ?? { first: 0 };
  if (first === 0) return users;
  return {
    ...users,
    moveUsers: (sheet, keys, month) => users.moveUsers(sheet, keysFrom(first, keys), month),
  };
}

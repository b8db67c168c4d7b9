/** Laws that are held over random scenarios. AFTERBURN_LONG=1 tries a thousand for each law instead of sixty. */
import fc from 'fast-check';
import { type MonthColumn, simulate } from '../../sim/index.js';
import { type ById, byId, monthsOf } from './by-id.js';
import { legal, type Raw } from './made-scenario.js';

/** Scenarios for each law. */
export const RUNS = process.env.AFTERBURN_LONG ? 1000 : 60;
/** Time limit of a law, ms. */
export const PATIENCE = 900_000;

/** One world of a scenario, by id. */
export const live = (raw: Raw, seed = 'metamorphic'): ById => byId(simulate(legal(raw), seed, 0), raw);
/** Firms with an app, by id. */
export const appsOf = (raw: Raw) =>
  Object.entries(raw.firms as Record<string, Raw>).filter(([, firm]) => firm.tiers);

/** Holds a law for `runs` random scenarios. */
export function forAll(arbitrary: fc.Arbitrary<Raw>, law: (raw: Raw) => void, runs = RUNS): void {
  fc.assert(fc.property(arbitrary, law), { seed: 20241122, numRuns: runs });
}

/** A month column of a firm in the last month. */
export const last = (world: ById, firm: string, column: MonthColumn) =>
  monthsOf(world, firm, column).at(-1) ?? 0;

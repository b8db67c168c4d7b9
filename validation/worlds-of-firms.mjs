// Worlds full of firms that only have cash: each is a random walk of its own, because a firm's luck hangs on its id.
import { marketOf, PATRONS } from './worlds.mjs';

/** Firms in a world: as many as there can be apps. */
export const CROWD = 30;
/** Replicates from the first of one case to that of the next: no two cases share luck. */
export const APART = 100_000;
/** People who pay each firm its income. */
const PAYERS = 16;

/**
 * A world of firms with a fixed income each: users who have had the app for ever and stay.
 * @param {{ firms: Record<string, object>, income: number, months: number }} plan income: currency a month, for each firm
 */
export function treasuries({ firms, income, months }) {
  const ids = Object.keys(firms);
  const app = income > 0 ? { users: PAYERS, tiers: [{ price: income / PAYERS }] } : { tiers: [] };
  const apps = ids.map((id) => [id, { ...app, ...firms[id] }]);
  return marketOf({
    months,
    agents: income > 0 ? PAYERS * ids.length : 0,
    segment: { ...PATRONS, orphan: 0 },
    apps: Object.fromEntries(apps),
  });
}

/** The same firm CROWD times, under ids that give each its own luck. */
export function crowd(firm) {
  return Object.fromEntries(Array.from({ length: CROWD }, (_, k) => [`firm${k}`, firm]));
}

/** What firms that sell to businesses and the state did in a month: the orders that the model booked, money paid and owed. */
import { columnOf, type FirmLine, ordersAt, type World } from './history.js';

/** Is the firm in the market after a month? */
function isThere(world: World, firm: FirmLine, month: number): boolean {
  return month > 0 && columnOf(world, firm.slot - 1, month, 'status') === 1;
}

/** Firms that sell, copies of one together, in scenario order. */
export function sellersOf({ firms }: World): FirmLine[][] {
  const rows = new Map<string, FirmLine[]>();
  for (const firm of firms) if (firm.sells) rows.set(firm.family, [...(rows.get(firm.family) ?? []), firm]);
  return [...rows.values()];
}

/** What a row of firms did in a month: those that are there, orders won and their value, money paid and owed, currency. */
export function tradeOf(world: World, firms: readonly FirmLine[], month: number) {
  const there = firms.filter((firm) => isThere(world, firm, month));
  const sum = (of: (firm: number) => number) => there.reduce((all, { slot }) => all + of(slot - 1), 0);
  return {
    there: there.length,
    won: sum((firm) => ordersAt(world, month, firm).count),
    value: sum((firm) => ordersAt(world, month, firm).value),
    paid: sum((firm) => columnOf(world, firm, month, 'orders')),
    owed: sum((firm) => columnOf(world, firm, month, 'receivables')),
  };
}

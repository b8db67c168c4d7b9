/**
 * Entry (M15). A plain firm appears in its month `entersAt`. Firms with `arrivals` > 0 in month 1 arrive by a Poisson
 * process: from `entersAt` on Poisson(rate) of them a month, the copies of a firm in the order of their numbers, at the
 * rate that holds this month (of the first copy, where it is uncertain). The number is drawn at the family's address,
 * so arrivals do not depend on how many copies wait; who has not arrived when the world ends stays absent.
 */
import { poisson } from '../core/distributions.js';
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import { pathHash } from '../scenario/draw.js';
import { type FirmState, SOME_DAY } from './firm.js';

/** The family's firms that arrive by chance, in the order of their copies. */
function waitingFamilies(firms: readonly FirmState[]): Map<string, FirmState[]> {
  const families = new Map<string, FirmState[]>();
  for (const firm of firms) {
    if (!firm.arrives) continue;
    const family = families.get(firm.family);
    if (family) family.push(firm);
    else families.set(firm.family, [firm]);
  }
  for (const family of families.values()) family.sort((a, b) => a.copy - b.copy);
  return families;
}

/** Lets this month's firms in; writes their status and planned costs, and the entry month of those that arrive by chance. */
export function admitEntrants(firms: readonly FirmState[], luck: Luck, month: number): void {
  for (const [id, family] of waitingFamilies(firms)) {
    const [{ fields }] = family;
    if (month < fields.entersAt) continue;
    const arrived = poisson(fields.arrivals, uniform(keyOf(luck, STREAM.arrivals, month), pathHash(id)));
    const waiting = family.filter(({ entryMonth }) => entryMonth === SOME_DAY);
    for (const firm of waiting.slice(0, arrived)) firm.entryMonth = month;
  }
  for (const firm of firms) {
    if (firm.status === 'absent' && firm.entryMonth === month) enter(firm);
  }
}

/** Lets a firm in with the costs that its fields name now, whatever they were before. */
function enter(firm: FirmState): void {
  firm.status = 'alive';
  firm.fixedCost = firm.fields.fixedCost;
  firm.research = firm.fields.research;
}

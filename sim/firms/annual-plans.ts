/**
 * Annual plans (M29): a part of the payers pays twelve months in advance, at a discount, so growth brings cash that a
 * standstill takes away. Contracts are counted, not followed: those sold this month fill the part up, whoever left.
 * Nobody is paid back.
 */
import type { FirmState } from './firm.js';

const YEAR = 12;

/** No contracts yet; people by month in which their contract ends, this month first. */
export function makeContracts(): Float64Array {
  return new Float64Array(YEAR);
}

/** Before month 1: the part of the `payers` of the start bought evenly over the last twelve months. Writes `contracts`. */
export function recallContracts(firm: FirmState, payers: number): void {
  firm.contracts.fill((firm.fields.annualShare * payers) / YEAR);
}

/**
 * What payers pay this month, currency: those without a contract the month, those who sign twelve months less the
 * discount, at the payers' mean price. sold = max(0, annualShare x payers - contracts still running). `paid`: what all
 * payers would pay by the month. Writes `contracts`.
 */
export function planRevenue(firm: FirmState, paid: number, payers: number): number {
  const { contracts, fields } = firm;
  contracts.copyWithin(0, 1);
  contracts[YEAR - 1] = 0;
  let running = 0;
  for (let k = 0; k < YEAR; k++) running += contracts[k];
  if (!(payers > 0)) return 0;
  const sold = Math.max(0, fields.annualShare * payers - running);
  contracts[YEAR - 1] = sold;
  const bound = Math.min(1, (running + sold) / payers);
  return paid * (1 - bound) + ((sold * YEAR) / payers) * paid * (1 - fields.annualDiscount);
}

/**
 * The app store as gatekeeper (M14): besides its fee and its delay of payment (`books.ts`) it can take an app out. New
 * users then come only by other ways: the app is in the considered sets of (1 - mobile) of those who know it. Its users,
 * and what people know, stay.
 */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { FirmState } from './firm.js';

/** Monthly probability of being delisted: delisting x edginess x mobile, at most 1. */
export function delistingHazard(fields: FirmState['fields']): number {
  const { delisting, mobile } = fields.store;
  return Math.min(1, delisting * fields.edginess * mobile);
}

/** Part of those who know the app to whom it can be offered in `month`: 1, or 1 - mobile while delisted. */
export function storeReach(firm: FirmState, month: number): number {
  return month < firm.listedAgain ? 1 - firm.fields.store.mobile : 1;
}

/** Draws whether a listed app is delisted from this month on; writes `listedAgain`. */
export function passStore(firm: FirmState, luck: Luck, month: number): void {
  const hazard = delistingHazard(firm.fields);
  if (hazard === 0 || month < firm.listedAgain) return;
  const u = uniform(keyOf(luck, STREAM.delisting, month), firm.address);
  if (u < hazard) firm.listedAgain = month + firm.fields.store.delistedFor;
}

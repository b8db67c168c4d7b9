/** A price of exactly zero appeals beyond its money (M09; Shampanier, Mazar & Ariely 2007). */
import type { DrawnSegment } from '../scenario/drawn.js';

/** Utils that a tier gains by costing nothing. */
export function zeroPriceAppeal({ zeroPrice }: DrawnSegment, price: number): number {
  return price === 0 ? zeroPrice : 0;
}

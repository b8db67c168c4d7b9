/** Daring content pulls users (or puts them off): edgePull x edginess. The same edginess raises the hazard of delisting. */
import type { DrawnFirm, DrawnSegment } from '../scenario/drawn.js';

/** Utils of an app's daring content. */
export function daringAppeal({ edgePull }: DrawnSegment, { edginess }: DrawnFirm): number {
  return edgePull * edginess;
}

/** Better models appeal more, to some more than to others (M27): gamma Q, Q relative to the frontier. */
import type { DrawnSegment } from '../scenario/drawn.js';

/** Q of a tier, utils. */
export function relativeQuality(app: number, premium: number, frontier: number): number {
  return app + premium - frontier;
}

/** Utils that a user of mean gamma gets from a quality. */
export function qualityAppeal({ qualityTaste }: DrawnSegment, quality: number): number {
  return qualityTaste * quality;
}

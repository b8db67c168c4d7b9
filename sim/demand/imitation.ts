/** People take up the category by the example of others (M28; Bass 1969). */
import { exp } from '../core/numerics.js';

/**
 * Hazard of a first look in a month, 0 to 1: 1 - e^-(p + q F'), F' the part that ever had an app at the middle of the
 * month, which brings monthly steps within .001 of Bass's curve.
 * @param ever part that ever had an app at the beginning of the month
 */
export function firstLook(innovation: number, imitation: number, ever: number): number {
  const middle = ever + 0.5 * (1 - ever) * Math.min(1, innovation + imitation * ever);
  return 1 - exp(-(innovation + imitation * middle));
}

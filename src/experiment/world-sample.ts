/** A random sample of the worlds of a batch, without replacement: selection sampling (Knuth, volume 2, algorithm S). */
import { randomStream } from '../statistics/random-stream.js';
import type { Wanted } from './plan.js';

/**
 * Draws worlds, each with the same chance, in their order.
 * @param share of all worlds, 0 to 1; above 0 at least one world is drawn
 * @param seed the same seed draws the same worlds
 */
export function sampleWorlds(worlds: readonly Wanted[], share: number, seed: string): Wanted[] {
  const stream = randomStream('verify', seed);
  let left = worlds.reduce((sum, { replicates }) => sum + replicates.length, 0);
  let wanted = share === 0 ? 0 : Math.min(left, Math.max(1, Math.ceil(share * left)));
  const isDrawn = () => {
    const drawn = stream.uniform() * left-- < wanted;
    if (drawn) wanted--;
    return drawn;
  };
  return worlds.map(({ point, replicates }) => ({ point, replicates: replicates.filter(isDrawn) }));
}

/** English counts: one has no s. */
import { count } from './numbers.js';

/** `1 world`, `2,000 worlds`. */
export const counted = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;

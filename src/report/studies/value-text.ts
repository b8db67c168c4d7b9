/** Values of a field in a study: numbers, names, or whole maps. */
import { plain, scaled } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { shortTick } from '../ticks.js';

/** A value for a reader; nothing as a dash. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return Math.abs(value) >= 1000 ? shortTick(scaled(value)) : plain(value);
  return plainText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A value for a table of numbers: a number stays exact, a map is JSON. */
export function valueCell(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

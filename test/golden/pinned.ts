/** The pinned hashes and pairs for tests: few in `npm test`, all of them with AFTERBURN_LONG=1. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A pair of scenario and seed as worlds.mjs makes it; lives in a browser too. */
export interface Pair {
  readonly name: string;
  readonly raw: object;
  readonly seed: string;
  readonly arm?: string;
}

const golden: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'hashes.json'), 'utf8'),
);

export const long = process.env.AFTERBURN_LONG !== undefined;

/** All pairs, or only the few that every test lives. */
export async function pairs(few: boolean): Promise<Pair[]> {
  const made = await import(new URL('./pairs.mjs', import.meta.url).href);
  return made.pairs(few);
}

/** The pinned hashes of the pairs that were lived: of at least 12 pairs, with AFTERBURN_LONG=1 of at least 40. */
export function pinned(lived: Record<string, string>, least = long ? 40 : 12): Record<string, string> {
  const names = Object.keys(lived);
  expect(names.length).toBeGreaterThanOrEqual(least);
  return Object.fromEntries(names.map((name) => [name, golden[name]]));
}

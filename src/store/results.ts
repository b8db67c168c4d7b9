/** Writes the result files of a run folder, each whole or not at all. `run.json` alone knows clock and machine. */
import { join } from 'node:path';
import type { Scenario } from '../../sim/index.js';
import type { Worlds } from '../experiment/summarise.js';
import type { Manifest, Summary } from '../experiment/summary.js';
import { type Disk, writeFileWith, writeWhole } from './disk.js';
import { writeFirms } from './firms-csv.js';
import { writeMarket, writeMonths } from './parquet.js';

export interface Results {
  readonly scenario: Scenario;
  readonly worlds: Worlds;
  readonly summary: Summary;
  /** The manifest without the hashes of the files, which are known when they are written. */
  readonly manifest: Omit<Manifest, 'files'>;
}

/** Points with their worlds, to be read once. */
function* byPoint(worlds: Worlds) {
  for (const point of worlds.points) yield [point, worlds.outcomes(point)] as const;
}

/** JSON as the result files have it: shortest exact numbers, null for what has no value, one space a level. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/**
 * Writes firms.csv, months.parquet, market.parquet, summary.json and, last, manifest.json with their SHA-256.
 * @returns the manifest
 * @throws DiskError
 */
export async function writeResults(disk: Disk, folder: string, results: Results): Promise<Manifest> {
  const { worlds, scenario } = results;
  const files: Record<string, string> = {};
  const write = async (name: string, fill: Parameters<typeof writeFileWith>[2]) => {
    files[name] = await writeFileWith(disk, join(folder, name), fill);
  };
  await write('firms.csv', (file) => writeFirms(file, byPoint(worlds)));
  await write('months.parquet', (file) => writeMonths(file, byPoint(worlds), scenario));
  await write('market.parquet', (file) => writeMarket(file, byPoint(worlds), scenario));
  await write('summary.json', (file) => file.append(Buffer.from(jsonText(results.summary), 'utf8')));
  const manifest = { ...results.manifest, files };
  await writeWhole(disk, join(folder, 'manifest.json'), jsonText(manifest));
  return manifest;
}

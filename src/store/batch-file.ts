/**
 * `batch-<id>.json`: a batch that is made in shards by several machines, whole, so that a machine needs nothing but this file
 * and the policy modules it names. The id is the hash of the file, so a file that was cut or changed is not taken for it.
 */
import { join } from 'node:path';
import type { PolicyLevel } from '../experiment/policy-level.js';
import { atPath, type Disk, writeWhole } from './disk.js';
import { sha256 } from './fingerprint.js';
import { FolderRefused } from './refusal.js';
import { jsonText } from './results.js';

export interface BatchRecord {
  /** Folder of all shards, as all machines know it. */
  readonly out: string;
  /** Shards in all. */
  readonly count: number;
  readonly stem: string;
  /** The whole plain scenario. */
  readonly raw: unknown;
  readonly seed: string;
  /** Policy modules as written -> file URL. */
  readonly modules: Readonly<Record<string, string>>;
  /** How far they are trusted. */
  readonly policyLevel: PolicyLevel;
  /** Of scenario, seed, model and modules. */
  readonly fingerprint: string;
  readonly points: readonly string[];
  readonly replicates: number;
  readonly force: boolean;
  readonly maxFailures: number;
  readonly patienceMs?: number;
  readonly command: string;
}

const idOf = (text: string) => sha256(text).slice(0, 16);

/** Writes the file of a batch into its folder. @returns place and id @throws DiskError */
export async function writeBatch(disk: Disk, record: BatchRecord): Promise<{ file: string; id: string }> {
  const text = jsonText(record);
  const id = idOf(text);
  const file = join(record.out, `batch-${id}.json`);
  await writeWhole(disk, file, text);
  return { file, id };
}

/** @throws FolderRefused if it is another file than that of the id; DiskError */
export function readBatch(disk: Disk, { file, id }: { file: string; id: string }): BatchRecord {
  const text = String(atPath(file, () => disk.readFileSync(file)));
  if (idOf(text) !== id)
    throw new FolderRefused(`${file}: expected the batch ${id}, got another or a part of it`);
  return JSON.parse(text) as BatchRecord;
}

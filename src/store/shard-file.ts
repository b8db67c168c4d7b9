/** `shard.json`: what a folder of a shard says of the batch it is a piece of, so that `merge` needs nothing else. */
import { join } from 'node:path';
import type { Failure } from '../experiment/job.js';
import type { BatchSize, Share } from '../experiment/shards.js';
import { atPath, type Disk, writeWhole } from './disk.js';
import { hasShape, type JsonKind } from './json-shape.js';
import { FolderRefused } from './refusal.js';
import { jsonText } from './results.js';

const NAME = 'shard.json';
/** As many as anybody has: `merge` counts those that are missing one by one. */
const MOST_WORLDS = 1e8;

export interface ShardRecord extends Share, BatchSize {
  /** Name of the scenario's file without folder and ending. */
  readonly stem: string;
  /** The whole plain scenario, with texts and checks, which the fingerprint leaves out. */
  readonly raw: unknown;
  /** The command that makes the whole batch on one machine. */
  readonly command: string;
  /** The command that makes this shard, without index and place. */
  readonly again: string;
  /** Worlds that could not be simulated. */
  readonly failures: readonly Failure[];
}

/** @throws DiskError */
export async function writeShard(disk: Disk, folder: string, record: ShardRecord): Promise<void> {
  await writeWhole(disk, join(folder, NAME), jsonText(record));
}

const RECORD: Readonly<Record<string, JsonKind>> = {
  index: 'count',
  count: 'count',
  points: 'points',
  replicates: 'count',
  stem: 'text',
  raw: 'map',
  command: 'text',
  again: 'text',
  failures: 'list',
};
const FAILURE: Readonly<Record<string, JsonKind>> = {
  point: 'point',
  replicate: 'count',
  seed: 'text',
  message: 'text',
  stack: 'text',
};

/** True if a value is what a world that failed is told as. */
export function isFailure(value: unknown): value is Failure {
  return hasShape(value, FAILURE);
}

function isRecord(value: unknown): value is ShardRecord {
  if (!hasShape(value, RECORD)) return false;
  const { index, count, points, replicates, failures } = value as ShardRecord;
  const isShort = points.length > 0 && points.length * replicates <= MOST_WORLDS;
  return isShort && index < count && failures.every(isFailure);
}

/** @throws FolderRefused if it is no folder of a shard; DiskError */
export function readShard(disk: Disk, folder: string): ShardRecord {
  const path = join(folder, NAME);
  try {
    const record: unknown = JSON.parse(String(atPath(path, () => disk.readFileSync(path))));
    if (!isRecord(record)) throw new SyntaxError('a record of other fields');
    return record;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && !(error instanceof SyntaxError)) throw error;
    const received = error instanceof SyntaxError ? 'a damaged one' : 'none';
    throw new FolderRefused(`${folder}: expected the folder of a shard, with ${NAME}, got ${received}`);
  }
}

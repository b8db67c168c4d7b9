/**
 * A run folder: verified parts of one fingerprint. A run, a resumed run and an extended run are the same act:
 * find what is there, simulate what is missing, read everything in replicate order.
 */
import { join } from 'node:path';
import type { Outcome } from '../../sim/index.js';
import type { ChunkResult } from '../experiment/job.js';
import { atPath, type Disk, makeFolder, writeWhole } from './disk.js';
import { fingerprintOf } from './fingerprint.js';
import { type JsonKind, shapedJson } from './json-shape.js';
import { type FolderLock, lockFolder, type Waiting } from './lock.js';
import { encodePart } from './part.js';
import { findParts, outcomesOf, type PartIndex } from './part-index.js';
import { type Belonging, FolderRefused, nameDifference } from './refusal.js';

export interface RunFolder {
  readonly path: string;
  readonly fingerprint: string;
  /** What the run is. */
  readonly identity: Belonging;
  /** File names of parts that were there but damaged; their replicates are simulated again. */
  readonly damaged: readonly string[];
  has(point: string, replicate: number): boolean;
  /** Replicates of a point that are there, in no order. */
  held(point: string): readonly number[];
  /** Writes the outcomes of a chunk as a part. @throws FolderBusy if the folder was lost to another run; DiskError */
  keep(result: ChunkResult): Promise<void>;
  /** Outcomes of a point among these replicates, ascending; what is not there is left out. @throws FolderBusy as `keep` */
  outcomes(point: string, replicates: readonly number[]): Iterable<Outcome>;
  /** Gives the lock back. */
  close(): void;
}

const IDENTITY = 'scenario.json';
const BELONGING: Readonly<Record<string, JsonKind>> = {
  raw: 'map',
  worldHash: 'text',
  seed: 'text',
  engine: 'text',
  modules: 'textMap',
};

/** What a folder says it belongs to; undefined if it says nothing. @throws FolderRefused if it is damaged */
export function readIdentity(disk: Disk, path: string): Belonging | undefined {
  let text: string;
  try {
    text = String(disk.readFileSync(join(path, IDENTITY)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const there = shapedJson<Belonging>(text, BELONGING);
  if (there) return there;
  throw new FolderRefused(`${join(path, IDENTITY)} is damaged: choose another folder, or remove this one`);
}

/** Writes what a folder belongs to, if it says anything else now. @throws DiskError */
export async function writeIdentity(disk: Disk, path: string, own: Belonging): Promise<void> {
  const there = atPath(path, () => readIdentity(disk, path));
  if (there && JSON.stringify(there) === JSON.stringify(own)) return;
  await writeWhole(disk, join(path, IDENTITY), `${JSON.stringify(own, null, 1)}\n`);
}

function listed(disk: Disk, path: string): string[] {
  try {
    return disk.readdirSync(path).map(String);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    throw new FolderRefused(`${path} is no folder: choose another place`);
  }
}

/** Refuses a folder of another run, and a folder with things in it that are no run. */
function claim(disk: Disk, path: string, own: Belonging): boolean {
  const names = atPath(path, () => listed(disk, path));
  const there = atPath(path, () => readIdentity(disk, path));
  if (there && fingerprintOf(there) !== fingerprintOf(own)) {
    throw new FolderRefused(`${path} holds another run; it differs in\n${nameDifference(there, own)}`);
  }
  if (!there && names.some((name) => !/^\.|^run\.lock$|\.tmp$/.test(name))) {
    throw new FolderRefused(`${path} is not empty and holds no run: choose another folder`);
  }
  return there !== undefined;
}

function sweep(disk: Disk, folder: string): void {
  for (const name of listed(disk, folder)) if (name.endsWith('.tmp')) disk.unlinkSync(join(folder, name));
}

/**
 * Opens or makes a run folder and takes its lock.
 * @param own what this run is
 * @param by who waits if another machine may be writing to it; behind the others, because hardly anybody says it
 * @throws FolderRefused if it belongs to another run, FolderBusy if one is writing to it; DiskError
 */
export async function openFolder(
  disk: Disk,
  path: string,
  own: Belonging,
  by: Waiting = {},
): Promise<RunFolder> {
  const fingerprint = fingerprintOf(own);
  const parts = join(path, 'parts');
  makeFolder(disk, path);
  const known = claim(disk, path, own);
  const lock = await lockFolder(disk, path, by);
  try {
    atPath(path, () => sweep(disk, path));
    // first of all, so that a run that is cut short leaves a folder it can come back to
    if (!known) await writeIdentity(disk, path, own);
    makeFolder(disk, parts);
    atPath(parts, () => sweep(disk, parts));
    const { index, damaged } = findParts(disk, parts, fingerprint);
    return folderOn({ disk, path, parts, fingerprint, identity: own, index, damaged, lock });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function folderOn(state: {
  disk: Disk;
  path: string;
  parts: string;
  fingerprint: string;
  identity: Belonging;
  index: PartIndex;
  damaged: readonly string[];
  lock: FolderLock;
}): RunFolder {
  const { disk, path, parts, fingerprint, index, damaged, lock } = state;
  return {
    path,
    fingerprint,
    identity: state.identity,
    damaged,
    has: (point, replicate) => index.fileOf(point, replicate) !== undefined,
    held: (point) => index.held(point),
    async keep({ chunk: { point, first, last }, outcomes }) {
      lock.check();
      const file = join(parts, `${point}-${first}-${last}.part`);
      await writeWhole(disk, file, encodePart(outcomes, { fingerprint, point }));
      index.add({ point, replicates: outcomes.map(({ replicate }) => replicate), file });
    },
    *outcomes(point, replicates) {
      // results are written while they are read, and must not lie over another's
      lock.check();
      for (const outcome of outcomesOf(disk, index, { point, replicates })) {
        lock.beat();
        yield outcome;
      }
    },
    close: () => lock.release(),
  };
}

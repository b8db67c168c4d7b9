/**
 * What a run folder says there is: the worlds that manifest.json (or shard.json) and run.json speak of, against those that
 * its parts hold. Name and command of a batch stand in manifest.json alone, so nothing can be held against them.
 */
import { join } from 'node:path';
import type { Scenario } from '../../sim/index.js';
import type { Failure } from '../experiment/job.js';
import { pointsOf, span, type Wanted } from '../experiment/plan.js';
import { worldsOfShard } from '../experiment/shards.js';
import type { Manifest } from '../experiment/summary.js';
import { type Disk, realDisk } from '../store/disk.js';
import { hasShape } from '../store/json-shape.js';
import type { RecordedRun } from '../store/recorded-run.js';
import { isFailure, readShard } from '../store/shard-file.js';
import { readFile, type WorldName } from '../store/verify.js';
import { MANIFEST } from './page.js';

/** What a folder says of its worlds. */
export interface Recorded {
  /** Nothing in the folder of a shard, or if it is not there or damaged. */
  readonly manifest?: Manifest;
  /** Worlds that were asked for; undefined if nothing says. */
  readonly wanted?: readonly Wanted[];
  /** `complete`, or `PARTIAL n of N`, as the folder says; the folder of a shard does not say. */
  readonly state?: string;
  /** Worlds that failed. */
  readonly failures: readonly Failure[];
  /** What is wrong with the record itself, a line each. */
  readonly faults: readonly string[];
}

/** What the parts have of it. */
export interface Coverage {
  readonly wanted: number;
  readonly finished: number;
  /** Neither there nor failed. */
  readonly missing: readonly WorldName[];
  /** Worlds in the parts that these results do not cover. */
  readonly beyond: number;
}

/** As many as a scenario may ask for. */
const MOST_REPLICATES = 1e7;

/** A JSON file: nothing if it is not there, null if it is none. */
function readJson(disk: Disk, path: string): unknown {
  const bytes = readFile(disk, path);
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function isManifest(value: unknown, scenario: Scenario): value is Manifest {
  const shape = { ...MANIFEST, arms: 'points', replicates: 'count', resultHash: 'text' } as const;
  if (!hasShape(value, shape)) return false;
  const { arms, replicates, only = 0 } = value as Manifest;
  const isWhole = Number.isSafeInteger(only) && only >= 0 && replicates > 0 && replicates <= MOST_REPLICATES;
  return isWhole && arms.every((arm) => Object.hasOwn(scenario.arms, arm));
}

/** Failed worlds of run.json. */
function failuresOf(folder: string): Pick<Recorded, 'failures' | 'faults'> {
  const run = readJson(realDisk, join(folder, 'run.json'));
  if (run === undefined) return { failures: [], faults: ['run.json is missing'] };
  if (!hasShape(run, { failures: 'list' })) return { failures: [], faults: ['run.json is damaged'] };
  const { failures } = run as { failures: unknown[] };
  if (failures.every(isFailure)) return { failures, faults: [] };
  return { failures: [], faults: ['run.json is damaged'] };
}

function shardRecord(folder: string): Recorded {
  const { failures, ...shard } = readShard(realDisk, folder);
  return { wanted: worldsOfShard(shard, shard), failures, faults: [] };
}

/** Reads what a folder says of its worlds. @throws FolderRefused if shard.json is damaged; DiskError */
export function readRecord(folder: string, scenario: Scenario): Recorded {
  const manifest = readJson(realDisk, join(folder, 'manifest.json'));
  if (manifest === undefined && readFile(realDisk, join(folder, 'shard.json'))) return shardRecord(folder);
  const { failures, faults } = failuresOf(folder);
  if (!isManifest(manifest, scenario)) {
    const what = manifest === undefined ? 'missing' : 'damaged, or of another scenario';
    return {
      failures,
      faults: [`manifest.json is ${what}: nothing says which worlds there were`, ...faults],
    };
  }
  const { only, replicates, arms, state } = manifest;
  const row = only === undefined ? span(0, replicates - 1) : [only];
  const wanted = pointsOf(arms).map((point) => ({ point, replicates: row }));
  return { manifest, wanted, state, failures, faults };
}

const nameOf = (point: string, replicate: number) => `${point} ${replicate}`;

/** Holds the worlds of the parts against the record. */
export function coverageOf({ parts: { index } }: RecordedRun, { wanted = [], failures }: Recorded): Coverage {
  const failed = new Set(failures.map(({ point, replicate }) => nameOf(point, replicate)));
  const missing: WorldName[] = [];
  let [finished, total] = [0, 0];
  for (const { point, replicates } of wanted) {
    total += replicates.length;
    for (const replicate of replicates) {
      if (index.fileOf(point, replicate)) finished++;
      else if (!failed.has(nameOf(point, replicate))) missing.push({ point, replicate });
    }
  }
  const held = index.points().reduce((sum, point) => sum + index.held(point).length, 0);
  return { wanted: total, finished, missing, beyond: held - finished };
}

/**
 * Worlds that should be there and are not: none of a batch that says itself that so many are missing. It may hold more than
 * it says, because a run that went on was killed before it wrote results.
 */
export function lostWorlds({ state }: Recorded, { missing, finished, wanted }: Coverage): readonly string[] {
  if (missing.length === 0 || state === undefined) return [];
  if (state === 'complete') return missing.map(({ point, replicate }) => nameOf(point, replicate));
  const [, said, of] = /^PARTIAL (\d+) of (\d+)$/.exec(state) ?? [];
  if (Number(said) <= finished && Number(of) === wanted) return [];
  return [`the folder says ${state}, its parts hold ${finished} of ${wanted}`];
}

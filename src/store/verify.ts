/**
 * Is a run folder what it says? Every part has its checksum, result files have their SHA-256 in manifest.json, and a
 * random sample of worlds is simulated again and compared byte by byte with what lies there. The sample is drawn from the
 * fingerprint, so that everybody who verifies the same run looks at the same worlds.
 */
import { basename, join } from 'node:path';
import type { Failure, Pool } from '../experiment/job.js';
import { chunkLength, planChunks, type Wanted } from '../experiment/plan.js';
import { type Progress, runChunks } from '../experiment/run.js';
import type { Manifest } from '../experiment/summary.js';
import { sampleWorlds } from '../experiment/world-sample.js';
import { atPath, type Disk } from './disk.js';
import { sha256 } from './fingerprint.js';
import { type JsonKind, shapedJson } from './json-shape.js';
import { isSame } from './merge.js';
import { decodePart } from './part.js';
import type { RecordedRun } from './recorded-run.js';

/** A world by its point and number. */
export interface WorldName {
  readonly point: string;
  readonly replicate: number;
}

/**
 * The worlds of a run that are looked at.
 * @param share of all worlds that are there, 0 to 1; above 0 at least one world is drawn
 */
export function sampleOf({ fingerprint, parts }: RecordedRun, share: number): Wanted[] {
  const { index } = parts;
  const ascending = (point: string) => index.held(point).sort((a, b) => a - b);
  const worlds = index.points().map((point) => ({ point, replicates: ascending(point) }));
  return sampleWorlds(worlds, share, fingerprint);
}

/** What came of simulating worlds again. */
export interface Remade {
  /** Worlds that were simulated again. */
  readonly compared: number;
  /** Worlds whose bytes are others than those of the part. */
  readonly different: readonly WorldName[];
  /** Worlds that could not be simulated now. */
  readonly failures: readonly Failure[];
  /** False if a signal or hung worlds stopped it. */
  readonly complete: boolean;
  /** The last of the worlds that hung one after the other, if that stopped it. */
  readonly hung?: Failure;
}

/** Simulates worlds again and compares their bytes with the folder's. Closes the pool. */
export async function remake(
  run: RecordedRun,
  pool: Pool,
  options: {
    readonly sample: readonly Wanted[];
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: Progress) => void;
  },
): Promise<Remade> {
  const total = options.sample.reduce((sum, { replicates }) => sum + replicates.length, 0);
  const different: WorldName[] = [];
  let compared = 0;
  const end = await runChunks(planChunks(options.sample, chunkLength(total, pool.width)), pool, {
    ...options,
    keep: ({ chunk: { point }, outcomes }) => {
      const of = { fingerprint: run.fingerprint, point };
      const there = run.outcomes(
        point,
        outcomes.map(({ replicate }) => replicate),
      );
      for (const outcome of there) {
        const again = outcomes.find(({ replicate }) => replicate === outcome.replicate) as typeof outcome;
        if (!isSame(outcome, again, of)) different.push({ point, replicate: outcome.replicate });
        compared++;
      }
    },
  });
  const byPlace = (a: WorldName, b: WorldName) =>
    a.point === b.point ? a.replicate - b.replicate : a.point < b.point ? -1 : 1;
  return { ...end, compared, different: different.sort(byPlace) };
}

/** Worlds that lie in two parts with different bytes. Reads the parts that repeat any, one at a time. */
export function contradicted(disk: Disk, run: RecordedRun): WorldName[] {
  return run.parts.repeating.flatMap((name) => {
    const file = join(run.path, 'parts', name);
    const { header, outcomes } = decodePart(atPath(file, () => disk.readFileSync(file) as Uint8Array));
    const { point } = header;
    const first = run.outcomes(
      point,
      outcomes.map(({ replicate }) => replicate),
    );
    return [...first]
      .filter((outcome, k) => !isSame(outcome, outcomes[k], { point, fingerprint: run.fingerprint }))
      .map(({ replicate }) => ({ point, replicate }));
  });
}

/** Result files that are not what manifest.json says, ascending; none if the run has no manifest yet. */
export function changedFiles(disk: Disk, path: string): string[] {
  const manifest = readFile(disk, join(path, 'manifest.json'));
  if (!manifest) return [];
  const files = shapedJson<Manifest>(manifest.toString('utf8'), { files: 'textMap' })?.files;
  // a name that leads out of the folder is none of a result file
  if (!files || Object.keys(files).some((name) => basename(name) !== name)) return ['manifest.json'];
  return Object.entries(files)
    .filter(([name, hash]) => {
      const content = readFile(disk, join(path, name));
      return !content || sha256(content) !== hash;
    })
    .map(([name]) => name)
    .sort();
}

/** A file of a run folder; nothing if it is not there. @throws DiskError */
export function readFile(disk: Disk, path: string): Buffer | undefined {
  return atPath(path, () => {
    try {
      return disk.readFileSync(path) as Buffer;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** A JSON file of a run folder with these fields; nothing if it is not there or another one. @throws DiskError */
export function readShaped<T>(
  disk: Disk,
  path: string,
  shape: Readonly<Record<string, JsonKind>>,
): T | undefined {
  const bytes = readFile(disk, path);
  return bytes && shapedJson<T>(bytes.toString('utf8'), shape);
}

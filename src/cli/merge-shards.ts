/**
 * The work of `afterburn merge`. Exit code 0 if the batch is whole, 3 if worlds failed or are missing: then the results
 * are marked PARTIAL, and the commands that make the missing shards are told.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Failure } from '../experiment/job.js';
import { span } from '../experiment/plan.js';
import { shardOfWorld } from '../experiment/shards.js';
import { counted } from '../report/counted.js';
import { printable } from '../source/printable.js';
import { atPath, DiskError, realDisk } from '../store/disk.js';
import { canonicalText } from '../store/fingerprint.js';
import { openFolder, type RunFolder } from '../store/folder.js';
import { takeParts } from '../store/merge.js';
import { type RecordedRun, readRun, setupOf } from '../store/recorded-run.js';
import { FolderRefused, nameDifference } from '../store/refusal.js';
import { recallScenario } from '../store/scenario-file.js';
import { readShard, type ShardRecord } from '../store/shard-file.js';
import { once } from './arguments.js';
import { shellWord } from './command-text.js';
import { EXIT } from './exits.js';
import { failureText } from './failure-text.js';
import type { Options } from './open-run.js';
import { type Job, tell, writeAll, writeRun } from './run-results.js';
import { sayUnless } from './say.js';

/** A folder of a shard and what it says of itself. */
interface Shard {
  readonly path: string;
  readonly record: ShardRecord;
}

/** Shards that are told by name. */
const MOST_TOLD = 20;

/** What a folder holds. @throws FolderRefused if it is none */
function namesIn(folder: string): string[] {
  const what: Record<string, string> = { ENOENT: 'no such place', ENOTDIR: 'a file' };
  try {
    return atPath(folder, () => readdirSync(folder));
  } catch (error) {
    const received = error instanceof DiskError ? what[error.code] : undefined;
    if (received === undefined) throw error;
    throw new FolderRefused(
      `${folder}: expected the folder of a shard, or one that holds some, got ${received}`,
    );
  }
}

/** The folders of shards that are meant: each itself, or those in it. */
function shardFolders(given: readonly string[]): string[] {
  return given.flatMap((folder) => {
    if (existsSync(join(folder, 'shard.json'))) return [folder];
    const names = namesIn(folder);
    const inside = names.filter((name) => /^\d+-of-\d+$/.test(name)).map((name) => join(folder, name));
    return inside.length > 0 ? inside : [folder];
  });
}

/** Shards must be pieces of one batch: as many worlds of the same plans, the same texts. */
function refuseMixed([first, ...others]: readonly Shard[]): void {
  const kind = ({ points, replicates, raw }: ShardRecord) => canonicalText({ points, replicates, raw });
  const other = others.find(({ record }) => kind(record) !== kind(first.record));
  if (!other) return;
  const plain = ({ record: { points, replicates, raw } }: Shard) => ({
    ...{ raw: { ...(raw as object), arms: points, replicates }, worldHash: '', seed: '', engine: '' },
    modules: {},
  });
  const difference = nameDifference(plain(other), plain(first));
  throw new FolderRefused(
    `${other.path} is a shard of another batch than ${first.path}; it differs in\n${difference}`,
  );
}

interface Merged {
  readonly failures: readonly Failure[];
  /** Shard -> its missing worlds. */
  readonly missing: ReadonlyMap<number, number>;
}

/** What the folder lacks: known failures apart from worlds that nobody has made. */
function lacking(folder: RunFolder, shards: readonly Shard[]): Merged {
  const [{ record }] = shards;
  const known = new Map(
    shards.flatMap((shard) => shard.record.failures.map((each) => [`${each.point} ${each.replicate}`, each])),
  );
  const failures: Failure[] = [];
  const missing = new Map<number, number>();
  for (const point of record.points) {
    for (let replicate = 0; replicate < record.replicates; replicate++) {
      if (folder.has(point, replicate)) continue;
      const failure = known.get(`${point} ${replicate}`);
      if (failure) failures.push(failure);
      else {
        const index = shardOfWorld(record, record.count, { point, replicate });
        missing.set(index, (missing.get(index) ?? 0) + 1);
      }
    }
  }
  return { failures, missing };
}

function missingText({ missing }: Merged, [{ path, record }]: readonly Shard[]): string {
  if (missing.size === 0) return '';
  const out = shellWord(join(path, '..'));
  const lines = [...missing].map(
    ([index, worlds]) =>
      `  shard ${index} of ${record.count}, ${counted(worlds, 'world')}: ${record.again} --index ${index} --count ${record.count} --out ${out}`,
  );
  const more = lines.length > MOST_TOLD ? [`  and ${lines.length - MOST_TOLD} more`] : [];
  return ['worlds are missing; these commands make them:', ...lines.slice(0, MOST_TOLD), ...more, ''].join(
    '\n',
  );
}

async function takeAll(folder: RunFolder, runs: readonly RecordedRun[], say: (text: string) => void) {
  let reused = 0;
  for (const run of runs) {
    const { taken, repeated } = await takeParts(realDisk, folder, run);
    reused += taken + repeated;
    say(`${run.path}: ${counted(taken, 'world')}${repeated > 0 ? `, ${repeated} were there already` : ''}`);
    if (run.parts.damaged.length > 0) say(`  damaged parts, left out: ${run.parts.damaged.join(', ')}`);
  }
  return reused;
}

/** Runs the command; returns its exit code. @throws FolderRefused, UsageError, DiskError */
export async function mergeShards(
  out: string,
  folders: readonly string[],
  asked: { readonly options: Options; readonly quiet: boolean; readonly json: boolean },
): Promise<number> {
  const startedAt = new Date();
  const begin = process.hrtime.bigint();
  const shards = shardFolders(folders).map((path) => ({ path, record: readShard(realDisk, path) }));
  refuseMixed(shards);
  const runs = shards.map(({ path }) => readRun(realDisk, path));
  const [{ record }] = shards;
  const own = { ...runs[0].identity, raw: record.raw };
  const setup = setupOf({ path: runs[0].path, identity: own }, once('modules', asked.options.modules) ?? '.');
  const scenario = await recallScenario(setup);
  const say = sayUnless(asked.quiet);
  const folder = await openFolder(realDisk, normalize(out), own, { say });
  try {
    const reused = await takeAll(folder, runs, say);
    const merged = lacking(folder, shards);
    const { replicates, points, command, stem } = record;
    const run = { scenario, stem, seed: own.seed, threads: 1, replicates, sets: [], overlays: [] };
    const all = span(0, replicates - 1);
    const job: Job = {
      ...{ run, points, command, replicates: all, quiet: asked.quiet, force: false, maxFailures: 0 },
    };
    const end = {
      replicates: all,
      failures: merged.failures,
      complete: merged.missing.size === 0,
      reused,
      stopCode: undefined,
    };
    await writeAll(job, folder, end);
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    await writeRun(job, folder, { ...end, startedAt, seconds });
    tell(folder, job, asked.json);
    process.stderr.write(printable(missingText(merged, shards)));
    const worlds = points.length * replicates;
    if (merged.failures.length > 0) process.stderr.write(`${failureText(merged.failures, worlds)}\n`);
    return merged.failures.length > 0 || !end.complete ? EXIT.failures : EXIT.done;
  } finally {
    folder.close();
  }
}

/** The result files of a run folder, written anew from its parts and held against those that lie there, by SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Scenario } from '../../sim/index.js';
import { knownAgain } from '../experiment/known-again.js';
import { pointsOf } from '../experiment/plan.js';
import type { Manifest, Summary } from '../experiment/summary.js';
import { atPath, realDisk } from '../store/disk.js';
import { sha256 } from '../store/fingerprint.js';
import { nowhere } from '../store/nowhere.js';
import type { RecordedRun } from '../store/recorded-run.js';
import { differences } from '../store/refusal.js';
import { jsonText, writeResults } from '../store/results.js';
import { readFile, readShaped } from '../store/verify.js';
import { type LivedBatch, makeResults } from './batch-results.js';
import { pageText } from './page.js';
import type { Coverage, Recorded } from './verify-record.js';

/** What came of it. */
export interface Held {
  /** Files that were written anew. */
  readonly files: number;
  /** Names of those that are not what lies there, or are missing there, ascending. */
  readonly changed: readonly string[];
  /** Where summary.json and manifest.json differ, a line each, at most a handful of each. */
  readonly places: readonly string[];
}

const MOST_PLACES = 5;

/** SHA-256 of a file of any size; nothing if it is not there. @throws DiskError */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return atPath(path, () => {
      throw error;
    });
  }
}

/** Where two JSON files differ; nothing if one is none. */
function placesIn(folder: string, name: string, anew: string): string[] {
  const there = readFile(realDisk, join(folder, name));
  if (!there) return [`${name} is missing`];
  try {
    const named = { path: '', there: 'in the folder', here: 'from the parts' };
    const found = differences(JSON.parse(there.toString('utf8')), JSON.parse(anew), named);
    const more = found.length > MOST_PLACES ? [`${name}: and ${found.length - MOST_PLACES} more`] : [];
    return [...found.slice(0, MOST_PLACES).map((place) => `${name}: ${place}`), ...more];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [`${name} is damaged`];
  }
}

/** How `--until` ended, as summary.json tells it; nothing if it does not. */
function toldStopping(folder: string): Summary['stopping'] {
  const path = join(folder, 'summary.json');
  const { stopping } = readShaped<Summary>(realDisk, path, { stopping: 'map' }) ?? {};
  return Array.isArray(stopping?.firms) && typeof stopping.until === 'number' ? stopping : undefined;
}

function batchOf(run: RecordedRun, scenario: Scenario, told: Recorded & { manifest: Manifest }): LivedBatch {
  const { manifest, wanted = [], failures, state } = told;
  const points = pointsOf(manifest.arms);
  const { replicates } = wanted[0];
  const outcomes = (point: string, worlds: readonly number[]) => run.outcomes(point, worlds);
  const stopping = toldStopping(run.path);
  const looked = { scenario, points, worlds: replicates.length, outcomes };
  return {
    ...{ scenario, stem: manifest.scenario, command: manifest.command, points, replicates, failures },
    ...{ identity: run.identity, fingerprint: run.fingerprint, complete: state === 'complete', outcomes },
    ...(stopping ? { known: knownAgain(stopping, looked) } : {}),
    has: (point, replicate) => run.parts.index.fileOf(point, replicate) !== undefined,
  };
}

/** Writes all result files of a run anew, to nowhere, and compares. Costs as much time as the results of the run. @throws DiskError */
export async function holdResults(
  run: RecordedRun,
  scenario: Scenario,
  told: Recorded & { manifest: Manifest },
): Promise<Held> {
  const results = makeResults(batchOf(run, scenario, told));
  const manifest = await writeResults(nowhere, run.path, results);
  const [summaryText, manifestText] = [results.summary, manifest].map(jsonText);
  const page = pageText({ summary: JSON.parse(summaryText), manifest: JSON.parse(manifestText) });
  const anew = { ...manifest.files, 'manifest.json': sha256(manifestText), 'report.html': sha256(page) };
  const changed: string[] = [];
  for (const [name, hash] of Object.entries(anew))
    if ((await hashOf(join(run.path, name))) !== hash) changed.push(name);
  const texts = Object.entries({ 'summary.json': summaryText, 'manifest.json': manifestText });
  const places = texts
    .filter(([name]) => changed.includes(name))
    .flatMap(([name, text]) => placesIn(run.path, name, text));
  return { files: Object.keys(anew).length, changed: changed.sort(), places };
}

/** True if the parts hold just what the results were made of, so that these can be made anew. */
export function canHold(told: Recorded, at: Coverage): told is Recorded & { manifest: Manifest } {
  if (!told.manifest || at.wanted === 0) return false;
  return told.state === 'complete'
    ? at.missing.length === 0
    : told.state === `PARTIAL ${at.finished} of ${at.wanted}`;
}

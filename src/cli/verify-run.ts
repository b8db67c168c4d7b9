/** The work of `afterburn verify`. Exit code 0 if all is as it was, 1 if anything is damaged or differs. */
import { join } from 'node:path';
import type { Failure } from '../experiment/job.js';
import { realDisk } from '../store/disk.js';
import { type RecordedRun, readRun, setupOf } from '../store/recorded-run.js';
import { jsonText } from '../store/results.js';
import { recallScenario } from '../store/scenario-file.js';
import { changedFiles, type Remade, remake, sampleOf } from '../store/verify.js';
import { once } from './arguments.js';
import { EXIT, UsageError } from './exits.js';
import { failureText } from './failure-text.js';
import { type Options, poolFor, threadsOf, userMonths } from './open-run.js';
import { showProgress } from './progress.js';
import { listenForStop } from './stop-signals.js';

interface Flags {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly all: boolean;
}

/** What --json prints. */
interface Found {
  readonly folder: string;
  readonly fingerprint: string;
  readonly parts: number;
  readonly damagedParts: readonly string[];
  readonly worlds: number;
  readonly changedFiles: readonly string[];
  /** Worlds simulated again. */
  readonly compared: number;
  readonly different: Remade['different'];
  readonly failures: readonly Failure[];
  readonly verdict: 'same' | 'different' | 'stopped';
}

const USUAL_SHARE = 0.01;
const NOTHING: Remade = { compared: 0, different: [], failures: [], complete: true };
/** Differences that are told by name. */
const MOST_TOLD = 20;

function shareOf(options: Options, all: boolean): number {
  const text = once('sample', options.sample);
  if (text === undefined) return all ? 1 : USUAL_SHARE;
  if (all) throw new UsageError('expected --sample or --all, got both');
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim());
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new UsageError(`--sample: expected a share from 0% to 100%, got ${JSON.stringify(text)}`);
}

async function sampleAgain(run: RecordedRun, share: number, asked: { options: Options; quiet: boolean }) {
  const sample = sampleOf(run, share);
  const total = sample.reduce((sum, { replicates }) => sum + replicates.length, 0);
  if (total === 0) return { ...NOTHING, stopCode: undefined };
  const setup = setupOf(run, once('modules', asked.options.modules) ?? '.');
  const scenario = await recallScenario(setup);
  const threads = threadsOf(asked.options);
  const pool = poolFor(
    { scenario, seed: setup.seed, threads, stem: '', replicates: total, sets: [], overlays: [] },
    total,
  );
  const stop = listenForStop();
  const progress = showProgress({ quiet: asked.quiet, userMonths: userMonths(scenario), total });
  try {
    const onProgress = progress.update;
    const end = await remake(run, pool, { sample, signal: stop.signal, onProgress });
    return { ...end, stopCode: stop.code() };
  } finally {
    progress.stop();
    stop.release();
  }
}

function verdictOf(run: RecordedRun, changed: readonly string[], end: Remade): Found['verdict'] {
  const faults = [run.parts.damaged, changed, end.different, end.failures];
  if (faults.some(({ length }) => length > 0)) return 'different';
  return end.complete ? 'same' : 'stopped';
}

function listText(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > MOST_TOLD ? [`  and ${names.length - MOST_TOLD} more`] : [];
  return [what, ...names.slice(0, MOST_TOLD).map((name) => `  ${name}`), ...more];
}

const VERDICTS = {
  same: 'all as it was',
  different: 'NOT as it was',
  stopped: 'stopped before the end; as it was so far',
};

function foundText(found: Found): string {
  const { parts, damagedParts, worlds, compared } = found;
  return [
    `${parts} parts with ${worlds} worlds have their checksum, ${damagedParts.length} have not`,
    ...listText(`damaged parts in ${join(found.folder, 'parts')}:`, damagedParts),
    ...listText('result files that are not those of manifest.json:', found.changedFiles),
    `${compared} worlds simulated again, ${found.different.length} with other bytes`,
    ...listText(
      'worlds that differ:',
      found.different.map(({ point, replicate }) => `${point} ${replicate}`),
    ),
    ...(found.failures.length > 0 ? [failureText(found.failures, compared + found.failures.length)] : []),
    VERDICTS[found.verdict],
  ].join('\n');
}

/** Runs the command; returns its exit code. @throws FolderRefused, UsageError, DiskError */
export async function verifyRun(folder: string, options: Options, flags: Flags): Promise<number> {
  const share = shareOf(options, flags.all);
  const run = readRun(realDisk, folder);
  const changed = changedFiles(realDisk, folder);
  const { index, valid, damaged } = run.parts;
  const { stopCode, ...end } = await sampleAgain(run, share, { options, quiet: flags.quiet });
  const found: Found = {
    folder,
    fingerprint: run.fingerprint,
    parts: valid.length,
    damagedParts: damaged,
    worlds: index.points().reduce((sum, point) => sum + index.held(point).length, 0),
    changedFiles: changed,
    compared: end.compared,
    different: end.different,
    failures: end.failures,
    verdict: verdictOf(run, changed, end),
  };
  process.stdout.write(flags.json ? jsonText(found) : `${foundText(found)}\n`);
  return stopCode ?? (found.verdict === 'same' ? EXIT.done : EXIT.different);
}

/**
 * The work of `afterburn verify`. Exit code 0 if all was held and is as it was; 1 if anything is damaged, missing or other,
 * or if no world is there; 3 if what is there is as it was, but the run is partial or worlds of it failed; 2 if it cannot be
 * held here, because the model or a policy module is another one.
 */
import type { Scenario } from '../../sim/index.js';
import { BASE, type Failure } from '../experiment/job.js';
import { realDisk } from '../store/disk.js';
import { type RecordedRun, readRun, setupOf } from '../store/recorded-run.js';
import { jsonText } from '../store/results.js';
import { recallScenario } from '../store/scenario-file.js';
import { changedFiles, contradicted, type Remade, remake, sampleOf } from '../store/verify.js';
import { allOf, once, whole } from './arguments.js';
import { EXIT, UsageError } from './exits.js';
import { hungNote } from './failure-text.js';
import { type Options, poolFor, threadsOf, userMonths } from './open-run.js';
import { showProgress } from './progress.js';
import { listenForStop } from './stop-signals.js';
import { type Coverage, coverageOf, lostWorlds, type Recorded, readRecord } from './verify-record.js';
import { canHold, type Held, holdResults } from './verify-results.js';
import { changedScenario } from './verify-scenario.js';
import { type Found, foundText } from './verify-text.js';

interface Flags {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly all: boolean;
}

const USUAL_SHARE = 0.01;
const NOTHING: Remade = { compared: 0, different: [], failures: [], complete: true };

function shareOf(options: Options, all: boolean): number {
  const text = once('sample', options.sample);
  if (text === undefined) return all ? 1 : USUAL_SHARE;
  if (all) throw new UsageError('expected --sample or --all, got both');
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim());
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new UsageError(`--sample: expected a share from 0% to 100%, got ${JSON.stringify(text)}`);
}

interface Asked {
  readonly share: number;
  /** Seconds. */
  readonly patience: number | undefined;
  readonly options: Options;
  readonly quiet: boolean;
}

async function sampleAgain(run: RecordedRun, scenario: Scenario, { share, options, quiet, patience }: Asked) {
  const isPoint = (point: string) => point === BASE || Object.hasOwn(scenario.arms, point);
  const sample = sampleOf(run, share).filter(({ point }) => isPoint(point));
  const total = sample.reduce((sum, { replicates }) => sum + replicates.length, 0);
  if (total === 0) return { ...NOTHING, stopCode: undefined };
  const { seed } = run.identity;
  const threads = threadsOf(options);
  const pool = poolFor(
    { scenario, seed, threads, stem: '', replicates: total, sets: [], overlays: [] },
    total,
    patience === undefined ? undefined : patience * 1000,
  );
  const stop = listenForStop();
  const progress = showProgress({ quiet, userMonths: userMonths(scenario), total });
  try {
    const onProgress = progress.update;
    const end = await remake(run, pool, { sample, signal: stop.signal, onProgress });
    return { ...end, stopCode: stop.code() };
  } finally {
    progress.stop();
    stop.release();
  }
}

/** Result files against the parts; if worlds are lost, against the hashes of the manifest. */
async function heldOf(run: RecordedRun, scenario: Scenario, told: Recorded, at: Coverage): Promise<Held> {
  if (canHold(told, at)) return holdResults(run, scenario, told);
  return { files: 0, changed: changedFiles(realDisk, run.path), places: [] };
}

/** Parts of plans that the scenario does not have, and worlds that two parts hold in two ways. */
function partFaults(run: RecordedRun, scenario: Scenario): string[] {
  const strange = run.parts.index
    .points()
    .filter((point) => point !== BASE && !Object.hasOwn(scenario.arms, point))
    .map((point) => `parts of ${point}, which is no arm of the scenario`);
  const twice = contradicted(realDisk, run).map(
    ({ point, replicate }) => `world ${point} ${replicate} lies in two parts with different bytes`,
  );
  return [...strange, ...twice];
}

function stateOf({ state, wanted }: Recorded, at: Coverage): string {
  if (state !== undefined) return state;
  if (!wanted) return 'unknown';
  return at.missing.length === 0 ? 'complete' : `PARTIAL ${at.finished} of ${at.wanted}`;
}

function verdictOf(found: Omit<Found, 'verdict'>, complete: boolean): Found['verdict'] {
  const { damagedParts, misnamedParts, faults, changedFiles, different, failures } = found;
  const wrong = [damagedParts, misnamedParts, found.lostWorlds, faults, changedFiles, different, failures];
  if (wrong.some(({ length }) => length > 0)) return 'different';
  if (!complete) return 'stopped';
  if (found.worlds === 0) return 'nothing';
  return found.state === 'complete' && found.failed === 0 ? 'same' : 'partial';
}

const CODES = {
  same: EXIT.done,
  partial: EXIT.failures,
  nothing: EXIT.different,
  different: EXIT.different,
  stopped: EXIT.different,
};

/** What can be said without the scenario. */
function partsOf(run: RecordedRun) {
  const { index, valid, damaged, misnamed } = run.parts;
  return {
    ...{ folder: run.path, fingerprint: run.fingerprint, parts: valid.length },
    ...{ damagedParts: damaged, misnamedParts: misnamed },
    worlds: index.points().reduce((sum, point) => sum + index.held(point).length, 0),
  };
}

/** A folder whose scenario is another one: nothing of it can be made again. */
function changedFound(run: RecordedRun, faults: readonly string[]): Found {
  const changed = changedFiles(realDisk, run.path);
  return {
    ...partsOf(run),
    ...{
      state: 'unknown',
      lostWorlds: [],
      beyond: 0,
      failed: 0,
      faults,
      remadeFiles: 0,
      changedFiles: changed,
    },
    ...{ compared: 0, different: [], failures: [], verdict: 'different' },
  };
}

/** What was found, and what ended the holding before its end. */
interface HeldAll {
  readonly found: Found;
  readonly stopCode?: number;
  readonly hung?: Failure;
}

async function holdAll(run: RecordedRun, asked: Asked): Promise<HeldAll> {
  const changed = changedScenario(run);
  if (changed.length > 0) return { found: changedFound(run, changed) };
  const scenario = await recallScenario(setupOf(run, once('modules', asked.options.modules) ?? '.'));
  const told = readRecord(run.path, scenario);
  const at = coverageOf(run, told);
  const partial = partFaults(run, scenario);
  const held = await heldOf(run, scenario, told, at);
  const { stopCode, hung, compared, different, failures, complete } = await sampleAgain(run, scenario, asked);
  const found = {
    ...partsOf(run),
    ...{ state: stateOf(told, at), lostWorlds: lostWorlds(told, at), beyond: told.wanted ? at.beyond : 0 },
    ...{ failed: told.failures.length, faults: [...told.faults, ...partial, ...held.places] },
    ...{ remadeFiles: held.files, changedFiles: held.changed, compared, different, failures },
  };
  const early = { ...(stopCode ? { stopCode } : {}), ...(hung ? { hung } : {}) };
  return { found: { ...found, verdict: verdictOf(found, complete) }, ...early };
}

/** Runs the command; returns its exit code. @throws FolderRefused, UsageError, DiskError */
export async function verifyRun(folder: string, options: Options, flags: Flags): Promise<number> {
  const { share, patience } = await allOf({
    share: () => shareOf(options, flags.all),
    patience: () => whole('patience', options.patience, { least: 1 }),
  });
  const run = readRun(realDisk, folder);
  const { found, stopCode, hung } = await holdAll(run, { share, patience, options, quiet: flags.quiet });
  process.stdout.write(flags.json ? jsonText(found) : `${foundText(found)}\n`);
  process.stderr.write(hungNote(hung));
  return stopCode ?? CODES[found.verdict];
}

/** The work of `afterburn calibrate`: reads scenario and history, fits, writes the overlay, tells. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withValues } from '../../sim/index.js';
import { aimsOf, monthsNeeded, type Observation, observationsOf } from '../experiment/calibration/aims.js';
import { type CalibrationResult, calibrate } from '../experiment/calibration/calibrate.js';
import { parametersOf } from '../experiment/calibration/parameters.js';
import { middleOf } from '../experiment/inputs.js';
import { hungOf, orHung } from '../pool/hangs.js';
import { threadPool } from '../pool/threads.js';
import { printable } from '../source/printable.js';
import { makeFolder, realDisk, writeWhole } from '../store/disk.js';
import { monthExpected, monthOf, readHistory } from '../store/history.js';
import { readInput, ScenarioError, userPoliciesOf } from '../store/scenario-file.js';
import { allOf, once, whole } from './arguments.js';
import type { Fit } from './calibration-rows.js';
import { fitJson, fitText } from './calibration-text.js';
import { changedText } from './changed-text.js';
import { EXIT, UsageError } from './exits.js';
import { failureText, hungNote } from './failure-text.js';
import { showFitting } from './fitting-progress.js';
import { type OpenRun, type Options, openRun, patienceFor, shareThreads } from './open-run.js';
import { overlayText } from './overlay-text.js';
import { listenForStop } from './stop-signals.js';

interface Flags {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly profile: boolean;
}

const USUAL_TOLERANCE = 0.05;

/** `--tolerance`: a share above 0, at most 10. */
function toleranceOf(options: Options): number {
  const text = once('tolerance', options.tolerance);
  if (text === undefined) return USUAL_TOLERANCE;
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() !== '' && value > 0 && value <= 10) return value;
  throw new UsageError(`--tolerance: expected a share above 0, at most 10, got ${JSON.stringify(text)}`);
}

async function historyOf({ scenario }: OpenRun, options: Options): Promise<Observation[]> {
  const file = once('data', options.data);
  const until = once('fit-until', options['fit-until']);
  const tolerance = toleranceOf(options);
  if (file === undefined) {
    const alone = until === undefined ? 'tolerance' : 'fit-until';
    if (until === undefined && options.tolerance === undefined) return [];
    throw new UsageError(`--${alone}: expected --data with it, got none`);
  }
  const fitUntil = until === undefined ? undefined : monthOf(until, scenario);
  if (until !== undefined && fitUntil === undefined)
    throw new UsageError(`--fit-until: expected ${monthExpected(scenario)}, got ${JSON.stringify(until)}`);
  const bytes = await readInput(file, file, 'a CSV');
  const read = await readHistory(bytes, { scenario, file, tolerance, ...(fitUntil ? { fitUntil } : {}) });
  if ('problems' in read) throw new ScenarioError(read.problems);
  return read.observations;
}

/** Where the overlay goes; never over a file that was read. */
function outputOf(run: OpenRun, file: string, options: Options): string {
  const out = once('out', options.out) ?? `${run.stem}.fitted.yaml`;
  const read = [file.startsWith('file:') ? fileURLToPath(file) : file, once('data', options.data)];
  const isTaken = read.some((path) => path !== undefined && resolve(path) === resolve(out));
  if (isTaken)
    throw new UsageError(
      `--out: expected another file than the one that is read, got ${JSON.stringify(out)}`,
    );
  return out;
}

interface Settings {
  readonly replicates: number;
  readonly evaluations: number;
  readonly seed: string;
  /** Simulated users while fitting. */
  readonly agents: number;
}

function evaluationsOf(options: Options): number | undefined {
  return whole('evaluations', options.evaluations, { least: 1, most: 1e6 });
}

function settingsOf({ scenario, replicates, seed }: OpenRun, options: Options): Settings {
  const own = scenario.calibration;
  if (!own || own.free.length === 0) {
    throw new UsageError(
      'expected a section `calibration` with `free: [{path, low, high}]` in the scenario, got no free field (see afterburn describe calibration)',
    );
  }
  const evaluations = evaluationsOf(options);
  const agents = options.agents === undefined ? middleOf(own.agents) : 0;
  return {
    replicates: options.replicates === undefined ? middleOf(own.replicates) : replicates,
    evaluations: evaluations ?? middleOf(own.evaluations),
    seed: options.seed === undefined ? own.seed : seed,
    agents: agents || middleOf(scenario.agents),
  };
}

/** Pools of the two lucks of a calibration; neither is that of `run` or `check` with the same seed. */
function poolsOf(
  { scenario, threads }: OpenRun,
  { settings, months, patience }: { settings: Settings; months: number; patience: number | undefined },
) {
  const { agents, seed } = settings;
  const raw = withValues(scenario.raw, { agents, months });
  const open = (luck: string) =>
    threadPool({
      setup: { raw, seed: luck, ...userPoliciesOf(scenario) },
      ...shareThreads(scenario, threads, Number.MAX_SAFE_INTEGER),
      patienceMs: patience === undefined ? patienceFor(scenario) : patience * 1000,
    });
  return { pool: open(`calibration/${seed}`), freshPool: open(`calibration fresh/${seed}`) };
}

/** Runs the command. A stopped one writes the best so far and ends with the code of the signal. */
export async function calibrateScenario(file: string, options: Options, flags: Flags): Promise<number> {
  const opening = openRun(file, options);
  const { patience, run, settings, out, history } = await allOf({
    patience: () => whole('patience', options.patience, { least: 1 }),
    tolerance: () => toleranceOf(options),
    evaluations: () => evaluationsOf(options),
    run: () => opening,
    settings: async () => settingsOf(await opening, options),
    out: async () => outputOf(await opening, file, options),
    history: async () => historyOf(await opening, options),
  });
  const { scenario } = run;
  const observations = [...observationsOf(scenario), ...history];
  if (!observations.some(({ fit }) => fit)) {
    const got = observations.length > 0 ? 'only held-out ones' : 'none';
    throw new UsageError(`expected at least one target to fit, in the scenario or by --data, got ${got}`);
  }
  makeFolder(realDisk, dirname(resolve(out)));
  const aims = aimsOf(observations, scenario);
  const parameters = parametersOf(scenario);
  const pools = poolsOf(run, { patience, settings, months: monthsNeeded(aims, scenario) });
  const stop = listenForStop();
  const progress = showFitting({ quiet: flags.quiet, evaluations: settings.evaluations });
  const begin = process.hrtime.bigint();
  let result: CalibrationResult;
  try {
    result = await calibrate({
      ...{ scenario, parameters, aims, profile: flags.profile },
      signal: orHung(stop.signal, Object.values(pools)),
      ...settings,
      ...pools,
      onProgress: (at) => progress.update(at),
    });
  } finally {
    progress.stop();
    stop.release();
  }
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const fit: Fit = { scenario: run.stem, out, parameters, aims, settings, result, run, file };
  await writeWhole(realDisk, out, overlayText(fit));
  process.stdout.write(printable(flags.json ? fitJson(fit) : `${changedText(run)}${fitText(fit)}`));
  process.stderr.write(hungNote(hungOf(Object.values(pools))) + endNote(fit, seconds));
  const { failures, worlds } = result;
  if (failures.length > 0) process.stderr.write(`${failureText(failures, worlds)}\n`);
  return stop.code() ?? (failures.length > 0 ? EXIT.failures : EXIT.done);
}

function endNote({ result, out }: Fit, seconds: number): string {
  const { search, worlds } = result;
  const rate = (search.evaluations / seconds).toFixed(1);
  const stopped = search.complete ? '' : 'stopped: the best so far; ';
  return `${stopped}${search.evaluations} evaluations, ${worlds} worlds in ${seconds.toFixed(0)} s (${rate} evaluations/s); wrote ${out}\n`;
}

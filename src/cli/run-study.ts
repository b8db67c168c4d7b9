/** The work of `afterburn study` and of the short commands: simulates, writes the folder of results, tells. */

import { availableParallelism } from 'node:os';
import { join, normalize, relative } from 'node:path';
import type { Failure } from '../experiment/job.js';
import { studyPrice } from '../experiment/price.js';
import { StudyStopped } from '../experiment/study/sample.js';
import { makeLab, type Study } from '../experiment/study/study.js';
import { usefulThreads } from '../pool/threads.js';
import { printable } from '../source/printable.js';
import { makeFolder, realDisk, writeWhole } from '../store/disk.js';
import { canonicalText, sha256 } from '../store/fingerprint.js';
import { jsonText } from '../store/results.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import { openStudy, type WrittenStudy } from '../store/study-file.js';
import { allOf, once, whole } from './arguments.js';
import { EXIT, UsageError } from './exits.js';
import { failureText, hungText } from './failure-text.js';
import { type Options, patienceFor, shareThreads, userMonths } from './open-run.js';
import { policyLevelOf } from './policy-level.js';
import { memoryNeed, type PriceWatch, refuseTooLarge, watchPrice } from './price.js';
import { showProgress } from './progress.js';
import { type ScenarioPools, scenarioPools } from './scenario-pools.js';
import { listenForStop, type StopSignals } from './stop-signals.js';
import { headOf } from './study-head.js';
import { STUDY_KINDS } from './study-kinds.js';
import { writeStudyPage } from './study-page.js';
import { packageVersion } from './version.js';

/** Failed worlds that are told. */
const MOST_TOLD = 1000;
const MOST_THREADS = 1024;

interface Running {
  readonly study: Study;
  readonly threads: number;
  /** Seconds. */
  readonly patience: number | undefined;
  readonly stop: StopSignals;
  readonly quiet: boolean;
  readonly force: boolean;
  readonly folder: string;
}

/** The threads of the study, within the limits of the machine. */
function makePools({ study, threads, patience, force }: Running): ScenarioPools {
  return scenarioPools(study.seed, (scenario) => {
    const share = shareThreads(scenario, threads, Number.MAX_SAFE_INTEGER);
    refuseTooLarge(memoryNeed(scenario, share), force);
    return { ...share, patienceMs: patience === undefined ? patienceFor(scenario) : patience * 1000 };
  });
}

/** Worlds x fields that `discover` looks through: half of its worlds, for every firm. */
function searched({ study, factors, firms, scenario }: Study, worlds: number): number {
  const cases = firms.length || Object.keys(scenario.firms).length;
  return study === 'discover' ? (worlds / 2) * factors.length * cases : 0;
}

/** What the study found, the worlds that failed, and how many there were. */
async function simulate(running: Running) {
  const { study, stop, quiet } = running;
  const pools = makePools(running);
  const progress = showProgress({ quiet, userMonths: userMonths(study.scenario), total: 1 });
  const failures: Failure[] = [];
  const at = { done: 0, ordered: 0, total: 0 };
  const told = { failed: 0, dear: '' };
  const refused = new AbortController();
  const numbers = study.metrics.reduce((sum, { formula }) => sum + formula.gathers.length, 0);
  const watch = (): PriceWatch =>
    watchPrice({
      ...{ force: running.force, folder: running.folder, say: progress.say },
      width: pools.poolOf(study.scenario).width,
      besides: (worlds) => studyPrice(worlds * numbers, searched(study, worlds)),
      refuse(reason) {
        told.dear = reason;
        refused.abort();
      },
    });
  let price: PriceWatch | undefined;
  const lab = makeLab({
    poolOf: pools.poolOf,
    signal: AbortSignal.any([stop.signal, refused.signal]),
    expect: (worlds, planned) => {
      price ??= watch();
      at.total = at.ordered + planned;
      at.ordered += worlds;
    },
    onWorld: () => {
      at.done++;
      price?.ended(at);
      progress.update({ ...at, failed: told.failed });
    },
    onFailures: (more) => {
      told.failed += more.length;
      failures.push(...more.slice(0, MOST_TOLD - failures.length));
    },
  });
  try {
    const found = await STUDY_KINDS[study.study].run(study, lab);
    return { found, failures, worlds: at.done };
  } catch (error) {
    if (error instanceof StudyStopped && told.dear !== '' && !stop.signal.aborted)
      throw new UsageError(told.dear);
    throw error;
  } finally {
    progress.stop();
    await pools.close();
  }
}

function folderOf(
  study: Study,
  written: WrittenStudy,
  given: { name: string; out: string | undefined },
): string {
  // the seed of a file is not among the fields
  const { modules, policyLevel } = userPoliciesOf(study.scenario);
  const level = Object.keys(modules).length > 0 ? [policyLevel] : [];
  const parts = [
    ...level,
    study.scenario.raw,
    study.against?.raw ?? null,
    written.value,
    study.seed,
    packageVersion(),
  ];
  const fingerprint = sha256(canonicalText(parts)).slice(0, 12);
  return normalize(given.out ?? join('output', `${given.name}-${fingerprint}`));
}

/** A study that is yet to be read, and the name of its folder. */
interface Asked {
  read(): WrittenStudy | Promise<WrittenStudy>;
  readonly name: string;
}

/** The study, and what the options say of its run. @throws UsageError, ScenarioError with all problems of both */
function open({ read }: Asked, options: Options) {
  const reading = (async () => ({ ...(await read()), policyLevel: policyLevelOf(options) }))();
  return allOf({
    out: () => once('out', options.out),
    threads: () => whole('threads', options.threads, { least: 1, most: MOST_THREADS }),
    patience: () => whole('patience', options.patience, { least: 1 }),
    written: () => reading,
    study: async () => openStudy(await reading),
  });
}

/** Runs a study; returns the exit code. A stopped one writes nothing: nothing half-done is left. */
export async function runStudy(
  given: Asked,
  options: Options,
  flags: { readonly quiet: boolean; readonly json: boolean; readonly force: boolean },
): Promise<number> {
  const { out, threads: wanted, patience, written, study } = await open(given, options);
  const threads = usefulThreads(wanted ?? availableParallelism());
  const stop = listenForStop();
  try {
    const folder = folderOf(study, written, { name: given.name, out });
    const end = await simulate({ study, threads, patience, stop, folder, ...flags });
    if (end.failures.length > 0 && end.failures.length >= end.worlds) {
      process.stderr.write(
        `${failureText(end.failures, end.worlds)}\nno world finished: nothing was written\n`,
      );
      return EXIT.failures;
    }
    const result = { ...headOf(study, end), ...end.found };
    const { text } = STUDY_KINDS[study.study];
    makeFolder(realDisk, folder);
    const told = text(result as never);
    await writeWhole(realDisk, join(folder, 'study.json'), jsonText(result));
    await writeStudyPage(folder, result, told);
    process.stdout.write(printable(flags.json ? jsonText(result) : told));
    if (!flags.json)
      process.stdout.write(printable(`\nReport: ${relative('.', join(folder, 'report.html'))}\n`));
    if (end.failures.length > 0) process.stderr.write(`${failureText(end.failures, end.worlds)}\n`);
    return end.failures.length > 0 ? EXIT.failures : EXIT.done;
  } catch (error) {
    if (!(error instanceof StudyStopped)) throw error;
    const why = error.hung ? `, because ${hungText(error.hung)}` : '';
    process.stderr.write(`stopped${why}: nothing was written\n`);
    return stop.code() ?? EXIT.failures;
  } finally {
    stop.release();
  }
}

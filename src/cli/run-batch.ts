/**
 * `afterburn run`: simulates what the run folder lacks, then writes results and report from the folder. A second
 * run in the same folder therefore resumes, extends, or only rewrites the results.
 */
import { join, normalize } from 'node:path';
import { chunkLength, planChunks, pointsOf, span } from '../experiment/plan.js';
import { runChunks } from '../experiment/run.js';
import { realDisk } from '../store/disk.js';
import { fingerprintOf, identify } from '../store/fingerprint.js';
import { openFolder, type RunFolder } from '../store/folder.js';
import { modulesOf } from '../store/scenario-file.js';
import { once, whole } from './arguments.js';
import { commandText } from './command-text.js';
import { EXIT } from './exits.js';
import { failureText } from './failure-text.js';
import { chosenArms, type Options, openRun, poolFor, userMonths } from './open-run.js';
import { showProgress } from './progress.js';
import { finishedOf, type Job, type Simulated, tell, writeAll, writeRun } from './run-results.js';
import { listenForStop, type StopSignals } from './stop-signals.js';

/** After this many failed worlds a run stops, unless --max-failures says otherwise. */
const MOST_FAILURES = 50;

async function readJob(file: string, options: Options, quiet: boolean): Promise<Job> {
  const only = whole('only', options.only, { least: 0 });
  const patience = whole('patience', options.patience, { least: 1 });
  const maxFailures = whole('max-failures', options.maxFailures, { least: 0 }) ?? MOST_FAILURES;
  const run = await openRun(file, options);
  const arms = chosenArms(run.scenario, options.arm);
  return {
    run,
    points: pointsOf(arms),
    replicates: only === undefined ? span(0, run.replicates - 1) : [only],
    quiet,
    maxFailures,
    ...(patience === undefined ? {} : { patienceMs: patience * 1000 }),
    command: commandText(file, run, { arms, only }),
  };
}

async function openOutput(job: Job, options: Options): Promise<RunFolder> {
  const { scenario, seed, stem } = job.run;
  const own = { raw: scenario.raw, ...identify(scenario.raw, seed, modulesOf(scenario)) };
  const only = options.only === undefined ? '' : `-only-${job.replicates[0]}`;
  const name = `${stem}-${fingerprintOf(own).slice(0, 12)}${only}`;
  return openFolder(realDisk, normalize(once('out', options.out) ?? join('output', name)), own);
}

/** What the results leave out of a folder that holds more. */
function coverNote({ points, replicates }: Job, folder: RunFolder): string {
  const wanted = new Set(replicates);
  const held = Math.max(...points.map((point) => folder.held(point).filter((r) => !wanted.has(r)).length));
  if (held === 0) return '';
  const some = replicates[0] > 0 ? `world ${replicates[0]} alone` : `the first ${replicates.length}`;
  const inFolder = Math.max(...points.map((point) => folder.held(point).length));
  return `note: the folder holds ${inFolder} worlds; these results cover ${some}\n`;
}

/** How to go on with a run that was stopped. */
function stopNote(job: Job, folder: RunFolder, end: Simulated): string {
  if (end.complete) return '';
  const wanted = job.points.length * job.replicates.length;
  const why = end.stopCode === undefined ? `, because more than ${job.maxFailures} failed` : '';
  const next = 'the same command goes on from here';
  return `stopped after ${finishedOf(job, folder)} of ${wanted} worlds${why}; ${next}\n`;
}

async function simulateMissing(job: Job, folder: RunFolder, stop: StopSignals): Promise<Simulated> {
  const missing = job.points.map((point) => ({
    point,
    replicates: job.replicates.filter((replicate) => !folder.has(point, replicate)),
  }));
  const total = missing.reduce((sum, { replicates }) => sum + replicates.length, 0);
  const reused = job.points.length * job.replicates.length - total;
  const say = (text: string) => job.quiet || process.stderr.write(`${text}\n`);
  if (reused > 0) say(`${reused} of ${reused + total} worlds are in ${folder.path} already`);
  if (folder.damaged.length > 0) say(`damaged parts, simulated again: ${folder.damaged.join(', ')}`);
  const progress = showProgress({ quiet: job.quiet, userMonths: userMonths(job.run.scenario), total });
  try {
    const chunks = planChunks(missing, chunkLength(total, job.run.threads));
    const end = await runChunks(chunks, poolFor(job.run, chunks.length, job.patienceMs), {
      keep: (result) => folder.keep(result),
      onProgress: (at) => progress.update(at),
      signal: stop.signal,
      maxFailures: job.maxFailures,
    });
    return { ...end, reused, stopCode: stop.code() };
  } finally {
    progress.stop();
  }
}

/** Runs the command; returns its exit code. */
export async function runBatch(
  file: string,
  options: Options,
  flags: { quiet: boolean; json: boolean },
): Promise<number> {
  const startedAt = new Date();
  const begin = process.hrtime.bigint();
  const job = await readJob(file, options, flags.quiet);
  const folder = await openOutput(job, options);
  const stop = listenForStop();
  try {
    const end = await simulateMissing(job, folder, stop);
    await writeAll(job, folder, end);
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    await writeRun(job, folder, { ...end, startedAt, seconds });
    tell(folder, job, flags.json);
    process.stderr.write(coverNote(job, folder) + stopNote(job, folder, end));
    const wanted = job.points.length * job.replicates.length;
    if (end.failures.length > 0) process.stderr.write(`${failureText(end.failures, wanted)}\n`);
    return stop.code() ?? (end.failures.length > 0 ? EXIT.failures : EXIT.done);
  } finally {
    stop.release();
    folder.close();
  }
}

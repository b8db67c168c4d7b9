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
import { type Job, type Simulated, tell, writeAll, writeRun } from './run-results.js';
import { listenForStop } from './stop-signals.js';

/** After this many failed worlds a run stops, unless --max-failures says otherwise. */
const MOST_FAILURES = 50;

async function readJob(file: string, options: Options, quiet: boolean): Promise<Job> {
  const only = whole('only', options.only, 0);
  const patience = whole('patience', options.patience, 1);
  const maxFailures = whole('max-failures', options.maxFailures, 0) ?? MOST_FAILURES;
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

async function simulateMissing(job: Job, folder: RunFolder): Promise<Simulated> {
  const missing = job.points.map((point) => ({
    point,
    replicates: job.replicates.filter((replicate) => !folder.has(point, replicate)),
  }));
  const total = missing.reduce((sum, { replicates }) => sum + replicates.length, 0);
  const reused = job.points.length * job.replicates.length - total;
  const say = (text: string) => job.quiet || process.stderr.write(`${text}\n`);
  if (reused > 0) say(`${reused} of ${reused + total} worlds are in ${folder.path} already`);
  if (folder.damaged.length > 0) say(`damaged parts, simulated again: ${folder.damaged.join(', ')}`);
  const stop = listenForStop();
  const progress = showProgress({ quiet: job.quiet, userMonths: userMonths(job.run.scenario), total });
  try {
    const chunks = planChunks(missing, chunkLength(total, job.run.threads));
    const end = await runChunks(chunks, poolFor(job.run, total, job.patienceMs), {
      keep: (result) => folder.keep(result),
      onProgress: (at) => progress.update(at),
      signal: stop.signal,
      maxFailures: job.maxFailures,
    });
    return { ...end, reused, stopCode: stop.code() };
  } finally {
    progress.stop();
    stop.release();
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
  try {
    const end = await simulateMissing(job, folder);
    await writeAll(job, folder, end);
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    await writeRun(job, folder, { ...end, startedAt, seconds });
    tell(folder, flags.json);
    const wanted = job.points.length * job.replicates.length;
    if (end.failures.length > 0) process.stderr.write(`${failureText(end.failures, wanted)}\n`);
    return end.stopCode ?? (end.failures.length > 0 ? EXIT.failures : EXIT.done);
  } finally {
    folder.close();
  }
}

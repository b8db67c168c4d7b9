/**
 * `afterburn run`: simulates what the run folder lacks, then writes results and report from the folder. A second
 * run in the same folder therefore resumes, extends, or only rewrites the results.
 */
import { join, normalize } from 'node:path';
import { pointsOf, span } from '../experiment/plan.js';
import { realDisk } from '../store/disk.js';
import { fingerprintOf, identify } from '../store/fingerprint.js';
import { openFolder, type RunFolder } from '../store/folder.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import { allOf, once, whole } from './arguments.js';
import { commandText } from './command-text.js';
import { EXIT, UsageError } from './exits.js';
import { failureText, hungText } from './failure-text.js';
import { chosenArms, type Options, openRun } from './open-run.js';
import { completeBefore } from './results-before.js';
import { finishedOf, type Job, type Simulated, tell, writeAll, writeRun } from './run-results.js';
import { readUntil, refuseUntil, simulateUntil } from './run-until.js';
import { sayUnless } from './say.js';
import { simulateMissing } from './simulate-missing.js';
import { listenForStop } from './stop-signals.js';

/** After this many failed worlds a run stops, unless --max-failures says otherwise. */
export const MOST_FAILURES = 50;

/** A world alone is one of the batch; without --replicates the batch may be as long as it takes. @throws UsageError */
function refuseBeyond(options: Options, replicates: number): void {
  const only = whole('only', options.only, { least: 0 }) ?? 0;
  if (options.replicates === undefined || only < replicates) return;
  throw new UsageError(
    `--only: expected a world of the batch, from 0 to ${replicates - 1}, got ${only} with --replicates ${options.replicates}`,
  );
}

async function readJob(
  file: string,
  options: Options,
  flags: { quiet: boolean; force: boolean },
): Promise<Job> {
  const opening = openRun(file, options);
  const { only, patience, maxFailures, run, until } = await allOf({
    only: () => whole('only', options.only, { least: 0 }),
    patience: () => whole('patience', options.patience, { least: 1 }),
    maxFailures: () => whole('max-failures', options.maxFailures, { least: 0 }) ?? MOST_FAILURES,
    out: () => once('out', options.out),
    run: () => opening,
    among: async () => refuseBeyond(options, (await opening).replicates),
    asked: () => refuseUntil(options),
    until: async () => readUntil(await opening, options),
  });
  const arms = chosenArms(run.scenario, options.arm);
  return {
    run,
    points: pointsOf(arms),
    replicates: only === undefined ? span(0, run.replicates - 1) : [only],
    ...flags,
    maxFailures,
    ...(until ? { until } : {}),
    ...(patience === undefined ? {} : { patienceMs: patience * 1000 }),
    command: commandText(file, run, { arms, only, until }),
  };
}

function openOutput(job: Job, options: Options): Promise<RunFolder> {
  const { scenario, seed, stem } = job.run;
  const own = { raw: scenario.raw, ...identify(scenario.raw, seed, userPoliciesOf(scenario)) };
  const only = options.only === undefined ? '' : `-only-${job.replicates[0]}`;
  const name = `${stem}-${fingerprintOf(own).slice(0, 12)}${only}`;
  const path = normalize(once('out', options.out) ?? join('output', name));
  return openFolder(realDisk, path, own, { say: sayUnless(job.quiet) });
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

/** How to go on with a run that was stopped, and how to have the results again that it replaced. */
function stopNote(
  job: Job,
  folder: RunFolder,
  end: Simulated & { readonly before: number | undefined },
): string {
  if (end.complete) return '';
  const wanted = job.points.length * job.replicates.length;
  const many = end.hung ? hungText(end.hung) : `more than ${job.maxFailures} failed`;
  const why = end.stopCode === undefined ? `, because ${many}` : '';
  const next = 'the same command goes on from here';
  const isLess = end.before !== undefined && end.before < job.replicates.length;
  const back = isLess ? `; --replicates ${end.before} writes the complete results again that stood here` : '';
  return `stopped after ${finishedOf(job, folder)} of ${wanted} worlds${why}; ${next}${back}\n`;
}

/** Runs the command; returns its exit code. */
export async function runBatch(
  file: string,
  options: Options,
  flags: { quiet: boolean; json: boolean; force: boolean },
): Promise<number> {
  const startedAt = new Date();
  const begin = process.hrtime.bigint();
  const asked = await readJob(file, options, flags);
  const folder = await openOutput(asked, options);
  const stop = listenForStop();
  try {
    const simulate = asked.until ? simulateUntil : simulateMissing;
    const end = await simulate({ job: asked, folder, stop });
    const job = { ...asked, replicates: end.replicates };
    const before = completeBefore(folder.path, job.points);
    await writeAll(job, folder, end);
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    await writeRun(job, folder, { ...end, startedAt, seconds });
    tell(folder, job, flags.json);
    process.stderr.write(coverNote(job, folder) + stopNote(job, folder, { ...end, before }));
    const wanted = job.points.length * job.replicates.length;
    if (end.failures.length > 0) process.stderr.write(`${failureText(end.failures, wanted)}\n`);
    return stop.code() ?? (end.failures.length > 0 ? EXIT.failures : EXIT.done);
  } finally {
    stop.release();
    folder.close();
  }
}

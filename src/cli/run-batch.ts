/**
 * `afterburn run`: simulates what the run folder lacks, then writes results and report from the folder. A second
 * run in the same folder therefore resumes, extends, or only rewrites the results.
 */
import { join, normalize, relative } from 'node:path';
import { startWarnings } from '../../sim/index.js';
import { stateOf } from '../experiment/batch.js';
import { middleOf } from '../experiment/inputs.js';
import { chunkLength, planChunks, pointsOf, span } from '../experiment/plan.js';
import { type RunEnd, runChunks } from '../experiment/run.js';
import { summarise, type Worlds } from '../experiment/summarise.js';
import type { Manifest } from '../experiment/summary.js';
import type { Failure } from '../pool/job.js';
import { terminalReport } from '../report/terminal.js';
import { realDisk, writeWhole } from '../store/disk.js';
import { canonicalText, fingerprintOf, identify, sha256 } from '../store/fingerprint.js';
import { openFolder, type RunFolder } from '../store/folder.js';
import { jsonText, writeResults } from '../store/results.js';
import { modulesOf } from '../store/scenario-file.js';
import { once, whole } from './arguments.js';
import { commandText } from './command-text.js';
import { EXIT } from './exits.js';
import { chosenArms, type OpenRun, type Options, openRun, poolFor, userMonths } from './open-run.js';
import { readFolder, writePage } from './page.js';
import { showProgress } from './progress.js';
import { listenForStop } from './stop-signals.js';
import { packageVersion } from './version.js';

/** What one call of `run` is to do. */
interface Job {
  readonly run: OpenRun;
  readonly points: readonly string[];
  readonly replicates: readonly number[];
  readonly quiet: boolean;
  readonly maxFailures: number;
  readonly patienceMs?: number;
  readonly command: string;
}

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

interface Simulated extends RunEnd {
  readonly reused: number;
  readonly stopCode: number | undefined;
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

function manifestOf(job: Job, folder: RunFolder, state: string): Omit<Manifest, 'files'> {
  const { scenario, seed, stem } = job.run;
  const hashes = identify(scenario.raw, seed, modulesOf(scenario)).modules;
  return {
    afterburn: packageVersion(),
    numerics: middleOf(scenario.numerics),
    scenario: stem,
    scenarioHash: sha256(canonicalText(scenario.raw)),
    fingerprint: folder.fingerprint,
    seed,
    replicates: job.replicates.length,
    agents: middleOf(scenario.agents),
    arms: job.points.slice(1),
    command: job.command,
    policies: Object.entries(scenario.firms).map(([firm, { policy }]) => {
      const hash = hashes[policy.name];
      return { firm, policy: policy.name, ...(hash ? { hash } : {}) };
    }),
    policyLevel: 'trusted',
    state,
  };
}

async function writeAll(job: Job, folder: RunFolder, end: Simulated): Promise<void> {
  const { scenario } = job.run;
  const { points, replicates } = job;
  const worlds: Worlds = {
    points,
    replicates: replicates.length,
    outcomes: (point) => (points.includes(point) ? folder.outcomes(point, replicates) : []),
  };
  const summary = summarise(scenario, worlds, { failed: end.failures.length, warnings: startWarnings(scenario) });
  const wanted = points.length * replicates.length;
  const finished = points.reduce((sum, point) => sum + replicates.filter((r) => folder.has(point, r)).length, 0);
  const manifest = manifestOf(job, folder, stateOf(end.complete, finished, wanted));
  await writeResults(realDisk, folder.path, { scenario, worlds, summary, manifest });
  await writePage(realDisk, folder.path);
}

/** `run.json`: the only file that knows clock and machine. */
async function writeRun(job: Job, folder: RunFolder, end: Simulated & { startedAt: Date; seconds: number }) {
  const run = {
    startedAt: end.startedAt.toISOString(),
    seconds: end.seconds,
    threads: job.run.threads,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    reused: end.reused,
    damagedParts: folder.damaged,
    failures: end.failures,
  };
  await writeWhole(realDisk, join(folder.path, 'run.json'), jsonText(run));
}

const MOST_LISTED = 20;

/** Failed worlds, a line each with seed and the first line of the stack. */
export function failureText(failures: readonly Failure[], worlds: number): string {
  const lines = failures
    .slice(0, MOST_LISTED)
    .map(({ point, replicate, seed, stack }) => `  ${point} ${replicate}, seed ${JSON.stringify(seed)}: ${stack.split('\n')[0]}`);
  const more = failures.length > MOST_LISTED ? [`  and ${failures.length - MOST_LISTED} more`] : [];
  return [`${failures.length} of ${worlds} worlds failed and are left out:`, ...lines, ...more].join('\n');
}

function tell(job: Job, folder: RunFolder, json: boolean): void {
  const { summary, manifest } = readFolder(folder.path);
  if (json) {
    process.stdout.write(jsonText(summary));
    return;
  }
  const { isTTY, columns } = process.stdout;
  const colour = isTTY === true && process.env.NO_COLOR === undefined;
  process.stdout.write(terminalReport(summary, manifest, { colour, width: columns ?? 100 }));
  process.stdout.write(`\nReport: ${relative('.', join(folder.path, 'report.html'))}\n`);
}

/** Runs the command; returns its exit code. */
export async function runBatch(file: string, options: Options, flags: { quiet: boolean; json: boolean }): Promise<number> {
  const startedAt = new Date();
  const begin = process.hrtime.bigint();
  const job = await readJob(file, options, flags.quiet);
  const folder = await openOutput(job, options);
  try {
    const end = await simulateMissing(job, folder);
    await writeAll(job, folder, end);
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    await writeRun(job, folder, { ...end, startedAt, seconds });
    tell(job, folder, flags.json);
    const wanted = job.points.length * job.replicates.length;
    if (end.failures.length > 0) process.stderr.write(`${failureText(end.failures, wanted)}\n`);
    return end.stopCode ?? (end.failures.length > 0 ? EXIT.failures : EXIT.done);
  } finally {
    folder.close();
  }
}

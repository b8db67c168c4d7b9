/** The second half of `afterburn run`: everything in the run folder, from its parts; then the report on stdout. */
import { join, relative } from 'node:path';
import type { RunEnd } from '../experiment/run.js';
import type { Share } from '../experiment/shards.js';
import { levelText } from '../report/policy-level.js';
import { stoppingText } from '../report/studies/stopping.js';
import { terminalReport } from '../report/terminal.js';
import { wrap } from '../report/text-layout.js';
import { printable } from '../source/printable.js';
import { realDisk, writeWhole } from '../store/disk.js';
import { type RunFolder, writeIdentity } from '../store/folder.js';
import { jsonText, writeResults } from '../store/results.js';
import { finishedOf as finishedWorlds, type Known, makeResults } from './batch-results.js';
import { withChanges } from './changed-text.js';
import type { OpenRun } from './open-run.js';
import { readFolder, writePage } from './page.js';

/** What one call of `run` is to do. */
export interface Job {
  readonly run: OpenRun;
  readonly points: readonly string[];
  readonly replicates: readonly number[];
  /** If it is to make only one of several shares of these worlds. */
  readonly share?: Share;
  readonly quiet: boolean;
  /** Tries also what is too much for the machine. */
  readonly force: boolean;
  readonly maxFailures: number;
  /** If worlds are added until P(cash-out) is known. */
  readonly until?: UntilAsked;
  readonly patienceMs?: number;
  readonly command: string;
}

/** `--until`: what is to be known. */
export interface UntilAsked {
  /** Half-width. */
  readonly until: number;
  readonly firms: readonly string[];
  /** Worlds of every plan at most. */
  readonly most: number;
  /** True if the command line says how many. */
  readonly isCapped: boolean;
}

/** How the simulation ended. */
export interface Simulated extends RunEnd {
  /** Worlds of every plan that the results cover. */
  readonly replicates: readonly number[];
  /** With `--until`: what is known, and why it ended. */
  readonly known?: Known;
  /** Worlds that were in the folder before. */
  readonly reused: number;
  /** Exit code of the signal that stopped it. */
  readonly stopCode: number | undefined;
}

/** Worlds of this run that are in the folder. */
export function finishedOf(job: Job, folder: RunFolder): number {
  return finishedWorlds({ ...job, has: folder.has });
}

/** Writes results and report. */
export async function writeAll(job: Job, folder: RunFolder, end: Simulated): Promise<void> {
  const { scenario, stem } = job.run;
  const { points, replicates, command } = job;
  const { failures, complete, known } = end;
  const batch = { scenario, stem, command, points, replicates, failures, complete };
  const results = makeResults({ ...folder, ...batch, ...(known ? { known } : {}) });
  // title, texts and checks may be others than those of the run that made the folder
  await writeIdentity(realDisk, folder.path, folder.identity);
  await writeResults(realDisk, folder.path, results);
  await writePage(realDisk, folder.path);
}

/** `run.json`: the only file that knows clock and machine. */
export async function writeRun(
  job: Job,
  folder: RunFolder,
  end: Simulated & { startedAt: Date; seconds: number },
) {
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

/** Prints the report, or with --json the summary, as they lie in the folder. */
export function tell(folder: RunFolder, { run }: Job, json: boolean): void {
  const { summary, manifest } = readFolder(folder.path);
  if (json) {
    process.stdout.write(printable(jsonText(summary)));
    return;
  }
  const { isTTY, columns } = process.stdout;
  const colour = isTTY === true && process.env.NO_COLOR === undefined;
  const report = terminalReport(summary, manifest, { colour, width: columns ?? 100 });
  process.stdout.write(withChanges(report, run));
  if (summary.stopping) {
    const text = stoppingText(summary.stopping, { worlds: summary.replicates, of: 'probability' });
    process.stdout.write(`\n${wrap(text, columns ?? 100)}\n`);
  }
  const level = manifest.policyLevel;
  if (level !== 'built-in') process.stdout.write(`\nPolicies: ${levelText(level)}\n`);
  const isEmpty = summary.n === 0 && Object.keys(summary.arms).length === 0;
  process.stdout.write(
    isEmpty ? '\nNo world came to its end: no result\n' : `\nResult: ${manifest.resultHash}\n`,
  );
  process.stdout.write(printable(`Report: ${relative('.', join(folder.path, 'report.html'))}\n`));
}

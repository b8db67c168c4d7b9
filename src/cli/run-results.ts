/** The second half of `afterburn run`: everything in the run folder, from its parts; then the report on stdout. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { startWarnings } from '../../sim/index.js';
import { stateOf } from '../experiment/batch.js';
import { familiesOf } from '../experiment/families.js';
import { middleOf } from '../experiment/inputs.js';
import type { KnownCashOut } from '../experiment/known-cash-outs.js';
import type { Stopping } from '../experiment/looks.js';
import { canonicalBytes, resultLine } from '../experiment/result-hash.js';
import type { RunEnd } from '../experiment/run.js';
import type { Share } from '../experiment/shards.js';
import { summarise, type Worlds } from '../experiment/summarise.js';
import type { Manifest } from '../experiment/summary.js';
import { withKnown } from '../experiment/with-known.js';
import { levelText } from '../report/policy-level.js';
import { stoppingText } from '../report/studies/stopping.js';
import { terminalReport } from '../report/terminal.js';
import { wrap } from '../report/text-layout.js';
import { printable } from '../source/printable.js';
import { realDisk, writeWhole } from '../store/disk.js';
import { canonicalText, sha256 } from '../store/fingerprint.js';
import type { RunFolder } from '../store/folder.js';
import { jsonText, writeResults } from '../store/results.js';
import { withChanges } from './changed-text.js';
import type { OpenRun } from './open-run.js';
import { readFolder, writePage } from './page.js';
import { packageVersion } from './version.js';

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
  readonly known?: { readonly cashOuts: readonly KnownCashOut[]; readonly stopping: Stopping };
  /** Worlds that were in the folder before. */
  readonly reused: number;
  /** Exit code of the signal that stopped it. */
  readonly stopCode: number | undefined;
}

/** The result hash of the worlds, line by line: the whole text of ten million would be 800 MB. */
function resultHashOf(worlds: Worlds): string {
  const hash = createHash('sha256');
  for (const point of worlds.points)
    for (const outcome of worlds.outcomes(point)) {
      const digest = sha256(canonicalBytes(outcome));
      hash.update(resultLine({ point, replicate: outcome.replicate, digest }));
    }
  return hash.digest('hex');
}

function manifestOf(
  job: Job,
  folder: RunFolder,
  { state, resultHash }: Pick<Manifest, 'state' | 'resultHash'>,
): Omit<Manifest, 'files'> {
  const { scenario, seed, stem } = job.run;
  const hashes = folder.identity.modules;
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
    policies: familiesOf(scenario).map(({ id: firm, members: [first] }) => {
      const { policy } = Object.values(scenario.firms)[first];
      const hash = hashes[policy.name];
      return { firm, policy: policy.name, ...(hash ? { hash } : {}) };
    }),
    policyLevel: folder.identity.policyLevel ?? 'built-in',
    resultHash,
    state,
  };
}

/** Worlds of this run that are in the folder. */
export function finishedOf({ points, replicates }: Job, folder: RunFolder): number {
  const ofPoint = (point: string) => replicates.filter((replicate) => folder.has(point, replicate)).length;
  return points.reduce((sum, point) => sum + ofPoint(point), 0);
}

/** Writes results and report. */
export async function writeAll(job: Job, folder: RunFolder, end: Simulated): Promise<void> {
  const { scenario } = job.run;
  const { points, replicates } = job;
  const worlds: Worlds = {
    points,
    replicates: replicates.length,
    outcomes: (point) => (points.includes(point) ? folder.outcomes(point, replicates) : []),
  };
  const plain = summarise(scenario, worlds, {
    failed: end.failures.length,
    warnings: startWarnings(scenario),
  });
  const summary = end.known ? withKnown(plain, end.known.cashOuts, end.known.stopping) : plain;
  const wanted = points.length * replicates.length;
  const state = stateOf(end.complete, finishedOf(job, folder), wanted);
  const manifest = manifestOf(job, folder, { state, resultHash: resultHashOf(worlds) });
  await writeResults(realDisk, folder.path, { scenario, worlds, summary, manifest });
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

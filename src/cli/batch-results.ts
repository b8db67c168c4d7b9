/**
 * Everything that is written of a batch, from its worlds: what `run` and `merge` write, and what `verify` writes anew to
 * hold a folder against it. Nothing here knows clock, machine, or how the worlds came to be where they are.
 */
import { createHash } from 'node:crypto';
import { type Outcome, type Scenario, startWarnings } from '../../sim/index.js';
import { stateOf } from '../experiment/batch.js';
import { familiesOf } from '../experiment/families.js';
import { middleOf } from '../experiment/inputs.js';
import type { Failure } from '../experiment/job.js';
import type { KnownCashOut } from '../experiment/known-cash-outs.js';
import type { Stopping } from '../experiment/looks.js';
import { canonicalBytes, resultLine } from '../experiment/result-hash.js';
import { summarise, type Worlds } from '../experiment/summarise.js';
import type { Manifest } from '../experiment/summary.js';
import { withKnown } from '../experiment/with-known.js';
import { canonicalText, sha256 } from '../store/fingerprint.js';
import type { Belonging } from '../store/refusal.js';
import type { Results } from '../store/results.js';
import { packageVersion } from './version.js';

/** With `--until`: what is known, and why it ended. */
export interface Known {
  readonly cashOuts: readonly KnownCashOut[];
  readonly stopping: Stopping;
}

/** A batch whose worlds lie somewhere. */
export interface LivedBatch {
  readonly scenario: Scenario;
  /** Name of the scenario's file without folder and ending. */
  readonly stem: string;
  readonly command: string;
  /** `base` first. */
  readonly points: readonly string[];
  /** Worlds of every point that were asked for, ascending. */
  readonly replicates: readonly number[];
  readonly identity: Belonging;
  readonly fingerprint: string;
  /** False if it was stopped. */
  readonly complete: boolean;
  readonly failures: readonly Failure[];
  readonly known?: Known;
  has(point: string, replicate: number): boolean;
  /** In the order of the replicates; what is not there is left out. */
  outcomes(point: string, replicates: readonly number[]): Iterable<Outcome>;
}

type Covered = Pick<LivedBatch, 'points' | 'replicates' | 'has'>;

/** Worlds of the batch that are there. */
export function finishedOf({ points, replicates, has }: Covered): number {
  const ofPoint = (point: string) => replicates.filter((replicate) => has(point, replicate)).length;
  return points.reduce((sum, point) => sum + ofPoint(point), 0);
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

function manifestOf(batch: LivedBatch, worlds: Worlds): Omit<Manifest, 'files'> {
  const { scenario, identity, points, replicates } = batch;
  return {
    afterburn: packageVersion(),
    numerics: middleOf(scenario.numerics),
    scenario: batch.stem,
    scenarioHash: sha256(canonicalText(scenario.raw)),
    fingerprint: batch.fingerprint,
    seed: identity.seed,
    replicates: replicates.length,
    // a batch begins with world 0 unless one world was run alone
    ...(replicates[0] > 0 ? { only: replicates[0] } : {}),
    agents: middleOf(scenario.agents),
    arms: points.slice(1),
    command: batch.command,
    policies: familiesOf(scenario).map(({ id: firm, members: [first] }) => {
      const { policy } = Object.values(scenario.firms)[first];
      const hash = identity.modules[policy.name];
      return { firm, policy: policy.name, ...(hash ? { hash } : {}) };
    }),
    policyLevel: identity.policyLevel ?? 'built-in',
    resultHash: resultHashOf(worlds),
    state: stateOf(batch.complete, finishedOf(batch), points.length * replicates.length),
  };
}

/** What is to be written. Walks over all worlds. */
export function makeResults(batch: LivedBatch): Results {
  const { scenario, points, replicates, failures, known } = batch;
  const worlds: Worlds = {
    points,
    replicates: replicates.length,
    outcomes: (point) => (points.includes(point) ? batch.outcomes(point, replicates) : []),
  };
  const plain = summarise(scenario, worlds, { failed: failures, warnings: startWarnings(scenario) });
  const summary = known ? withKnown(plain, known.cashOuts, known.stopping) : plain;
  return { scenario, worlds, summary, manifest: manifestOf(batch, worlds) };
}

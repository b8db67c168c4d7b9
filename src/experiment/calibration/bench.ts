/**
 * Where points of the box are tried: on worlds of our own, which the search is fitted to, and on fresh worlds of another
 * seed, which tell how good a fit is. Own worlds end with the last fitted month: the search never lives a later one.
 */
import { armsNamed } from '../formula-check.js';
import type { Failure } from '../job.js';
import { pointsOf } from '../plan.js';
import { type Aim, monthsNeeded } from './aims.js';
import type { CalibrationJob } from './calibrate.js';
import { valuesAt } from './parameters.js';
import { runTrials, type Trial } from './trials.js';

/** Worlds `first` to `first + worlds - 1` of a trial. */
export interface Worlds {
  readonly worlds: number;
  /** Replicate, from 0; 0 unless given. */
  readonly first?: number;
}

/** What aims find at points, in the order of both; undefined if the calibration was stopped. */
type Try = (points: readonly (readonly number[])[], worlds: Worlds) => Promise<number[][] | undefined>;

export interface Bench {
  readonly job: CalibrationJob;
  /** The aims that are fitted: what own worlds find. */
  readonly fitted: readonly Aim[];
  /** Fitted aims on own worlds. */
  readonly own: Try;
  /** All aims on fresh worlds. */
  readonly fresh: Try;
  /** Worlds lived so far. */
  worlds(): number;
  readonly failures: Failure[];
}

/** Failures that are kept. */
const MOST_FAILURES = 1000;

/** The bench of a job. */
export function makeBench(job: CalibrationJob): Bench {
  const { scenario, parameters, signal } = job;
  let count = 0;
  const failures: Failure[] = [];
  const tryOn = (pool: CalibrationJob['pool'], aims: readonly Aim[]): Try => {
    const formulas = aims.map(({ formula }) => formula);
    const months = monthsNeeded(aims, scenario);
    const setup = {
      ...{ pool, aims, points: pointsOf(armsNamed(formulas, scenario)) },
      onWorld: () => {
        count++;
      },
      onFailures: (more: readonly Failure[]) => {
        failures.push(...more.slice(0, MOST_FAILURES - failures.length));
      },
    };
    return async (points, { worlds, first = 0 }) => {
      if (signal?.aborted) return undefined;
      const trials = points.map(
        (point): Trial => ({ values: { ...valuesAt(parameters, point), months }, first }),
      );
      const found = await runTrials({ ...setup, replicates: worlds }, trials);
      return signal?.aborted ? undefined : found;
    };
  };
  const fitted = job.aims.filter(({ fit }) => fit);
  return {
    ...{ job, fitted, failures },
    own: tryOn(job.pool, fitted),
    fresh: tryOn(job.freshPool, job.aims),
    worlds: () => count,
  };
}

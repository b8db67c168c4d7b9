/** The rows of a finished calibration: fitted values with their errors, targets with what was found. */
import { type Aim, errorsOf } from '../experiment/calibration/aims.js';
import type { CalibrationResult } from '../experiment/calibration/calibrate.js';
import { type Parameter, smoothValue } from '../experiment/calibration/parameters.js';
import type { OpenRun } from './open-run.js';

/** A finished calibration with all that was asked of it. */
export interface Fit {
  /** Stem of the scenario file. */
  readonly scenario: string;
  readonly file: string;
  readonly out: string;
  readonly parameters: readonly Parameter[];
  readonly aims: readonly Aim[];
  readonly settings: {
    readonly replicates: number;
    readonly evaluations: number;
    readonly seed: string;
    readonly agents: number;
  };
  readonly result: CalibrationResult;
  readonly run: OpenRun;
}

/** A fitted value with its error. */
export interface ValueRow {
  readonly paths: readonly string[];
  readonly before: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly scale: string;
  /** Standard error and 95 % interval within the range; missing if the calibration was stopped. */
  readonly error?: number;
  readonly interval?: readonly [number, number];
  /** `low` or `high` if the value lies there: a better one may lie beyond. */
  readonly atBound?: 'low' | 'high';
}

/** A target with what was found. */
export interface AimRow {
  readonly measure: string;
  readonly source: string;
  readonly fit: boolean;
  readonly target: number;
  readonly sd: number;
  /** On fresh worlds; null if it was not measured. */
  readonly found: number | null;
  readonly before: number | null;
  /** (found - target) / sd. */
  readonly error: number | null;
  /** The same error on the worlds of the search's last steps; missing for held-out ones. */
  readonly ownError?: number | null;
  /** The same errors at both ends of the flattest direction. */
  readonly flatErrors?: readonly (number | null)[];
  /** Standard deviation of found, from the luck of as many worlds. */
  readonly luck?: number;
}

/** A coordinate this near to an end counts as there. */
const AT_END = 0.005;
const Z95 = 1.959964;
/** Half a step of the derivative of a value by its coordinate. */
const STEP = 1e-4;

/** null instead of a number that is none: JSON has no NaN. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Fitted values in the order of the declaration. */
export function valueRows({ parameters, result }: Fit): ValueRow[] {
  return parameters.map((parameter, k): ValueRow => {
    const { paths, start, low, high, scale } = parameter;
    const x = result.point[k];
    const own = result.information?.errors[k];
    const held = (at: number) => smoothValue(parameter, Math.min(1, Math.max(0, at)));
    const slope = (smoothValue(parameter, x + STEP) - smoothValue(parameter, x - STEP)) / (2 * STEP);
    const interval = own === undefined ? undefined : ([held(x - Z95 * own), held(x + Z95 * own)] as const);
    return {
      ...{ paths, before: start, value: result.values[paths[0]], low, high, scale },
      ...(own === undefined || !interval ? {} : { error: Math.abs(slope) * own, interval }),
      ...(x < AT_END ? { atBound: 'low' as const } : x > 1 - AT_END ? { atBound: 'high' as const } : {}),
    };
  });
}

/** Targets in the order given. */
export function aimRows({ aims, result }: Fit): AimRow[] {
  const { fresh, before, own, luck, flatEnds } = result;
  const fitted = aims.filter(({ fit }) => fit);
  const errors = errorsOf(aims, fresh.found);
  const ownErrors = errorsOf(fitted, own.found);
  const flat = flatEnds?.map(({ found }) => errorsOf(aims, found));
  return aims.map((aim, k) => ({
    ...{ measure: aim.measure, source: aim.source, fit: aim.fit, target: aim.value, sd: aim.sd },
    found: finite(fresh.found[k]),
    before: finite(before.found[k]),
    error: finite(errors[k]),
    ...(aim.fit ? { ownError: finite(ownErrors[fitted.indexOf(aim)]) } : {}),
    ...(flat ? { flatErrors: flat.map((each) => finite(each[k])) } : {}),
    ...(luck ? { luck: luck[k] } : {}),
  }));
}

/** Root mean square of the errors of some targets, in sd; NaN if there is none or one was not measured. */
export function rootMeanSquare(
  rows: readonly AimRow[],
  errorOf: (row: AimRow) => number | null | undefined = ({ error }) => error,
): number {
  const errors = rows.map((row) => errorOf(row) ?? Number.NaN);
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
}

/** Median of |found - target| / |target|; NaN if there is none. */
export function medianMiss(rows: readonly AimRow[]): number {
  const misses = rows
    .flatMap(({ found, target }) => (found === null || target === 0 ? [] : [Math.abs(found / target - 1)]))
    .sort((a, b) => a - b);
  const middle = (misses.length - 1) / 2;
  return misses.length === 0 ? Number.NaN : (misses[Math.floor(middle)] + misses[Math.ceil(middle)]) / 2;
}

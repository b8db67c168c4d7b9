/**
 * The free fields of a calibration as coordinates of a unit box: 0 is the low end of a range, 1 the high end, in
 * steps that are even in the scale of the field (linear, log, or logit).
 */
import { exp, findPlace, log, type QuantitySpec, type Scenario } from '../../../sim/index.js';
import { middleOf } from '../inputs.js';

/** A free value and the fields that have it. */
export interface Parameter {
  /** Dotted paths, at least one; the first names it. */
  readonly paths: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly scale: 'linear' | 'log' | 'logit';
  readonly spec: QuantitySpec;
  /** Where the search begins: what the scenario says, held within the range. */
  readonly start: number;
}

/** Digits of a fitted number: as many as an overlay shows, so that the file gives the worlds that were fitted. */
const DIGITS = 6;

type Free = NonNullable<Scenario['calibration']>['free'][number];

function scaleOf({ scale }: Free, { low, high }: { low: number; high: number }, spec: QuantitySpec) {
  if (scale !== 'auto') return scale;
  if (low <= 0) return 'linear';
  return spec.min >= 0 && spec.max <= 1 && high < 1 ? 'logit' : 'log';
}

/** A path that names a firm in numbers means all of its copies; they have the same number, so the first tells it. */
export function inFirstCopy(path: string, { firms }: Scenario): string {
  const [root, id, ...rest] = path.split('.');
  if (root !== 'firms' || Object.hasOwn(firms, id)) return path;
  const copy = Object.keys(firms).find((name) => firms[name].family === id);
  return copy === undefined ? path : [root, copy, ...rest].join('.');
}

function parameterOf(free: Free, scenario: Scenario): Parameter {
  const paths = free.path === undefined ? free.paths : [free.path];
  const place = findPlace(inFirstCopy(paths[0], scenario), scenario);
  if (!('spec' in place)) throw new Error(`parameterOf: ${paths[0]}: expected ${place.expected}`);
  const range = { low: middleOf(free.low), high: middleOf(free.high) };
  const start = Math.min(range.high, Math.max(range.low, middleOf(place.quantity)));
  return { paths, ...range, scale: scaleOf(free, range, place.spec), spec: place.spec, start };
}

/** The free fields of a scenario, in its order; none without a calibration. */
export function parametersOf(scenario: Scenario): Parameter[] {
  return (scenario.calibration?.free ?? []).map((free) => parameterOf(free, scenario));
}

/** The first path, and how many more share the value. */
export function nameOf({ paths }: Parameter): string {
  return paths.length === 1 ? paths[0] : `${paths[0]} (and ${paths.length - 1} more)`;
}

function onScale(scale: Parameter['scale'], value: number): number {
  if (scale === 'linear') return value;
  return scale === 'log' ? log(value) : log(value / (1 - value));
}

function offScale(scale: Parameter['scale'], at: number): number {
  if (scale === 'linear') return at;
  return scale === 'log' ? exp(at) : 1 / (1 + exp(-at));
}

/** The coordinate of a value, 0 to 1. */
export function coordinateOf({ scale, low, high }: Parameter, value: number): number {
  const [from, to] = [onScale(scale, low), onScale(scale, high)];
  return Math.min(1, Math.max(0, (onScale(scale, value) - from) / (to - from)));
}

/** The value at a coordinate, not rounded; coordinates beyond 0 and 1 go on beyond the range. */
export function smoothValue({ scale, low, high }: Parameter, x: number): number {
  const [from, to] = [onScale(scale, low), onScale(scale, high)];
  return offScale(scale, from + (to - from) * x);
}

/** The value that is simulated at a coordinate: six digits, within the range, whole if the field is. */
export function valueAt(parameter: Parameter, x: number): number {
  const value = Number(smoothValue(parameter, x).toPrecision(DIGITS));
  const held = Math.min(parameter.high, Math.max(parameter.low, value));
  return parameter.spec.whole ? Math.round(held) : held;
}

/** Values of all paths at a point of the box. */
export function valuesAt(
  parameters: readonly Parameter[],
  point: readonly number[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    parameters.flatMap((parameter, k) => {
      const value = valueAt(parameter, point[k]);
      return parameter.paths.map((path) => [path, value]);
    }),
  );
}

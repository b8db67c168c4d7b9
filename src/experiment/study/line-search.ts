/**
 * The best value of one field on a range: a grid, because there may be several peaks; then the three highest peaks are
 * refined by halving the gaps beside them. Brent's search would ask for one point at a time; here the points of a round
 * run side by side, and none is trusted further than its paired interval: where the neighbours of the peak are no longer
 * clearly worse, more points tell nothing. What remains is smoothed: the top of a parabola by least squares through the
 * points up to the nearest that are clearly worse (Box & Wilson 1951) is taken unless it is clearly worse.
 */
import { isClearlyWorse, type Trials } from './trials.js';

/** Points of the grid. */
const GRID = 9;
/** Peaks refined in the first rounds. */
const PEAKS = 3;
const WIDE_ROUNDS = 2;
/** Gaps are not halved below this share of the range. */
const FINEST = 1 / 1024;

/** What a line search may spend. */
export interface LineOptions {
  /** A coordinate to be tried besides the grid. */
  readonly start?: number;
  /** Worlds of a point. */
  readonly replicates: number;
  /** Most points. */
  readonly points: number;
}

interface Line {
  readonly trials: Trials;
  /** Places of the trials by coordinate. */
  readonly places: readonly number[];
}

function lineOf(trials: Trials): Line {
  const places = trials.list.map((_, at) => at);
  return { trials, places: places.sort((a, b) => trials.list[a].row[0] - trials.list[b].row[0]) };
}

function at({ trials, places }: Line, k: number): number {
  return trials.list[places[k]].row[0];
}

/** Positions on the line that no neighbour exceeds, the highest first. */
function peaksOf({ trials, places }: Line): number[] {
  const values = places.map((place) => trials.value(place));
  const isPeak = (k: number) => !(values[k - 1] > values[k]) && !(values[k + 1] > values[k]);
  return values
    .map((_, k) => k)
    .filter(isPeak)
    .sort((a, b) => (values[a] === values[b] ? a - b : values[b] - values[a]));
}

/** True if the point at position k is clearly worse than the one at `peak`. */
function isBelow({ trials, places }: Line, k: number, peak: number): boolean {
  return isClearlyWorse(trials.difference(places[k], places[peak]));
}

/** Middles of the gaps beside a peak, if a neighbour is clearly worse. */
function gapsBeside(line: Line, peak: number): number[] {
  const sides = [peak - 1, peak + 1].filter((k) => k >= 0 && k < line.places.length);
  if (!sides.some((k) => isBelow(line, k, peak))) return [];
  return sides
    .filter((k) => Math.abs(at(line, k) - at(line, peak)) > FINEST)
    .map((k) => (at(line, k) + at(line, peak)) / 2);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((value, i) => (value - mx) * (y[i] - my)));
}

/** Coefficients of x² and x of the parabola by least squares. */
function parabola(x: readonly number[], y: readonly number[]): { curve: number; slope: number } {
  const squares = x.map((value) => value * value);
  const [v11, v12, v22] = [covariance(x, x), covariance(x, squares), covariance(squares, squares)];
  const [c1, c2] = [covariance(x, y), covariance(squares, y)];
  const determinant = v11 * v22 - v12 * v12;
  return { curve: (v11 * c2 - v12 * c1) / determinant, slope: (v22 * c1 - v12 * c2) / determinant };
}

/** Top of the parabola through the points around a peak, up to the nearest clearly worse ones; undefined without a top. */
function topAround(line: Line, peak: number): number | undefined {
  const { places, trials } = line;
  let [from, to] = [peak, peak];
  while (from > 0 && (from === peak || !isBelow(line, from, peak))) from--;
  while (to < places.length - 1 && (to === peak || !isBelow(line, to, peak))) to++;
  if (to - from < 2) return undefined;
  const own = places.slice(from, to + 1);
  const width = at(line, to) - at(line, from);
  const ys = own.map((place) => trials.value(place) - trials.value(places[peak]));
  if (!ys.every(Number.isFinite)) return undefined;
  const xs = own.map((_, k) => (at(line, from + k) - at(line, peak)) / width);
  const { curve, slope } = parabola(xs, ys);
  const top = at(line, peak) - (width * slope) / (2 * curve);
  return curve < 0 && top > at(line, from) && top < at(line, to) ? top : undefined;
}

/** The best point's place among the trials, which all have `replicates` worlds. */
export async function lineSearch(trials: Trials, options: LineOptions): Promise<number> {
  const { start, replicates, points } = options;
  const steps = Math.max(1, Math.min(GRID, points) - 1);
  const grid = Array.from({ length: steps + 1 }, (_, k) => k / steps);
  const measure = (coordinates: readonly number[]) =>
    trials.measure(
      coordinates.map((u) => [u]),
      replicates,
    );
  await measure(start === undefined ? grid : [...grid, start]);
  for (let round = 0; ; round++) {
    const line = lineOf(trials);
    const peaks = peaksOf(line).slice(0, round < WIDE_ROUNDS ? PEAKS : 1);
    const room = points - 1 - trials.list.length;
    const gaps = [...new Set(peaks.flatMap((peak) => gapsBeside(line, peak)))].slice(0, Math.max(0, room));
    const before = trials.list.length;
    await measure(gaps);
    if (trials.list.length === before) break;
  }
  return smoothed(trials, measure);
}

/** The highest point, or the top of the parabola around it. */
async function smoothed(
  trials: Trials,
  measure: (u: readonly number[]) => Promise<number[]>,
): Promise<number> {
  const line = lineOf(trials);
  const [peak] = peaksOf(line);
  const top = topAround(line, peak);
  if (top === undefined) return line.places[peak];
  const [place] = await measure([top]);
  return isClearlyWorse(trials.difference(place, line.places[peak])) ? line.places[peak] : place;
}

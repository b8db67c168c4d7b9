/**
 * What the targets tell about the fitted values, and what they leave open: derivatives and luck at the optimum, how
 * far the flattest direction may be walked and what the aims find at its ends, and profiles.
 */

import type { Values } from '../job.js';
import { lossOf } from './aims.js';
import type { Bench } from './bench.js';
import { type Information, informationOf, inverseInformation, product } from './information.js';
import { toldErrors } from './objective.js';
import { valueAt, valuesAt } from './parameters.js';
import { manyWorlds, polishWorlds } from './starts.js';

/** Loss along a parameter, the others following by one linear step; `value` is what was tried. */
export interface ProfilePoint {
  readonly value: number;
  readonly loss: number;
}

/** An end of the flattest direction, on fresh worlds. */
export interface FlatEnd {
  readonly values: Values;
  readonly loss: number;
  /** In the order of the aims. */
  readonly found: readonly number[];
}

export interface Identified {
  readonly information: Information;
  /** Standard deviation of what each aim finds, from the luck of as many worlds as the report has. */
  readonly luck: readonly number[];
  /** As far down and up the flattest direction as the loss should rise by 1, or to an end of a range. */
  readonly flatEnds: readonly FlatEnd[];
  /** A list for each parameter. */
  readonly profile?: readonly (readonly ProfilePoint[])[];
}

/** Half of a central difference, in ranges: wide, because a loss over few worlds is rough, and roughness looks like information. */
const HALF = 0.05;
/** Groups of other worlds that tell the luck. */
const GROUPS = 8;
/** Coordinates of a profile. */
const GRID = [0, 0.25, 0.5, 0.75, 1];
/** Eigenvalues below this count as this. */
const LEAST = 1e-8;

function held(x: number): number {
  return Math.min(1, Math.max(0, x));
}

function moved(point: readonly number[], k: number, to: number): number[] {
  return point.map((x, i) => (i === k ? held(to) : x));
}

/** Central differences of the fitted errors by the coordinates, M x K. */
async function jacobianAt({ job, fitted, own }: Bench, point: readonly number[]) {
  const sides = point.flatMap((x, k) => [moved(point, k, x - HALF), moved(point, k, x + HALF)]);
  const founds = await own(sides, { worlds: manyWorlds(job.replicates) });
  if (!founds) return undefined;
  const errors = founds.map((found) => toldErrors(fitted, found));
  return errors[0].map((_, m) =>
    point.map((__, k) => {
      const width = sides[2 * k + 1][k] - sides[2 * k][k];
      return (errors[2 * k + 1][m] - errors[2 * k][m]) / width;
    }),
  );
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** What is known of an optimum; undefined if it was stopped. */
export async function identify(bench: Bench, point: readonly number[]): Promise<Identified | undefined> {
  const { job, fitted, fresh } = bench;
  const { aims, replicates, profile } = job;
  const jacobian = await jacobianAt(bench, point);
  const worlds = manyWorlds(replicates);
  const groups: number[][] = [];
  for (let g = 0; g < GROUPS; g++) {
    const found = await fresh([point], { worlds, first: (2 + g) * worlds });
    if (found) groups.push(found[0]);
  }
  if (!jacobian || groups.length < GROUPS) return undefined;
  const ofFitted = (found: readonly number[]) => found.filter((_, k) => aims[k].fit);
  const information = informationOf(
    jacobian,
    groups.map((group) => toldErrors(fitted, ofFitted(group))),
  );
  const luck = aims.map((_, m) => deviation(groups.map((each) => each[m])));
  const flatEnds = await flatEndsOf(bench, point, information);
  const profiled = profile ? await profileOf(bench, point, jacobian) : undefined;
  if (!flatEnds || (profile && !profiled)) return undefined;
  return { information, luck, flatEnds, ...(profiled ? { profile: profiled } : {}) };
}

/** How far a direction may be walked from a point before a coordinate leaves the box, at most `most`. */
function reach(point: readonly number[], direction: readonly number[], most: number): number {
  return point.reduce((least, x, k) => {
    const room = direction[k] > 0 ? 1 - x : x;
    return direction[k] === 0 ? least : Math.min(least, room / Math.abs(direction[k]));
  }, most);
}

async function flatEndsOf({ job, fresh }: Bench, point: readonly number[], information: Information) {
  const { eigenvalues, directions } = information;
  const up = directions[directions.length - 1];
  const most = 1 / Math.sqrt(Math.max(eigenvalues[eigenvalues.length - 1], LEAST));
  const ends = [up.map((part) => -part), up].map((direction) => {
    const far = reach(point, direction, most);
    return point.map((x, k) => held(x + far * direction[k]));
  });
  const founds = await fresh(ends, { worlds: manyWorlds(job.replicates) });
  return founds?.map(
    (found, k): FlatEnd => ({
      values: valuesAt(job.parameters, ends[k]),
      loss: lossOf(job.aims, found),
      found,
    }),
  );
}

/** The least loss with one parameter held: the others take the step that undoes its effect, to first order. */
async function profileOf(
  { job, fitted, own }: Bench,
  point: readonly number[],
  jacobian: readonly (readonly number[])[],
) {
  const { parameters, replicates } = job;
  const tries = parameters.flatMap((_, k) =>
    GRID.map((to) => ({ k, at: followed(point, jacobian, { k, to }) })),
  );
  const founds = await own(
    tries.map(({ at }) => at),
    { worlds: polishWorlds(replicates) },
  );
  if (!founds) return undefined;
  const points = tries.map(({ k, at }, i) => ({
    k,
    value: valueAt(parameters[k], at[k]),
    loss: lossOf(fitted, founds[i]),
  }));
  return parameters.map((_, one) =>
    points.flatMap(({ k, value, loss }): ProfilePoint[] => (k === one ? [{ value, loss }] : [])),
  );
}

function followed(
  point: readonly number[],
  jacobian: readonly (readonly number[])[],
  { k, to }: { k: number; to: number },
): number[] {
  const others = point.map((_, i) => i).filter((i) => i !== k);
  const rest = jacobian.map((row) => others.map((i) => row[i]));
  const effect = jacobian.map((row) => [row[k] * (to - point[k])]);
  const transposed = others.map((_, i) => rest.map((row) => row[i]));
  const steps = product(inverseInformation(rest), product(transposed, effect));
  const at = moved(point, k, to);
  for (const [i, other] of others.entries()) at[other] = held(point[other] - steps[i][0]);
  return at;
}

/**
 * The last steps of a fit: CMA-ES knows only ranks and comes near; damped Gauss-Newton (Levenberg 1944, Marquardt 1963)
 * uses the errors of the single targets and gets there in a few rounds. Each round takes 2 K + 1 evaluations
 * for differences and one for each damping, side by side. Its losses may be over other worlds than those of the search:
 * the point it begins with is measured again.
 */
import { inverseInformation, type Matrix, product, transpose } from './information.js';
import type { SearchEnd } from './search.js';

/** A point's loss, and its errors of the fitted targets. */
export interface Errors {
  readonly loss: number;
  readonly errors: readonly number[];
}

export interface RefineOptions {
  /** In the order of the points; undefined if it is to stop. */
  readonly errorsAt: (points: readonly (readonly number[])[]) => Promise<readonly Errors[] | undefined>;
  /** Most evaluations, those of the search included. */
  readonly evaluations: number;
  /** It ends when a round lowers the loss by less. */
  readonly lossRest: number;
}

const ROUNDS = 4;
/** Shares of the mean eigenvalue that are added to all of them. */
const DAMPINGS = [0, 1e-3, 1e-2, 0.1, 1];
/** Half of a difference, in ranges; the second round and on take less. */
const HALVES = [0.05, 0.03, 0.02, 0.02];

/** Evaluations that are kept for refining, at most a third of all; 0 if they are too few for a round. */
export function reserveOf(parameters: number, evaluations: number): number {
  const round = 2 * parameters + DAMPINGS.length + 1;
  return round * Math.min(ROUNDS, Math.floor(evaluations / 3 / round));
}

function held(x: number): number {
  return Math.min(1, Math.max(0, x));
}

/**
 * The point where errors would be least, to first order, within the box: a coordinate that a step would take out of the
 * box is held at its border and the others step again without it (an active set).
 */
function stepped(
  point: readonly number[],
  { jacobian, errors }: { jacobian: Matrix; errors: readonly number[] },
  damping: number,
): number[] {
  const at = [...point];
  let free = point.map((_, k) => k);
  while (free.length > 0) {
    const own = jacobian.map((row) => free.map((k) => row[k]));
    const left = errors.map((error, m) => [-errorAfter(error, jacobian[m], { point, at, free })]);
    const step = product(inverseInformation(own, damping), product(transpose(own), left));
    const inside = free.filter((k, i) => isInside(point[k] + step[i][0]));
    for (const [i, k] of free.entries()) at[k] = held(point[k] + step[i][0]);
    if (inside.length === free.length) break;
    free = inside;
  }
  return at;
}

/** An error once the coordinates that are not free are where they are held. */
function errorAfter(
  error: number,
  row: readonly number[],
  { point, at, free }: { point: readonly number[]; at: readonly number[]; free: readonly number[] },
): number {
  return row.reduce((sum, slope, k) => (free.includes(k) ? sum : sum + slope * (at[k] - point[k])), error);
}

function isInside(x: number): boolean {
  return x >= 0 && x <= 1;
}

/** One round: the point it began with, measured here, and the best of all tried; undefined if it was stopped. */
async function round(point: readonly number[], half: number, { errorsAt }: RefineOptions) {
  const sides = point.flatMap((x, k) =>
    [-half, half].map((by) => point.map((own, i) => (i === k ? held(x + by) : own))),
  );
  const found = await errorsAt([point, ...sides]);
  if (!found) return undefined;
  const [own, ...differences] = found;
  const jacobian = own.errors.map((_, m) =>
    point.map((__, k) => {
      const width = sides[2 * k + 1][k] - sides[2 * k][k];
      return (differences[2 * k + 1].errors[m] - differences[2 * k].errors[m]) / width;
    }),
  );
  const points = DAMPINGS.map((damping) => stepped(point, { jacobian, errors: own.errors }, damping));
  const tried = await errorsAt(points);
  if (!tried) return undefined;
  const all = [...sides.map((at, k) => ({ point: at, loss: differences[k].loss }))];
  all.push(...points.map((at, k) => ({ point: at, loss: tried[k].loss })));
  const first: SearchEnd['best'] = { point, loss: own.loss };
  return { first, best: all.reduce((least, each) => (each.loss < least.loss ? each : least), first) };
}

/** Goes on from the end of a search while a round still lowers the loss and evaluations are left. */
export async function refine(
  end: SearchEnd,
  options: RefineOptions,
): Promise<Pick<SearchEnd, 'best' | 'evaluations' | 'complete'>> {
  let { best, evaluations, complete } = end;
  const cost = 2 * best.point.length + DAMPINGS.length + 1;
  for (const half of HALVES) {
    if (!complete || !Number.isFinite(best.loss) || evaluations + cost > options.evaluations) break;
    const done = await round(best.point, half, options);
    complete = done !== undefined;
    if (!done) break;
    evaluations += cost;
    best = done.best;
    if (!(done.first.loss - best.loss > options.lossRest)) break;
  }
  return { best, evaluations, complete };
}

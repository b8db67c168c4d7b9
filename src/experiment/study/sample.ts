/**
 * Simulates points of a study and keeps of every world only the numbers that its outcomes gather: 8 bytes a number and
 * world, whatever the size of the world. All points meet the same replicates, so they are paired: common random numbers;
 * a point may ask for luck of its own.
 */
import type { Scenario } from '../../../sim/index.js';
import { BASE, type Chunk, type ChunkResult, type Failure, type Pool, type Values } from '../job.js';
import { SINGLES, withOpening } from '../opening.js';
import { planChunks, span } from '../plan.js';
import { runOpen } from '../run.js';
import { gathererFor, type Metric } from './metric.js';

/** A plan to be simulated: an arm of a scenario (or `base`) with some values laid over it. */
export interface StudyPoint {
  readonly scenario: Scenario;
  readonly arm: string;
  readonly values?: Values;
  /** Its own first replicate, for points that are to have luck of their own. */
  readonly first?: number;
}

/** The scenario as it stands. */
export function basePoint(scenario: Scenario): StudyPoint {
  return { scenario, arm: BASE };
}

/** Numbers of the worlds of some points: replicates `first` to `first + replicates - 1` of each. */
export interface Sample {
  readonly points: readonly StudyPoint[];
  readonly metrics: readonly Metric[];
  readonly first: number;
  readonly replicates: number;
  /** One array for each gather of the metrics in order; entry `point x replicates + replicate - first`; NaN if undefined. */
  readonly gathered: readonly Float64Array[];
  /** 1 for each world that finished, in the same places. */
  readonly finished: Uint8Array;
}

/** What is to be simulated. */
export interface SampleOrder {
  readonly points: readonly StudyPoint[];
  readonly metrics: readonly Metric[];
  readonly replicates: number;
  /** First replicate; 0 unless given. */
  readonly first?: number;
  /** Worlds that this order and those behind it are likely to have; points x replicates unless given. For the price. */
  readonly planned?: number;
}

/** Who simulates, and who hears of it. */
export interface Simulator {
  poolOf(scenario: Scenario): Pool;
  readonly signal?: AbortSignal;
  /** Called once a world. */
  onWorld?(): void;
  onFailures?(failures: readonly Failure[]): void;
}

/** Chunks of a thread, so that the last ones end together. */
const PER_THREAD = 8;
/** Most worlds in a chunk: their outcomes are in memory together. */
const MOST = 16;

/** The study was stopped by a signal, or by world after world that hung: then `hung` is the last of them. */
export class StudyStopped extends Error {
  override name = 'StudyStopped';
  readonly hung: Failure | undefined;
  constructor(hung?: Failure) {
    super(hung ? `world after world hung: ${hung.message}` : 'stopped');
    this.hung = hung;
  }
}

function emptySample({ points, metrics, replicates, first = 0 }: SampleOrder): Sample {
  const worlds = points.length * replicates;
  const gathers = metrics.reduce((sum, { formula }) => sum + formula.gathers.length, 0);
  return {
    ...{ points, metrics, first, replicates },
    gathered: Array.from({ length: gathers }, () => new Float64Array(worlds).fill(Number.NaN)),
    finished: new Uint8Array(worlds),
  };
}

/** The order of the points on one pool: those with the same values follow each other, so threads parse them once. */
function chunksOf(order: SampleOrder, scenario: Scenario, width: number): Map<Chunk, number> {
  const { points, replicates, first = 0 } = order;
  const worlds = points.length * replicates;
  const length = Math.max(1, Math.min(MOST, replicates, Math.ceil(worlds / (width * PER_THREAD))));
  const chunks: (Chunk & { readonly place: number })[] = [];
  for (const [index, { scenario: own, arm, values, first: begin = first }] of points.entries()) {
    if (own !== scenario) continue;
    const wanted = [{ point: arm, replicates: span(begin, begin + replicates - 1) }];
    for (const chunk of planChunks(wanted, length))
      chunks.push({ ...chunk, place: index, ...(values ? { values } : {}) });
  }
  return new Map(withOpening(chunks, SINGLES * width).map(({ place, ...chunk }) => [chunk, place]));
}

function put(
  sample: Sample,
  point: number,
  { outcomes }: ChunkResult,
  gather: ReturnType<typeof gathererFor>,
): void {
  for (const outcome of outcomes) {
    const { first = sample.first } = sample.points[point];
    const at = point * sample.replicates + outcome.replicate - first;
    sample.finished[at] = 1;
    for (const [k, value] of gather(outcome).entries()) sample.gathered[k][at] = value;
  }
}

/**
 * Simulates all points. The numbers do not depend on the threads.
 * @throws StudyStopped if it was stopped before the end
 */
export async function takeSample(order: SampleOrder, by: Simulator): Promise<Sample> {
  const sample = emptySample(order);
  for (const scenario of new Set(order.points.map((point) => point.scenario))) {
    const pool = by.poolOf(scenario);
    const gather = gathererFor(order.metrics, scenario);
    const chunks = chunksOf(order, scenario, pool.width);
    const end = await runOpen([...chunks.keys()], pool, {
      keep: (result) => put(sample, chunks.get(result.chunk) as number, result, gather),
      onProgress: () => by.onWorld?.(),
      signal: by.signal,
    });
    if (end.failures.length > 0) by.onFailures?.(end.failures);
    if (!end.complete) throw new StudyStopped(end.hung);
  }
  return sample;
}

/** The arrays of one metric. */
function gathersOf({ metrics, gathered }: Sample, metric: number): readonly Float64Array[] {
  const from = metrics.slice(0, metric).reduce((sum, { formula }) => sum + formula.gathers.length, 0);
  return gathered.slice(from, from + metrics[metric].formula.gathers.length);
}

/** What the gathers of one metric found in the finished worlds of a point, in replicate order. */
export function valuesOf(sample: Sample, metric: number, point: number): number[][] {
  const { replicates, finished } = sample;
  const own = gathersOf(sample, metric);
  const places = span(point * replicates, (point + 1) * replicates - 1).filter((at) => finished[at] === 1);
  return own.map((numbers) => places.map((at) => numbers[at]));
}

/** As `valuesOf`, of two points, in the worlds that finished in both. */
export function pairedValues(
  sample: Sample,
  metric: number,
  [a, b]: readonly [number, number],
): [number[][], number[][]] {
  const { replicates, finished } = sample;
  const own = gathersOf(sample, metric);
  const both = span(0, replicates - 1).filter(
    (r) => finished[a * replicates + r] === 1 && finished[b * replicates + r] === 1,
  );
  const at = (point: number) => own.map((numbers) => both.map((r) => numbers[point * replicates + r]));
  return [at(a), at(b)];
}

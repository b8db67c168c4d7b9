/**
 * Adds worlds to some points until every difference of probabilities from the first point is known to a half-width. The
 * intervals are confidence sequences (pairedSequence), which hold at all numbers of worlds at once, so that ending when they
 * are narrow costs no coverage; what one look has excluded stays so. With K differences each is held at the level
 * 1 - .05 / K, so that all hold together with 95 % (Bonferroni). Costs about K milliseconds a look.
 */
import { countPairs } from '../../statistics/paired-counts.js';
import { pairedSequence } from '../../statistics/paired-sequence.js';
import { runningIntersection } from '../../statistics/running-intersection.js';
import { lastLook, nextLook, type Stopping } from '../looks.js';
import { isTrue } from './estimate.js';
import { joinSamples } from './join-samples.js';
import type { Metric } from './metric.js';
import { pairedValues, type Sample, type SampleOrder } from './sample.js';
import type { Lab } from './study.js';

/** B - A of one share as it is known now; the interval of all looks so far. */
export interface Known {
  /** Position of the metric. */
  readonly metric: number;
  /** Position of the point B. */
  readonly point: number;
  readonly low: number;
  readonly high: number;
  /** Pairs so far. */
  readonly n: number;
}

/** Worlds as many as it took, and what is known from them. */
export interface UntilKnown {
  readonly sample: Sample;
  readonly known: readonly Known[];
  readonly stopping: Stopping;
}

const ALPHA = 0.05;

/** True of a metric that is one `share(...)` of worlds: a probability. */
export function isProbability({ formula }: Metric): boolean {
  return formula.sole === 'share';
}

function unknown({ points, metrics }: Pick<SampleOrder, 'points' | 'metrics'>): Known[] {
  return points
    .slice(1)
    .flatMap((_, k) =>
      metrics.flatMap((each, metric) =>
        isProbability(each) ? [{ metric, point: k + 1, low: -1, high: 1, n: 0 }] : [],
      ),
    );
}

/** What one more look tells. */
function lookAt(sample: Sample, known: readonly Known[], level: number): Known[] {
  return known.map((before) => {
    const [a, b] = pairedValues(sample, before.metric, [0, before.point]);
    const { low, high, n } = pairedSequence(countPairs(b[0].map(isTrue), a[0].map(isTrue)), level);
    return { ...before, ...runningIntersection(before, { low, high, n }) };
  });
}

function widestOf(known: readonly Known[]): number {
  return Math.max(...known.map(({ low, high }) => (high - low) / 2));
}

/**
 * Simulates replicates from 0 on.
 * @param order points, A first, and metrics, of which at least one is a probability; `replicates`: never more worlds
 * @throws RangeError if there is nothing to be known; StudyStopped
 */
export async function sampleUntil(order: SampleOrder, lab: Lab, until: number): Promise<UntilKnown> {
  const { points, replicates: most } = order;
  let known = unknown(order);
  if (known.length === 0) throw new RangeError('sampleUntil: expected a share of worlds, got none');
  const level = 1 - ALPHA / known.length;
  const told = { until, intervals: known.length, level };
  let sample: Sample | undefined;
  for (let looks = 1; ; looks++) {
    const first = sample?.replicates ?? 0;
    const widest = widestOf(known);
    const last = first === 0 ? nextLook(0, most) : lastLook(first, most, { widest, until });
    const replicates = nextLook(first, most) - first;
    const more = await lab.sample({ ...order, first, replicates, planned: (last - first) * points.length });
    sample = sample ? joinSamples(sample, more) : more;
    const before = known;
    known = lookAt(sample, known, level);
    const reached = widestOf(known);
    const end = (reason: Stopping['reason']) => ({
      ...{ sample: sample as Sample, known },
      stopping: { reason, ...told, reached, looks },
    });
    if (reached <= until) return end('known');
    if (sample.replicates >= most) return end('most');
    if (known.every(({ n }, k) => n === before[k].n)) return end('nothing finished');
  }
}

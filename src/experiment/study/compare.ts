/**
 * Is plan B better than plan A? Both live the same worlds: draws are addressed, so what the plans do not touch is the
 * same to the bit, and the differences vary much less than two independent batches would.
 */
import { type Difference, differenceOf } from './estimate.js';
import { basePoint, type Sample, type StudyPoint } from './sample.js';
import type { Lab, Study } from './study.js';

/** A difference of one outcome between plan A and another plan. */
export interface DifferenceRow extends Difference {
  /** Name of the plan B. */
  readonly plan: string;
  readonly outcome: string;
  /** The firm it is about; empty for an outcome of the study's own. */
  readonly firm: string;
  readonly measure: string;
}

/** What `compare` finds. */
export interface Comparison {
  /** A first. */
  readonly plans: readonly string[];
  readonly differences: readonly DifferenceRow[];
}

interface Plan {
  readonly name: string;
  readonly point: StudyPoint;
}

/** A, then every B: the other scenario or the change, then the arms. */
function plansOf({ scenario, against, labels, arms }: Study): Plan[] {
  const [a, b] = labels;
  return [
    { name: a, point: basePoint(scenario) },
    ...(against ? [{ name: b, point: basePoint(against) }] : []),
    ...arms.map((arm) => ({ name: arm, point: { scenario, arm } })),
  ];
}

function rowsOf(sample: Sample, plans: readonly Plan[]): DifferenceRow[] {
  return plans.slice(1).flatMap(({ name }, k) =>
    sample.metrics.map((metric, at) => ({
      ...{ plan: name, outcome: metric.name, firm: metric.firm ?? '', measure: metric.text },
      ...differenceOf(sample, at, [0, k + 1]),
    })),
  );
}

/** Simulates all plans on the same luck. */
export async function compare(study: Study, lab: Lab): Promise<Comparison> {
  const plans = plansOf(study);
  const points = plans.map(({ point }) => point);
  const sample = await lab.sample({ points, metrics: study.metrics, replicates: study.replicates });
  return { plans: plans.map(({ name }) => name), differences: rowsOf(sample, plans) };
}

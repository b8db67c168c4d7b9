/**
 * Is plan B better than plan A? Both live the same worlds: draws are addressed, so what the plans do not touch is the
 * same to the bit, and the differences vary much less than two independent batches would. With `until` worlds are added
 * until every difference of probabilities is known; intervals of the other outcomes are then those of a single look.
 */

import { middleOf } from '../inputs.js';
import type { Stopping } from '../looks.js';
import { type Difference, differenceOf } from './estimate.js';
import { basePoint, type Sample, type StudyPoint } from './sample.js';
import type { Lab, Study } from './study.js';
import { type Known, sampleUntil } from './until.js';

/** A difference of one outcome between plan A and another plan. */
export interface DifferenceRow extends Difference {
  /** Name of the plan B. */
  readonly plan: string;
  readonly outcome: string;
  /** The firm it is about; empty for an outcome of the study's own. */
  readonly firm: string;
  readonly measure: string;
  /** With `until`: whether the interval holds at all looks, for all such rows together, or only if looked at once. */
  readonly interval?: 'anytime' | 'single look';
}

/** What `compare` finds. */
export interface Comparison {
  /** A first. */
  readonly plans: readonly string[];
  /** What the plans do not have alike, which no pairing mends: sentences for the reader. */
  readonly unlike: readonly string[];
  readonly differences: readonly DifferenceRow[];
  /** With `until`: why it ended. */
  readonly stopping?: Stopping;
  /** With `until`: worlds of every plan. */
  readonly replicates?: number;
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

/** Rows of probabilities with the interval that holds at all looks. */
function withKnown(rows: readonly DifferenceRow[], sample: Sample, known: readonly Known[]): DifferenceRow[] {
  const width = sample.metrics.length;
  const at = new Map(known.map((each) => [(each.point - 1) * width + each.metric, each]));
  return rows.map((row, k) => {
    const own = at.get(k);
    return own
      ? { ...row, low: own.low, high: own.high, interval: 'anytime' }
      : { ...row, interval: 'single look' };
  });
}

/** Plans that are not of the same months or people measure different things at their ends. */
function unlikeOf(plans: readonly Plan[]): string[] {
  const [a, ...others] = plans;
  const facts = ({ point: { scenario } }: Plan) => ({
    months: String(middleOf(scenario.months)),
    start: scenario.start,
    people: String(middleOf(scenario.people)),
    agents: String(middleOf(scenario.agents)),
    currency: scenario.currency,
  });
  const own = facts(a);
  return others.flatMap((plan) =>
    Object.entries(facts(plan)).flatMap(([field, value]) => {
      const before = own[field as keyof typeof own];
      return before === value ? [] : [`${plan.name} has ${field} ${value}, ${a.name} ${before}`];
    }),
  );
}

/** Simulates all plans on the same luck. */
export async function compare(study: Study, lab: Lab): Promise<Comparison> {
  const plans = plansOf(study);
  const names = plans.map(({ name }) => name);
  const points = plans.map(({ point }) => point);
  const order = { points, metrics: study.metrics, replicates: study.replicates };
  const unlike = unlikeOf(plans);
  if (study.until === 0) return { plans: names, unlike, differences: rowsOf(await lab.sample(order), plans) };
  const { sample, known, stopping } = await sampleUntil(order, lab, study.until);
  const differences = withKnown(rowsOf(sample, plans), sample, known);
  return { plans: names, unlike, replicates: sample.replicates, stopping, differences };
}

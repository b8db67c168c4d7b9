/** A laboratory around an artificial model: a world is a number, and a fate, that a function of its inputs gives. */
import { MONTH_COLUMNS, type Outcome, type Scenario } from '../../../sim/index.js';
import type { Values } from '../../../src/experiment/job.js';
import type { Factor } from '../../../src/experiment/study/factor.js';
import { type Metric, namedMetrics } from '../../../src/experiment/study/metric.js';
import { type Lab, makeLab, type Study } from '../../../src/experiment/study/study.js';
import { inlinePool } from '../../../src/pool/inline.js';
import { fakeOutcome, fakeScenario, MONTHS } from '../fake.js';

/** What is to come of a world. */
export interface Fate {
  /** Cash of firm `dies` at the end. */
  readonly cash?: number;
  /** True if `dies` runs out of cash. */
  readonly dies?: boolean;
}

/** The artificial model; `plan` is `base` or the name of an arm. */
export type Truth = (world: {
  readonly plan: string;
  readonly replicate: number;
  readonly values: Values;
}) => Fate;

const CASH = ((MONTHS - 1) * 2 + 0) * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf('cash');

function outcomeOf(replicate: number, { cash = 0, dies = false }: Fate): Outcome {
  const outcome = fakeOutcome(1);
  const [first, ...others] = outcome.firms;
  outcome.months[CASH] = cash;
  const end = dies ? { outcome: 'cash-out' as const, exitMonth: 2 } : {};
  return { ...outcome, replicate, firms: [{ ...first, ...end }, ...others] };
}

/** A lab whose worlds follow `truth`; `orders` lists how many points and replicates each sample had. */
export function labOf(truth: Truth): Lab & { readonly orders: (readonly [number, number])[] } {
  const orders: (readonly [number, number])[] = [];
  const pool = inlinePool(
    (plan, replicate, { values = {} } = {}) => outcomeOf(replicate, truth({ plan, replicate, values })),
    's',
  );
  const lab = makeLab({ poolOf: () => pool });
  return {
    ...lab,
    orders,
    sample(order) {
      orders.push([order.points.length, order.replicates]);
      return lab.sample(order);
    },
  };
}

/** Metrics by name. */
export function metrics(named: Readonly<Record<string, string>>): Metric[] {
  return namedMetrics(named, fakeScenario).metrics;
}

export const END_CASH = `mean(cash(dies, ${MONTHS}))`;
export const CASH_OUT = 'share(cashOut(dies))';

/** Factors x1, x2, ... from `low` to `high`. */
export function ranges(count: number, [low, high]: readonly [number, number] = [0, 1]): Factor[] {
  return Array.from({ length: count }, (_, k) => {
    const name = `x${k + 1}`;
    return { name, paths: [name], unit: '', at: (u: number) => low + (high - low) * u };
  });
}

/** A study of the artificial model. */
export function studyOf(kind: Study['study'], more: Partial<Study>): Study {
  return {
    ...{ study: kind, title: 'T', question: 'Q', scenario: fakeScenario as Scenario, labels: ['A', 'B'] },
    ...{ seed: '1', isSecret: false, replicates: 1, until: 0, points: 0 },
    ...{ arms: [], firms: [], factors: [], metrics: metrics({ cash: END_CASH }), policies: [], players: [] },
    ...more,
  };
}

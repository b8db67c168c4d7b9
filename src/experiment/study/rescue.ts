/**
 * What would have saved a firm: every lever alone, then the pairs of the best ones, all on the same luck. The winners are
 * then measured again on fresh worlds, because the best of many is partly lucky.
 */
import { type Difference, differenceOf, type Estimated, estimateOf } from './estimate.js';
import { type Lever, leversOf } from './levers.js';
import { type Metric, namedMetrics } from './metric.js';
import { basePoint, type Sample } from './sample.js';
import type { Lab, Study } from './study.js';

/** A lever, or two, and what it changes: with it minus without it. */
export interface RescueRow {
  readonly lever: string;
  /** P(cash-out). */
  readonly cashOut: Difference;
  /** P(alive at the end): a firm may also end otherwise. */
  readonly alive: Difference;
}

/** What `rescue` finds. */
export interface RescueResult {
  readonly firm: string;
  /** As the scenario stands. */
  readonly before: { readonly cashOut: Estimated; readonly alive: Estimated };
  /** Each alone, the most saving first. */
  readonly levers: readonly RescueRow[];
  /** Pairs of the best levers, the most saving first. */
  readonly pairs: readonly RescueRow[];
  /** The best lever and the best pair again, in worlds that did not choose them; empty if nothing saves. */
  readonly confirmed: readonly RescueRow[];
}

/** So many of the best levers are tried in pairs. */
const PAIRED = 5;
/** Points that follow at most: the firm as it is with all pairs, and with the two best on fresh worlds. */
const LATER = 1 + (PAIRED * (PAIRED - 1)) / 2 + 3;

function metricsFor({ scenario, firms: [firm] }: Study): Metric[] {
  const name = JSON.stringify(firm);
  const copies = Object.values(scenario.firms).filter(({ family }) => family === firm).length || 1;
  const formula = (end: string) =>
    copies === 1 ? `share(${end}(${name}))` : `mean(${end}(${name})) / ${copies}`;
  const { metrics } = namedMetrics({ cashOut: formula('cashOut'), alive: formula('alive') }, scenario);
  return copies === 1 ? metrics : metrics.map((metric) => ({ ...metric, copies }));
}

function rowsOf(sample: Sample, levers: readonly Lever[]): (RescueRow & { readonly own: Lever })[] {
  const rows = levers.map((own, k) => ({
    ...{ own, lever: own.name },
    cashOut: differenceOf(sample, 0, [0, k + 1]),
    alive: differenceOf(sample, 1, [0, k + 1]),
  }));
  // a stable order: equal levers stay as they are declared; those that could not be simulated come last
  const known = ({ cashOut }: RescueRow) => Number.isFinite(cashOut.estimate);
  const order = (a: RescueRow, b: RescueRow) =>
    a.cashOut.estimate - b.cashOut.estimate || b.alive.estimate - a.alive.estimate;
  return [...rows.filter(known).sort(order), ...rows.filter((row) => !known(row))];
}

/** True if one writes below what the other replaces, such as the price of a tier and the list of tiers. */
function clash(first: Lever, second: Lever): boolean {
  const isBelow = (path: string, other: string) => path.startsWith(`${other}.`);
  return Object.keys(first.values).some((a) =>
    Object.keys(second.values).some((b) => isBelow(a, b) || isBelow(b, a)),
  );
}

function pairsOf(best: readonly Lever[]): Lever[] {
  return best.flatMap((first, k) =>
    best
      .slice(k + 1)
      .filter((second) => second.kind !== first.kind && !clash(first, second))
      .map((second) => ({
        kind: '',
        name: `${first.name} and ${second.name}`,
        values: { ...first.values, ...second.values },
      })),
  );
}

/** Simulates the firm as it is and with every lever. */
export async function rescue(study: Study, lab: Lab): Promise<RescueResult> {
  const { scenario, replicates } = study;
  const [firm] = study.firms;
  const metrics = metricsFor(study);
  const measure = async (levers: readonly Lever[], first: number, later = 0) => {
    const points = [basePoint(scenario), ...levers.map(({ values }) => ({ ...basePoint(scenario), values }))];
    const planned = (points.length + later) * replicates;
    return lab.sample({ points, metrics, replicates, first, planned });
  };
  const levers = leversOf(scenario, firm);
  const sample = await measure(levers, 0, LATER);
  const singles = rowsOf(sample, levers);
  const saving = singles.filter(({ cashOut }) => cashOut.estimate < 0).map(({ own }) => own);
  const tried = pairsOf(saving.slice(0, PAIRED));
  const pairs = tried.length > 0 ? rowsOf(await measure(tried, 0), tried) : [];
  const best = [...saving.slice(0, 1), ...pairs.slice(0, 1).map(({ own }) => own)];
  const confirmed = best.length > 0 ? rowsOf(await measure(best, replicates), best) : [];
  const told = (rows: typeof singles): RescueRow[] => rows.map(({ own: _, ...row }) => row);
  return {
    firm,
    before: { cashOut: estimateOf(sample, 0, 0), alive: estimateOf(sample, 1, 0) },
    ...{ levers: told(singles), pairs: told(pairs), confirmed: told(confirmed) },
  };
}

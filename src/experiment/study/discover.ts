/**
 * What must be true? Worlds are drawn over the uncertain fields, each with its own luck; PRIM (Friedman & Fisher 1999)
 * finds the box of fields in which the case, such as a firm running out of cash, happens often. The box is then tried on
 * fresh worlds, because the search has seen the ones that made it.
 */
import { type PrimBox, prim } from '../../statistics/prim.js';
import { isInBox } from '../../statistics/prim-region.js';
import { wilson } from '../../statistics/wilson.js';
import { BASE } from '../job.js';
import { type DesignRow, designRows } from './design.js';
import type { Estimated } from './estimate.js';
import type { Factor } from './factor.js';
import { type Metric, namedMetrics } from './metric.js';
import { type Sample, valuesOf } from './sample.js';
import type { Lab, Study } from './study.js';

/** A bound of the box in values of a field. */
export interface BoxLimit {
  readonly factor: string;
  readonly unit: string;
  /** Ends of the part of the range, null where it is open; or the levels in it. */
  readonly low: number | null;
  readonly high: number | null;
  readonly levels?: readonly unknown[];
  /** The same ends as parts 0..1 of the field's own spread: 0.9 is its 90 % value. */
  readonly within: readonly [low: number, high: number];
  readonly quasiPValue: number;
}

/** A box with how well it holds the cases. */
export interface DiscoveredBox {
  readonly limits: readonly BoxLimit[];
  /** Shares 0..1 in the worlds that made it: of all cases, of cases among its worlds, of all worlds. */
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
  /** As often such a box is found in outcomes without any pattern. */
  readonly pValue: number;
  /** The density and the coverage in fresh worlds. */
  readonly fresh: { readonly density: Estimated; readonly coverage: Estimated };
  readonly trajectory: readonly {
    readonly coverage: number;
    readonly density: number;
    readonly mass: number;
  }[];
  readonly chosen: number;
}

/** The cases of one firm. */
export interface Discovery {
  readonly firm: string;
  readonly measure: string;
  /** Probability of the case over all worlds. */
  readonly share: Estimated;
  readonly boxes: readonly DiscoveredBox[];
}

/** What `discover` finds. */
export interface DiscoverResult {
  readonly points: number;
  readonly factors: readonly string[];
  readonly discoveries: readonly Discovery[];
}

const BOXES = 2;
/** A further box that outcomes without a pattern give more often than this is not told. */
const CHANCE = 0.05;
/** Cases on either side, at least, to look for a box. */
const LEAST = 20;

function casesOf(study: Study): Metric[] {
  const { scenario } = study;
  const own = study.metrics.filter(({ firm, formula }) => firm === undefined && formula.sole === 'share');
  if (own.length > 0) return own;
  const ids = study.firms.length > 0 ? study.firms : Object.keys(scenario.firms);
  return ids.flatMap((firm) => {
    const text = `share(cashOut(${JSON.stringify(firm)}) > 0)`;
    return namedMetrics({ cashOut: text }, scenario).metrics.map((metric) => ({ ...metric, firm }));
  });
}

interface Draws {
  readonly rows: readonly DesignRow[];
  readonly sample: Sample;
}

/** Every row has inputs and luck of its own: what the box holds is then true over luck too. */
async function draw(
  study: Study,
  lab: Lab,
  at: { metrics: readonly Metric[]; first: number; seed: string },
): Promise<Draws> {
  const { scenario, factors, points, replicates } = study;
  const rows = designRows('sobol', factors, { points, seed: at.seed });
  const order = rows.map(({ values }, k) => ({
    scenario,
    arm: BASE,
    values,
    first: at.first + k * replicates,
  }));
  // the worlds that try the boxes come after those that find them
  const planned = (at.first === 0 ? 2 : 1) * points * replicates;
  const sample = await lab.sample({ points: order, metrics: at.metrics, replicates, planned });
  return { rows, sample };
}

/** One entry for each world: its inputs as coordinates, and whether it is a case. */
function worldsOf(
  { rows, sample }: Draws,
  metric: number,
  factors: readonly Factor[],
): { inputs: number[][]; cases: boolean[] } {
  const inputs: number[][] = [];
  const cases: boolean[] = [];
  rows.forEach(({ at }, point) => {
    for (const value of valuesOf(sample, metric, point)[0]) {
      inputs.push(at.map((u, k) => (factors[k].levels ? levelOf(factors[k], u) : u)));
      cases.push(value !== 0 && !Number.isNaN(value));
    }
  });
  return { inputs, cases };
}

/** The number of the level at a coordinate, in the middle of its part of 0..1, so that a bound holds whole levels. */
function levelOf({ levels = [] }: Factor, u: number): number {
  return (Math.min(levels.length - 1, Math.floor(u * levels.length)) + 0.5) / levels.length;
}

/** A coordinate as a value of the field; open ends stay open. */
function limitOf(factor: Factor, limit: PrimBox['limits'][number]): BoxLimit {
  const { low, high, quasiPValue } = limit;
  const { name, unit, levels } = factor;
  const within = [Math.max(0, low), Math.min(1, high)] as const;
  if (levels) {
    const inside = levels.filter((_, k) => {
      const middle = (k + 0.5) / levels.length;
      return limit.values ? limit.values.includes(middle) : middle >= low && middle <= high;
    });
    return { factor: name, unit, low: null, high: null, levels: inside, within, quasiPValue };
  }
  const end = (u: number) => (Number.isFinite(u) ? (factor.at(u) as number) : null);
  return { factor: name, unit, low: end(low), high: end(high), within, quasiPValue };
}

function onFresh(box: PrimBox, fresh: { inputs: number[][]; cases: boolean[] }) {
  const inside = fresh.inputs.map((input) => isInBox(box.limits, input));
  const count = (holds: (k: number) => boolean) => inside.filter((_, k) => holds(k)).length;
  const hits = count((k) => inside[k] && fresh.cases[k]);
  return {
    density: wilson(
      hits,
      count((k) => inside[k]),
    ),
    coverage: wilson(
      hits,
      count((k) => fresh.cases[k]),
    ),
  };
}

function boxesOf(
  study: Study,
  seen: ReturnType<typeof worldsOf>,
  fresh: ReturnType<typeof worldsOf>,
): DiscoveredBox[] {
  const { factors, seed } = study;
  const cases = seen.cases.filter(Boolean).length;
  if (cases < LEAST || seen.cases.length - cases < LEAST) return [];
  const isNamed = ({ levels }: Factor) => levels?.some((level) => typeof level !== 'number');
  const found = prim(seen.inputs, seen.cases, {
    names: factors.map(({ name }) => name),
    categorical: factors.flatMap((factor, k) => (isNamed(factor) ? [k] : [])),
    ...{ boxes: BOXES, seed },
  });
  return found
    .filter(({ limits, pValue }, k) => limits.length > 0 && (k === 0 || pValue <= CHANCE))
    .map((box) => ({
      limits: box.limits.map((limit) => limitOf(factors[limit.dimension], limit)),
      ...{ coverage: box.coverage, density: box.density, mass: box.mass, pValue: box.pValue },
      fresh: onFresh(box, fresh),
      trajectory: box.trajectory.map(({ coverage, density, mass }) => ({ coverage, density, mass })),
      chosen: box.chosen,
    }));
}

/** Draws worlds, finds the boxes, and tries them on as many fresh ones. */
export async function discover(study: Study, lab: Lab): Promise<DiscoverResult> {
  const metrics = casesOf(study);
  const seen = await draw(study, lab, { metrics, first: 0, seed: study.seed });
  const fresh = await draw(study, lab, {
    metrics,
    first: study.points * study.replicates,
    seed: `${study.seed} again`,
  });
  const discoveries = metrics.map((metric, k) => {
    const [own, other] = [worldsOf(seen, k, study.factors), worldsOf(fresh, k, study.factors)];
    const share = wilson(own.cases.filter(Boolean).length, own.cases.length);
    return { firm: metric.firm ?? '', measure: metric.text, share, boxes: boxesOf(study, own, other) };
  });
  return { points: study.points, factors: study.factors.map(({ name }) => name), discoveries };
}

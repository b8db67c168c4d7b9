/**
 * The shifted beta-geometric law by maximum likelihood (Fader & Hardie 2007, appendix B): those who left in a period
 * count with ln P(T = t), those who are still there with ln S(t). Searched over the mean rate alpha / (alpha + beta)
 * within the likeness of customers 1 / (alpha + beta + 1), each with Brent's method: both lie in 0..1 and are nearly
 * independent, which alpha and beta are not. About 1,500 evaluations of the likelihood, each as long as the data.
 */
import { expectThat } from './expect.js';
import { minimizeScalar } from './minimize-scalar.js';
import { expectShapes } from './shifted-beta-geometric.js';

/** Customers by period: those there at the start and after each period, or the start and those lost in each period. */
export type CustomerCounts = readonly number[] | { readonly start: number; readonly lost: readonly number[] };

/** Largest likelihood, natural logarithm; the mean rate of leaving of a new customer is alpha / (alpha + beta). */
export interface SbgFit {
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
}

/** At alpha + beta above this customers are alike: the geometric law, and no maximum. */
const ALIKE = 1e5;

function readCounts(counts: CustomerCounts): { lost: readonly number[]; left: number } {
  const isCurve = Array.isArray(counts);
  const given = counts as { start: number; lost: readonly number[] };
  const curve = counts as readonly number[];
  const lost = isCurve ? curve.slice(1).map((n, t) => curve[t] - n) : given.lost;
  const start = isCurve ? curve[0] : given.start;
  const left = lost.reduce((rest, n) => rest - n, start);
  const form =
    'fitSbg: expected counts that start above 0 and never rise or fall below 0, with 2 periods or more';
  const isFit = lost.length >= 2 && start > 0 && Number.isFinite(start) && lost.every((n) => n >= 0);
  expectThat(isFit && left >= -1e-9 * start, form, JSON.stringify(counts));
  return { lost, left: Math.max(0, left) };
}

/**
 * ln likelihood of the counts: sum of lost ln P(T = t) and of those left ln S(last).
 * @throws RangeError unless alpha, beta > 0 and the counts are a curve that falls
 */
export function sbgLogLikelihood(counts: CustomerCounts, alpha: number, beta: number): number {
  expectShapes(alpha, beta, 'sbgLogLikelihood');
  return logLikelihood(readCounts(counts), alpha, beta);
}

function logLikelihood(
  { lost, left }: { lost: readonly number[]; left: number },
  alpha: number,
  beta: number,
): number {
  let logSurvival = 0;
  let sum = 0;
  for (let t = 0; t < lost.length; t++) {
    const all = alpha + beta + t;
    if (lost[t] > 0) sum += lost[t] * (logSurvival + Math.log(alpha / all));
    logSurvival += Math.log((beta + t) / all);
  }
  return left > 0 ? sum + left * logSurvival : sum;
}

/**
 * Fits alpha and beta. `[1000, 869, 743, ...]` and `{ start: 1000, lost: [131, 126, ...] }` are the same; periods are of
 * equal length, counts may be weighted.
 * @returns null if there is no maximum: nobody or everybody left at once, or rates of leaving as alike as chance makes them
 * @throws RangeError unless the counts start above 0 and fall, with 2 periods or more
 */
export function fitSbg(counts: CustomerCounts): SbgFit | null {
  const read = readCounts(counts);
  const lossAt = (logitMean: number, logTotal: number) => {
    const mean = 1 / (1 + Math.exp(-logitMean));
    const total = Math.exp(logTotal);
    return -logLikelihood(read, mean * total, total / (1 + Math.exp(logitMean)));
  };
  const bestMean = (logTotal: number) =>
    minimizeScalar((m) => lossAt(m, logTotal), { low: -16, high: 16, tolerance: 1e-9 });
  const ends = { low: Math.log(1e-4), high: Math.log(10 * ALIKE), tolerance: 1e-8 };
  const { x: logTotal, value } = minimizeScalar((l) => bestMean(l).value, ends);
  const { x: logitMean } = bestMean(logTotal);
  const total = Math.exp(logTotal);
  if (total > ALIKE || total < 1e-3 || Math.abs(logitMean) > 15) return null;
  return {
    alpha: total / (1 + Math.exp(-logitMean)),
    beta: total / (1 + Math.exp(logitMean)),
    logLikelihood: -value,
  };
}

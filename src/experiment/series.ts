/** One number a month in every world, gathered over all worlds and turned into quantiles by month. */
import type { Sample } from '../statistics/sample.js';
import type { MakeSample } from './sample-maker.js';
import type { Fan } from './summary.js';

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];

export interface Series {
  /** The number of the next world in a month (from 0); NaN leaves the world out of this month. */
  put(month: number, value: number): void;
  /** Ends a pass over all worlds; true if they must come once more. */
  endPass(): boolean;
  /** Quantiles over the worlds; NaN where no world has a value. Held samples tell them at any time. */
  fan(): Fan;
}

/** Ends the pass of several; true if any must have the worlds once more. */
export function endPasses(all: readonly Pick<Sample, 'endPass'>[]): boolean {
  return all.map((one) => one.endPass()).includes(true);
}

export function makeSeries(months: number, make: MakeSample): Series {
  const samples = Array.from({ length: months }, () => make(QUANTILES));
  const at = (p: number) => samples.map((sample) => sample.quantile(p));
  return {
    put: (month, value) => samples[month].put(value),
    endPass: () => endPasses(samples),
    fan: () => {
      const [q05, q25, q50, q75, q95] = QUANTILES.map(at);
      return { q05, q25, q50, q75, q95, mean: samples.map((sample) => sample.mean()) };
    },
  };
}

/** Functions that gather the worlds of a batch into one number. Quantiles are R-7 (Hyndman & Fan 1996). */
import { quantile } from '../statistics/quantile.js';

/** `least`: how many arguments it takes. */
export interface Gatherer {
  readonly least: number;
  readonly about: string;
  of(values: readonly number[], parameter: number): number;
}

/** The R-7 quantile, also between infinite values. */
function quantileOf(values: readonly number[], p: number): number {
  const sorted = Float64Array.from(values).sort();
  const found = quantile(sorted, p);
  return Number.isNaN(found) && sorted.length > 0 ? sorted[Math.floor((sorted.length - 1) * p)] : found;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1),
  );
}

/** Every gatherer by name. */
export const GATHERERS: Readonly<Record<string, Gatherer>> = {
  median: { least: 1, about: 'Middle world.', of: (values) => quantileOf(values, 0.5) },
  mean: { least: 1, about: 'Mean over worlds.', of: meanOf },
  share: {
    least: 1,
    about: 'Share of worlds in which it is true (not 0).',
    of: (values) => values.filter((value) => value !== 0).length / values.length,
  },
  quantile: { least: 2, about: 'Quantile over worlds: quantile(value, p).', of: quantileOf },
  sd: { least: 1, about: 'Standard deviation over worlds (n - 1).', of: deviationOf },
  lowest: { least: 1, about: 'Lowest world.', of: (values) => quantileOf(values, 0) },
  highest: { least: 1, about: 'Highest world.', of: (values) => quantileOf(values, 1) },
};

/** Gathers the numbers of all worlds; NaN if there are none. Undefined ones are false for `share`, else left out. */
export function gather(name: string, values: readonly number[], parameter = 0): number {
  if (values.length === 0) return Number.NaN;
  if (name === 'share')
    return GATHERERS.share.of(
      values.map((value) => (Number.isNaN(value) ? 0 : value)),
      0,
    );
  const defined = values.filter((value) => !Number.isNaN(value));
  return defined.length === 0 ? Number.NaN : GATHERERS[name].of(defined, parameter);
}

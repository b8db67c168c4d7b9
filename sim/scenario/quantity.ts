/**
 * A number in a scenario: what is known of it, and who says so.
 *
 * Grammar of the text form:  VALUE [TAG source] note
 *   VALUE  a number (`12`, `5.5 M`, `30 k`, `1.2 B`, `35%`), an interval `5 to 10` (the middle 90 %), or a
 *          named law: normal(mean, sd) lognormal(median, sigma) uniform(low, high) triangular(low, mode, high)
 *   TAG    S said by an article, P public page, L textbook, C computed, A assumption; S and P name a source
 * Plain YAML numbers are constants without a tag.
 */
export type Tag = 'S' | 'P' | 'L' | 'C' | 'A';

/** What is known of a number. `5 to 10` is stored as `interval`; its law is lognormal if both ends are > 0. */
export type Law =
  | { kind: 'constant'; value: number }
  | { kind: 'interval'; low: number; high: number }
  | { kind: 'normal'; mean: number; sd: number }
  | { kind: 'lognormal'; median: number; sigma: number }
  | { kind: 'uniform'; low: number; high: number }
  | { kind: 'triangular'; low: number; mode: number; high: number };

/** A parsed number of a scenario. `isDefault`: the scenario is silent, the field's own default holds. */
export interface Quantity {
  readonly law: Law;
  readonly tag?: Tag;
  /** Key of the scenario's `sources` list; only for S and P. */
  readonly source?: string;
  readonly note?: string;
  readonly isDefault?: boolean;
}

/** Declaration of a number: once, in `fields/` or in a policy's `parameters`. */
export interface QuantitySpec {
  /** e.g. `currency a month`, `share`, `utils`, `months`, `people`, `million tokens a month`. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Without a default the field is required. */
  readonly default?: number;
  readonly whole?: boolean;
  /** One sentence, shown by `describe`. */
  readonly about: string;
  /** Where the default comes from. */
  readonly source?: string;
  /** True if it only shapes the start, so that an intervention may not change it later. */
  readonly startOnly?: boolean;
  /** True for settings of the run (months, agents): no fact about the world, no tag needed. */
  readonly setting?: boolean;
}

/** The same tree with every Quantity replaced by the number drawn for one replicate. */
export type Drawn<T> = T extends Quantity
  ? number
  : T extends readonly (infer E)[]
    ? Drawn<E>[]
    : T extends object
      ? { [K in keyof T]: Drawn<T[K]> }
      : T;

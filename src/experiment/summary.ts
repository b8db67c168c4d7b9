/** The batch in numbers: the content of `summary.json`, and all that the report needs besides the manifest. */
import type { FirmEnd, LedgerLine } from '../../sim/index.js';
import type { ToldFailure } from './failure-reason.js';
import type { Stopping } from './looks.js';
import type { PolicyLevel } from './policy-level.js';

/** A probability with its 95 % Wilson interval from n worlds in which the firm entered; NaN if it entered in none. */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * Quantiles over worlds, one entry a month; month 0 (before the first month) is not included.
 * NaN (null in summary.json) in months in which no world has a value.
 */
export interface Fan {
  readonly q05: number[];
  readonly q25: number[];
  readonly q50: number[];
  readonly q75: number[];
  readonly q95: number[];
  readonly mean: number[];
}

/** Still operating (any exit counts), Kaplan-Meier with Greenwood's log-log interval; one entry a month since entry. */
export interface Survival {
  readonly atRisk: number[];
  readonly exits: number[];
  readonly estimate: number[];
  readonly low: number[];
  readonly high: number[];
}

export interface FirmSummary {
  /** With the number of copies if there are several. */
  readonly name: string;
  /** Firms of this kind; all that follows is over copies and worlds, fans over one copy a world. */
  readonly copies: number;
  /** Colour slot: position in the scenario, from 1. */
  readonly slot: number;
  readonly hasParent: boolean;
  readonly hasApp: boolean;
  readonly policy: string;
  readonly cashOut: Estimate;
  readonly outcomes: Readonly<Record<FirmEnd, Estimate>>;
  /** Over worlds in which it ran out of cash; null if none. */
  readonly medianExitMonth: number | null;
  readonly exitQuartiles: readonly [number, number] | null;
  readonly survival: Survival;
  /** Cumulative incidence by month since entry (Aalen-Johansen) with 95 % interval of the cash-out curve. */
  readonly incidence: {
    readonly cashOut: number[];
    readonly cashOutLow: number[];
    readonly cashOutHigh: number[];
    readonly acquired: number[];
    readonly woundDown: number[];
    readonly paused: number[];
  };
  /** Currency; worlds in which the firm has ended count with the cash it ended with. */
  readonly cash: Fan;
  /** People; 0 after the end. */
  readonly users: Fan;
  readonly payers: Fan;
  /** Only worlds in which the firm is alive. */
  readonly price: Fan;
  /** Spending, so positive; 0 after the end. */
  readonly advertising: Fan;
  /** Only worlds in which the firm is alive. */
  readonly cac: Fan;
  /** Months of runway, capped at 999; only worlds in which the firm is alive. */
  readonly runway: Fan;
  readonly finalCash: { readonly q05: number; readonly q50: number; readonly q95: number };
  readonly finalUsers: { readonly q05: number; readonly q50: number; readonly q95: number };
  /** Money over the whole world by line, currency: mean and the middle half of worlds. `all`: every world; `cashOut`: only those. */
  readonly startCash: number;
  readonly money: {
    readonly all: Readonly<Record<LedgerLine, MeanRange>>;
    readonly cashOut: Readonly<Record<LedgerLine, MeanRange>> | null;
    /** Cash at the end, same two groups. */
    readonly endAll: MeanRange;
    readonly endCashOut: MeanRange | null;
  };
  /** Number of worlds by proximate cause of a cash-out. */
  readonly causes: Readonly<Record<string, number>>;
  /** Cash of the worlds 0, 1, 2 month by month (hairlines of the fan). */
  readonly worlds: readonly { readonly replicate: number; readonly cash: number[] }[];
}

export interface MeanRange {
  readonly mean: number;
  readonly q25: number;
  readonly q75: number;
}

/** One plan: the base world or an arm. */
export interface PointSummary {
  /** Worlds that finished. */
  readonly n: number;
  readonly firms: Readonly<Record<string, FirmSummary>>;
  /** People with at least one app. */
  readonly people: Fan;
  readonly unitCost: Fan;
  /** Price index of each channel. */
  readonly priceIndex: Readonly<Record<string, Fan>>;
  /** Firms that ended by cash-out per world. */
  readonly firmsLost: MeanRange & { readonly q05: number; readonly q95: number };
  /** Mean people, shape (F + 1) x (F + 1) row by row, from x to; 0 = no app. */
  readonly moves: number[];
  readonly origins: number[];
}

export interface Summary extends PointSummary {
  readonly title: string;
  readonly question: string;
  readonly currency: string;
  readonly start: string;
  readonly months: number;
  readonly people0: number;
  readonly agents: number;
  /** Replicates asked for. */
  readonly replicates: number;
  readonly failed: number;
  /** Why worlds failed, each reason once; nothing if none failed. */
  readonly failures?: readonly ToldFailure[];
  /** As the scenario names them; copies of a firm are one. */
  readonly firmIds: readonly string[];
  readonly channelIds: readonly string[];
  /** Name of the arm -> its summary; empty if only the base was run. */
  readonly arms: Readonly<Record<string, PointSummary & { readonly about: string }>>;
  readonly checks: readonly CheckResult[];
  /** Every number of the scenario with tag and source, for the page of inputs. */
  readonly inputs: readonly InputRow[];
  readonly warnings: readonly string[];
  /** With `--until`: why no more worlds were added. Intervals of `cashOut` of `firms` then hold at all looks, all together. */
  readonly stopping?: Stopping & { readonly firms: readonly string[] };
}

/** A check of the scenario against the batch. */
export interface CheckResult {
  readonly id: string;
  readonly kind: 'identity' | 'behaviour';
  readonly about: string;
  readonly source: string;
  readonly measure: string;
  /** null if it could not be measured (for example an arm was not run). */
  readonly found: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly target: string;
  readonly verdict: 'pass' | 'fail' | 'open';
  readonly pass: boolean;
}

export interface InputRow {
  readonly path: string;
  /** As written, such as `5 to 10`. */
  readonly value: string;
  readonly unit: string;
  readonly about: string;
  readonly tag: string;
  readonly source: string;
  readonly note: string;
}

/** `manifest.json`: what made the numbers. Nothing in it depends on the clock or the machine. */
export interface Manifest {
  readonly afterburn: string;
  readonly numerics: number;
  readonly scenario: string;
  /** SHA-256 of the canonical scenario with all --set applied, 64 hex digits. */
  readonly scenarioHash: string;
  readonly fingerprint: string;
  readonly seed: string;
  readonly replicates: number;
  /** The world that was run alone, if it is not world 0. */
  readonly only?: number;
  readonly agents: number;
  readonly arms: readonly string[];
  readonly command: string;
  readonly policies: readonly { readonly firm: string; readonly policy: string; readonly hash?: string }[];
  /** How far policies from modules were trusted; `built-in` if there are none. */
  readonly policyLevel: PolicyLevel | 'built-in';
  /** The result hash (result-hash.ts) of the worlds that the results cover, 64 hex digits. */
  readonly resultHash: string;
  /** SHA-256 of files in the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** `complete`, or `PARTIAL n of N`. */
  readonly state: string;
}

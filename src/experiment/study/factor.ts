/**
 * What a study varies: a field of the scenario (or several with one value) over a range or a list of levels. A factor
 * turns a coordinate u in [0, 1) into a value, so every design is made in the unit cube.
 */
import {
  didYouMean,
  drawWithin,
  exp,
  findPlace,
  type Law,
  log,
  type Problem,
  parseQuantity,
  placesOf,
  type QuantitySpec,
  type Scenario,
} from '../../../sim/index.js';
import { inFirstCopy } from '../calibration/parameters.js';
import type { Values } from '../job.js';

/** A field, or several that share one value. */
export interface Factor {
  readonly name: string;
  /** Dotted paths, at least one. */
  readonly paths: readonly string[];
  /** Of numbers; empty for levels that are none. */
  readonly unit: string;
  /** The values it may have, if they are listed. */
  readonly levels?: readonly unknown[];
  /** The value at u in [0, 1). */
  at(u: number): unknown;
}

type Fault = { expected: string; received: string; hint?: string };

/** Digits of a value: as many as a table shows, so that the table gives the worlds that were simulated. */
const DIGITS = 6;

function rounded(value: number, { whole, min, max }: QuantitySpec): number {
  const short = Number(value.toPrecision(DIGITS));
  return Math.min(max, Math.max(min, whole ? Math.round(short) : short));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Evenly from low to high, or evenly in the logarithm. */
function between(low: number, high: number, isLog: boolean): (u: number) => number {
  if (!isLog) return (u) => low + (high - low) * u;
  const [from, to] = [log(low), log(high)];
  return (u) => exp(from + (to - from) * u);
}

/** The unit with the currency of the scenario by its name: "CNY a month". */
function unitOf({ unit }: QuantitySpec, { currency }: Scenario): string {
  return unit.replace(/\bcurrency\b/, currency);
}

/** Ends of 0..1 within these stand for the ends of a law. */
const EDGE = 2 ** -20;
/** A law without ends is cut where the notation `5 to 10` cuts it. */
const CUT = 0.05;

/** Quantiles of a law: its ends at 0 and 1, or its 5 % and 95 % values if it goes on for ever. */
function byLaw(law: Law, spec: QuantitySpec): (u: number) => number {
  const end = law.kind === 'uniform' || law.kind === 'triangular' ? EDGE : CUT;
  const inside = (u: number) => (u < EDGE ? end : u >= 1 - EDGE ? 1 - end : u);
  return (u) => rounded(drawWithin(law, spec, inside(u)), spec);
}

function atLaw(law: Law, spec: QuantitySpec, isLog: boolean): Factor['at'] | Fault {
  if (law.kind === 'constant')
    return { expected: 'a range such as `5 to 10`, a law, or a list of levels', received: 'one number' };
  if (law.kind !== 'interval') return byLaw(law, spec);
  if (isLog && law.low <= 0)
    return { expected: 'a range above 0 for `scale: log`', received: String(law.low) };
  const value = between(law.low, law.high, isLog);
  return (u) => rounded(value(u), spec);
}

const FORM = { expected: 'range, levels, scale or paths' };

/** The paths, spread and scale of a factor as it is written. */
function readForm(
  name: string,
  written: unknown,
): { paths: string[]; over: unknown; isLog: boolean } | Fault {
  if (!isMap(written)) return { paths: [name], over: written, isLog: false };
  const { paths = [name], range, levels, scale = 'linear', ...rest } = written;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    const hint = didYouMean(unknown, ['range', 'levels', 'scale', 'paths']);
    return { ...FORM, received: JSON.stringify(unknown), ...(hint ? { hint } : {}) };
  }
  const isList = Array.isArray(paths) && paths.length > 0 && paths.every((path) => typeof path === 'string');
  if (!isList) return { expected: 'a list of paths', received: JSON.stringify(paths) };
  if (scale !== 'linear' && scale !== 'log')
    return { expected: 'scale: linear or log', received: JSON.stringify(scale) };
  if ((range === undefined) === (levels === undefined))
    return { expected: 'either range or levels', received: range === undefined ? 'none' : 'both' };
  return { paths, over: range ?? levels, isLog: scale === 'log' };
}

function isFault(value: object): value is Fault {
  return 'expected' in value;
}

const MOST_LEVELS = 1000;

function levelsOf(paths: readonly string[], name: string, levels: readonly unknown[]): Factor | Fault {
  if (levels.length < 2 || levels.length > MOST_LEVELS)
    return { expected: `from 2 to ${MOST_LEVELS} levels`, received: String(levels.length) };
  const texts = levels.map((level) => JSON.stringify(level));
  const double = texts.find((text, i) => texts.indexOf(text) < i);
  if (double !== undefined) return { expected: 'each level once', received: `a second ${double}` };
  return {
    ...{ name, paths, levels },
    unit: '',
    at: (u) => levels[Math.min(levels.length - 1, Math.floor(u * levels.length))],
  };
}

/** Reads one factor. @param written a range or law as text, a list of levels, or a map of range, levels, scale, paths */
export function readFactor(name: string, written: unknown, scenario: Scenario): Factor | Fault {
  const form = readForm(name, written);
  if (isFault(form)) return form;
  const { paths, over, isLog } = form;
  if (Array.isArray(over)) return levelsOf(paths, name, over);
  const places = paths.map((path) => findPlace(inFirstCopy(path, scenario), scenario));
  const lost = places.find((place) => 'expected' in place);
  if (lost && 'expected' in lost) {
    const { expected, received, hint } = lost;
    return { expected, received, ...(hint ? { hint } : {}) };
  }
  const [place] = places as { spec: QuantitySpec }[];
  const read = parseQuantity(over, place.spec);
  if (!('law' in read)) return read;
  const at = atLaw(read.law, place.spec, isLog);
  return typeof at === 'function' ? { name, paths, unit: unitOf(place.spec, scenario), at } : at;
}

/** Every factor that a study names; problems at `factors.<name>`. */
export function readFactors(
  written: Readonly<Record<string, unknown>>,
  scenario: Scenario,
): { factors: Factor[]; problems: Problem[] } {
  const factors: Factor[] = [];
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(written)) {
    const read = readFactor(name, value, scenario);
    if (isFault(read)) problems.push({ path: ['factors', name], ...read });
    else factors.push(read);
  }
  return { factors, problems };
}

/** What the scenario itself is uncertain about, over its own laws. */
export function uncertainFactors(scenario: Scenario): Factor[] {
  const open = placesOf(scenario).filter(
    ({ quantity, spec }) => quantity.law.kind !== 'constant' && !spec.setting,
  );
  return open.map(({ path, spec, quantity }) => {
    const name = path.join('.');
    return { name, paths: [name], unit: unitOf(spec, scenario), at: byLaw(quantity.law, spec) };
  });
}

/** The values of a row of the unit cube. @param row a coordinate in [0, 1) for each factor */
export function valuesAt(factors: readonly Factor[], row: ArrayLike<number>): Values {
  return Object.fromEntries(
    factors.flatMap((factor, k) => {
      const value = factor.at(row[k]);
      return factor.paths.map((path) => [path, value]);
    }),
  );
}

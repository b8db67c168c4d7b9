/** What `afterburn calibrate` tells: values, fit, held-out errors, and what the targets tell about the values. */

import type { CalibrationResult } from '../experiment/calibration/calibrate.js';
import type { Information } from '../experiment/calibration/information.js';
import { nameOf, type Parameter } from '../experiment/calibration/parameters.js';
import { manyWorlds } from '../experiment/calibration/starts.js';
import { counted } from '../report/counted.js';
import {
  type AimRow,
  aimRows,
  type Fit,
  finite,
  medianMiss,
  rootMeanSquare,
  valueRows,
} from './calibration-rows.js';

/** Six significant digits at most. */
function shown(value: number, digits = 4): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : 'not measured';
}

/** Columns of texts, the first to the left and the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  return rows.map((row) =>
    row
      .map((text, c) => (c === 0 ? text.padEnd(widths[c]) : text.padStart(widths[c])))
      .join('  ')
      .trimEnd(),
  );
}

function valueText(fit: Fit): string[] {
  const rows = valueRows(fit).map((row, k) => [
    nameOf(fit.parameters[k]),
    shown(row.before),
    shown(row.value, 6),
    row.error === undefined ? '' : shown(row.error, 2),
    row.interval ? `${shown(row.interval[0], 3)} to ${shown(row.interval[1], 3)}` : '',
    `${shown(row.low)} to ${shown(row.high)}`,
    row.atBound ? `at its ${row.atBound} end` : '',
  ]);
  return columns([['value', 'before', 'fitted', 'error', '95 % interval', 'range', ''], ...rows]);
}

function aimText(rows: readonly AimRow[]): string[] {
  return columns([
    ['measure', 'target', 'before', 'found', 'error in sd', 'sd', 'luck', 'at the flat ends'],
    ...rows.map((row) => [
      row.measure,
      shown(row.target),
      shown(row.before ?? Number.NaN),
      shown(row.found ?? Number.NaN),
      row.error === null ? '' : row.error.toFixed(2),
      shown(row.sd, 2),
      row.luck === undefined ? '' : shown(row.luck, 2),
      row.flatErrors?.map((error) => (error === null ? '' : error.toFixed(1))).join(' to ') ?? '',
    ]),
  ]);
}

/** Components of a direction from here on are named. */
const NAMED = 0.3;
/** A direction that may go further than this share of the ranges is not told by the targets. */
const TOLD = 0.5;

/** The direction in which the loss is flattest, in words. */
export function flattestText(
  parameters: readonly Parameter[],
  { eigenvalues, directions }: Information,
): string {
  const direction = directions[directions.length - 1];
  const largest = direction.reduce(
    (best, part, k) => (Math.abs(part) > Math.abs(direction[best]) ? k : best),
    0,
  );
  const turn = direction[largest] < 0 ? -1 : 1;
  const named = direction
    .map((part, k) => ({ part: part * turn, name: nameOf(parameters[k]) }))
    .filter(({ part }) => Math.abs(part) >= NAMED)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
    .map(({ part, name }) => `${name} ${part > 0 ? 'up' : 'down'}`);
  const length = 1 / Math.sqrt(Math.max(eigenvalues[eigenvalues.length - 1], 1e-8));
  const reach = length > 1 ? 'more than the whole range' : `${shown(100 * length, 2)} % of the range`;
  const untold = named.length > 1 ? 'the targets do not tell them apart' : 'the targets do not tell it';
  const told = length > TOLD ? untold : 'the targets tell it';
  return `${named.join(' with ')}: the loss rises by 1 after ${reach}; ${told}`;
}

/** Below this share of the largest eigenvalue the targets leave a direction free. */
const FREE = 1e-8;
/** Correlations that are told. */
const MOST_PAIRS = 8;

/** Values that the targets hardly tell apart, the closest pairs first. */
function correlationText(parameters: readonly Parameter[], information: Information): string {
  const { correlations, eigenvalues } = information;
  if (eigenvalues[eigenvalues.length - 1] <= FREE * eigenvalues[0])
    return 'correlations: none can be given, because the targets leave that direction free; the errors above say so';
  const pairs = parameters
    .flatMap((a, i) =>
      parameters.slice(i + 1).map((b, k) => ({
        names: `${nameOf(a)} and ${nameOf(b)}`,
        correlation: correlations[i][i + 1 + k],
      })),
    )
    .filter(({ correlation }) => Math.abs(correlation) >= 0.8)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  const told = pairs
    .slice(0, MOST_PAIRS)
    .map(({ names, correlation }) => `${names} ${correlation.toFixed(2)}`);
  const rest = pairs.length > MOST_PAIRS ? `; and ${pairs.length - MOST_PAIRS} more` : '';
  return `correlations of .8 or more: ${told.length > 0 ? told.join('; ') : 'none'}${rest}`;
}

/** The ends of the flattest direction; the tables of targets show what is found there. */
function flatEndsText({ flatEnds }: CalibrationResult): string[] {
  if (!flatEnds) return [];
  const [down, up] = flatEnds.map(({ loss }) => shown(loss, 3));
  return [
    `as far as that, or to an end of a range, the loss on fresh worlds is ${down} (down) and ${up} (up)`,
  ];
}

function informationText({ parameters, result }: Fit): string[] {
  const { information } = result;
  if (!information) return [];
  return [
    '',
    'What the targets tell (a unit is a whole range; errors hold the luck of our own worlds)',
    `eigenvalues: ${information.eigenvalues.map((value) => shown(value, 3)).join(', ')}`,
    `flattest direction: ${flattestText(parameters, information)}`,
    ...flatEndsText(result),
    correlationText(parameters, information),
  ];
}

function profileText({ parameters, result }: Fit): string[] {
  const { profile } = result;
  if (!profile) return [];
  const rows = profile.map((points, k) => [
    nameOf(parameters[k]),
    ...points.map(({ value, loss }) => `${shown(value, 3)}: ${shown(loss, 3)}`),
  ]);
  return ['', 'Profile (value: loss, the others following by one linear step)', ...columns(rows)];
}

/** How well some targets are met. */
function missText(rows: readonly AimRow[]): string {
  return `root mean square error ${shown(rootMeanSquare(rows), 3)} sd, median miss ${shown(100 * medianMiss(rows), 2)} %`;
}

/** A target this many sd away is not met. */
const MET = 2;

/** How many of some targets are not met, and the worst; null if all are. */
function unmet(rows: readonly AimRow[]): string | null {
  const far = rows
    .filter(({ error }) => error === null || Math.abs(error) > MET)
    .sort((a, b) => Math.abs(b.error ?? Infinity) - Math.abs(a.error ?? Infinity));
  if (far.length === 0) return null;
  const [{ measure, error }] = far;
  const worst =
    error === null
      ? `${measure} was not measured`
      : `the worst, ${measure}, by ${Math.abs(error).toFixed(1)}`;
  return `${far.length} of ${rows.length} are more than ${MET} sd away, ${worst}`;
}

/** The answer in a sentence or two: whether the targets are met, and which values want to go beyond their range. */
export function verdictText(fit: Fit): string {
  const rows = aimRows(fit);
  const [fitted, held] = [unmet(rows.filter((row) => row.fit)), unmet(rows.filter((row) => !row.fit))];
  const ends = valueRows(fit).flatMap(({ atBound }, k) => (atBound ? [nameOf(fit.parameters[k])] : []));
  const beyond =
    ends.length === 0
      ? ''
      : ` At the end of ${ends.length === 1 ? 'its range' : 'their ranges'}: ${ends.join(', ')}.`;
  const met = fitted
    ? `The targets are not met: ${fitted}. Find out why before you use these values.`
    : `The targets are met: each lies within ${MET} sd of what was found.`;
  return `${met}${held ? ` Held out: ${held}.` : ''}${beyond}`;
}

/** The report on stdout. */
export function fitText(fit: Fit): string {
  const { result, parameters, settings } = fit;
  const rows = aimRows(fit);
  const [fitted, held] = [rows.filter((row) => row.fit), rows.filter((row) => !row.fit)];
  const { search, starts } = result;
  const stopped = search.complete ? '' : ', stopped before its end: nothing was measured on fresh worlds';
  const from = starts.length > 1 ? `, the best of ${starts.length} starts` : '';
  const own = shown(
    rootMeanSquare(fitted, ({ ownError }) => ownError),
    3,
  );
  const lines = [
    `${fit.scenario}: ${counted(parameters.length, 'value')} fitted to ${counted(fitted.length, 'target')}${stopped}`,
    ...(search.complete ? [verdictText(fit)] : []),
    `loss on ${manyWorlds(settings.replicates)} fresh worlds ${shown(result.before.loss)} before, ${shown(result.fresh.loss)} after ${search.evaluations} evaluations${from}`,
    ...(starts.length > 1
      ? [`starts, on other fresh worlds: ${starts.map((each) => shown(each)).join(', ')}`]
      : []),
    '',
    ...valueText(fit),
    '',
    `Fit on fresh worlds: ${missText(fitted)}; ${own} sd on the ${manyWorlds(settings.replicates)} worlds that were fitted`,
    ...aimText(fitted),
  ];
  if (held.length > 0) lines.push('', `Held out: ${missText(held)}`, ...aimText(held));
  return `${[...lines, ...informationText(fit), ...profileText(fit)].join('\n')}\n`;
}

/** The same as JSON. */
export function fitJson(fit: Fit): string {
  const { result, settings, scenario, out } = fit;
  const { search, starts, information, profile, flatEnds, fresh, before, own, worlds, failures } = result;
  const { evaluations, restarts, complete } = search;
  const value = {
    ...{ scenario, overlay: out, complete, settings, evaluations, restarts, worlds, starts },
    ...{ loss: finite(fresh.loss), lossOwn: finite(own.loss), lossBefore: finite(before.loss) },
    failures: failures.length,
    values: valueRows(fit),
    targets: aimRows(fit),
    ...(information ? { information } : {}),
    ...(flatEnds ? { flatEnds: flatEnds.map(({ values, loss }) => ({ values, loss: finite(loss) })) } : {}),
    ...(profile ? { profile } : {}),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** The overlay that `afterburn calibrate` writes: its values, and what is known of the fit. */

import { stringify } from 'yaml';
import type { FlatEnd } from '../experiment/calibration/identify.js';
import { manyWorlds } from '../experiment/calibration/starts.js';
import { middleOf } from '../experiment/inputs.js';
import { counted } from '../report/counted.js';
import { aimRows, type Fit, medianMiss, rootMeanSquare, valueRows } from './calibration-rows.js';
import { flattestText } from './calibration-text.js';
import { packageVersion } from './version.js';

function short(value: number, digits = 4): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;
}

/** Text of a fitted number, in the grammar of numbers. */
function numberText(row: ReturnType<typeof valueRows>[number], targets: number): string {
  const error = row.error === undefined ? '' : `, standard error ${short(row.error, 2)}`;
  const bound = row.atBound ? `, at its ${row.atBound} end` : '';
  return `${row.value} [C] fitted to ${counted(targets, 'target')}${error}${bound}; range ${row.low} to ${row.high}`;
}

function summaryOf(rows: ReturnType<typeof aimRows>) {
  return {
    targets: rows.length,
    rootMeanSquareErrorSd: short(rootMeanSquare(rows)),
    medianMiss: short(medianMiss(rows)),
  };
}

/** YAML of the overlay. */
export function overlayText(fit: Fit): string {
  const { result, settings, scenario, parameters } = fit;
  const rows = aimRows(fit);
  const [fitted, held] = [rows.filter((row) => row.fit), rows.filter((row) => !row.fit)];
  const aim = ({ measure, source, target, found, error, flatErrors }: (typeof rows)[number]) => ({
    ...{ measure, source, target, found: found === null ? null : short(found, 6) },
    errorSd: short(error ?? Number.NaN, 3),
    ...(flatErrors ? { errorSdAtFlatEnds: flatErrors.map((each) => short(each ?? Number.NaN, 3)) } : {}),
  });
  const flatEnd = ({ loss, values }: FlatEnd) => ({ loss: short(loss), values });
  const said = {
    scenario,
    afterburn: packageVersion(),
    numerics: middleOf(fit.run.scenario.numerics),
    ...settings,
    evaluations: result.search.evaluations,
    complete: result.search.complete,
    freshWorlds: manyWorlds(settings.replicates),
    loss: short(result.fresh.loss),
    lossOnFittedWorlds: short(result.own.loss),
    lossBefore: short(result.before.loss),
    ...(result.starts.length > 1 ? { starts: result.starts.map((each) => short(each)) } : {}),
    fit: {
      ...summaryOf(fitted),
      onFittedWorlds: short(rootMeanSquare(fitted, ({ ownError }) => ownError)),
    },
    heldOut: held.length > 0 ? summaryOf(held) : 'nothing was held out',
    ...(result.information ? { flattest: flattestText(parameters, result.information) } : {}),
    ...(result.flatEnds ? { flatEnds: result.flatEnds.map(flatEnd) } : {}),
    changes: [...fit.run.overlays.map((file) => `overlay ${file}`), ...fit.run.sets],
    targets: fitted.map(aim),
    ...(held.length > 0 ? { heldOutTargets: held.map(aim) } : {}),
  };
  const values = Object.fromEntries(
    valueRows(fit).flatMap((row) => row.paths.map((path) => [path, numberText(row, fitted.length)])),
  );
  const head = [
    `# Values fitted by \`afterburn calibrate\` to ${counted(fitted.length, 'target')} of ${scenario}${held.length > 0 ? `; ${held.length} more were held out` : ''}.`,
    `# Use them: npx afterburn run ${fit.file} --overlay ${fit.out}`,
    '# Only `values` counts; `fitted` tells where they come from. Change the values and they are no longer fitted.',
  ];
  return `${head.join('\n')}\n${stringify({ values, fitted: said }, { lineWidth: 0 })}`;
}

/** Figures of a sweep over two fields: a heat map for each firm. */
import type { SweepResult } from '../../experiment/study/sweep.js';
import { type HeatCell, heatMap } from '../figures/heat-map.js';
import { count, intervalCell } from '../numbers.js';
import { plainText } from '../plain-text.js';
import type { StudyHead } from './head.js';
import { isProbability, isShare, levelText } from './outcome-words.js';
import { colourIn, type StudyFigure } from './section.js';
import { factorName, groupTable, type OutcomeGroup, placeName, telling } from './sweep-groups.js';
import { valueText } from './value-text.js';

/** Maps of an outcome; the table has all. */
const MOST = 6;

type Swept = StudyHead & SweepResult;
type Row = SweepResult['rows'][number];

/** The values of a field in the order of the design: numbers rise, levels stand as they are listed. */
function valuesOf(rows: readonly Row[], k: number): string[] {
  return [...new Set(rows.map(({ values }) => JSON.stringify(values[k])))];
}

/** 0..1: a probability as it is, other outcomes from the least to the most of the map. */
function depthOf(group: OutcomeGroup, rows: readonly Row[], place: number): (value: number) => number {
  if (isProbability(group)) return (value) => value;
  const cells = rows.map(({ cells: own }) => own[place]).filter(({ estimate }) => Number.isFinite(estimate));
  const all = cells.map(({ estimate }) => estimate);
  const widths = cells.map(({ low, high }) => high - low).filter(Number.isFinite);
  const least = Math.min(...all);
  // what moves less than its own interval stays pale
  const span = Math.max(Math.max(...all) - least, ...widths);
  return (value) => (span > 0 ? (value - least) / span : 0);
}

function mapBody(
  result: Swept,
  group: OutcomeGroup,
  at: { rows: readonly Row[]; place: number; label: string },
) {
  const { rows, place, label } = at;
  const [across, down] = result.factors;
  const depth = depthOf(group, rows, place);
  const columns = valuesOf(rows, 0);
  const write = (value: number) => levelText(group, value);
  const cellOf = (x: string, y: string): HeatCell | undefined => {
    const row = rows.find(({ values }) => JSON.stringify(values[0]) === x && JSON.stringify(values[1]) === y);
    if (!row) return undefined;
    const { estimate, low, high } = row.cells[place];
    const interval = isShare(group) ? intervalCell(low, high) : `${write(low)} to ${write(high)}`;
    return {
      depth: Number.isFinite(estimate) ? depth(estimate) : 0,
      text: write(estimate),
      interval: Number.isFinite(low) ? interval : '',
    };
  };
  // numbers rise upwards, as on an axis
  const order = down.levels ? valuesOf(rows, 1) : valuesOf(rows, 1).reverse();
  const { firm } = result.outcomes[place];
  return heatMap({
    ...{ across: factorName(across), down: factorName(down), label },
    columns: columns.map((each) => valueText(JSON.parse(each))),
    rows: order.map((y) => ({
      name: valueText(JSON.parse(y)),
      cells: columns.map((x) => cellOf(x, y)),
    })),
    colour: group.outcome === 'cashOut' ? 'var(--out)' : colourIn(result, firm),
  });
}

/** A map for each firm and arm. */
export function heatFigures(result: Swept, group: OutcomeGroup): StudyFigure[] {
  const arms = [...new Set(result.rows.map(({ arm }) => arm))];
  const shown = telling(result, group, { least: 1, most: MOST });
  return shown.flatMap((place, k) =>
    arms.map((arm, j) => {
      const rows = result.rows.filter((row) => row.arm === arm);
      const whose = placeName(result, place);
      const name = result.outcomes[place].firm === '' ? whose : `${whose}: ${group.word}`;
      const title = arms.length > 1 ? `${name}, ${plainText(arm)}` : name;
      const left = group.places.length - shown.length;
      return {
        id: `${group.id}-${k + 1}-${j + 1}`,
        title,
        how: `${isShare(group) ? '%' : 'Mean'}, with 95% interval below; the deeper, the more.`,
        note: `${count(result.replicates)} worlds of every point, the same luck at all points.${left > 0 && k === 0 ? ` ${count(left)} more firms are in points.csv.` : ''}`,
        table: groupTable({ ...result, rows }, { ...group, places: [place] }),
        body: mapBody(result, group, { rows, place, label: `${title}, heat map` }),
      };
    }),
  );
}

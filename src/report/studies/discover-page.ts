/** The page of a discovery: for each box its bounds as bars over the fields, and how it was peeled. */
import type { BoxLimit, DiscoveredBox, DiscoverResult, Discovery } from '../../experiment/study/discover.js';
import { percentOn, shareAxis } from '../figures/axis.js';
import { plainTag, rowsPlot } from '../figures/rows.js';
import { trajectoryPlot } from '../figures/trajectory.js';
import { count, intervalText, percent, plain } from '../numbers.js';
import { boxText, caseText, limitText } from './discover.js';
import { firmText, type StudyHead } from './head.js';
import { cell, type StudyFigure, type StudySection, type StudyTable } from './section.js';
import { valueCell, valueText } from './value-text.js';

const AXIS = shareAxis((tick) => (tick === 0 ? 'least' : tick === 1 ? 'most' : tick === 0.5 ? 'middle' : ''));

/** The part of the field's spread that is in the box. */
function rangeMarks({ within: [from, to] }: BoxLimit): string {
  const width = ((to - from) * 100).toFixed(2);
  return `<rect x="0" y="15" width="100%" height="8" rx="4" style="fill:var(--sunk)"/><rect x="${percentOn(AXIS, from)}" y="12" width="${width}%" height="14" rx="3" style="fill:var(--out);opacity:.85"/>`;
}

/** The bound without the name of its field: "below 3.2 B currency". */
function boundText(limit: BoxLimit): string {
  return limitText({ ...limit, factor: '' }).replace(/^ ?is /, '');
}

function limitsFigure(box: DiscoveredBox, id: string): StudyFigure {
  const parts = box.limits.map(({ within: [from, to] }) => percent(to - from));
  return {
    id: `${id}-box`,
    title: 'The box: where these fields must be',
    how: 'Bar: the part of the spread of each field that lies in the box. All fields not named here may be anything.',
    note: `Quasi p-value: how often chance alone would give a bound that adds as much density. ${percent(box.mass)} of all worlds lie in the box.`,
    table: {
      columns: [
        { name: 'field' },
        { name: 'bound' },
        { name: 'part of its spread', write: percent },
        { name: 'quasi p-value', write: plain },
      ],
      rows: box.limits.map((limit) => {
        const [from, to] = limit.within;
        return [limit.factor, boundText(limit), cell(to - from), cell(limit.quasiPValue)];
      }),
    },
    body: rowsPlot({
      axis: AXIS,
      heads: [
        ['of its spread', 84],
        ['in the box if it is', 210],
      ],
      label: `The box holds where ${box.limits.map(limitText).join(' and ')}.`,
      rows: box.limits.map((limit, k) => ({
        tag: plainTag(limit.factor),
        marks: rangeMarks(limit),
        cells: [parts[k], boundText(limit)],
      })),
    }),
  };
}

const KEY =
  '<div class="key"><span><i class="dot"></i>the box</span><span><i class="dot hollow"></i>the same box on fresh worlds, 95% intervals</span><span><i class="dot small"></i>boxes on the way</span><span><i class="dash"></i>all worlds</span></div>';

function trajectoryFigure(box: DiscoveredBox, share: number, id: string): StudyFigure {
  const { coverage, density, fresh, trajectory } = box;
  const text = `coverage ${percent(coverage)}, density ${percent(density)}`;
  const again = `coverage ${percent(fresh.coverage.estimate)}, density ${percent(fresh.density.estimate)} (${intervalText(fresh.density.low, fresh.density.high)})`;
  return {
    id: `${id}-peeling`,
    title: 'How it was peeled',
    how: 'Each step cuts a little off one field. From all worlds on the right to the smallest box on the left.',
    note: `PRIM. On fresh worlds: ${again}. In outcomes without any pattern the same search finds as good a box in ${percent(box.pValue)} of trials.`,
    key: KEY,
    table: {
      columns: [
        { name: 'step', write: count },
        { name: 'coverage', write: percent },
        { name: 'density', write: percent },
        { name: 'part of all worlds', write: percent },
        { name: '' },
      ],
      rows: trajectory.map((step, k) => [
        k,
        ...[step.coverage, step.density, step.mass].map(cell),
        k === box.chosen ? 'taken' : '',
      ]),
    },
    body: trajectoryPlot({
      ...{ steps: trajectory, box: { coverage, density, text }, fresh, share },
      label: `Peeling trajectory: ${count(trajectory.length)} boxes from all worlds, density ${percent(share)}, to the box taken, ${text}.`,
    }),
  };
}

function sectionsOf(head: StudyHead, found: Discovery, of: number): StudySection[] {
  const does = caseText(head, found);
  return found.boxes.map((box, k) => {
    const id = `case${of + 1}-${k + 1}`;
    const name = found.firm === '' ? valueText(found.measure) : firmText(head, found.firm);
    return {
      id,
      heading: found.boxes.length > 1 ? `${name}, box ${k + 1}` : name,
      claim: boxText(box, does),
      figures: [limitsFigure(box, id), trajectoryFigure(box, found.share.estimate, id)],
    };
  });
}

/** A section for each box, the firms with most boxes first as in the text. */
export function discoverSections(result: StudyHead & DiscoverResult): StudySection[] {
  return [...result.discoveries]
    .sort((a, b) => b.boxes.length - a.boxes.length || b.share.estimate - a.share.estimate)
    .flatMap((found, k) => sectionsOf(result, found, k));
}

/** A row for each bound of each box; a firm without a box has one row. */
export function discoverPoints({ discoveries }: DiscoverResult): StudyTable {
  const names = ['firm', 'measure', 'share', 'box', 'coverage', 'density', 'mass', 'pValue'];
  const fresh = ['freshCoverage', 'freshDensity', 'freshDensityLow', 'freshDensityHigh'];
  const bounds = ['factor', 'low', 'high', 'levels', 'quasiPValue'];
  return {
    columns: [...names, ...fresh, ...bounds].map((name) => ({ name })),
    rows: discoveries.flatMap(({ firm, measure, share, boxes }) => {
      const about = [firm, measure, cell(share.estimate)];
      const none = new Array(names.length + fresh.length + bounds.length - about.length).fill(null);
      if (boxes.length === 0) return [[...about, ...none]];
      return boxes.flatMap((box, k) =>
        box.limits.map((limit) => [
          ...[...about, k + 1, ...[box.coverage, box.density, box.mass, box.pValue].map(cell)],
          cell(box.fresh.coverage.estimate),
          ...[box.fresh.density.estimate, box.fresh.density.low, box.fresh.density.high].map(cell),
          ...[limit.factor, cell(limit.low), cell(limit.high)],
          ...[limit.levels ? valueCell(limit.levels) : null, cell(limit.quasiPValue)],
        ]),
      );
    }),
  };
}

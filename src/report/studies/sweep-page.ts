/**
 * The page of a sweep: lines over one field, a forest over the levels of one, heat maps over two, and over more fields
 * a table of the points with the worst first.
 */
import type { SweepResult } from '../../experiment/study/sweep.js';
import { counted } from '../counted.js';
import type { StudyHead } from './head.js';
import { cell, type StudySection, type StudyTable } from './section.js';
import { groupClaim, groupsOf } from './sweep-groups.js';
import { heatFigures } from './sweep-heat.js';
import { levelFigures, lineFigures } from './sweep-lines.js';
import { pointFigures } from './sweep-points.js';
import { valueCell } from './value-text.js';

function figuresFor(result: StudyHead & SweepResult) {
  const { factors, design } = result;
  if (factors.length === 1) return factors[0].levels ? levelFigures : lineFigures;
  return factors.length === 2 && design === 'grid' ? heatFigures : pointFigures;
}

/** A section for each outcome that varies. */
export function sweepSections(result: StudyHead & SweepResult): StudySection[] {
  const groups = groupsOf(result);
  const draw = figuresFor(result);
  return groups
    .filter(({ places }) => places.length > 0)
    .map((group) => ({
      id: group.id,
      heading: group.word[0].toUpperCase() + group.word.slice(1),
      claim: groupClaim(result, group),
      ...(group.same === 0
        ? {}
        : { why: `It is the same at every point for ${counted(group.same, 'firm')}.` }),
      figures: draw(result, group),
    }));
}

/** A row for each point and outcome. */
export function sweepPoints({ factors, outcomes, rows }: SweepResult): StudyTable {
  const names = ['outcome', 'firm', 'measure', 'estimate', 'low', 'high', 'n'];
  return {
    columns: ['point', 'arm', ...factors.map(({ name }) => name), ...names].map((name) => ({ name })),
    rows: rows.flatMap(({ arm, values, cells }, point) =>
      cells.map(({ estimate, low, high, n }, k) => [
        ...[point + 1, arm, ...values.map(valueCell)],
        ...[outcomes[k].outcome, outcomes[k].firm, outcomes[k].measure],
        ...[estimate, low, high, n].map(cell),
      ]),
    ),
  };
}

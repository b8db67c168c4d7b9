/** What is wrong with a study although each of its fields is right: names given twice, a design that does not fit. */
import type { Problem } from '../../../sim/index.js';
import { gridSize } from './design.js';
import type { Factor } from './factor.js';
import type { StudyFields } from './fields.js';
import type { StudyName } from './names.js';
import { sweepDesign } from './sweep.js';

/** Designs of a kind; the others spread points in another way, or need none. */
const DESIGNS: Readonly<Partial<Record<StudyName, readonly string[]>>> = {
  sweep: ['sobol', 'lhs', 'grid', 'random'],
  sensitivity: ['sobol', 'lhs', 'random', 'morris'],
};
/** Points of a study at most, as in the field `points`. */
const MOST_POINTS = 1e6;

function twice(field: string, names: readonly unknown[]): Problem[] {
  const texts = names.map((name) => JSON.stringify(name));
  return texts.flatMap((text, i) =>
    texts.indexOf(text) < i
      ? [{ path: [field, i], expected: 'each name once', received: `a second ${text}` }]
      : [],
  );
}

/** Two factors that set one field would undo each other. */
function shared(factors: readonly Factor[]): Problem[] {
  const owners = new Map<string, string>();
  return factors.flatMap(({ name, paths }) =>
    paths.flatMap((path): Problem[] => {
      const owner = owners.get(path);
      owners.set(path, owner ?? name);
      if (owner === undefined) return [];
      const received = owner === name ? `\`${path}\` twice` : `\`${path}\` in \`${owner}\`, too`;
      return [{ path: ['factors', name], atKey: true, expected: 'each field in one factor', received }];
    }),
  );
}

function designFault({ design, study }: StudyFields): Problem[] {
  const known = DESIGNS[study as StudyName];
  if (known && design !== undefined && !known.includes(design)) {
    const expected = `a design of ${study} (${known.join(', ')})`;
    return [{ path: ['design'], expected, received: JSON.stringify(design) }];
  }
  return [];
}

/** A grid has as many points as its factors have combinations. */
function tooMany(study: Parameters<typeof sweepDesign>[0]): Problem[] {
  const { design, points } = sweepDesign(study);
  const size = design === 'grid' ? gridSize(study.factors, points) : 0;
  if (size <= MOST_POINTS) return [];
  const received = `${study.factors.length} factors with ${size.toPrecision(3)} combinations`;
  const hint = 'fewer `points`, or another `design`';
  return [{ path: ['factors'], expected: 'a grid of at most 1e6 points', received, hint }];
}

/** Names given twice, and designs that do not fit. @param points of the design; 0 unless given */
export function studyFaults(fields: StudyFields, factors: readonly Factor[], points: number): Problem[] {
  const { arms, firms, policies, design, study } = fields;
  const unfit = designFault(fields);
  return [
    ...twice('arms', arms),
    ...twice('firms', firms),
    ...twice('policies', policies),
    ...shared(factors),
    ...unfit,
    ...(study === 'sweep' && unfit.length === 0 && factors.length > 0
      ? tooMany({ design, factors, points })
      : []),
  ];
}

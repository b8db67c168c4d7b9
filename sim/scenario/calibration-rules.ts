/** Rules of what `afterburn calibrate` fits: free fields and their ranges, targets and their errors. */
import { expectedOf, show } from './parse-quantity.js';
import { type Draft, findPlace, isShare, type Place } from './paths.js';
import { constantOf, type Rule } from './rules.js';
import type { Fields, Path, Problem } from './scenario.js';

type Calibration = NonNullable<Fields['calibration']>;
type Free = Calibration['free'][number];
type Target = Calibration['targets'][number];

/** Paths of a free field, one or several. */
function namedPaths({ path, paths }: Free): readonly string[] {
  return path === undefined ? paths : [path, ...paths];
}

/** All rules of the section `calibration`. */
export const calibrationIsLegal: Rule = (scenario) => {
  const { calibration } = scenario;
  if (!calibration) return [];
  const seen = new Set<string>();
  return [
    ...calibration.free.flatMap((free, i) =>
      freeProblems(free, ['calibration', 'free', i], { scenario, seen }),
    ),
    ...calibration.targets.flatMap((target, i) => targetProblems(target, ['calibration', 'targets', i])),
  ];
};

function freeProblems(free: Free, at: Path, known: { scenario: Draft; seen: Set<string> }): Problem[] {
  if ((free.path === undefined) === (free.paths.length === 0)) {
    const received = free.path === undefined ? 'neither' : 'both';
    return [{ path: at, expected: 'either `path` or `paths`', received }];
  }
  const problems = namedPaths(free).flatMap((path, k): Problem[] => {
    const where = free.path === undefined ? [...at, 'paths', k] : [...at, 'path'];
    const isRepeated = known.seen.has(path);
    known.seen.add(path);
    if (isRepeated) return [{ path: where, expected: 'each field once', received: `a second \`${path}\`` }];
    const place = findPlace(path, known.scenario);
    if ('spec' in place) return placeProblems(free, place, { at, where, scenario: known.scenario });
    const { unknowable, ...fault } = place;
    return unknowable ? [] : [{ path: where, ...fault }];
  });
  return [...problems, ...rangeProblems(free, at)];
}

function placeProblems(
  free: Free,
  { path, spec }: Place,
  { at, where, scenario }: { at: Path; where: Path; scenario: Draft },
): Problem[] {
  const name = path.join('.');
  if (isShare(path)) {
    const expected = 'a field that can change alone; the shares of the segments add to 1';
    return [{ path: where, expected, received: show(name) }];
  }
  if (scenario.correlations.some(({ between }) => between.includes(name))) {
    const expected = 'a field without rank correlations, because it becomes a constant';
    return [{ path: where, expected, received: show(name) }];
  }
  return (['low', 'high'] as const).flatMap((end) => {
    const value = constantOf(free[end]) ?? Number.NaN;
    if (value >= spec.min && value <= spec.max) return [];
    return [{ path: [...at, end], expected: `${expectedOf(spec)} for \`${name}\``, received: String(value) }];
  });
}

function rangeProblems(free: Free, at: Path): Problem[] {
  const [low, high] = [constantOf(free.low) ?? 0, constantOf(free.high) ?? 0];
  if (low >= high) {
    return [{ path: [...at, 'high'], expected: `more than low, ${low}`, received: String(high) }];
  }
  const isBelow = free.scale !== 'linear' && free.scale !== 'auto' && low <= 0;
  if (isBelow) {
    return [
      { path: [...at, 'low'], expected: `more than 0 with scale ${free.scale}`, received: String(low) },
    ];
  }
  if (free.scale === 'logit' && high >= 1) {
    return [{ path: [...at, 'high'], expected: 'less than 1 with scale logit', received: String(high) }];
  }
  return [];
}

function targetProblems({ value, sd, within }: Target, at: Path): Problem[] {
  const [own, share] = [constantOf(sd) ?? 0, constantOf(within) ?? 0];
  if (own > 0 === share > 0) {
    const received = own > 0 ? 'both' : 'neither';
    return [{ path: at, expected: 'either `sd` or `within`, above 0', received }];
  }
  if (share > 0 && constantOf(value) === 0) {
    const expected = '`sd` instead, because a share of 0 is no error';
    return [{ path: [...at, 'within'], expected, received: String(share) }];
  }
  return [];
}

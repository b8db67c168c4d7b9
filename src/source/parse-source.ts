/** Text of a scenario with its overlays, firm cards and `--set` changes -> legal Scenario, or all problems in order. */
import { isWithin, type ParseOptions, type Problem, parseScenario, type Scenario } from '../../sim/index.js';
import { checkFormulas } from '../experiment/formula-check.js';
import { noScenario, otherKind } from './file-kind.js';
import { type CardShelf, putCardsIn } from './firm-cards.js';
import { layOver, type OverlayText } from './overlay.js';
import { AFTER_FILE, inOrder, type PlacedProblem } from './place.js';
import { readSource, type Source } from './read-source.js';
import { atSet, pathOf, setPath } from './set-path.js';

/**
 * `bytes` or `text` of the scenario; `file` is only its name in messages; `sets` as on the command line; `overlays` in
 * the order in which they are laid over it, the one that the scenario names first.
 */
export interface SourceInput extends ParseOptions {
  readonly bytes?: Uint8Array;
  readonly text?: string;
  readonly file: string;
  readonly sets?: readonly string[];
  readonly overlays?: readonly OverlayText[];
  /** Firm cards that the scenario may stand on; none unless given. */
  readonly shelf?: CardShelf;
}

/** A named overlay that nobody has read: it must not be left out in silence. */
function unread(source: Source): PlacedProblem[] {
  const named = Object(source.value).overlay;
  if (typeof named !== 'string') return [];
  const expected = 'an overlay that is named in the file and read with it, or `--overlay`';
  return [{ path: ['overlay'], expected, received: JSON.stringify(named), ...source.locate(['overlay']) }];
}

export type ParsedSource =
  | { readonly scenario: Scenario; readonly source: Source }
  | { readonly problems: PlacedProblem[] };

/** A scenario before it is parsed: cards put in, `--set` applied. `source` is missing if the text is no map. */
export interface WholeSource {
  readonly source?: Source;
  readonly problems: PlacedProblem[];
  /** Firms whose card could not be had: what they lack is no fault of its own. */
  readonly broken: readonly string[];
}

const NO_CARDS: CardShelf = { cards: {}, names: [] };

/** Reads a scenario file, its cards and its changes; pure, never throws on any input. */
export function readWhole(input: SourceInput): WholeSource {
  const read = readSource(input.bytes ?? input.text ?? '', input.file);
  if (!read.source) return { problems: read.problems, broken: [] };
  const other = otherKind(read.source, 'scenario') ?? noScenario(read.source);
  if (other) return { problems: [other], broken: [] };
  const problems = [...read.problems];
  const overlays = input.overlays ?? [];
  if (input.overlays) delete (read.source.value as { overlay?: unknown }).overlay;
  // what a card becomes depends on the scenario's currency and start; what is set in a firm changes what it has become
  const sets = [...(input.sets ?? []).entries()].filter(isFirst(input.sets ?? [], problems));
  const inFirm = ([, assignment]: [number, string]) => pathOf(assignment).startsWith('firms.');
  const laid = layAll(read.source, overlays, { inFirms: false, problems });
  const around = applySets(
    laid,
    sets.filter((set) => !inFirm(set)),
    problems,
  );
  const { source: carded, problems: ofCards, broken } = putCardsIn(around, input.shelf ?? NO_CARDS);
  problems.push(...ofCards);
  const source = layAll(carded, overlays, { inFirms: true, problems });
  const whole = applySets(source, sets.filter(inFirm), problems);
  problems.push(...unread(whole));
  return { source: whole, problems, broken };
}

/** Lays all overlays, either what concerns firms or the rest. */
function layAll(
  source: Source,
  overlays: readonly OverlayText[],
  { inFirms, problems }: { inFirms: boolean; problems: PlacedProblem[] },
): Source {
  let current = source;
  for (const overlay of overlays) {
    const laid = layOver(current, overlay, inFirms);
    current = laid.source;
    problems.push(...laid.problems);
  }
  return current;
}

/** True for the first assignment of a path; a second one is a problem. */
function isFirst(sets: readonly string[], problems: PlacedProblem[]) {
  return ([order, assignment]: [number, string]): boolean => {
    const path = pathOf(assignment);
    if (sets.findIndex((other) => pathOf(other) === path) === order) return true;
    problems.push(
      atSet(assignment, order + 1, { expected: 'each path once', received: `a second \`${path}\`` }),
    );
    return false;
  };
}

function applySets(
  source: Source,
  sets: readonly (readonly [number, string])[],
  problems: PlacedProblem[],
): Source {
  let current = source;
  for (const [order, assignment] of sets) {
    const changed = setPath(current, assignment, order + 1);
    if ('source' in changed) current = changed.source;
    else problems.push(...changed.problems);
  }
  return current;
}

/** Parses a scenario file; pure, never throws on any input. */
export function parseSource(input: SourceInput): ParsedSource {
  const { source, problems, broken } = readWhole(input);
  if (!source) return { problems };
  const parsed = parseScenario(source.value, { policies: input.policies });
  const found: Problem[] = 'problems' in parsed ? parsed.problems : checkFormulas(parsed.scenario);
  const inFile = problems.filter(({ card, line }) => card === undefined && line !== AFTER_FILE);
  const told = new Set(inFile.map(({ path }) => path.join('.')));
  const toldInCards = new Set(problems.filter(({ card }) => card !== undefined).map(({ where }) => where));
  const isLack = ({ path, received }: Problem) =>
    received === 'nothing' && broken.some((id) => isWithin(path, ['firms', id]));
  const placed = found
    .filter((problem) => !told.has(problem.path.join('.')) && !isLack(problem))
    .map((problem) => ({ ...problem, ...source.locate(problem.path, problem.atKey) }))
    .filter(({ card, where }) => card === undefined || !toldInCards.has(where));
  const all = inOrder([...problems, ...placed]);
  return all.length > 0 || 'problems' in parsed ? { problems: all } : { scenario: parsed.scenario, source };
}

/** Text of a scenario with its `--set` changes -> legal Scenario, or all problems in the order of the file. */
import { type ParseOptions, type Problem, parseScenario, type Scenario } from '../../sim/index.js';
import { checkFormulas } from '../experiment/formula-check.js';
import { inOrder, type PlacedProblem } from './place.js';
import { readSource, type Source } from './read-source.js';
import { atSet, pathOf, setPath } from './set-path.js';

/** `bytes` or `text` of the scenario; `file` is only its name in messages; `sets` as on the command line. */
export interface SourceInput extends ParseOptions {
  readonly bytes?: Uint8Array;
  readonly text?: string;
  readonly file: string;
  readonly sets?: readonly string[];
}

export type ParsedSource =
  | { readonly scenario: Scenario; readonly source: Source }
  | { readonly problems: PlacedProblem[] };

/** Parses a scenario file; pure, never throws on any input. */
export function parseSource(input: SourceInput): ParsedSource {
  const read = readSource(input.bytes ?? input.text ?? '', input.file);
  if (!read.source) return { problems: read.problems };
  const problems = [...read.problems];
  let source = read.source;
  const paths = new Set<string>();
  for (const [order, assignment] of (input.sets ?? []).entries()) {
    const path = pathOf(assignment);
    if (paths.has(path)) {
      problems.push(
        atSet(assignment, order + 1, { expected: 'each path once', received: `a second \`${path}\`` }),
      );
      continue;
    }
    paths.add(path);
    const changed = setPath(source, assignment, order + 1);
    if ('source' in changed) source = changed.source;
    else problems.push(...changed.problems);
  }
  const parsed = parseScenario(source.value, { policies: input.policies });
  const found: Problem[] = 'problems' in parsed ? parsed.problems : checkFormulas(parsed.scenario);
  const told = new Set(read.problems.map(({ path }) => path.join('.')));
  const isNew = (problem: Problem) => !told.has(problem.path.join('.'));
  problems.push(
    ...found.filter(isNew).map((problem) => ({ ...problem, ...source.locate(problem.path, problem.atKey) })),
  );
  if (problems.length > 0 || 'problems' in parsed) return { problems: inOrder(problems) };
  return { scenario: parsed.scenario, source };
}

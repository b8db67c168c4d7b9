/** Problems with their place in a file, and how they are printed. */
import type { Path, Problem } from '../../sim/index.js';
import { printable } from './printable.js';

/** A place in a file; line and column count from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** `file:line:column`, or the `--set` that gave the value. */
  readonly where: string;
  /** Name of the file if it is that of a firm card; absent for the scenario itself. */
  readonly card?: string;
}

/** A Problem and where it stands. */
export type PlacedProblem = Problem & Place;

const LONGEST_KEY = 60;

/** `firms.kimi.tiers.0.price`; keys are cut at 60 characters. */
export function dotted(path: Path): string {
  const shown = (key: string | number) =>
    printable(String(key).slice(0, LONGEST_KEY)).replaceAll('\n', '\\n');
  return path.map(shown).join('.');
}

/** `file:line:column path: expected ..., got ...; did you mean ...?` in one line. */
export function formatProblem(problem: PlacedProblem): string {
  const { where, path, expected, received, hint } = problem;
  const name = dotted(path);
  const isSaid = name === '' || where.startsWith(`--set ${name}=`) || where === `--set ${name}`;
  const text = `${where}${isSaid ? '' : ` ${name}`}: expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`;
  return printable(text.replace(/\s*[\r\n]+\s*/g, ' '));
}

/** Values given on the command line are placed after all lines of all files. */
export const AFTER_FILE = 2 ** 31;

/** Problems by file (the scenario, then its cards), line and column; those of `--set` come last, in their order. */
export function inOrder(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const isSet = ({ line }: Place) => Number(line === AFTER_FILE);
  const file = ({ card = '' }: Place) => card;
  return [...problems].sort(
    (a, b) =>
      isSet(a) - isSet(b) ||
      Number(file(a) > file(b)) - Number(file(a) < file(b)) ||
      a.line - b.line ||
      a.column - b.column,
  );
}

/**
 * Text of a scenario -> plain value with places. The guards stand before the parser (size, encoding, depth),
 * because some texts end the process inside it. Pure: the command line and the browser use the same file.
 */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Path } from '../../sim/index.js';
import { decode } from './decode.js';
import { tooMuch } from './depth.js';
import { makeLocator } from './locate.js';
import type { Place, PlacedProblem } from './place.js';
import { offsetOf, plainValue } from './plain-value.js';
import { syntaxFault } from './syntax.js';

/** A parsed file: its plain value (maps without prototype) and where each part of it stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** The place of a value, or of its key; of a missing part: its nearest parent's key. */
  locate(path: Path, atKey?: boolean): Place;
}

/** `source` is missing if nothing could be made of the text; both may be there. */
export interface ReadSource {
  readonly source?: Source;
  readonly problems: PlacedProblem[];
}

type Fault = {
  offset: number;
  path?: Path;
  atKey?: boolean;
  expected: string;
  received: string;
  hint?: string;
};

/** Reads a scenario text named `file`; never throws, whatever the bytes. */
export function readSource(input: Uint8Array | string, file: string): ReadSource {
  const decoded = decode(input);
  if ('offset' in decoded) return { problems: [place(decoded, file, linesOf(decoded.text))] };
  const { text } = decoded;
  const fault = tooMuch(text);
  if (fault) return { problems: [place(fault, file, linesOf(text))] };
  return parse(text, file);
}

function parse(text: string, file: string): ReadSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    keepSourceTokens: false,
  });
  const error = [
    ...document.errors,
    ...document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED'),
  ].at(0);
  if (error) return { problems: [place(syntaxFault(error, text), file, lines)] };
  if (document.directives?.yaml.explicit) {
    const fault = { offset: 0, expected: 'a document without directives', received: 'a %YAML line' };
    return { problems: [place(fault, file, lines)] };
  }
  if (!isMap(document.contents)) {
    const received =
      document.contents === null ? 'an empty file' : isSeq(document.contents) ? 'a list' : 'a single value';
    const offset = offsetOf(document.contents) ?? 0;
    return {
      problems: [place({ offset, expected: 'a map of fields such as `title:`', received }, file, lines)],
    };
  }
  const { value, faults, targets } = plainValue(document);
  const offsetAt = makeLocator(document, targets);
  const locate = (path: Path, atKey = false) => placeAt(offsetAt(path, atKey), file, lines);
  const problems = faults.map((fault) => place(fault, file, lines));
  return value === undefined ? { problems } : { source: { file, value, locate }, problems };
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1);
  return lines;
}

function placeAt(offset: number, file: string, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset);
  const [row, column] = line > 0 ? [line, col] : [1, offset + 1];
  return { line: row, column, where: `${file}:${row}:${column}` };
}

function place(fault: Fault, file: string, lines: LineCounter): PlacedProblem {
  const { offset, path = [], atKey, expected, received, hint } = fault;
  const where = placeAt(offset, file, lines);
  return { path, expected, received, ...(hint ? { hint } : {}), ...(atKey ? { atKey } : {}), ...where };
}

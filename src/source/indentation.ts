/**
 * Finds lines whose indentation fits no level above them: the most common fault of a YAML text, and one that the
 * parser tells in riddles, often at the line before. A rough reader of lines, used only on a text that the parser
 * has refused already: it explains and never decides.
 */

/** A line that stands at a wrong level. `offset` is that of its first letter, in UTF-16 units. */
export interface Misplaced {
  /** Lines count from 1. */
  readonly line: number;
  readonly offset: number;
  readonly received: string;
  readonly hint: string;
}

interface Line {
  readonly line: number;
  readonly offset: number;
  readonly indent: number;
  /** Without indentation and comment. */
  readonly text: string;
}

const OPENS_BLOCK_TEXT = /[:-]\s+[|>][-+0-9]*$/;
const IS_ENTRY = /^(- |-$|[^\s"'[{#][^:]*:(\s|$)|"[^"]*":(\s|$))/;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const [i, raw] of text.split('\n').entries()) {
    const indent = raw.length - raw.trimStart().length;
    const content = raw
      .trim()
      .replace(/(^|\s)#.*$/, '')
      .trimEnd();
    if (content !== '') lines.push({ line: i + 1, offset: offset + indent, indent, text: content });
    offset += raw.length + 1;
  }
  return lines;
}

function spaces(count: number): string {
  return count === 0 ? 'no spaces' : `${count} space${count === 1 ? '' : 's'}`;
}

function misplaced(at: Line, { before, after }: { before: Line; after: Line | undefined }): Misplaced {
  const isBeside = after?.indent === before.indent && !at.text.endsWith(':');
  const beside = isBeside ? 'the lines beside it have' : 'the line above it has';
  const hint = `check the indentation of this line (${spaces(at.indent)}; ${beside} ${before.indent})`;
  return { line: at.line, offset: at.offset, received: spaces(at.indent), hint };
}

/** Levels that a line opens: its own, and that of the map behind each dash. */
function levelsOf({ indent, text }: Line): number[] {
  const levels = [indent];
  for (let rest = text, at = indent; /^- +\S/.test(rest); ) {
    const step = (/^- +/.exec(rest) as RegExpExecArray)[0].length;
    at += step;
    rest = rest.slice(step);
    levels.push(at);
  }
  return levels;
}

function depthChange(text: string): number {
  const bare = text.replace(/"[^"]*"|'[^']*'/g, '');
  return bare.split(/[[{]/).length - bare.split(/[\]}]/).length;
}

/** Every line that is at no level of those above it. */
export function misplacedLines(text: string): Misplaced[] {
  const lines = linesOf(text);
  const found: Misplaced[] = [];
  let levels: number[] = [];
  let blockText = Infinity;
  let brackets = 0;
  let before: Line | undefined;
  for (const [i, at] of lines.entries()) {
    if (at.indent > blockText) continue;
    blockText = Infinity;
    const isInside = brackets > 0;
    brackets = Math.max(0, brackets + depthChange(at.text));
    if (isInside || (before && !IS_ENTRY.test(at.text))) continue;
    const opened = before !== undefined && /(:|^-|- -)(\s+&\S+)?$/.test(before.text);
    const top = levels.at(-1) ?? at.indent;
    levels = levels.filter((level) => level <= at.indent);
    const isWrong = at.indent > top ? !opened : levels.length > 0 ? levels.at(-1) !== at.indent : before;
    if (before && isWrong) found.push(misplaced(at, { before, after: lines[i + 1] }));
    levels = [...levels.filter((level) => level < at.indent), ...levelsOf(at)];
    if (OPENS_BLOCK_TEXT.test(at.text)) blockText = at.indent;
    before = at;
  }
  return found;
}

/**
 * The places of a file whose counts tell what ran: starts of statements and of branches, as istanbul names them, except that
 * it names the whole `if` as the place of what the `if` guards; here it is the first statement behind the condition.
 */

/** Offset behind the bracket that closes the one at `open`; texts are skipped, regular expressions are not known. */
function behindBracket(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at];
    if (`'"\``.includes(sign)) {
      for (at++; at < text.length && text[at] !== sign; at++) if (text[at] === '\\') at++;
    } else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Offset of the first statement that an `if` guards; undefined if it is not found. */
function guarded(text, from) {
  const open = /^if\s*\(/.exec(text.slice(from, from + 20));
  const end = open ? behindBracket(text, from + open[0].length - 1) : undefined;
  return end === undefined ? undefined : end + /^[\s{]*/.exec(text.slice(end))[0].length;
}

/** Line from 1 and column from 0 <-> offset. */
function positions(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    offset: ({ line, column }) => starts[line - 1] + column,
    place(offset) {
      const line = starts.findLastIndex((start) => start <= offset) + 1;
      return { line, column: offset - starts[line - 1] };
    },
  };
}

/**
 * Starts of all statements, then of all branches, each branch before its arms, in one row; an `else` that is not written
 * has none and gets the file's start.
 * @param text the file
 */
export function placesOf({ statementMap, branchMap }, text) {
  const { offset, place } = positions(text);
  const armOf = ({ type, loc }, { start }, arm) => {
    if (start.line === undefined) return { line: 1, column: 0 };
    const first = type === 'if' && arm === 0 ? guarded(text, offset(loc.start)) : undefined;
    return first === undefined ? start : place(first);
  };
  const branches = Object.values(branchMap).flatMap((branch) => [
    branch.loc.start,
    ...branch.locations.map((location, arm) => armOf(branch, location, arm)),
  ]);
  return [...Object.values(statementMap).map(({ start }) => start), ...branches];
}

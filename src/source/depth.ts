/**
 * How deep a YAML text is nested and how much stands in it, before it is parsed: the parser calls itself for
 * every level and a text of 20,000 levels ends the whole process. Its lexer does not, so its tokens are counted
 * and the scan stops at the first that is too deep or too many. About 100 ms a megabyte.
 */
import { Lexer } from 'yaml';

/** Deepest nesting of a scenario file, levels. */
const DEEPEST = 64;

/** Most tokens of a scenario file: a line `key: value` has five. */
const MOST_TOKENS = 200_000;

/** Why a text must not be parsed: `offset` of the token that is too deep or too much. */
export interface TooMuch {
  readonly offset: number;
  readonly expected: string;
  readonly received: string;
}

/** Scans a text for more than 64 levels (flow brackets and indentation together) or 200,000 tokens. */
export function tooMuch(text: string): TooMuch | undefined {
  const indents: number[] = [];
  let flow = 0;
  let tokens = 0;
  let offset = 0;
  let lineStart = 0;
  let atIndent = true;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') continue;
    tokens += 1;
    if (tokens > MOST_TOKENS)
      return { offset, expected: `at most ${MOST_TOKENS} marks and words`, received: 'more' };
    if (token === '[' || token === '{') flow += 1;
    if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    const opens = token === '-' || token === '?' || (atIndent && !isBlank(token));
    if (flow === 0 && opens) {
      const column = offset - lineStart;
      while (indents.length > 0 && indents[indents.length - 1] >= column) indents.pop();
      indents.push(column);
    }
    atIndent = atIndent && (isBlank(token) || token === '-' || token === '?');
    if (flow + indents.length > DEEPEST)
      return { offset, expected: `at most ${DEEPEST} levels of nesting`, received: 'more' };
    offset += token.length;
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) {
      lineStart = offset - (token.length - newline - 1);
      atIndent = true;
    }
  }
  return undefined;
}

function isBlank(token: string): boolean {
  return token.trim() === '' || token.startsWith('#');
}

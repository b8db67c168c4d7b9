/** Says in our words what the YAML parser found. */
import { Lexer, type YAMLError } from 'yaml';
import { misplacedLines } from './indentation.js';

/** A fault of syntax: `offset` in UTF-16 units. */
export interface SyntaxFault {
  readonly offset: number;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

const QUOTES = 'text that holds `: ` or ` #` needs quotes';

const KNOWN: Record<string, { expected: string; received: string; hint?: string }> = {
  MULTIPLE_DOCS: { expected: 'one document', received: 'a second one', hint: 'remove the line `---`' },
  BAD_DIRECTIVE: { expected: 'a document without directives', received: 'a line that begins with %' },
  MULTILINE_IMPLICIT_KEY: { expected: '`key: value` in this line', received: 'no `: `' },
  TAB_AS_INDENT: { expected: 'spaces as indentation', received: 'a tab' },
  BLOCK_AS_IMPLICIT_KEY: { expected: 'one `key: value` in a line', received: 'a second `: `', hint: QUOTES },
};

/** Errors that a wrong indentation can look like. */
const LIKE_INDENTATION = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'UNEXPECTED_TOKEN',
]);

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A line at no level of those above it, if it is where the parser stumbled: its own line, or the one before. */
function indentationFault(error: YAMLError, text: string): SyntaxFault | undefined {
  if (!LIKE_INDENTATION.has(error.code)) return undefined;
  const lines = text.split('\n');
  const here = lineAt(text, error.pos[0]);
  const below = lines.findIndex((line, i) => i >= here && line.trim() !== '') + 1;
  const found = misplacedLines(text).find(({ line }) => line === here || line === below);
  if (!found) return undefined;
  const { offset, received, hint } = found;
  return { offset, expected: 'the indentation of one of the levels above', received, hint };
}

/** The quote that is still open where the parser gave up. */
function openQuote(error: YAMLError, text: string): SyntaxFault | undefined {
  const quote = /^Missing closing (["'])quote/.exec(error.message)?.[1];
  if (!quote) return undefined;
  let offset = 0;
  let opened: number | undefined;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') continue;
    if (token.startsWith(quote) && offset < error.pos[0]) opened = offset;
    offset += token.length;
  }
  if (opened === undefined) return undefined;
  const line = text.slice(opened).split('\n')[0];
  const received = `a ${quote} that is not closed in its line`;
  const hint =
    line.trimEnd().endsWith(quote) && line.length > 1
      ? undefined
      : `close it: \`${line.trimEnd().slice(0, 40)}${quote}\``;
  return { offset: opened, expected: `a closing ${quote}`, received, ...(hint ? { hint } : {}) };
}

/**
 * Turns the first error of a parse into a fault; what follows it is mostly its echo.
 * @param text what was parsed
 */
export function syntaxFault(error: YAMLError, text: string): SyntaxFault {
  const offset = error.pos[0];
  const explained = openQuote(error, text) ?? indentationFault(error, text);
  if (explained) return explained;
  const before = text[offset - 1];
  if (error.message.startsWith('Unexpected scalar at node end') && (before === '"' || before === "'")) {
    const hint =
      before === "'" ? "within '...' write a quote as ''" : String.raw`within "..." write a quote as \"`;
    return { offset, expected: 'nothing behind the closing quote', received: 'more text', hint };
  }
  const known = Object.hasOwn(KNOWN, error.code) ? KNOWN[error.code] : undefined;
  if (known) return { offset, ...known };
  const isTag = error.code === 'UNEXPECTED_TOKEN' && error.message.includes('flow-seq-start');
  const message = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  const hint = isTag ? 'within { } or [ ] a number with a [tag] needs quotes' : undefined;
  return { offset, expected: 'YAML', received: `something else (${message})`, ...(hint ? { hint } : {}) };
}

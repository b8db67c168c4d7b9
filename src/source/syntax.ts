/** Says in our words what the YAML parser found. */
import type { YAMLError } from 'yaml';

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
  TAB_AS_INDENT: { expected: 'spaces as indentation', received: 'a tab' },
  BLOCK_AS_IMPLICIT_KEY: { expected: 'one `key: value` in a line', received: 'a second `: `', hint: QUOTES },
};

/** Turns the first error of a parse into a fault; what follows it is mostly its echo. */
export function syntaxFault(error: YAMLError): SyntaxFault {
  const offset = error.pos[0];
  const known = Object.hasOwn(KNOWN, error.code) ? KNOWN[error.code] : undefined;
  if (known) return { offset, ...known };
  const isTag = error.code === 'UNEXPECTED_TOKEN' && error.message.includes('flow-seq-start');
  const message = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  const hint = isTag ? 'within { } or [ ] a number with a [tag] needs quotes' : undefined;
  return { offset, expected: 'YAML', received: `something else (${message})`, ...(hint ? { hint } : {}) };
}

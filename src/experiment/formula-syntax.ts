/** From the text of a formula to its tree (jsep, precedence climbing), with the parser's faults in our words. */
import jsep from 'jsep';
import { FormulaFault } from './formula-fault.js';

/** What jsep says -> what was met; `$1` is the part in brackets. */
const MET: readonly (readonly [said: RegExp, met: string])[] = [
  [/^Expected ([^\w\s])$/, 'no `$1`'],
  [/^Unclosed ([([])$/, 'a `$1` that is not closed'],
  [/^Unclosed quote.*$/s, 'a quote that is not closed'],
  [/^Expected expression after (.+)$/, 'nothing behind `$1`'],
  [/^(?:Expected expression|missing unaryOp.*|Unexpected "")$/, 'no number or function'],
  [/^Expected comma$/, 'no `,`'],
  [/^Expected exponent.*$/, 'a number without its exponent'],
  [/^Variable names.*?(\d+).*$/, 'a name that begins with the digits $1'],
  [/^Unexpected period$/, 'a `.`'],
  [/^Unexpected (?:token )?"?(.+?)"?$/, 'a `$1`'],
];

/** Kinds of expressions that a formula has none of, as whoever wrote it knows them. */
const KINDS: Readonly<Record<string, string>> = {
  MemberExpression: 'a name with a dot or square brackets',
  ArrayExpression: 'a list in square brackets',
  ConditionalExpression: 'a choice by ? and :',
  SequenceExpression: 'several formulas with commas between',
  ThisExpression: '`this`',
  Literal: 'a number or text',
  CallExpression: 'what a function gives',
};

/** What an expression is, in words. */
export function kindText({ type }: Pick<jsep.Expression, 'type'>): string {
  return KINDS[type] ?? 'something else';
}

/** @throws FormulaFault with the place of the fault, characters from 1 */
export function parseTree(text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    const { description = '', index = 0 } = error as { description?: string; index?: number };
    const known = MET.find(([said]) => said.test(description));
    const met = known ? description.replace(...known) : 'something else';
    const hint = met.includes('digits') ? 'put a name that begins with a digit in quotes' : undefined;
    // jsep stands behind a token that it did not expect
    const place = /^Unexpected token/.test(description) ? index : index + 1;
    throw new FormulaFault(
      'a formula such as `median(users(kimi, 12))`',
      `${met} at character ${place}`,
      hint,
    );
  }
}

/** A fault in the formula of a check, in the words of a Problem. */
export class FormulaFault extends Error {
  readonly expected: string;
  readonly received: string;
  readonly hint: string | undefined;

  constructor(expected: string, received: string, hint?: string) {
    super(`expected ${expected}, got ${received}`);
    this.expected = expected;
    this.received = received;
    this.hint = hint;
  }
}

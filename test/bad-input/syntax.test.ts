import { expect, test } from 'vitest';
import { linesOf } from './lines.js';
import { SYNTAX_CASES } from './syntax-cases.js';

test.each(SYNTAX_CASES)('%s is refused with its exact message', (_title, text, lines) => {
  expect(linesOf({ text })).toEqual(lines);
});

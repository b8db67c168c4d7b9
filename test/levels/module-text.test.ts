import { describe, expect, it, test } from 'vitest';
import { factoryText } from '../../src/policies/module-text.js';

/** What a module exports, run here. */
const exportsOf = (text: string) =>
  new Function(`return ${factoryText(text)}`)()((value: unknown) => [value]) as Record<string, unknown>;

describe('the text of a policy module as a function', () => {
  test.each([
    ['export const policy = 1;', 1],
    ['const own = 2; export { own as policy };', 2],
    ['export { policy };\nlet policy = 3', 3],
    ["import { definePolicy } from 'afterburn';\nexport const policy = definePolicy(4)", [4]],
    ["import { definePolicy as make } from 'afterburn';\nexport const policy = make(5);", [5]],
    [
      "/* import x from 'y' */ export const policy = `export const policy = $" + "{'7'}`; // export",
      'export const policy = 7',
    ],
    ["const re = /[/'\"]/; export const policy = re.source; // it's", '[/\'"]'],
    ['export function policy() {}; export const other = 1;', expect.any(Function)],
    ['export class policy {}', expect.any(Function)],
    ['export const policy = (function () { return this; })();', undefined],
  ])('%s', (text, policy) => {
    expect(exportsOf(text).policy).toEqual(policy);
  });

  test.each([
    ["import x from 'node:fs'; export const policy = 1;", 'an import from "node:fs"'],
    [
      "import { simulate } from 'afterburn'; export const policy = 1;",
      "an import of something else from 'afterburn'",
    ],
    ["export const policy = import('x');", '`import(...)`'],
    ['export const policy = import.meta;', '`import.meta`'],
    ["export { policy } from './x.mjs';", 'an import from "./x.mjs"'],
    ['export default 1;', '`export default 1;`'],
  ])('%s is refused', (text, received) => {
    expect(() => factoryText(text)).toThrow(`imports nothing but \`definePolicy\` from 'afterburn'`);
    expect(() => factoryText(text)).toThrow(received);
  });

  it('closes no function but its own', () => {
    expect(() => factoryText('export const policy = 1; }); (function () {')).toThrow();
  });
});

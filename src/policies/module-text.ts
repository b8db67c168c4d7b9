/**
 * Turns the text of a policy module into an expression that a sandbox can evaluate: a function whose call runs the
 * module's body and returns what it exports. A sandbox has no module loader, so the module is one file; the only
 * import is `definePolicy`. es-module-lexer finds the statements, whatever comments and texts look like.
 */
import { initSync, parse } from 'es-module-lexer';
import { BadPolicy } from '../source/policy-module.js';

/** What a module must be, above level trusted. */
const ONE_FILE =
  "a single file that imports nothing but `definePolicy` from 'afterburn', or --policy-level trusted";

function notOneFile(received: string): BadPolicy {
  return new BadPolicy(ONE_FILE, received);
}

type Cut = { readonly from: number; readonly to: number; readonly put: string };

/** The only thing that may be imported. */
const OWN = /^import\s*\{\s*definePolicy(?:\s+as\s+([\w$]+))?\s*,?\s*\}\s*from\b/;

function importCut(text: string, found: ReturnType<typeof parse>[0][number]): Cut {
  if (found.d === -2) throw notOneFile('`import.meta`');
  if (found.d > -1) throw notOneFile('`import(...)`');
  const { n: from, ss, se } = found;
  const names = OWN.exec(text.slice(ss, se));
  if (from !== 'afterburn') throw notOneFile(`an import from ${JSON.stringify(from)}`);
  if (!names) throw notOneFile("an import of something else from 'afterburn'");
  return { from: ss, to: se, put: names[1] ? `const ${names[1]} = definePolicy` : '' };
}

/** `export const ...` loses its first word; `export { ... }` goes away. */
function exportCut(text: string, start: number): Cut {
  const rest = text.slice(start);
  const declared = /^export\s+(?=(?:const|let|var|class|function|async)\b)/.exec(rest);
  if (declared) return { from: start, to: start + declared[0].length, put: '' };
  const listed = /^export\s*\{[^{}]*\}(?!\s*from\b)/.exec(rest);
  if (listed) return { from: start, to: start + listed[0].length, put: ';' };
  throw notOneFile(`\`${rest.split('\n')[0].slice(0, 40)}\`, which is no \`export const policy = ...\``);
}

/**
 * `(function (definePolicy) { ...; return { policy } })`.
 * @throws BadPolicy if it imports or exports in a way that a sandbox has not; SyntaxError
 */
export function factoryText(text: string): string {
  initSync();
  const [imports, exports] = parse(text);
  const cuts = new Map<number, Cut>();
  for (const found of imports) cuts.set(found.ss, importCut(text, found));
  for (const { ss } of exports) cuts.set(ss, exportCut(text, ss));
  let body = '';
  let at = 0;
  for (const { from, to, put } of [...cuts.values()].sort((a, b) => a.from - b.from)) {
    // lines keep their numbers
    body += text.slice(at, from) + put + text.slice(from, to).replace(/[^\r\n\u2028\u2029]/g, '');
    at = to;
  }
  const names = exports.map(({ n, ln }) => `${JSON.stringify(n)}: ${ln ?? n}`);
  const whole = `'use strict';${body}${text.slice(at)}\n;return { ${names.join(', ')} };`;
  // only compiled, not run: a body that closes the function around it is refused here
  new Function('definePolicy', whole);
  return `(function (definePolicy) {${whole}})`;
}

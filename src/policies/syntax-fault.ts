/**
 * Where a policy module is no JavaScript. The sandboxes and `import` say what is wrong and not in which line, so Node is asked
 * to compile the text, without running it, in a process of its own: 40 ms, and only for a module that could not be read.
 */
import { spawnSync } from 'node:child_process';
import { readModule } from './module-file.js';

/** Milliseconds. */
const LONGEST = 10_000;

/** `line 7: Unexpected token ';'`; undefined if the text can be compiled, there is none, or it is TypeScript. @param url file URL */
export async function syntaxFault(url: string): Promise<string | undefined> {
  // its types are no JavaScript, and not what is wrong with it
  if (/\.[cm]?tsx?$/.test(url)) return undefined;
  const text = await readModule(url).catch(() => undefined);
  if (text === undefined) return undefined;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const words = ['--input-type=module', '--check', '-'];
  const { stderr } = spawnSync(process.execPath, words, { input: text, env, timeout: LONGEST });
  const [, line, what] = /^\[stdin\]:(\d+)\n[\s\S]*?^SyntaxError: (.*)$/m.exec(String(stderr)) ?? [];
  return line === undefined ? undefined : `line ${line}: ${what}`;
}

/** The text of a policy module, for levels above which it is not simply imported. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Nobody writes a policy that is longer, bytes. */
const LONGEST = 1e6;

/** @param url file URL @throws Error if there is no such file, or if it is no text of at most 1 MB */
export async function readModule(url: string): Promise<string> {
  const path = fileURLToPath(url);
  const file = await stat(path).catch(() => undefined);
  if (!file) throw new Error(`Cannot find module '${path}'`);
  if (!file.isFile() || file.size > LONGEST) throw new Error(`no file of at most 1 MB: ${path}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    throw new Error(`a file that is no UTF-8 text: ${path}`);
  }
}

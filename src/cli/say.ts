/** Lines for whoever waits: on stderr, and none with --quiet. */
import { printable } from '../source/printable.js';

/** Writes lines to stderr, with escapes for what no eye sees, or nothing at all. */
export function sayUnless(quiet: boolean): (text: string) => void {
  return (text) => void (quiet || process.stderr.write(printable(`${text}\n`)));
}

/** The command that makes the same worlds again: without threads and folders, because they change no result. */
import { relative, sep } from 'node:path';
import type { OpenRun } from './open-run.js';

/** Quotes a word for a POSIX shell if it needs it. */
function word(text: string): string {
  return /^[A-Za-z0-9_./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The scenario as seen from here; a place elsewhere on this machine is nobody's business. */
function placeOf(file: string): string {
  const path = relative('.', file).split(sep);
  return path[0] === '..' || file.startsWith('file:') ? (path.at(-1) as string) : path.join('/');
}

/** @param only replicate that was run alone */
export function commandText(
  file: string,
  { seed, sets, replicates }: OpenRun,
  { arms, only }: { readonly arms: readonly string[]; readonly only?: number },
): string {
  const count = only === undefined ? ['--replicates', String(replicates)] : ['--only', String(only)];
  const words = ['afterburn', 'run', placeOf(file), ...count, '--seed', seed];
  for (const arm of arms) words.push('--arm', arm);
  for (const set of sets) words.push('--set', set);
  return words.map(word).join(' ');
}

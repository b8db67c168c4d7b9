/** The command that makes the same worlds again: without threads and folders, because they change no result. */
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { USUAL_LEVEL } from '../experiment/policy-level.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import type { OpenRun } from './open-run.js';
import type { UntilAsked } from './run-results.js';

/** Quotes a word for a POSIX shell if it needs it. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The scenario as it was given; a place below the working directory is told from there. */
function placeOf(file: string): string {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  if (!isAbsolute(path)) return path.split(sep).join('/');
  const steps = relative('.', path).split(sep);
  if (steps[0] === '..') return path;
  // a name that begins with a dash would be read as an option
  return `${steps[0].startsWith('-') ? './' : ''}${steps.join('/')}`;
}

/** A number of worlds, or when they are enough. */
function worldsOf(replicates: number, asked: UntilAsked | undefined): string[] {
  if (!asked) return ['--replicates', String(replicates)];
  const { until, firms, most, isCapped } = asked;
  const cap = isCapped ? ['--replicates', String(most)] : [];
  return ['--until', String(until), ...firms.flatMap((firm) => ['--firm', firm]), ...cap];
}

/** @param only replicate that was run alone */
export function commandText(
  file: string,
  { scenario, seed, sets, overlays, replicates }: OpenRun,
  asked: { readonly arms: readonly string[]; readonly only?: number; readonly until?: UntilAsked },
): string {
  const { arms, only, until } = asked;
  const count = only === undefined ? worldsOf(replicates, until) : ['--only', String(only)];
  const words = ['npx', 'afterburn', 'run', placeOf(file), ...count, '--seed', seed];
  for (const arm of arms) words.push('--arm', arm);
  for (const overlay of overlays) words.push('--overlay', placeOf(overlay));
  for (const set of sets) words.push('--set', set);
  const { policyLevel } = userPoliciesOf(scenario);
  if (policyLevel !== USUAL_LEVEL) words.push('--policy-level', policyLevel);
  return words.map(shellWord).join(' ');
}

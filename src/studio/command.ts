/** The command line that lives the same worlds as a question of the studio. */
import type { Question } from './state.js';

/** A word as a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w./=:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Such as `npx afterburn run scenarios/startup-20m.yaml --replicates 200`. */
export function commandOf({ opened, values, seed, replicates }: Question): string {
  const sets = Object.entries(values).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
  const ofSeed = seed === '1' ? [] : ['--seed', seed];
  const words = ['npx', 'afterburn', 'run', opened.file, '--replicates', `${replicates}`, ...ofSeed, ...sets];
  return words.map(quoted).join(' ');
}

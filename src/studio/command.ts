/** The command line that lives the same worlds as a question of the studio. */
import type { Question } from './state.js';

/** A word as a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w./=:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Such as `npx afterburn run scenarios/startup-20m.yaml --replicates 200`. */
export function commandOf({ opened, values, arm, seed, replicates }: Question): string {
  const sets = Object.entries(values).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
  const ofSeed = seed === '1' ? [] : ['--seed', seed];
  const ofArm = arm === undefined ? [] : ['--arm', arm];
  const run = ['npx', 'afterburn', 'run', opened.file, '--replicates', `${replicates}`];
  const words = [...run, ...ofSeed, ...sets, ...ofArm];
  return words.map(quoted).join(' ');
}

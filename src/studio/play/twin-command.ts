/** The command line that lives the world of a game with the scenario's own strategy in the seat: the twin. */
import { quoted } from '../command.js';
import type { Game } from './game.js';

/** Such as `npx afterburn run scenarios/startup-20m.yaml --only 3`. @param file of the scenario, as the command names it */
export function twinCommand({ values, arm, seed, replicate }: Game, file: string): string {
  const sets = Object.entries(values).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
  const ofSeed = seed === '1' ? [] : ['--seed', seed];
  const ofArm = arm === undefined ? [] : ['--arm', arm];
  const words = ['npx', 'afterburn', 'run', file, '--only', `${replicate}`, ...ofSeed, ...sets, ...ofArm];
  return words.map(quoted).join(' ');
}

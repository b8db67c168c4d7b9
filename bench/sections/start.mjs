// How long the command takes to start: `afterburn --help` beside an empty Node, in turns, least wall clock of each.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TURNS = 15;
const afterburn = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const COMMANDS = { 'afterburn --help': [afterburn, '--help'], 'node -e 0': ['-e', '0'] };

/** @param {(text: string) => void} say */
async function measure(say) {
  say(`${TURNS} turns`);
  const best = new Map();
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, words] of Object.entries(COMMANDS)) {
      const begin = performance.now();
      spawnSync(process.execPath, words);
      best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - begin));
    }
  return [...best].map(([name, value]) => ({ id: `start/${name}`, value, unit: 'ms' }));
}

/** Start of the command line. */
export const start = { name: 'start', title: 'Start of the command line', measure };

/** `afterburn verify <folder>`: is everything in it what its parts give, and they what simulating gives? Changes nothing. */
import type { Command } from './command.js';

export const verifyCommand: Command = {
  usage: 'verify <folder>',
  about:
    'hold a run folder against itself: all its worlds, result files written anew, a sample of worlds simulated again',
  options: {
    sample: 'share of the worlds that are simulated again, 0 for none [default: 1%, at least one world]',
    all: { flag: 'simulate all worlds again' },
    modules: 'folder that the paths of policy modules start from [default: the working directory]',
    threads: 'threads [default: all cores]',
    patience: 'seconds after which a silent world counts as hanging [default: 30, more for large worlds]',
    quiet: { flag: 'no progress on stderr' },
    json: { flag: 'print what was found as JSON' },
  },
  examples: [
    ['verify output/china-traffic-war-2024-0123456789ab', 'one world in a hundred'],
    ['verify output/mine --all', 'every world'],
  ],
  positional: (parser) => void parser.positional('folder', { type: 'string', describe: 'run folder' }),
  async act(given) {
    const { verifyRun } = await import('./verify-run.js');
    return verifyRun(String(given.folder), given, {
      quiet: given.quiet === true,
      json: given.json === true,
      all: given.all === true,
    });
  },
};

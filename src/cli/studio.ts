/** `afterburn studio [scenario]`: the laboratory in a browser tab. */
import type { Command } from './command.js';

export const studioCommand: Command = {
  usage: 'studio [scenario]',
  about: 'open the laboratory in a browser tab, served on this machine only',
  options: {
    port: 'port to listen on [default: a free one]',
  },
  examples: [
    ['studio', 'the gallery of scenarios'],
    ['studio my.yaml', 'a scenario of your own, with its cards and overlays'],
  ],
  positional: (parser) =>
    void parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' }),
  async act(given) {
    const { openStudio } = await import('./open-studio.js');
    return openStudio(given.scenario === undefined ? undefined : String(given.scenario), given);
  },
};

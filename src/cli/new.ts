/** `afterburn new <file> --from <scenario>`: a scenario of one's own, with every field explained in place. */
import type { Command } from './command.js';

export const newCommand: Command = {
  usage: 'new <file>',
  about: 'write a scenario file of your own from a shipped one, with every field explained in place',
  options: {
    from: 'name of a shipped scenario, or a scenario file; without it the shipped ones are listed',
  },
  examples: [
    ['new my.yaml --from startup-20m', 'start from the small start-up, then change its numbers'],
    ['new my.yaml', 'list what there is to start from'],
  ],
  positional: (parser) =>
    void parser.positional('file', { type: 'string', describe: 'file to write (YAML)' }),
  async act(given) {
    const { newScenario } = await import('./new-scenario.js');
    return newScenario(String(given.file), given);
  },
};

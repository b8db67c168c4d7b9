/** `afterburn schema`: the JSON Schema of a scenario, for editors. */
import type { Command } from './command.js';
import { EXIT } from './exits.js';

export const schemaCommand: Command = {
  usage: 'schema',
  about: 'print the JSON Schema of a scenario',
  options: {},
  examples: [['schema > scenario.schema.json', 'then: # yaml-language-server: $schema=scenario.schema.json']],
  async act() {
    const { jsonSchema } = await import('../../sim/index.js');
    process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
    return EXIT.done;
  },
};

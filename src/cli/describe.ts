/** `afterburn describe [name]`: the reference of all fields, of one policy, or every number of a scenario or card. */

import { printable } from '../source/printable.js';
import { many } from './arguments.js';
import type { Command } from './command.js';
import { EXIT } from './exits.js';
import { POLICY_LEVEL, policyLevelOf } from './policy-level.js';

export const describeCommand: Command = {
  usage: 'describe [name]',
  about:
    'reference of every field; of a field, policy or mechanism by name; or every number of a scenario or firm card with its source',
  options: {
    overlay: 'file of values laid over the scenario; may be repeated',
    ...POLICY_LEVEL,
    json: { flag: 'rows as JSON' },
  },
  examples: [
    ['describe', 'every field'],
    ['describe firms', 'fields that begin with firms'],
    ['describe blitzscale', 'a policy and its parameters'],
    ['describe mechanisms', 'the mechanisms that `without` can switch off'],
    ['describe scenarios/startup-20m.yaml', 'what a scenario assumes, and who says so'],
    ['describe scenarios/firms/kimi.yaml', 'what a firm card says'],
  ],
  positional: (parser) =>
    void parser.positional('name', {
      type: 'string',
      describe: 'scenario file, firm card, policy, mechanism, or start of a path',
    }),
  async act(given) {
    const { describe } = await import('./describe-text.js');
    const name = given.name === undefined ? undefined : String(given.name);
    const options = { overlays: many(given.overlay), policyLevel: policyLevelOf(given) };
    const text = await describe(name, { json: given.json === true, ...options });
    process.stdout.write(printable(text));
    return EXIT.done;
  },
};

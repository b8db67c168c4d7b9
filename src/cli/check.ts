/** `afterburn check <scenario>`: holds a batch against the checks of the scenario. Leaves nothing on disk. */
import type { Command } from './command.js';
import { POLICY_LEVEL } from './policy-level.js';

export const checkCommand: Command = {
  usage: 'check <scenario>',
  about:
    'simulate the base and the arms its checks name, and print every check: found, target, pass, fail or open',
  options: {
    replicates: 'worlds of every plan [default: as the scenario says]',
    threads: 'threads [default: all cores]',
    seed: 'any text [default: 1]',
    agents: 'simulated users [default: as the scenario says]',
    months: 'months of a world [default: as the scenario says]',
    set: 'path=value: change a field of the scenario; may be repeated',
    overlay: 'file of values laid over the scenario, such as one that calibrate wrote; may be repeated',
    ...POLICY_LEVEL,
    patience: 'seconds after which a silent world counts as hanging [default: 30, more for large worlds]',
    strict: { flag: 'end with exit code 5 if a check fails' },
    quiet: { flag: 'no progress on stderr' },
    json: { flag: 'print {"checks": [{id, kind, found, target, verdict, pass}]}' },
  },
  examples: [
    ['check my.yaml --strict', 'for a script: exit code 5 if a check fails'],
    ['check scenarios/china-traffic-war-2024.yaml --json', 'for another program'],
  ],
  positional: (parser) =>
    void parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' }),
  async act(given) {
    const { checkScenario } = await import('./check-scenario.js');
    return checkScenario(String(given.scenario), given, {
      quiet: given.quiet === true,
      json: given.json === true,
      strict: given.strict === true,
    });
  },
};

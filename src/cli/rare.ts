/** `afterburn rare <scenario>`: how likely a cash-out is that plain batches hardly ever see. Leaves nothing on disk. */
import type { Command } from './command.js';
import { POLICY_LEVEL } from './policy-level.js';

export const rareCommand: Command = {
  usage: 'rare <scenario>',
  about:
    'estimate how likely a firm is to run out of cash when that is rare (below 1 in 1,000), by multilevel splitting',
  options: {
    firm: 'name of the firm in the scenario; needed',
    by: 'month by which it runs out of cash [default: the last]',
    effort: 'worlds a level, 10 to 50000 [default: 200]',
    repetitions: 'independent repetitions, from which the interval comes, 8 to 1000 [default: 10]',
    nearness: 'what says how near the firm is, cash or runway: the estimate holds for both [default: cash]',
    threads: 'threads [default: all cores]',
    seed: 'any text [default: 1]',
    agents: 'simulated users [default: as the scenario says]',
    set: 'path=value: change a field of the scenario; may be repeated',
    overlay: 'file of values laid over the scenario, such as one that calibrate wrote; may be repeated',
    ...POLICY_LEVEL,
    patience: 'seconds after which a silent world counts as hanging [default: 30, more for large worlds]',
    quiet: { flag: 'no progress on stderr' },
    json: { flag: 'print the estimate with its levels and repetitions as JSON' },
  },
  examples: [
    ['rare my.yaml --firm kimi --by 12', 'P(kimi runs out of cash in its first 12 months)'],
    ['rare my.yaml --firm kimi --effort 1000', 'a narrower interval: more worlds a level'],
  ],
  positional: (parser) =>
    void parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' }),
  async act(given) {
    const { rareCashOut } = await import('./rare-cash-out.js');
    return rareCashOut(String(given.scenario), given, {
      quiet: given.quiet === true,
      json: given.json === true,
    });
  },
};

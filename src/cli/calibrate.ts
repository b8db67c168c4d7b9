/** `afterburn calibrate <scenario>`: fits free fields to observations and writes them as an overlay. */
import type { Command } from './command.js';
import { POLICY_LEVEL } from './policy-level.js';

export const calibrateCommand: Command = {
  usage: 'calibrate <scenario>',
  about:
    'fit the free fields of its section `calibration` to its targets, or to your own history, and write an overlay',
  options: {
    data: 'CSV file of your own history: month, people, users.<firm>, payers.<firm>, cash.<firm>, spend.<firm> ...',
    tolerance: 'standard error of its numbers as a share of them [default: 0.05]',
    'fit-until': 'last month of the history that is fitted; later ones are held out and reported',
    out: 'overlay to write [default: <scenario>.fitted.yaml in the working directory]',
    evaluations: 'most sets of values to try, from 300 on in several starts [default: as the scenario says]',
    replicates:
      'worlds of every set of values while searching; it ends on 16 times as many [default: as the scenario says]',
    agents: 'simulated users while fitting [default: as the scenario says]',
    seed: 'any text [default: as the scenario says]',
    threads: 'threads [default: all cores]',
    set: 'path=value: change a field of the scenario; may be repeated',
    overlay: 'file of values laid over the scenario: where the search begins; may be repeated',
    ...POLICY_LEVEL,
    patience: 'seconds after which a silent world counts as hanging [default: 30, more for large worlds]',
    profile: { flag: 'also the loss over the range of each value, the others following' },
    quiet: { flag: 'no progress on stderr' },
    json: { flag: 'print the fit as JSON' },
  },
  examples: [
    ['calibrate my.yaml', 'fit what my.yaml declares, write my.fitted.yaml'],
    [
      'calibrate my.yaml --data history.csv --fit-until 9',
      'fit to your own months 1 to 9, test on the later ones',
    ],
    ['run my.yaml --overlay my.fitted.yaml', 'use what was fitted'],
  ],
  positional: (parser) =>
    void parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' }),
  async act(given) {
    const { calibrateScenario } = await import('./calibrate-scenario.js');
    return calibrateScenario(String(given.scenario), given, {
      quiet: given.quiet === true,
      json: given.json === true,
      profile: given.profile === true,
    });
  },
};

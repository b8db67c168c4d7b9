/** `afterburn run <scenario>`: the main job. */
import type { Command } from './command.js';
import { POLICY_LEVEL } from './policy-level.js';

export const runCommand: Command = {
  usage: 'run <scenario>',
  about: 'simulate many worlds of a scenario and report which firms run out of cash',
  options: {
    replicates: 'worlds of every plan [default: as the scenario says, 300]',
    threads: 'threads, at most four for each core [default: all cores]',
    seed: 'any text; the same seed gives the same worlds [default: 1]',
    agents: 'simulated users [default: as the scenario says]',
    months: 'months of a world [default: as the scenario says]',
    set: 'path=value: change a field of the scenario; may be repeated',
    overlay: 'file of values laid over the scenario, such as one that calibrate wrote; may be repeated',
    until:
      'add worlds until P(cash-out) of every firm is known to so much either way, such as 0.02; --replicates is then the most',
    firm: 'with --until: only of this firm; may be repeated',
    arm: 'also run this arm; may be repeated; `all` for every arm',
    ...POLICY_LEVEL,
    out: 'folder of this run [default: output/<scenario>-<fingerprint>]',
    only: 'simulate this replicate alone, counted from 0',
    'max-failures': 'stop when more worlds than this have failed [default: 50]',
    patience: 'seconds after which a silent world counts as hanging [default: 30, more for large worlds]',
    force: { flag: 'try also what is too much for this machine' },
    quiet: { flag: 'no progress and no price on stderr' },
    json: { flag: 'print summary.json instead of the report' },
  },
  examples: [
    ['run scenarios/china-traffic-war-2024.yaml', 'with everything as the scenario says'],
    ['run my.yaml --replicates 1000 --seed 7 --threads 2', 'more worlds, other luck'],
    ['run my.yaml --until 0.02', 'as many worlds as it takes to know P(cash-out) to 2 points'],
    ['run my.yaml --set firms.kimi.cash="2B [A] what if"', 'another number'],
    ['run my.yaml --only 17', 'world 17 of the batch, alone'],
  ],
  positional: (parser) =>
    void parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' }),
  async act(given) {
    const { runBatch } = await import('./run-batch.js');
    return runBatch(String(given.scenario), given, {
      quiet: given.quiet === true,
      json: given.json === true,
      force: given.force === true,
    });
  },
};

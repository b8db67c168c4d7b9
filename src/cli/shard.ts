/** `afterburn shard <scenario>`: one piece of a batch, for one task of a cluster; `merge` puts the pieces together. */
import type { Command } from './command.js';
import { runCommand } from './run.js';

const {
  'policy-level': level,
  replicates,
  threads,
  seed,
  agents,
  months,
  set,
  overlay,
  arm,
  patience,
  force,
  quiet,
} = runCommand.options;

export const shardCommand: Command = {
  usage: 'shard <scenario>',
  about: 'simulate one of several equal shares of a batch, resumed if it was begun; merge puts them together',
  options: {
    index: 'which share, from 0 [default: as Slurm, Kubernetes, AWS, Google, PBS, SGE or LSF say]',
    count: 'how many shares [default: as the scheduler says]',
    out: 'folder of all shares [default: output/<scenario>-<fingerprint>-shards]',
    'max-failures': 'give the shard up when more worlds than this have failed [default: 50]',
    ...{ replicates, threads, seed, agents, months, set, overlay, arm, 'policy-level': level, patience },
    ...{ force, quiet },
  },
  examples: [
    ['shard my.yaml --index 0 --count 8 --out shared/mine', 'the first of eight, into shared/mine/0-of-8'],
    ['shard my.yaml --out shared/mine', 'in a task of a job array: index and count from the scheduler'],
  ],
  positional: (parser) =>
    void parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' }),
  async act(given) {
    const { runShard } = await import('./run-shard.js');
    return runShard(String(given.scenario), given, {
      quiet: given.quiet === true,
      force: given.force === true,
    });
  },
};

/**
 * `afterburn cluster`: a batch over several machines, by a queue in Redis or by Slurm. The queue's packages are no dependency of the
 * laboratory; they are loaded here, when they are needed.
 */
import type { Command, Given } from './command.js';
import { UsageError } from './exits.js';
import { POLICY_LEVEL } from './policy-level.js';
import { runCommand } from './run.js';

const { replicates, threads, seed, agents, months, set, overlay, arm, patience, force, quiet } =
  runCommand.options;

const link = {
  redis:
    'address of Redis, such as redis://user:password@host:6379 [default: $REDIS_URL, or redis://127.0.0.1:6379]',
  'redis-patience': 'seconds without Redis after which to give up [default: 300]',
};

/** Loads what needs the packages. @throws UsageError if they are not there */
async function load<T>(loader: () => Promise<T>): Promise<T> {
  try {
    return await loader();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' || !/'(bullmq|ioredis)'/.test(message)) throw error;
    throw new UsageError('afterburn cluster needs two more packages: npm install bullmq@6.7.0 ioredis@6.0.0');
  }
}

const ofBatch = {
  shards: 'into how many pieces; 20 s to 5 min of a machine is a good size',
  ...{ replicates, seed, agents, months, set, overlay, arm, ...POLICY_LEVEL, patience, force },
  'max-failures': 'give a shard up when more of its worlds than this have failed [default: 50]',
  out: 'folder of all shards, which all machines have under this path [default: output/<scenario>-<fingerprint>-shards]',
};

const submitCommand: Command = {
  usage: 'submit <scenario>',
  about: 'cut a batch into shards, have workers make them, and merge: the bytes of one machine',
  options: {
    ...ofBatch,
    ...link,
    quiet,
    'no-wait': { flag: 'only put the shards into the queue; merge puts them together later' },
    json: { flag: 'print summary.json instead of the report' },
  },
  examples: [['cluster submit my.yaml --shards 8 --out /shared/mine', 'results in /shared/mine/merged']],
  positional: runCommand.positional,
  async act(given: Given) {
    const { submitBatch } = await load(() => import('./cluster-submit.js'));
    return submitBatch(String(given.scenario), given, {
      quiet: given.quiet === true,
      json: given.json === true,
      force: given.force === true,
      noWait: given.noWait === true,
    });
  },
};

const workerCommand: Command = {
  usage: 'worker',
  about: 'make shards that others submit, until it is stopped',
  options: {
    threads,
    lock: 'seconds of silence after which another worker takes the shard of a dead one [default: 30]',
    ...link,
    quiet: { flag: 'nothing on stderr but trouble' },
  },
  examples: [['cluster worker --redis redis://10.0.0.5:6379 --threads 8', 'on each machine']],
  async act(given: Given) {
    const { runWorker } = await load(() => import('./cluster-worker.js'));
    return runWorker(given, given.quiet === true);
  },
};

const statusCommand: Command = {
  usage: 'status',
  about: 'tell which workers listen, how far each batch is, and which shards are lost',
  options: { ...link, json: { flag: 'as JSON' } },
  examples: [['cluster status', 'of the Redis on this machine']],
  async act(given: Given) {
    const { tellStatus } = await load(() => import('./cluster-status.js'));
    return tellStatus(given, given.json === true);
  },
};

const cancelCommand: Command = {
  usage: 'cancel <batch>',
  about: 'take a batch out of the queue and stop its shards; what is finished of it is kept',
  options: link,
  examples: [
    ['cluster cancel /shared/mine', 'by the folder of its shards'],
    ['cluster cancel 0123456789abcdef', 'by the name that status tells'],
  ],
  positional: (parser) =>
    void parser.positional('batch', { type: 'string', describe: 'folder or name of the batch' }),
  async act(given: Given) {
    const { cancelBatch } = await load(() => import('./cluster-cancel.js'));
    return cancelBatch(String(given.batch), given);
  },
};

const slurmCommand: Command = {
  usage: 'slurm <scenario>',
  about: 'print a script that gives the batch to Slurm: a job array of shards, then their merge',
  options: { ...ofBatch, threads: 'threads of a task [default: 1]' },
  examples: [
    ['cluster slurm my.yaml --shards 100 --out /shared/mine > job.sh && sh job.sh', 'no Redis needed'],
  ],
  positional: runCommand.positional,
  async act(given: Given) {
    const { printSlurm } = await import('./cluster-slurm.js');
    return printSlurm(String(given.scenario), given, given.force === true);
  },
};

export const clusterCommand: Command = {
  usage: 'cluster',
  about: 'a batch on several machines: by a queue in Redis (submit, worker, status, cancel) or by Slurm',
  options: {},
  examples: [],
  parts: [submitCommand, workerCommand, statusCommand, cancelCommand, slurmCommand],
  act: async () => {
    throw new UsageError(
      'expected afterburn cluster submit, worker, status, cancel or slurm (see afterburn cluster --help)',
    );
  },
};

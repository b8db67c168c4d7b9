import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/cli/run-shard.js';
import { shardFromEnv } from '../../src/cli/shard-from-env.js';

type Env = Record<string, string>;

describe('the shard of a task', () => {
  // variables and first numbers as in the manual of each scheduler; the third of eight tasks each time
  it.each<[string, Env, object]>([
    [
      'Slurm, --array=1-15:2',
      {
        SLURM_ARRAY_TASK_ID: '5',
        SLURM_ARRAY_TASK_MIN: '1',
        SLURM_ARRAY_TASK_STEP: '2',
        SLURM_ARRAY_TASK_COUNT: '8',
      },
      { index: 2, count: 8 },
    ],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '2' }, { index: 2 }],
    ['AWS Batch', { AWS_BATCH_JOB_ARRAY_INDEX: '2', AWS_BATCH_JOB_ARRAY_SIZE: '8' }, { index: 2, count: 8 }],
    ['Google Batch', { BATCH_TASK_INDEX: '2', BATCH_TASK_COUNT: '8' }, { index: 2, count: 8 }],
    ['Cloud Run', { CLOUD_RUN_TASK_INDEX: '2', CLOUD_RUN_TASK_COUNT: '8' }, { index: 2, count: 8 }],
    ['PBS', { PBS_ARRAY_INDEX: '2' }, { index: 2 }],
    [
      'Grid Engine, -t 10-80:10',
      { SGE_TASK_ID: '30', SGE_TASK_FIRST: '10', SGE_TASK_LAST: '80', SGE_TASK_STEPSIZE: '10' },
      { index: 2, count: 8 },
    ],
    ['LSF', { LSB_JOBINDEX: '3', LSB_JOBINDEX_END: '8' }, { index: 2, count: 8 }],
  ])('is read from %s', (_, env, shard) => {
    expect(shardFromEnv(env)).toEqual({ ...shard, variable: Object.keys(env)[0] });
  });

  it('is unknown without an array, also where schedulers say so in their own way', () => {
    expect(shardFromEnv({})).toBeUndefined();
    expect(shardFromEnv({ SGE_TASK_ID: 'undefined', LSB_JOBINDEX: '0' })).toBeUndefined();
  });

  it('is what the options say, whatever the scheduler says', () => {
    const env = { JOB_COMPLETION_INDEX: '2' };
    expect(shareOf({ index: '1', count: '4' }, env)).toEqual({ index: 1, count: 4, from: '--index' });
    expect(shareOf({ count: '4' }, env)).toEqual({ index: 2, count: 4, from: 'JOB_COMPLETION_INDEX' });
  });

  it.each<[string, Record<string, string>, Env, RegExp]>([
    ['no index at all', { count: '4' }, {}, /^--index: expected which shard, got none and no job array$/],
    [
      'no count',
      {},
      { PBS_ARRAY_INDEX: '1' },
      /^--count: expected how many shards, got none; PBS_ARRAY_INDEX/,
    ],
    [
      'an index beyond the count',
      { index: '4', count: '4' },
      {},
      /^--index: expected a shard from 0 to 3, got 4$/,
    ],
    // --array=3 resubmitted alone: its index within the new array is 0, which is another shard
    [
      'an array that has not as many tasks as shards are wanted',
      { count: '8' },
      { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_MIN: '3', SLURM_ARRAY_TASK_COUNT: '1' },
      /^--index: expected which of 8 shards, because the job array has 1$/,
    ],
  ])('is refused with %s', (_, options, env, message) => {
    expect(() => shareOf(options, env)).toThrow(message);
  });
});

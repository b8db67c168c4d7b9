/**
 * Which shard a task of a cluster is, from what its scheduler says in the environment. Names and first numbers are those
 * of the manuals: Slurm sbatch (job arrays), Kubernetes indexed jobs, AWS Batch array jobs, Google Cloud Batch and Cloud
 * Run jobs, PBS Professional qsub -J, Grid Engine qsub -t, IBM LSF bsub -J "name[1-n]".
 */

/** Counted from 0. */
export interface ShardOfTask {
  readonly index: number;
  /** Undefined if the scheduler does not tell how many there are. */
  readonly count?: number;
  /** The variable that was read. */
  readonly variable: string;
}

type Read = (name: string) => number | undefined;

/** Variable of the index, and how index and count follow from it. Undefined if the rest does not fit. */
const SCHEDULERS: readonly (readonly [
  variable: string,
  read: (id: number, of: Read) => Omit<ShardOfTask, 'variable'> | undefined,
])[] = [
  [
    'SLURM_ARRAY_TASK_ID',
    (id, of) =>
      stepped(id, { first: of('SLURM_ARRAY_TASK_MIN'), step: of('SLURM_ARRAY_TASK_STEP') }, () =>
        of('SLURM_ARRAY_TASK_COUNT'),
      ),
  ],
  ['JOB_COMPLETION_INDEX', (index) => ({ index })],
  ['AWS_BATCH_JOB_ARRAY_INDEX', (index, of) => counted(index, of('AWS_BATCH_JOB_ARRAY_SIZE'))],
  ['BATCH_TASK_INDEX', (index, of) => counted(index, of('BATCH_TASK_COUNT'))],
  ['CLOUD_RUN_TASK_INDEX', (index, of) => counted(index, of('CLOUD_RUN_TASK_COUNT'))],
  ['PBS_ARRAY_INDEX', (index) => ({ index })],
  [
    'SGE_TASK_ID',
    (id, of) =>
      stepped(id, { first: of('SGE_TASK_FIRST'), step: of('SGE_TASK_STEPSIZE') }, (first, step) => {
        const last = of('SGE_TASK_LAST');
        return last === undefined ? undefined : Math.floor((last - first) / step) + 1;
      }),
  ],
  // 0 outside an array
  ['LSB_JOBINDEX', (id, of) => (id < 1 ? undefined : counted(id - 1, of('LSB_JOBINDEX_END')))],
];

function counted(index: number, count: number | undefined): Omit<ShardOfTask, 'variable'> {
  return count === undefined ? { index } : { index, count };
}

function stepped(
  id: number,
  { first = 0, step = 1 }: { first: number | undefined; step: number | undefined },
  countOf: (first: number, step: number) => number | undefined,
): Omit<ShardOfTask, 'variable'> {
  return counted((id - first) / step, countOf(first, step));
}

/** The shard that the first scheduler found in the environment gives; undefined if there is none. */
export function shardFromEnv(env: Readonly<Record<string, string | undefined>>): ShardOfTask | undefined {
  const of: Read = (name) => (/^\d+$/.test(env[name] ?? '') ? Number(env[name]) : undefined);
  for (const [variable, read] of SCHEDULERS) {
    const id = of(variable);
    const shard = id === undefined ? undefined : read(id, of);
    if (shard) return { ...shard, variable };
  }
  return undefined;
}

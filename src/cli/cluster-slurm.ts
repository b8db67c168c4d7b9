/**
 * The work of `afterburn cluster slurm`: prints a shell script that gives a batch to Slurm as a job array, a shard a task, and
 * a merge job behind it. It asks for nothing but sbatch and a shared file system. What was tried by killing: a task whose
 * process is killed must end with an exit code, because Slurm requeues by codes and not by signals; and the merge job must
 * wait for any end of the array, because after a failed task `afterok` waits for ever. What the user wrote stands in the script
 * as one quoted shell word on a line that begins with the program: a line break in it, which alone could end a here-document,
 * is refused.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { userPoliciesOf } from '../store/scenario-file.js';
import { whole } from './arguments.js';
import { shellWord } from './command-text.js';
import { EXIT, UsageError } from './exits.js';
import type { Options } from './open-run.js';
import { againText, readSharded, refuseEmptyShards, type ShardedBatch } from './shard-job.js';

/** Slurm takes no larger array. */
const MOST_TASKS = 4e6;
/** What slurm.conf says unless somebody changed it. */
const USUAL_ARRAY = 1001;
/** So often a task is tried again, as in a queue. */
const RETRIES = 3;

/**
 * Nothing that the script says may hold a line break or another control character.
 * @param said name for the user -> texts
 * @throws UsageError that names the first
 */
function refuseControl(said: Readonly<Record<string, unknown>>): void {
  for (const [name, given] of Object.entries(said))
    for (const text of Array.isArray(given) ? given : [given])
      if (typeof text === 'string' && /\p{Cc}/u.test(text))
        throw new UsageError(
          `${name}: expected no line break or control character for a job script, got ${JSON.stringify(text)}`,
        );
}

/** Options by the names that they are typed with. */
function typed({ scenario: _, ...options }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(options).map(([name, given]) => [`--${dashed(name)}`, given]));
}

interface SlurmJob {
  readonly count: number;
  readonly threads: number;
  /** Shell words of the program. */
  readonly program: string;
  /** Shell words of shard and merge behind it. */
  readonly shard: string;
  readonly merge: string;
  readonly stem: string;
  readonly out: string;
}

/** Slurm refuses arrays beyond a limit of its own, which nobody but the cluster knows. */
function arrayNote(count: number): string {
  return count > USUAL_ARRAY
    ? `# ${count} tasks need a MaxArraySize above ${count - 1} in slurm.conf; ${USUAL_ARRAY} is usual: scontrol show config | grep MaxArraySize\n`
    : '';
}

function scriptText({ count, threads, program, shard, merge, stem, out }: SlurmJob): string {
  const name = shellWord(`afterburn-${stem}`);
  const logs = out.replaceAll('%', '%%'); // % begins a pattern of sbatch
  const common = `--parsable --chdir=${shellWord(resolve('.'))} --open-mode=append`;
  return `#!/bin/sh
# ${count} shards of a batch as a job array of Slurm, and their merge. Submit both: sh <this file>
# Partition, account, time: add them below, or export SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT.
# What was made is kept: submit it again, or requeue tasks by hand, after any trouble.
# A task that reaches its time limit is not requeued by Slurm; it keeps what is finished, and submitting again goes on from it.
${arrayNote(count)}set -eu
mkdir -p ${shellWord(out)}
array=$(sbatch ${common} --job-name=${name} --array=0-${count - 1} --cpus-per-task=${threads} --requeue \\
  --output=${shellWord(`${logs}/%a-of-${count}.log`)} <<'TASK'
#!/bin/sh
# not by exec: Slurm must see an exit code where the program is killed
${program} ${shard}
code=$?
# ${EXIT.again}: try again (disk, folder in use); 128 and more: killed, such as by lack of memory
if [ $code -ne ${EXIT.again} ] && [ $code -lt 128 ]; then exit $code; fi
if [ "\${SLURM_RESTART_COUNT:-0}" -ge ${RETRIES} ]; then exit ${EXIT.never}; fi
# slurm.conf may say RequeueExit=${EXIT.again}; otherwise the task requeues itself
if scontrol show config | grep -q '^RequeueExit .*\\b${EXIT.again}\\b'; then exit ${EXIT.again}; fi
scontrol requeue "$SLURM_JOB_ID"
sleep 60
TASK
)
sbatch ${common} --job-name=${name}-merge --dependency=afterany:"$array" --output=${shellWord(`${logs}/merge.log`)} <<'MERGE'
#!/bin/sh
${program} ${merge}
MERGE
`;
}

/** Options that change no world and so are not in the command of a result. */
function besides(options: Options, force: boolean): string[] {
  const given = { 'max-failures': options.maxFailures, patience: options.patience };
  const words = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
  return force ? [...words, '--force'] : words;
}

function jobOf(
  { job, out }: ShardedBatch,
  given: {
    readonly file: string;
    readonly options: Options;
    readonly force: boolean;
    readonly count: number;
  },
): SlurmJob {
  const { file, options, force, count } = given;
  const threads = whole('threads', options.threads, { least: 1 }) ?? 1;
  const folder = resolve(out);
  const run = `${againText(job.command).replace(/^npx afterburn /, '')} --count ${count} --threads ${threads}`;
  const modules =
    Object.keys(userPoliciesOf(job.run.scenario).modules).length === 0
      ? []
      : ['--modules', dirname(resolve(file.startsWith('file:') ? fileURLToPath(file) : file))];
  const main = fileURLToPath(new URL('./main.js', import.meta.url));
  const words = (all: readonly string[]) => all.map(shellWord).join(' ');
  return {
    ...{ count, threads, stem: job.run.stem, out: folder },
    program: words([process.execPath, main]),
    shard: `${run} ${words(['--out', folder, '--quiet', ...besides(options, force)])}`,
    merge: words(['merge', resolve(folder, 'merged'), folder, '--quiet', ...modules]),
  };
}

/** Runs the command; returns its exit code. @throws UsageError, ScenarioError */
export async function printSlurm(file: string, options: Options, force: boolean): Promise<number> {
  const count = whole('shards', options.shards, { least: 1, most: MOST_TASKS });
  if (count === undefined) throw new UsageError('--shards: expected into how many pieces, got none');
  refuseControl({ 'the scenario': file, ...typed({ ...options }), 'the working folder': resolve('.') });
  const batch = await readSharded(file, { ...options, threads: undefined }, { quiet: true, force });
  refuseEmptyShards(count, batch);
  const job = jobOf(batch, { file, options, force, count });
  // the same once more for what a file URL or the place of the program brings
  refuseControl({
    'the scenario': job.shard,
    'the place of the scenario': job.merge,
    'the program': job.program,
  });
  process.stdout.write(scriptText(job));
  return EXIT.done;
}

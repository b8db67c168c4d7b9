/**
 * The work of `afterburn shard`. The exit code tells a scheduler what to do: 0 done (worlds that fail are recorded; they
 * would fail again), 2 bad input, 42 this shard can never work, 75 try it again (disk, or another task has its folder).
 */
import type { Share } from '../experiment/shards.js';
import { printable } from '../source/printable.js';
import { whole } from './arguments.js';
import { UsageError } from './exits.js';
import { failureText, hungText } from './failure-text.js';
import type { Options } from './open-run.js';
import { shardFromEnv } from './shard-from-env.js';
import { orAgain, readSharded, type ShardEnd, simulateShard } from './shard-job.js';
import { listenForStop } from './stop-signals.js';

/** As many shards as anybody has tasks. */
export const MOST_SHARDS = 1e6;

/** Which shard: as the options say, the rest from the scheduler, and where it was read. */
export function shareOf(
  options: Options,
  env: Readonly<Record<string, string | undefined>>,
): Share & { from: string } {
  const own = whole('index', options.index, { least: 0 });
  const wanted = whole('count', options.count, { least: 1, most: MOST_SHARDS });
  const task = own === undefined ? shardFromEnv(env) : undefined;
  const index = own ?? task?.index;
  if (index === undefined) throw new UsageError('--index: expected which shard, got none and no job array');
  if (task?.count !== undefined && wanted !== undefined && wanted !== task.count)
    throw new UsageError(
      `--index: expected which of ${wanted} shards, because the job array has ${task.count}`,
    );
  const count = wanted ?? task?.count;
  const from = task ? task.variable : '--index';
  if (count === undefined)
    throw new UsageError(`--count: expected how many shards, got none; ${from} does not tell`);
  if (index < count && Number.isInteger(index)) return { index, count, from };
  throw new UsageError(`${from}: expected a shard from 0 to ${count - 1}, got ${index}`);
}

function endText({ index, count }: Share, { held, total, failures, hung, path }: ShardEnd): string {
  const lines = [`shard ${index} of ${count}: ${held} of ${total} worlds in ${path}`];
  if (hung) lines.push(`stopped, because ${hungText(hung)}`);
  if (failures.length > 0) lines.push(failureText(failures, total));
  if (failures.length > 0) lines.push('they are recorded; merge leaves them out');
  return lines.join('\n');
}

/** Runs the command; returns its exit code. @throws UsageError, ScenarioError, FolderRefused */
export async function runShard(
  file: string,
  options: Options,
  flags: { readonly quiet: boolean; readonly force: boolean },
): Promise<number> {
  const { from, ...share } = shareOf(options, process.env);
  if (!flags.quiet) process.stderr.write(`shard ${share.index} of ${share.count}, from ${from}\n`);
  const batch = await readSharded(file, options, flags);
  const stop = listenForStop();
  try {
    return await orAgain(async () => {
      const end = await simulateShard(batch, share, { stop });
      process.stdout.write(printable(`${endText(share, end)}\n`));
      return end.code;
    }, stop);
  } finally {
    stop.release();
  }
}

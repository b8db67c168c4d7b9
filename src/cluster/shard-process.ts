/**
 * A shard in a process of its own, so that the process that holds the errand's lock is never too busy to renew it, and
 * whatever a world does (memory, exit, a crash) ends that shard only. Starting one costs about a third of a second.
 */
import { fork } from 'node:child_process';
import type { Errand, Standing } from './queue.js';

/** How the process ended. */
export interface ProcessEnd extends Standing {
  /** Exit code, or the signal that ended it. */
  readonly end: number | NodeJS.Signals;
  /** The last of what it said on stderr. */
  readonly said: string;
}

/** Characters of stderr that are kept. */
const SAID = 1500;
/** Who is asked to stop has so long, ms. */
const GRACE = 8000;

/**
 * Runs a shard to its end.
 * @param entry module that makes the errand and tells its standing by messages
 * @param watch.signal asks it to stop, keeping what is finished
 */
export function runShardProcess(
  entry: URL,
  { file, batch, index }: Errand,
  watch: { readonly threads: number; readonly signal: AbortSignal; onStanding(standing: Standing): void },
): Promise<ProcessEnd> {
  const args = [file, batch, String(index), String(watch.threads)];
  const child = fork(entry, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let standing: Standing = { held: 0, failed: 0 };
  let said = '';
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    grace = setTimeout(() => child.kill('SIGKILL'), GRACE);
  };
  child.stderr?.on('data', (text) => {
    said = `${said}${text}`.slice(-SAID);
  });
  child.on('message', (message) => {
    standing = message as Standing;
    watch.onStanding(standing);
  });
  if (watch.signal.aborted) stop();
  watch.signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => {
      clearTimeout(grace);
      watch.signal.removeEventListener('abort', stop);
      resolve({ ...standing, end: code ?? signal ?? 'SIGKILL', said: said.trim() });
    });
  });
}

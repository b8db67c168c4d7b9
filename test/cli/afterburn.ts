/** Runs the compiled command line as its users do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
export const TINY = fileURLToPath(new URL('./tiny.yaml', import.meta.url));

/** A policy module as `--set` wants it, for the firm `lavish`. */
export function policySet(name: string): string {
  return `firms.lavish.policy={module: ${fileURLToPath(new URL(`./policies/${name}.mjs`, import.meta.url))}}`;
}

/** The same for a module that needs more than the language: files, threads, the process. */
export function trustedPolicy(name: string): string[] {
  return ['--set', policySet(name), '--policy-level', 'trusted'];
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `afterburn` in a folder; `ended` resolves when it is over. */
export function start(
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [main, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (bytes) => (text[name] += bytes));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...text })));
  return { child, ended };
}

/** Runs `afterburn` to its end. */
export function afterburn(words: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<Ended> {
  return start(words, cwd, env).ended;
}

/** The files that must not depend on threads, interruptions or the place of the folder. */
export const RESULTS = [
  'firms.csv',
  'months.parquet',
  'market.parquet',
  'summary.json',
  'manifest.json',
  'report.html',
];

/** Content of the result files of a run folder, as one text each. */
export function resultsOf(folder: string): string[] {
  return RESULTS.map((name) => `${name} ${readFileSync(join(folder, name)).toString('base64')}`);
}

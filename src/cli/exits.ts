/** How the command ends: exit codes, and the text for each kind of error. */
import { printable } from '../source/printable.js';

/**
 * 0 done · 1 bug, or verify found a difference · 2 bad input · 3 some worlds failed or are missing · 4 disk · 5 a check
 * failed · 42 a shard can never work · 75 it may work if it is tried again · 129, 130, 143 stopped by a signal.
 */
export const EXIT = {
  done: 0,
  bug: 1,
  different: 1,
  input: 2,
  failures: 3,
  disk: 4,
  checks: 5,
  never: 42,
  again: 75,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

/** Wrong arguments; `message` is what the user reads. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Errors of input, told without a stack. Names instead of classes, so that `--help` loads nothing of the laboratory. */
const OF_INPUT = new Set(['UsageError', 'ScenarioError', 'FolderRefused', 'RedisRefused']);

/** True for errors that are told to whoever gave the input, without a stack. */
export function isOfInput(error: unknown): error is Error {
  return error instanceof Error && OF_INPUT.has(error.name);
}

/** What a bug report needs. */
export interface BugContext {
  readonly version: string;
  /** As typed, without the path of node. */
  readonly command: string;
  readonly seed?: string;
}

function bugText(error: unknown, context: BugContext): string {
  return [
    'This is a bug in afterburn. Please report it with the lines below.',
    `command: ${context.command}`,
    `version: ${context.version}, node ${process.version}, ${process.platform} ${process.arch}`,
    `seed: ${context.seed === undefined ? 'none' : JSON.stringify(context.seed)}`,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ].join('\n');
}

/** Exit code and text (for stderr) of an error. */
export function exitOf(error: unknown, context: BugContext): { code: number; text: string } {
  const { code, text } = rawExitOf(error, context);
  return { code, text: printable(text) };
}

function rawExitOf(error: unknown, context: BugContext): { code: number; text: string } {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (isOfInput(error)) return { code: EXIT.input, text: message };
  if (name === 'ThreadError' && message.includes('policy module')) return { code: EXIT.input, text: message };
  if (name === 'RedisAway' || name === 'FolderBusy') return { code: EXIT.again, text: message };
  if (name === 'DiskError') return { code: EXIT.disk, text: message };
  return { code: EXIT.bug, text: bugText(error, context) };
}

/** The shape of a command: what `main.ts` shows of it without loading what it needs. */
import type { Argv } from 'yargs';

/** What yargs has read: texts (lists if an option is given again), flags, positional arguments. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>> &
  Readonly<Record<'quiet' | 'json' | 'strict' | 'profile' | 'force' | 'all' | 'noWait', boolean | undefined>>;

export interface Command {
  /** As in the help, such as `run <scenario>`. */
  readonly usage: string;
  readonly about: string;
  /** Name -> sentence for an option that takes a value, or `{flag: sentence}`. */
  readonly options: Readonly<Record<string, string | { readonly flag: string }>>;
  /** Commands below this one, such as `cluster submit`; it does nothing itself. */
  readonly parts?: readonly Command[];
  /** Arguments and what they do. */
  readonly examples: readonly (readonly [line: string, about: string])[];
  /** Describes the positional arguments. */
  positional?(parser: Argv): void;
  /** Does it; returns the exit code. */
  act(given: Given): Promise<number>;
}

/** Why a world failed, in a line: the same words in the terminal, in summary.json and in the report. */
import type { Failure } from './job.js';

/** Why worlds failed: the first of those that failed for this reason, and how many did. */
export interface ToldFailure {
  readonly point: string;
  readonly replicate: number;
  /** One line: policy, firm and month if a policy broke off. */
  readonly reason: string;
  /** At least 1. */
  readonly worlds: number;
}

/** Failures, or reasons, that are told one by one. */
export const MOST_LISTED = 20;

/** Where the model says a world failed, behind its message: what stands in the line already is cut out. */
const PLACE = / \(month (\d+), replicate \d+, seed [\s\S]*\)$/;

/** The cause in a line: the error of the policy itself if there is one, with the month. */
export function reasonOf({ message, stack }: Pick<Failure, 'message' | 'stack'>): string {
  const month = PLACE.exec(message)?.[1];
  const cause = /\nCaused by: ([^\n]*)/.exec(stack)?.[1];
  const own = month === undefined ? stack : message.replace(PLACE, '');
  const [line] = (cause ?? own).replace(/^(Replicate)?Error: /, '').split('\n');
  const isSaid = month === undefined || new RegExp(`\\bmonth ${month}\\b`).test(line);
  return isSaid ? line : `month ${month}, ${line}`;
}

/** The first reasons, each once, by the point and replicate at which it is met first. */
export function toldFailures(failures: readonly Failure[]): ToldFailure[] {
  const told = new Map<string, ToldFailure>();
  const inOrder = [...failures].sort((a, b) =>
    a.point === b.point ? a.replicate - b.replicate : a.point < b.point ? -1 : 1,
  );
  for (const failure of inOrder) {
    const reason = reasonOf(failure);
    const { point, replicate, worlds } = told.get(reason) ?? { ...failure, worlds: 0 };
    told.set(reason, { point, replicate, reason, worlds: worlds + 1 });
  }
  return [...told.values()].slice(0, MOST_LISTED);
}

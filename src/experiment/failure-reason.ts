/** Why a world failed, in a line: the same words in the terminal, in summary.json and in the report. */
import type { Failure } from './job.js';

/** A failed world and why. */
export interface ToldFailure {
  readonly point: string;
  readonly replicate: number;
  /** One line: policy, firm and month if a policy broke off. */
  readonly reason: string;
}

/** Failures that are told one by one. */
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

/** The first failures with their reasons, by point and replicate. */
export function toldFailures(failures: readonly Failure[]): ToldFailure[] {
  return [...failures]
    .sort((a, b) => (a.point === b.point ? a.replicate - b.replicate : a.point < b.point ? -1 : 1))
    .slice(0, MOST_LISTED)
    .map((failure) => ({ point: failure.point, replicate: failure.replicate, reason: reasonOf(failure) }));
}

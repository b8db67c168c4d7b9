/** Failed worlds as text for stderr. */
import type { Failure } from '../experiment/job.js';
import { printable } from '../source/printable.js';

const MOST_LISTED = 20;

/** Where the model says a world failed, behind its message: what stands in the line already is cut out. */
const PLACE = / \(month (\d+), replicate \d+, seed [\s\S]*\)$/;

/** The cause in a line: the error of the policy itself if there is one, with the month. */
function reasonOf({ message, stack }: Failure): string {
  const month = PLACE.exec(message)?.[1];
  const cause = /\nCaused by: ([^\n]*)/.exec(stack)?.[1];
  const own = month === undefined ? stack : message.replace(PLACE, '');
  const [line] = (cause ?? own).replace(/^(Replicate)?Error: /, '').split('\n');
  const isSaid = month === undefined || new RegExp(`\\bmonth ${month}\\b`).test(line);
  return isSaid ? line : `month ${month}, ${line}`;
}

/** Failed worlds, a line each: point, replicate, seed, month, reason. */
export function failureText(failures: readonly Failure[], worlds: number): string {
  const lines = failures
    .slice(0, MOST_LISTED)
    .map(
      (failure) =>
        `  ${failure.point} ${failure.replicate}, seed ${JSON.stringify(failure.seed)}: ${reasonOf(failure)}`,
    );
  const more = failures.length > MOST_LISTED ? [`  and ${failures.length - MOST_LISTED} more`] : [];
  return printable(
    [`${failures.length} of ${worlds} worlds failed and are left out:`, ...lines, ...more].join('\n'),
  );
}

/** Failed worlds as text for stderr. */
import { MOST_LISTED, reasonOf } from '../experiment/failure-reason.js';
import type { Failure } from '../experiment/job.js';
import { printable } from '../source/printable.js';

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

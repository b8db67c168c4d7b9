/** Failed worlds as text for stderr. */
import { MOST_LISTED, reasonOf } from '../experiment/failure-reason.js';
import type { Failure } from '../experiment/job.js';
import { MOST_HUNG } from '../pool/hangs.js';
import { printable } from '../source/printable.js';

/** Why a run stopped at this world, as a clause. */
export function hungText({ message }: Failure): string {
  return `${MOST_HUNG} hung one after the other (${printable(message)}); --patience gives a slow policy more time`;
}

/** The line that says so; none if no hung world stopped it. */
export function hungNote(hung: Failure | undefined): string {
  return hung ? `stopped, because ${hungText(hung)}\n` : '';
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

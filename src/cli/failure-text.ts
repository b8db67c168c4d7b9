/** Failed worlds as text for stderr. */
import type { Failure } from '../experiment/job.js';

const MOST_LISTED = 20;

/** Failed worlds, a line each with seed and the first line of the stack. */
export function failureText(failures: readonly Failure[], worlds: number): string {
  const lines = failures
    .slice(0, MOST_LISTED)
    .map(
      ({ point, replicate, seed, stack }) =>
        `  ${point} ${replicate}, seed ${JSON.stringify(seed)}: ${stack.split('\n')[0]}`,
    );
  const more = failures.length > MOST_LISTED ? [`  and ${failures.length - MOST_LISTED} more`] : [];
  return [`${failures.length} of ${worlds} worlds failed and are left out:`, ...lines, ...more].join('\n');
}

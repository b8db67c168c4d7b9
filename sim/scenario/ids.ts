/**
 * The order in which the model lives: by id, in UTF-16 units. Firms, segments, channels and buyers stand in maps, whose
 * order in a file is only the order of tables: it must not decide who is which simulated user, in which order numbers
 * are added, or which of two equal channels is bought first.
 */

/** Ids of a map of a scenario, rising. */
export function idsOf(map: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(map).sort((a, b) => (a < b ? -1 : 1));
}

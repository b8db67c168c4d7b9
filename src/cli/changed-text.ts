/** What was changed by --agents, --months and --set, so that a report says what it is a report of. */

/** `changed: months=24, firms.dalin.cash=40M`, or nothing. */
export function changedText(sets: readonly string[]): string {
  return sets.length === 0 ? '' : `changed: ${sets.join(', ')}\n`;
}

/** A report with the changes as its second line, below the title. */
export function withChanges(report: string, sets: readonly string[]): string {
  const end = report.indexOf('\n') + 1;
  return `${report.slice(0, end)}${changedText(sets)}${report.slice(end)}`;
}

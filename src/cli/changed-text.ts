/** What was changed by --overlay, --agents, --months and --set, so that a report says what it is a report of. */
import { printable } from '../source/printable.js';

/** What the command line changed of a scenario. */
export interface Changes {
  readonly sets: readonly string[];
  readonly overlays: readonly string[];
}

/** `changed: overlay my.fitted.yaml, months=24, firms.dalin.cash=40M`, or nothing. */
export function changedText({ sets, overlays }: Changes): string {
  const changes = [...overlays.map((file) => `overlay ${file}`), ...sets];
  return changes.length === 0 ? '' : `changed: ${printable(changes.join(', '))}\n`;
}

/** A report with the changes as its second line, below the title. */
export function withChanges(report: string, changes: Changes): string {
  const end = report.indexOf('\n') + 1;
  return `${report.slice(0, end)}${changedText(changes)}${report.slice(end)}`;
}

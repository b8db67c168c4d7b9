/** Which firms a figure can show and which it opens with. */
import type { FirmSummary, Summary } from '../../experiment/summary.js';
import { FOCUS, type Picker } from '../figure.js';
import { focusFirm } from '../narrative.js';

/** Ids by a value, largest first; equals stay in the order of the scenario. */
export function ranked(ids: readonly string[], value: (id: string) => number): string[] {
  return [...ids].sort((a, b) => value(b) - value(a) || ids.indexOf(a) - ids.indexOf(b));
}

/** One firm at a time, opening with the one of the headline or the one given. */
export function pickOne(summary: Summary, id = focusFirm(summary)): Picker {
  return { mode: 'one', options: summary.firmIds, chosen: [id] };
}

/** Some firms in focus, opening with the four of the largest value. */
export function pickSome(
  summary: Summary,
  options: readonly string[],
  value: (firm: FirmSummary) => number,
): Picker {
  const chosen = ranked(options, (id) => value(summary.firms[id])).slice(0, FOCUS);
  return { mode: 'some', options, chosen };
}

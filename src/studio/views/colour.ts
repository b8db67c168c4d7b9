/** Colours of firms: by their slot in the scenario, never by rank; firms after the twelfth are slate. */
import type { FirmSummary } from '../../experiment/summary.js';

const COLOURS = 12;

/** Of marks. */
export function colourOf({ slot }: Pick<FirmSummary, 'slot'>): string {
  return `var(--f${Math.min(slot, COLOURS)})`;
}

/** Of text. */
export function inkOf({ slot }: Pick<FirmSummary, 'slot'>): string {
  return `var(--t${Math.min(slot, COLOURS)})`;
}

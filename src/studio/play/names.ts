/** Names as they are shown: foreign text of the scenario, made plain. */
import type { Scenario } from '../../../sim/index.js';
import { plainText } from '../../report/plain-text.js';
import { shortName } from '../short-names.js';

/** Name of a firm; its id if it has none that can be seen. */
export function nameOf({ firms }: Scenario, id: string): string {
  return plainText(firms[id]?.name ?? id) || plainText(id);
}

/** What a plan is, in the words of the scenario; its name if it has none. */
export function planName({ arms }: Scenario, arm: string): string {
  return plainText(arms[arm]?.about ?? '') || plainText(arm);
}

/** The name for the end of a line. */
export function lineName(scenario: Scenario, id: string): string {
  return shortName(nameOf(scenario, id));
}

/** Name of a channel. */
export function channelName({ channels }: Scenario, id: string): string {
  return plainText(channels[id]?.name ?? id) || plainText(id);
}

/** Slot of a firm's colour, 1 to 12, by its place in the file. */
export function slotOf({ firms }: Scenario, id: string): number {
  return Math.min(Object.keys(firms).indexOf(id) + 1, 12);
}

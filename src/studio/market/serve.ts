/** What the worker does for the market view: one world a message. */
import { withValues } from '../../../sim/index.js';
import type { Values } from '../../experiment/job.js';
import { parsePlain } from '../parse-plain.js';
import type { World } from './history.js';
import { liveWorld } from './live.js';

/** Asks for a world. `values`: constants laid over the scenario. */
export interface ToMarket {
  readonly kind: 'world';
  readonly ticket: number;
  readonly raw: unknown;
  readonly values: Values;
  /** Arm of the scenario; none: as it stands. */
  readonly arm?: string | undefined;
  readonly seed: string;
  readonly replicate: number;
}

/** The world, or why there is none. */
export type FromMarket = { readonly kind: 'world'; readonly ticket: number } & (
  | { readonly world: World }
  | { readonly message: string }
);

/** Answers one message. */
export function serveWorld({ ticket, raw, values, arm, seed, replicate }: ToMarket): FromMarket {
  try {
    const changed = Object.keys(values).length > 0;
    const scenario = parsePlain(changed ? withValues(raw, values) : raw);
    return { kind: 'world', ticket, world: liveWorld(scenario, seed, replicate, arm) };
  } catch (error) {
    return { kind: 'world', ticket, message: error instanceof Error ? error.message : `${error}` };
  }
}

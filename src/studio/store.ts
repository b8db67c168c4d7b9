/** Holds the state, hands actions to the reducer, tells who listens. */
import { type Action, reduce, type Studio } from './state.js';

export type Dispatch = (action: Action) => void;

export interface Store {
  get(): Studio;
  readonly dispatch: Dispatch;
  /** Calls `listener` after every change; returns how to stop that. */
  listen(listener: (studio: Studio) => void): () => void;
}

/** A store that begins with `start`. */
export function makeStore(start: Studio): Store {
  let studio = start;
  const listeners = new Set<(studio: Studio) => void>();
  return {
    get: () => studio,
    dispatch(action) {
      const next = reduce(studio, action);
      if (next === studio) return;
      studio = next;
      for (const listener of listeners) listener(studio);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * The fragment of the address: `#gallery`, `#explore`, `#explore/<id of a shipped scenario>`, `#play/<id>`; one market of
 * Explore is `/world-<n>` behind it, n its replicate from 0, as in `--only <n>` of the command line and everywhere in the studio.
 */
import { type Studio, VIEWS, type View, WORLDS } from './state.js';

/** What a fragment asks for; anything else is the gallery. */
export interface Place {
  readonly view: View;
  readonly id?: string;
  /** Replicate, from 0. */
  readonly market?: number;
}

/** The replicate that `world-<n>` names; undefined if it names none of the batch. */
function marketOf(part: string | undefined): number | undefined {
  const number = Number(/^world-(\d{1,6})$/.exec(part ?? '')?.[1]);
  return number >= 0 && number < WORLDS ? number : undefined;
}

/** Reads a fragment such as `#explore/startup-20m`. */
export function placeOf(hash: string): Place {
  const [name, ...parts] = hash.replace(/^#/, '').split('/');
  const view = VIEWS.find((known) => known === name) ?? 'gallery';
  if (view === 'gallery') return { view };
  const last = view === 'explore' ? marketOf(parts[parts.length - 1]) : undefined;
  const id = last !== undefined && parts.length === 1 ? undefined : parts[0];
  return { view, ...(id ? { id } : {}), ...(last === undefined ? {} : { market: last }) };
}

/** The fragment of a state. */
export function addressOf({ view, opened, market }: Pick<Studio, 'view' | 'opened' | 'market'>): string {
  const id = view === 'gallery' || opened?.id === undefined ? '' : `/${opened.id}`;
  return `#${view}${id}${view === 'explore' && market !== undefined ? `/world-${market}` : ''}`;
}

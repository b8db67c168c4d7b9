/** The fragment of the address: `#gallery`, `#explore`, `#explore/<id of a shipped scenario>`, `#play/<id>`. */
import { type Studio, VIEWS, type View } from './state.js';

/** What a fragment asks for; anything else is the gallery. */
export interface Place {
  readonly view: View;
  readonly id?: string;
}

/** Reads a fragment such as `#explore/startup-20m`. */
export function placeOf(hash: string): Place {
  const [name, id] = hash.replace(/^#/, '').split('/');
  const view = VIEWS.find((known) => known === name) ?? 'gallery';
  return id && view !== 'gallery' ? { view, id } : { view };
}

/** The fragment of a state. */
export function addressOf({ view, opened }: Pick<Studio, 'view' | 'opened'>): string {
  return view === 'gallery' || opened?.id === undefined ? `#${view}` : `#${view}/${opened.id}`;
}

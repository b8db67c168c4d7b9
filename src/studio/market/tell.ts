/** A user's story as sentences of the studio's language. */
import { plain } from '../../report/numbers.js';
import type { Words } from '../words.js';
import { firmOfApp, NOT_SOLD, type World } from './history.js';
import type { Change, Event, Stay } from './story.js';

/** A quota from here on is none, million tokens a month. */
const NO_LIMIT = 1e9;

export interface Teller {
  readonly world: World;
  readonly words: Words;
  readonly currency: string;
}

function nameOf({ world, words }: Teller, app: number): string {
  return firmOfApp(world, app)?.name ?? words.market.noApp;
}

/** An app with the name of the tier, where it has several. */
export function placeText(teller: Teller, { app, tier }: Stay): string {
  const { market } = teller.words;
  const tiers = firmOfApp(teller.world, app)?.tiers ?? [];
  return market.place(nameOf(teller, app), tiers.length > 1 ? tiers[tier] || market.tier(tier + 1) : '');
}

function changeText({ words, currency }: Teller, { what, before, now }: Change): string {
  const write = (value: number) => {
    if (what === 'price' && value >= NOT_SOLD) return words.market.notSold;
    return what === 'quota' && value >= NO_LIMIT ? words.market.noLimit : plain(value);
  };
  return words.market.change(what, write(before), write(now), currency);
}

/** What had changed, as a sentence of its own. */
export function changesText(teller: Teller, changes: readonly Change[]): string {
  const { market } = teller.words;
  return changes.length > 0
    ? market.changes(changes.map((one) => changeText(teller, one)))
    : market.unchanged;
}

/** What happened, as a sentence. @param month in which it did; 0 = before month 1 */
export function eventText(teller: Teller, event: Event, month: number): string {
  const { market } = teller.words;
  const place = (stay: Stay | undefined) => (stay ? placeText(teller, stay) : '');
  switch (event.kind) {
    case 'began':
      return market.began(place(event.at), 1 - event.since);
    case 'began-without':
      return market.beganWithout(event.ever);
    case 'moved':
      return market.moved(place(event.from), place(event.to), month - event.since);
    case 'left':
      return market.left(place(event.from), month - event.since);
    case 'joined':
      return market.joined(place(event.to));
    case 'lapsed':
      return market.lapsed(place(event.from), month - event.since);
    case 'fell':
      return market.fell(place(event.from), place(event.to));
    case 'switched':
      return market.switched(place(event.from), place(event.to));
    case 'ended':
      return market.ended(event.from ? nameOf(teller, event.from.app) : '');
    case 'looked':
      return market.looked(place(event.at), event.times);
    case 'second':
      return market.tookSecond(nameOf(teller, event.app));
  }
}

/** Heading of a story: why she left, if she left in this month; else who she is. */
export function storyTitle(teller: Teller, number: string, leaving: Stay | undefined): string {
  const { market } = teller.words;
  return leaving ? market.whyLeft(number, nameOf(teller, leaving.app)) : market.user(number);
}

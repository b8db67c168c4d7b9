/**
 * What is known of one simulated user, month by month: where she was, what the model decided for her (she looked around,
 * she lapsed, her app ended) and what had changed in her offer since she took it. Nothing is guessed: a user chooses by
 * chance among appeals, so changes are told as circumstances, never as the reason.
 */
import { VERDICTS } from '../../../sim/index.js';
import { type Crowd, columnOf, firmOfApp, offerAt, type World } from './history.js';

/** A place that a user can be: an app and its tier. */
export interface Stay {
  readonly app: number;
  readonly tier: number;
}

/** Something of an offer between two months; prices in currency a month, quotas in million tokens, quality in utils. */
export interface Change {
  readonly what: 'price' | 'quota' | 'quality';
  readonly before: number;
  readonly now: number;
}

/** One line of a story. `since`: month in which she took it, below 1 for months before the start. */
export type Event =
  | { readonly kind: 'began'; readonly at: Stay; readonly since: number }
  | { readonly kind: 'began-without'; readonly ever: boolean }
  | {
      readonly kind: 'moved' | 'left';
      readonly from: Stay;
      readonly to?: Stay;
      readonly since: number;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'joined'; readonly to: Stay }
  | { readonly kind: 'lapsed'; readonly from: Stay; readonly since: number }
  | {
      readonly kind: 'fell' | 'switched';
      readonly from: Stay;
      readonly to: Stay;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'ended'; readonly from?: Stay }
  | { readonly kind: 'looked'; readonly at?: Stay; readonly times: number }
  | { readonly kind: 'second'; readonly app: number };

export interface Line {
  /** 0 = before month 1. */
  readonly month: number;
  readonly event: Event;
}

/** A quality that has moved less than this is not told, utils. */
const FELT = 0.05;

function stayOf(code: number): Stay | undefined {
  return code >> 2 === 0 ? undefined : { app: code >> 2, tier: code & 3 };
}

/** What differs in an offer between two months. */
export function changesOf(world: World, stay: Stay, months: { from: number; to: number }): Change[] {
  const from = Math.max(1, months.from);
  const [then, now] = [offerAt(world, from, stay), offerAt(world, months.to, stay)];
  const firm = firmOfApp(world, stay.app);
  if (!firm || from >= months.to) return [];
  const quality = (month: number) => columnOf(world, firm.slot - 1, month, 'quality');
  const changes: Change[] = [
    { what: 'price', before: then.price, now: now.price },
    { what: 'quota', before: then.quota, now: now.quota },
    { what: 'quality', before: quality(from), now: quality(months.to) },
  ];
  return changes.filter(
    ({ what, before, now: after }) => Math.abs(after - before) > (what === 'quality' ? FELT : 0),
  );
}

/** Where a user is on her way through the months. */
interface Walk {
  readonly world: World;
  readonly month: number;
  readonly from: Stay | undefined;
  readonly to: Stay | undefined;
  /** Month since which she has had `from`. */
  readonly since: number;
  readonly verdict: (typeof VERDICTS)[number];
}

/** What a month did to her app; undefined if she stays where she was. */
function changeOfPlace({ world, month, from, to, since, verdict }: Walk): Event | undefined {
  if (from && to && from.app === to.app) {
    if (from.tier === to.tier) return undefined;
    const changes = changesOf(world, from, { from: since, to: month });
    return { kind: verdict === 'lapse' ? 'fell' : 'switched', from, to, changes };
  }
  if (!from) return to && { kind: 'joined', to };
  if (!to && verdict === 'lapse') return { kind: 'lapsed', from, since };
  const changes = changesOf(world, from, { from: since, to: month });
  return { kind: to ? 'moved' : 'left', from, ...(to ? { to } : {}), since, changes };
}

/** Her app ended at the end of this month. One she took and lost in the same month is not known by name. */
function endOf({ world, month, from, verdict }: Walk): Event {
  const firm = from && firmOfApp(world, from.app);
  const stayed = firm && firm.exitMonth === month && verdict === 'stay';
  return { kind: 'ended', ...(stayed && from ? { from } : {}) };
}

/** Adds a look around without a move; looks in a row are one line. */
function addLook(lines: Line[], month: number, at: Stay | undefined): void {
  const last = lines[lines.length - 1];
  const event: Event = { kind: 'looked', ...(at ? { at } : {}), times: 1 };
  if (last.event.kind === 'looked')
    lines[lines.length - 1] = { month, event: { ...event, times: last.event.times + 1 } };
  else lines.push({ month, event });
}

function beginning(crowd: Crowd, dot: number): Event {
  const code = crowd.code[0][dot];
  const at = stayOf(code);
  return at
    ? { kind: 'began', at, since: 1 - crowd.tenure[dot] }
    : { kind: 'began-without', ever: code !== 0 };
}

/** The story of a dot up to a month. */
export function storyOf(world: World, dot: number, until: number): Line[] {
  const { crowd } = world;
  if (!crowd) return [];
  const lines: Line[] = [{ month: 0, event: beginning(crowd, dot) }];
  const first = crowd.second[0][dot];
  if (first !== 0) lines.push({ month: 0, event: { kind: 'second', app: first } });
  let since = 1 - crowd.tenure[dot];
  for (let month = 1; month <= until; month++) {
    const [was, is] = [crowd.code[month - 1][dot], crowd.code[month][dot]];
    const [from, to] = [stayOf(was), stayOf(is)];
    const verdict = VERDICTS[crowd.verdict[month][dot]];
    const walk = { world, month, from, to, since, verdict };
    const event = is === ORPHANED ? endOf(walk) : changeOfPlace(walk);
    if (event) lines.push({ month, event });
    else if (verdict === 'review') addLook(lines, month, to);
    if (to && to.app !== from?.app) since = month;
    const second = crowd.second[month][dot];
    if (second !== 0 && second !== crowd.second[month - 1][dot])
      lines.push({ month, event: { kind: 'second', app: second } });
  }
  return lines;
}

/** Code of a user whose app ended this month. */
const ORPHANED = 2;

/** Where a dot is after a month, since when, and with which second app. */
export function standOf(world: World, dot: number, month: number) {
  const { crowd } = world;
  if (!crowd) return undefined;
  const at = stayOf(crowd.code[month][dot]);
  let first = month;
  while (first > 0 && crowd.code[first - 1][dot] >> 2 === crowd.code[month][dot] >> 2) first--;
  return { at, since: first === 0 ? 1 - crowd.tenure[dot] : first, second: crowd.second[month][dot] };
}

/** Dots whose app changed in a month, rising. */
export function moversIn(world: World, month: number): number[] {
  const { crowd } = world;
  if (!crowd || month === 0) return [];
  const [was, is] = [crowd.code[month - 1], crowd.code[month]];
  return Array.from(is.keys()).filter((dot) => was[dot] >> 2 !== is[dot] >> 2);
}

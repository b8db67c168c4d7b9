/**
 * Firms of a scenario that stand on a card: `kimi: {firm: kimi, cash: 2 B [A] what if}`. The card's fields are put in
 * below the scenario's own before anything is parsed, so that the plain scenario which is hashed, stored and sent to
 * threads needs no card. Pure: the texts of the cards come from the caller.
 */
import { convertMoney, isWithin, moneyOf, nearest, type Path, show } from '../../sim/index.js';
import { type Card, type CardText, readCard } from './card.js';
import { citeAnew, renamedSources } from './card-sources.js';
import { type Fault, rateFor, timeFault } from './card-terms.js';
import { isFromCard, type MergedFirm, mergeFirm } from './merge-card.js';
import type { PlacedProblem } from './place.js';
import { isPlain, type Plain, plainMap } from './plain-map.js';
import type { Source } from './read-source.js';

/** Why a card cannot be had, in the words of a Problem. */
export interface NoCard {
  readonly expected: string;
  readonly received: string;
}

/** The cards that a scenario may stand on. */
export interface CardShelf {
  /** By `firm:` as written in the scenario. */
  readonly cards: Readonly<Record<string, CardText | NoCard>>;
  /** Names there are to choose from. */
  readonly names: readonly string[];
}

/** A scenario with its cards put in. `broken`: firms whose card could not be had. */
export interface WithCards {
  readonly source: Source;
  readonly problems: PlacedProblem[];
  readonly broken: readonly string[];
}

/** A firm that stands on a card. */
interface Standing {
  readonly id: string;
  readonly own: Plain;
  readonly card: Card;
}

/** `firm:` of every firm of a plain scenario that stands on a card, each once. */
export function cardsNamed(value: unknown): string[] {
  const firms = isPlain(value) && isPlain(value.firms) ? Object.values(value.firms) : [];
  const named = firms.flatMap((own) =>
    isPlain(own) && typeof own.firm === 'string' ? [own.firm as string] : [],
  );
  return [...new Set(named)];
}

/** Puts the cards into a scenario; problems are placed in the card or at the scenario's `firm:`. */
export function putCardsIn(source: Source, shelf: CardShelf): WithCards {
  const value = source.value as Plain;
  if (!isPlain(value) || !isPlain(value.firms)) return { source, problems: [], broken: [] };
  const problems: PlacedProblem[] = [];
  const broken: string[] = [];
  const opened = new Map<string, Card | Fault>();
  const at = (path: Path, fault: Fault) => problems.push({ path, ...fault, ...source.locate(path) });
  let current = source;
  for (const [id, own] of Object.entries(value.firms)) {
    if (!isPlain(own) || !Object.hasOwn(own, 'firm')) continue;
    const card = openCard(own.firm, { shelf, opened, problems });
    if ('expected' in card) {
      at(['firms', id, 'firm'], card);
      broken.push(id);
      current = withFirm(current, id, { firm: withoutCardKeys(own), fromCard: [] });
      continue;
    }
    const put = putIn(current, { id, own, card });
    for (const { path, ...fault } of put.faults) at(path, fault);
    current = put.source;
  }
  return { source: current, problems, broken };
}

/** The card of a reference; its own problems are told once. */
function openCard(
  reference: unknown,
  {
    shelf,
    opened,
    problems,
  }: { shelf: CardShelf; opened: Map<string, Card | Fault>; problems: PlacedProblem[] },
): Card | Fault {
  if (typeof reference !== 'string') return { expected: NAME, received: show(reference) };
  const known = opened.get(reference);
  if (known) return known;
  const text = Object.hasOwn(shelf.cards, reference) ? shelf.cards[reference] : undefined;
  const opening = text && 'bytes' in text ? readCard(text) : undefined;
  problems.push(...(opening?.problems ?? []));
  const card = opening ? (opening.card ?? UNREADABLE) : noCard(reference, text as NoCard | undefined, shelf);
  opened.set(reference, card);
  return card;
}

const NAME = 'the name of a firm card, or the path of one such as ./my-firms/x.yaml';
const UNREADABLE: Fault = { expected: 'a card that can be read', received: 'a faulty one' };

function noCard(reference: string, text: NoCard | undefined, { names }: CardShelf): Fault {
  if (text) return text;
  const near = nearest(reference, names);
  const list = names.length > 0 ? `known: ${names.join(', ')}` : 'there are none';
  const hint = near === undefined ? list : `did you mean \`${near}\`? ${list}`;
  return { expected: NAME, received: show(reference), hint };
}

function withoutCardKeys(own: Plain): Plain {
  return plainMap(Object.entries(own).filter(([key]) => key !== 'firm' && key !== 'asOf'));
}

/** One firm on its card: merged, its money converted, its sources brought along. */
function putIn(source: Source, standing: Standing): { source: Source; faults: (Fault & { path: Path })[] } {
  const { id, own, card } = standing;
  const value = source.value as Plain;
  const merged = mergeFirm(card.firm, withoutCardKeys(own));
  const change = rateFor(card, value);
  const isForeign = moneyOf(card.firm).some((path) => isFromCard(merged, path));
  const faults: (Fault & { path: Path })[] = [];
  const areNamed = typeof card.currency === 'string' && typeof value.currency === 'string';
  if ('expected' in change && isForeign && areNamed) faults.push({ path: ['firms', id, 'firm'], ...change });
  const late = timeFault(own.asOf, { asOf: card.asOf, start: value.start });
  if (late) faults.push({ path: ['firms', id, own.asOf === undefined ? 'firm' : 'asOf'], ...late });
  const scenario = isPlain(value.sources) ? value.sources : {};
  const renamed = renamedSources(card.name, { card: card.sources, scenario });
  const money = 'rate' in change && change.rate !== 1 ? convertMoney(card.firm, change) : card.firm;
  const firm = citeAnew(money, renamed) as Plain;
  const put = withFirm(source, id, mergeFirm(firm, withoutCardKeys(own)), card);
  return { source: withSources(put, card, renamed), faults };
}

/** The source with a merged firm; parts of the card are located in the card. */
function withFirm(source: Source, id: string, merged: MergedFirm, card?: Card): Source {
  const value = source.value as Plain;
  const firms = plainMap([...Object.entries(value.firms as Plain), [id, merged.firm]]);
  const locate = (path: Path, atKey?: boolean) => {
    const inFirm = path[0] === 'firms' && path[1] === id ? path.slice(2) : undefined;
    if (!card || !inFirm || !isFromCard(merged, inFirm)) return source.locate(path, atKey);
    return { ...card.source.locate(['firm', ...inFirm], atKey), card: card.source.file };
  };
  return { ...source, value: plainMap([...Object.entries(value), ['firms', firms]]), locate };
}

function withSources(source: Source, card: Card, renamed: ReadonlyMap<string, string>): Source {
  const value = source.value as Plain;
  if (value.sources !== undefined && !isPlain(value.sources)) return source;
  const own = isPlain(value.sources) ? value.sources : {};
  const brought = Object.keys(card.sources).map((key) => [renamed.get(key) ?? key, key] as const);
  const added = brought.filter(([key]) => !Object.hasOwn(own, key));
  if (added.length === 0) return source;
  const sources = plainMap([
    ...Object.entries(own),
    ...added.map(([key, old]) => [key, card.sources[old]] as const),
  ]);
  const locate = (path: Path, atKey?: boolean) => {
    const found = added.find(([key]) => isWithin(path, ['sources', key]));
    if (!found) return source.locate(path, atKey);
    return { ...card.source.locate(['sources', found[1], ...path.slice(2)], atKey), card: card.source.file };
  };
  return { ...source, value: plainMap([...Object.entries(value), ['sources', sources]]), locate };
}

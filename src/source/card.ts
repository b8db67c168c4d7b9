/**
 * A firm card: one firm with its numbers and sources, for many scenarios. Top keys: `card` (its name), `currency` and
 * `exchangeRate` (units of it per USD) of its money, `asOf` (month in which the numbers hold), `sources`, `firm` (fields
 * of a firm as in a scenario). What depends on a scenario, such as channels and segments, is the scenario's own.
 */
import { didYouMean, ID, type Problem, show } from '../../sim/index.js';
import { fieldProblems } from './card-alone.js';
import { otherKind } from './file-kind.js';
import { inOrder, type PlacedProblem } from './place.js';
import { isPlain, type Plain } from './plain-map.js';
import { readSource, type Source } from './read-source.js';

/** Text of a card; `file` names it in messages. */
export interface CardText {
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

/** A card as it was read. It may have faults: they are told with it. */
export interface Card {
  readonly name: string;
  readonly source: Source;
  readonly currency: unknown;
  readonly exchangeRate: unknown;
  readonly asOf: unknown;
  readonly sources: Plain;
  /** Fields of the firm, without those that only a scenario may give. */
  readonly firm: Plain;
}

const KEYS = ['card', 'currency', 'exchangeRate', 'asOf', 'sources', 'firm'];

/** Fields that name what only a scenario has. */
const SCENARIO_ONLY: Readonly<Record<string, string>> = {
  channels: 'channels are those of a scenario',
  fit: 'segments are those of a scenario',
  entersAt: 'months count from the start of a scenario',
  supplier: 'other firms are those of a scenario',
  copies: 'a scenario says how many there are',
  arrivals: 'a scenario says how many there are',
  firm: 'a card stands on no other card',
};

/** True if a plain value is that of a card, be it faulty, and of no scenario. */
export function isCard(value: unknown): boolean {
  return isPlain(value) && Object.hasOwn(value, 'card') && !Object.hasOwn(value, 'firms');
}

/** Reads and checks a card; pure, never throws. `card` is missing if no firm could be found in the text. */
export function readCard({ bytes, file }: CardText): {
  readonly card?: Card;
  readonly problems: PlacedProblem[];
} {
  const { source, problems } = readSource(bytes, file);
  if (!source) return { problems: problems.map((problem) => ({ ...problem, card: file })) };
  const value = source.value as Plain;
  const card = cardOf(source);
  const other = otherKind(source, 'card');
  const found = Object.hasOwn(value, 'firms') ? [NO_CARD] : other ? [other] : problemsOf(card, value);
  const told = new Set(problems.map(({ path }) => path.join('.')));
  for (const problem of found) {
    if (told.has(problem.path.join('.'))) continue;
    told.add(problem.path.join('.'));
    problems.push({ ...problem, ...source.locate(problem.path, problem.atKey) });
  }
  const placed = inOrder(problems.map((problem) => ({ ...problem, card: file })));
  return isPlain(value.firm) && !found.includes(NO_CARD) ? { card, problems: placed } : { problems: placed };
}

const NO_CARD: Problem = {
  path: ['firms'],
  atKey: true,
  expected: 'a firm card',
  received: 'a scenario',
  hint: 'a card has the top fields `card`, `currency`, `asOf`, `sources` and `firm`',
};

function problemsOf(card: Card, value: Plain): Problem[] {
  return [...headProblems(value), ...scenarioOnly(value.firm), ...fieldProblems(card)];
}

function cardOf(source: Source): Card {
  const { card, currency, exchangeRate, asOf, sources, firm } = source.value as Plain;
  const name = typeof card === 'string' && ID.test(card) ? card : 'card';
  const fields = isPlain(firm) ? Object.entries(firm) : [];
  const kept = fields
    .filter(([key]) => !Object.hasOwn(SCENARIO_ONLY, key))
    .map(([key, part]) => [key, key === 'policy' && hasModule(part) ? 'steady' : part]);
  return {
    name,
    source,
    currency,
    exchangeRate,
    asOf,
    sources: isPlain(sources) ? sources : {},
    firm: Object.fromEntries(kept),
  };
}

function headProblems(value: Plain): Problem[] {
  const strangers = Object.keys(value).filter((key) => !KEYS.includes(key));
  const unknown = strangers.map((key) => {
    const hint = didYouMean(key, KEYS);
    return { path: [key], atKey: true, expected: 'a known field of a card', received: show(key), hint };
  });
  const maps = ['sources', 'firm'].flatMap((key) =>
    isPlain(value[key]) || (key === 'sources' && value[key] === undefined)
      ? []
      : [{ path: [key], expected: 'a map', received: show(value[key]) }],
  );
  if (typeof value.card === 'string' && ID.test(value.card)) return [...unknown, ...maps];
  const expected = 'a name of 1 to 32 letters, digits, _ or - that starts with a letter or digit';
  return [...unknown, ...maps, { path: ['card'], expected, received: show(value.card) }];
}

function scenarioOnly(firm: unknown): Problem[] {
  if (!isPlain(firm)) return [];
  const given = Object.keys(SCENARIO_ONLY).filter((key) => Object.hasOwn(firm, key));
  const problems: Problem[] = given.map((key) => ({
    path: ['firm', key],
    atKey: true,
    expected: 'what holds in every scenario',
    received: `\`${key}\``,
    hint: SCENARIO_ONLY[key],
  }));
  if (!hasModule(firm.policy)) return problems;
  const hint = 'a module of your own is named by the scenario';
  const path = ['firm', 'policy', 'module'];
  return [...problems, { path, expected: 'a shipped policy in a card', received: 'a module', hint }];
}

/** A module in a card is told and never loaded. */
function hasModule(policy: unknown): boolean {
  return isPlain(policy) && Object.hasOwn(policy, 'module');
}

/**
 * A firm card: one firm with its numbers and sources, for many scenarios. Top keys: `card` (its name), `currency` and
 * `exchangeRate` (units of it per USD) of its money, `asOf` (month in which the numbers hold), `sources`, `firm` (fields
 * of a firm as in a scenario). What depends on a scenario, such as channels and segments, is the scenario's own.
 */
import {
  didYouMean,
  ID,
  type Parsed,
  type Path,
  type Problem,
  parseScenario,
  partAt,
  type Scenario,
  show,
} from '../../sim/index.js';
import { inOrder, type PlacedProblem } from './place.js';
import { readSource, type Source } from './read-source.js';

/** A plain map. */
export type Plain = Readonly<Record<string, unknown>>;

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
  firm: 'a card stands on no other card',
};

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
  const found = Object.hasOwn(value, 'firms') ? [NO_CARD] : problemsOf(card, value);
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

/** Faults of the fields, found by putting the firm into the smallest market. What is left out is no fault. */
function fieldProblems(card: Card): Problem[] {
  const parsed = parseAlone(card);
  if (!('problems' in parsed)) return [];
  return parsed.problems
    .map((problem) => ({ ...problem, path: inCard(problem.path) }))
    .filter(({ path, received }) => received !== 'nothing' || isGiven(card, path) || path.length === 1);
}

function isGiven({ source }: Card, path: Path): boolean {
  return partAt(source.value, path) !== undefined;
}

/** Paths of the smallest market -> paths of the card. */
function inCard(path: Path): Path {
  if (path[0] === 'firms') return ['firm', ...path.slice(2)];
  if (path[0] === 'start') return ['asOf'];
  return path[0] === 'world' ? ['exchangeRate', ...path.slice(2)] : path;
}

/** Rounds of filling in: a policy may lack parameters that are seen only when it is named. */
const ROUNDS = 4;

/**
 * A legal card as a scenario in which what the card leaves out is filled in, for whoever wants its numbers parsed.
 * @throws Error if the card is not legal
 */
export function aloneFilled(card: Card): { readonly scenario: Scenario } {
  let firm = card.firm;
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = parseAlone({ ...card, firm });
    if ('scenario' in parsed) return parsed;
    for (const { path, expected } of parsed.problems) firm = filled(firm, path.slice(2), { expected, card });
  }
  throw new Error(`aloneFilled: card ${card.name} is not legal`);
}

/** A copy of the firm with a stand-in at a path. */
function filled(firm: Plain, path: Path, missing: { expected: string; card: Card }): Plain {
  const [key, ...rest] = path;
  const isFirm = missing.expected === 'the name of a firm';
  const standIn = key === 'policy' ? 'steady' : isFirm ? missing.card.name : '0 [A] left to the scenario';
  const part = firm[String(key)];
  const isNamed = key === 'policy' && typeof part === 'string' && rest.length > 0;
  const below = isNamed ? { name: part } : isPlain(part) ? part : {};
  return { ...firm, [String(key)]: rest.length === 0 ? standIn : filled(below, rest, missing) };
}

/** The firm of a card in the smallest market, where every number must have its source. */
function parseAlone({ name, currency, exchangeRate, asOf, sources, firm }: Card): Parsed {
  return parseScenario({
    title: name,
    question: 'Is this card legal?',
    sourced: true,
    currency,
    start: asOf,
    months: 1,
    people: '10 B [A] enough for the users of any firm',
    sources,
    world: {
      inferenceCost: { start: '0 [A] not asked' },
      ...(exchangeRate === undefined ? {} : { exchangeRate }),
    },
    segments: { everybody: {} },
    firms: { [name]: firm },
  });
}

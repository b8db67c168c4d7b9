/**
 * A firm card by itself: its firm is put into the smallest market, so that the rules of a scenario check it and its
 * numbers can be read. What a card leaves out for the scenario is no fault.
 */
import {
  type Parsed,
  type Path,
  type Problem,
  parseScenario,
  partAt,
  type Scenario,
} from '../../sim/index.js';
import type { Card } from './card.js';
import { isPlain, type Plain } from './plain-map.js';

/** Faults of the fields, found by putting the firm into the smallest market. What is left out is no fault. */
export function fieldProblems(card: Card): Problem[] {
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

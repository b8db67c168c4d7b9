/**
 * Reads the text of a share link: the reader of files first (size, encoding, depth, keys twice), then the fields of a
 * link, then its scenario and changes by the rules of any scenario. All problems at once, at the lines of the link's text.
 */
import { assign, isWithin, type Path, type Problem, parseScenario, type Scenario } from '../../sim/index.js';
import type { PlacedProblem } from '../source/place.js';
import type { Source } from '../source/read-source.js';
import type { Shared } from './share.js';

type PlainMap = Record<string, unknown>;
type Rule = readonly [expected: string, test: (value: unknown) => boolean];

/** Most months of a game, firms looked at, and levels in a decision. */
const MOST_MONTHS = 400;
const MOST_FIRMS = 64;
const DEEPEST = 4;
const MOST_WORLDS = 1e7;

const isMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (most: number) => (value: unknown) =>
  typeof value === 'string' && value.length > 0 && value.length <= most;
const isValue = (value: unknown) =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || isText(500)(value);
const isWorld = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < MOST_WORLDS;

function isPlain(value: unknown, levels = DEEPEST): boolean {
  if (levels === 0) return false;
  if (Array.isArray(value) || isMap(value))
    return Object.values(value).every((part) => isPlain(part, levels - 1));
  return typeof value === 'number' ? Number.isFinite(value) : ['string', 'boolean'].includes(typeof value);
}

const WORLD: Rule = ['the number of a world, from 0', isWorld];
const FIRM: Rule = ['the name of a firm', isText(80)];

/** Fields of a link; those in `NEEDED` must be there. */
const FIELDS: Readonly<Record<keyof Shared, Rule>> = {
  scenario: ['`shipped`, or `file` and `text`', isMap],
  changes: ['a map from paths to values', isMap],
  arm: ['the name of an arm', isText(80)],
  seed: ['a text of 1 to 200 characters', isText(200)],
  view: ['explore or play', (value) => value === 'explore' || value === 'play'],
  firms: [
    `a list of at most ${MOST_FIRMS} names of firms`,
    (value) => Array.isArray(value) && value.length <= MOST_FIRMS && value.every(isText(80)),
  ],
  world: WORLD,
  game: ['a map of firm, replicate and decisions', isMap],
  hash: ['64 hex digits', (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)],
};
const NEEDED = ['scenario', 'changes', 'seed', 'view'];
const GAME: Readonly<Record<string, Rule>> = {
  firm: FIRM,
  replicate: WORLD,
  decisions: [
    `a list of at most ${MOST_MONTHS} maps of decisions`,
    (value) =>
      Array.isArray(value) &&
      value.length <= MOST_MONTHS &&
      value.every((month) => isMap(month) && isPlain(month)),
  ],
};
const SHIPPED: Readonly<Record<string, Rule>> = { shipped: ['the name of a scenario', isText(100)] };
const OWN: Readonly<Record<string, Rule>> = {
  file: ['the name of a file', isText(80)],
  text: ['the text of a scenario', isText(256 * 1024)],
};

/** What a value is, for messages; texts are cut. */
function told(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isMap(value) ? 'a map' : JSON.stringify(value).slice(0, 60);
}

/** Problems of a map: fields that are missing, wrong or unknown. */
function faultsOf(
  value: PlainMap,
  rules: Readonly<Record<string, Rule>>,
  at: Path,
  needed: readonly string[],
): Problem[] {
  const known = Object.entries(rules).flatMap(([key, [expected, test]]): Problem[] => {
    if (value[key] === undefined && !needed.includes(key)) return [];
    return test(value[key]) ? [] : [{ path: [...at, key], expected, received: told(value[key]) }];
  });
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(rules, key));
  const expected = `one of ${Object.keys(rules).join(', ')}`;
  return [
    ...known,
    ...unknown.map((key) => ({ path: [...at, key], atKey: true, expected, received: told(key) })),
  ];
}

/** All that is wrong with the fields, before the scenario is known. */
function shapeFaults(value: PlainMap): Problem[] {
  const faults = faultsOf(value, FIELDS, [], NEEDED);
  const { scenario, game, changes } = value;
  const inside = (part: unknown, rules: Readonly<Record<string, Rule>>, at: Path) =>
    isMap(part) ? faultsOf(part, rules, at, Object.keys(rules)) : [];
  const ofScenario = inside(scenario, isMap(scenario) && 'shipped' in scenario ? SHIPPED : OWN, ['scenario']);
  const ofChanges = Object.entries(isMap(changes) ? changes : {}).flatMap(([path, value]): Problem[] =>
    isValue(value)
      ? []
      : [{ path: ['changes', path], expected: 'a number, a text, true or false', received: told(value) }],
  );
  return [...faults, ...ofScenario, ...inside(game, GAME, ['game']), ...ofChanges];
}

/** The fields of a link, or all that is wrong with them. */
export function readShared({ value, locate }: Source): { shared: Shared } | { problems: PlacedProblem[] } {
  const faults = shapeFaults(value as PlainMap);
  const problems = faults.map((fault) => ({ ...fault, ...locate(fault.path, fault.atKey) }));
  return problems.length > 0 ? { problems } : { shared: value as unknown as Shared };
}

/** Lays the changes over a copy of the scenario; what is wrong with a change, or becomes wrong by it. */
function changeFaults(changes: Shared['changes'], scenario: Scenario): Problem[] {
  const copy = structuredClone(scenario.raw) as PlainMap;
  const laid: { at: Path; from: Path }[] = [];
  const faults: Problem[] = [];
  for (const [path, value] of Object.entries(changes)) {
    const done = assign(copy, path, value);
    const from: Path = ['changes', path];
    if ('path' in done) laid.push({ at: done.path, from });
    else faults.push({ path: from, atKey: true, ...done });
  }
  const parsed = parseScenario({ ...copy, sourced: false, checks: [] });
  const found = 'problems' in parsed ? parsed.problems : [];
  const placed = found.map((problem) => {
    const own = laid.find(({ at }) => isWithin(problem.path, at));
    return { ...problem, path: own?.from ?? ['changes'] };
  });
  return [...faults, ...placed];
}

/** Names of firms that a link looks at or plays. */
function firmFaults({ firms = [], game }: Shared, scenario: Scenario): Problem[] {
  const named: [Path, string][] = firms.map((firm, i) => [['firms', i], firm]);
  if (game) named.push([['game', 'firm'], game.firm]);
  const strange = named.filter(([, firm]) => !Object.hasOwn(scenario.firms, firm));
  return strange.map(([path, firm]) => ({ path, expected: 'a firm of the scenario', received: told(firm) }));
}

/** An arm that the scenario does not have. */
function armFaults({ arm }: Shared, { arms }: Scenario): Problem[] {
  if (arm === undefined || Object.hasOwn(arms, arm)) return [];
  return [{ path: ['arm'], expected: 'an arm of the scenario', received: told(arm) }];
}

/** What of a link does not fit its scenario. */
export function misfits(shared: Shared, scenario: Scenario, { locate }: Source): PlacedProblem[] {
  const faults = [
    ...changeFaults(shared.changes, scenario),
    ...armFaults(shared, scenario),
    ...firmFaults(shared, scenario),
  ];
  return faults.map((fault) => ({ ...fault, ...locate(fault.path, fault.atKey) }));
}

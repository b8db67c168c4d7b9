/** What a share link may hold that is faulty: a legal link with fields changed, and the lines it is refused with. */
import { formatProblem } from '../../src/source/place.js';
import { readSource } from '../../src/source/read-source.js';
import { misfits, readShared } from '../../src/studio/share-check.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const scenario = legal(oneBurner());
const [FIRM] = Object.keys(scenario.firms);

export const WHOLE_LINK = {
  scenario: { shipped: 'one' } as object,
  changes: { agents: 70 },
  seed: 'x',
  view: 'play',
  firms: [FIRM],
  world: 12,
  game: { firm: FIRM, replicate: 3, decisions: [{ seek: true }] },
};

/** Lines about a link as the studio shows them; lines of JSON with an indent of one, keys in the order above. */
export function linesOfLink(content: object): string[] {
  const { source, problems } = readSource(JSON.stringify(content, null, 1), 'link');
  if (!source || problems.length > 0) return problems.map(formatProblem);
  const read = readShared(source);
  return ('problems' in read ? read.problems : misfits(read.shared, scenario, source)).map(formatProblem);
}

const game = WHOLE_LINK.game;

export const LINK_CASES: readonly (readonly [title: string, change: object, lines: readonly string[]])[] = [
  ['no seed', { seed: undefined }, ['link:1:1 seed: expected a text of 1 to 200 characters, got nothing']],
  ['a number as seed', { seed: 5 }, ['link:8:10 seed: expected a text of 1 to 200 characters, got 5']],
  [
    'a long seed',
    { seed: 'x'.repeat(201) },
    [
      'link:8:10 seed: expected a text of 1 to 200 characters, got "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    ],
  ],
  ['another view', { view: 'gallery' }, ['link:9:10 view: expected explore or play, got "gallery"']],
  [
    'an address as view',
    { view: 'javascript:1' },
    ['link:9:10 view: expected explore or play, got "javascript:1"'],
  ],
  [
    'code as scenario',
    { scenario: 'alert(1)' },
    ['link:2:14 scenario: expected `shipped`, or `file` and `text`, got "alert(1)"'],
  ],
  [
    'a file without text',
    { scenario: { file: 'x.yaml' } },
    ['link:2:2 scenario.text: expected the text of a scenario, got nothing'],
  ],
  [
    'a policy module',
    { scenario: { shipped: 'one', module: './x.mjs' } },
    ['link:4:3 scenario.module: expected one of shipped, got "module"'],
  ],
  ['half a world', { world: 1.5 }, ['link:13:11 world: expected the number of a world, from 0, got 1.5']],
  ['a world below 0', { world: -1 }, ['link:13:11 world: expected the number of a world, from 0, got -1']],
  [
    'a hash of other letters',
    { hash: 'g'.repeat(64) },
    [
      'link:23:10 hash: expected 64 hex digits, got "ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg',
    ],
  ],
  [
    '65 firms',
    { firms: Array(65).fill(FIRM) },
    ['link:10:2 firms: expected a list of at most 64 names of firms, got a list of 65'],
  ],
  [
    'a firm of every object',
    { firms: ['constructor'] },
    ['link:11:3 firms.0: expected a firm of the scenario, got "constructor"'],
  ],
  [
    'a change of no field',
    { changes: { 'world.x': 1 } },
    [
      'link:6:3 changes.world.x: expected a known field in the path `world.x`, got "x"; known: exchangeRate, inferenceCost, tokenDrift, frontier, openSourceGap, insolvency, freeCost, distillation, api, research, funding',
    ],
  ],
  [
    'a change of every object',
    { changes: { 'constructor.prototype.x': 1 } },
    [
      'link:6:3 changes.constructor.prototype.x: expected a known field in the path `constructor.prototype.x`, got "constructor"; see `afterburn describe`',
    ],
  ],
  [
    'a change out of range',
    { changes: { agents: -5 } },
    ['link:6:13 changes.agents: expected a whole number from 0 to 1e9 (agents), got -5'],
  ],
  [
    'a change that is a map',
    { changes: { [`firms.${FIRM}.policy`]: { module: './x.mjs' } } },
    ['link:6:3 changes.firms.burner.policy: expected a number, a text, true or false, got a map'],
  ],
  [
    'a module as policy',
    { changes: { [`firms.${FIRM}.policy`]: './x.mjs' } },
    [
      'link:6:26 changes.firms.burner.policy: expected the name of a policy, got "./x.mjs"; see `afterburn describe`',
    ],
  ],
  [
    'a game of nobody',
    { game: { ...game, firm: 'nobody' } },
    ['link:15:11 game.firm: expected a firm of the scenario, got "nobody"'],
  ],
  [
    'a game of 401 months',
    { game: { ...game, decisions: Array(401).fill({}) } },
    ['link:17:3 game.decisions: expected a list of at most 400 maps of decisions, got a list of 401'],
  ],
  [
    'decisions that are deep',
    { game: { ...game, decisions: [{ a: { b: { c: { d: 1 } } } }] } },
    ['link:17:3 game.decisions: expected a list of at most 400 maps of decisions, got a list of 1'],
  ],
  [
    'a field that nobody knows',
    { onload: 'x' },
    [
      'link:23:2 onload: expected one of scenario, changes, arm, seed, view, firms, world, game, hash, got "onload"',
    ],
  ],
];

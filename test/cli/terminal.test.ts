/** Texts of a scenario that would drive a terminal, and names that every object has, through the commands themselves. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn } from './afterburn.js';

const cwd = emptyFolder();
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const FOUL = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u2066x\u2028y';

/** JSON, which is YAML, in which the harmful characters stand as escapes: as they are no reader takes them. */
function textOf(value: object): string {
  const code = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
  return JSON.stringify(value, null, 1).replace(/[\u007f-\uffff]/g, (character) => `\\u${code(character)}`);
}

const firm = {
  name: FOUL,
  cash: 1e6,
  fixedCost: `4 k to 8 k [A] ${FOUL}`,
  awareness: 1,
  press: 1,
  tiers: [{ price: 1 }],
  policy: 'steady',
};
const check = { kind: 'behaviour', about: FOUL, source: FOUL, target: '>= 0' };
const world = {
  title: FOUL,
  question: FOUL,
  currency: 'USD',
  start: '2024-01',
  months: 3,
  people: 1000,
  agents: 100,
  replicates: 2,
  sources: { a: FOUL },
  world: { inferenceCost: { start: `1 to 2 [A] ${FOUL}` } },
  segments: { hasOwnProperty: { name: FOUL, innovation: 1, activation: 1 } },
  firms: { toString: firm, isPrototypeOf: firm },
  arms: {
    valueOf: { about: FOUL, overrides: [{ path: 'world.inferenceCost.start', value: 0 }] },
  },
  checks: [{ ...check, id: FOUL, measure: 'share(cashOut(toString))' }],
};
writeFileSync(join(cwd, 'foul.yaml'), textOf(world));
writeFileSync(
  join(cwd, 'worse.yaml'),
  textOf({ ...world, months: FOUL, [FOUL]: 1, firms: { [FOUL]: 1, toString: { ...firm, policy: FOUL } } }),
);
writeFileSync(
  join(cwd, 'throws.mjs'),
  `export const policy = { name: 'x', decide() { throw new Error(${JSON.stringify(FOUL)}); } };`,
);

const quiet = ['--quiet', '--threads', '1'];

describe('a terminal gets nothing that it would obey', () => {
  it.each<[string[], number]>([
    [['validate', 'foul.yaml'], 0],
    [['validate', 'worse.yaml'], 2],
    [['describe', 'foul.yaml'], 0],
    [['describe', FOUL], 2],
    [['run', 'foul.yaml', '--arm', 'all', '--out', 'a', ...quiet], 0],
    [['run', 'foul.yaml', '--json', '--out', 'a', ...quiet], 0],
    [['run', 'foul.yaml', '--set', `title=${FOUL}`, '--out', 'b', ...quiet], 2],
    [['run', 'foul.yaml', '--arm', FOUL, '--seed', FOUL, ...quiet], 2],
    [['run', `${FOUL}.yaml`], 2],
    [
      ['run', 'foul.yaml', '--set', 'firms.toString.policy={module: ./throws.mjs}', '--out', 'c', ...quiet],
      3,
    ],
    [['check', 'foul.yaml', ...quiet], 0],
    [['compare', 'foul.yaml', '--arm', 'valueOf', '--out', 'd', ...quiet], 0],
    [[FOUL], 2],
    [['run', 'foul.yaml', `--${FOUL}`], 2],
  ])('by %j', async (words, expected) => {
    const { code, stdout, stderr } = await afterburn(words, cwd);
    expect(code).toBe(expected);
    expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(HARMFUL);
    expect(`${stdout}${stderr}`).not.toMatch(/This is a bug|undefined|\[native code\]/);
  });
});

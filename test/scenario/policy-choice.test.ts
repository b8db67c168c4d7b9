/** What may stand under `policy`, and that what else stands there is told by its place. */
import { describe, expect, test } from 'vitest';
import type { PolicyDefinition } from '../../sim/policies/policy.js';
import { parsePolicy } from '../../sim/scenario/policy-choice.js';

const parameters = {
  ads: { unit: 'h', min: 0, max: 9, default: 1, about: 'x' },
  speed: { unit: 'h', min: 0, max: 9, about: 'x' },
  rival: { kind: 'firm', about: 'x', optional: true },
  leader: { kind: 'firm', about: 'x' },
} as const;
const definition = (of: object) =>
  ({ about: 'x', source: 'x', decide: () => ({}), parameters: of }) as unknown as PolicyDefinition;
const policies = {
  plain: definition({}),
  full: definition(parameters),
  './own.mjs': definition({ ads: parameters.ads }),
};
const read = (raw: unknown) => parsePolicy(raw, { path: ['p'], policies, firms: ['kimi', 'glm'] });
const linesOf = (raw: unknown) => {
  const found = read(raw);
  return Array.isArray(found)
    ? found.map(
        ({ path, atKey, expected, received, hint }) =>
          `${path.join('.')}${atKey ? ' (key)' : ''}: expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`,
      )
    : [];
};
const constant = (value: number) => ({ law: { kind: 'constant', value } });

describe('a policy', () => {
  test('is a name, a map with a name, or one with a module; it gets its parameters', () => {
    expect(read('plain')).toEqual({ name: 'plain', definition: policies.plain, parameters: {} });
    expect(read({ name: 'plain' })).toEqual(read('plain'));
    expect(read({ module: './own.mjs', ads: '2' })).toEqual({
      name: './own.mjs',
      definition: policies['./own.mjs'],
      parameters: { ads: constant(2) },
    });
    expect(read({ name: 'full', speed: 3, leader: 'glm' })).toMatchObject({
      parameters: { ads: { ...constant(1), isDefault: true }, speed: constant(3), rival: '', leader: 'glm' },
    });
    expect(read({ name: 'full', speed: 3, leader: 'glm', rival: 'kimi' })).toMatchObject({
      parameters: { rival: 'kimi' },
    });
  });

  const either = 'expected the name of a policy, or a map with `name` or `module`';
  const known = 'known: plain, full';
  const module = 'write its path from the folder of the scenario';
  test.each([
    [null, [`p: ${either}, got nothing`]],
    [7, [`p: ${either}, got 7`]],
    [['plain'], [`p: ${either}, got a list`]],
    [{}, [`p: ${either}, got neither`]],
    [{ name: 7 }, [`p.name: ${either}, got 7`]],
    [{ module: null }, [`p.module: ${either}, got nothing`]],
    [
      { name: 'plain', module: './own.mjs' },
      ['p.name (key): expected `name` or `module`, not both, got both'],
    ],
    ['plian', ['p: expected the name of a policy, got "plian"; did you mean `plain`?']],
    // modules are no names to choose from
    ['zzz', [`p: expected the name of a policy, got "zzz"; ${known}`]],
    ['toString', [`p: expected the name of a policy, got "toString"; ${known}`]],
    [{ name: 'zzz' }, [`p.name: expected the name of a policy, got "zzz"; ${known}`]],
    [{ module: './gone.mjs' }, [`p.module: expected a module that was loaded, got "./gone.mjs"; ${module}`]],
    [{ name: 'plain', ads: 1 }, ['p.ads (key): expected a parameter of plain, got "ads"; there are none']],
    [
      { module: './own.mjs', toString: 1 },
      ['p.toString (key): expected a parameter of ./own.mjs, got "toString"; known: ads'],
    ],
  ])('is not %j', (raw, lines) => {
    expect(linesOf(raw)).toEqual(lines);
  });
});

describe('a parameter', () => {
  const missing = (key: string, what: string) =>
    `p.${key}: expected ${what}, got nothing; this field is required`;
  const hours = 'a number from 0 to 9 (h)';
  test('without default is required, one that is optional or has a default is not', () => {
    expect(linesOf('full')).toEqual([missing('speed', hours), missing('leader', 'the name of a firm')]);
  });

  test('that is misspelt is not also missing', () => {
    expect(linesOf({ name: 'full', leader: 'kimi', sped: 3 })).toEqual([
      'p.sped (key): expected a parameter of full, got "sped"; did you mean `speed`?',
    ]);
    expect(linesOf({ name: 'full', leader: 'kimi', sped: 3, speed: 10 })).toHaveLength(2);
    expect(linesOf({ name: 'full', ledr: 'kimi' })).toEqual([
      'p.ledr (key): expected a parameter of full, got "ledr"; did you mean `leader`?',
      missing('speed', hours),
    ]);
  });

  test.each([
    [{ speed: 10 }, `p.speed: expected ${hours}, got 10`],
    [{ speed: 'x' }, `p.speed: expected ${hours}, got "x"; write 12, 5.5 M, 30 k, 1.2 B or 35%`],
    [{ leader: 'kimy' }, 'p.leader: expected the name of a firm, got "kimy"; did you mean `kimi`?'],
    [{ leader: 5 }, 'p.leader: expected the name of a firm, got 5; known: kimi, glm'],
    [{ rival: '' }, 'p.rival: expected the name of a firm, got ""; known: kimi, glm'],
  ])('is not %j', (more, line) => {
    expect(linesOf({ name: 'full', speed: 1, leader: 'glm', ...more })).toEqual([line]);
  });
});

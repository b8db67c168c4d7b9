/** `sourced: true`: which numbers must say who says so, and what each tag asks for. */
import { describe, expect, test } from 'vitest';
import { faultsOf } from './faults.js';
import { rawMarket } from './market.js';

/** A sourced scenario whose firm has this cash. */
const sourced = (cash: unknown, more: object = {}) =>
  rawMarket({
    ...{ people: undefined, segments: {}, sourced: true, sources: { s2: 'An article', report: 'A page' } },
    world: { inferenceCost: { start: '1 [A] a guess' } },
    firms: { kimi: { cash, policy: { name: 'steady', ads: '1 [A] a guess' } } },
    ...more,
  });
const later = (path: string, value: unknown) => ({ interventions: [{ month: 2, path, value }] });

const TAG =
  'expected a number with a tag [S], [P], [L], [C] or [A], got no tag; this scenario is `sourced: true`; write it as `12 [P source]` or `12 [A] why`';
const key = (tag: string, rest: string) =>
  `firms.kimi.cash: expected a key of \`sources\` after ${tag}, got ${rest}`;
const note = (tag: string, why: string) =>
  `firms.kimi.cash: expected a note after [${tag}]: ${why}, got nothing`;

describe('a number of a sourced scenario', () => {
  test.each([
    '5 [S s2]',
    '5 [S s2:77]',
    '5 [P report, p. 3]',
    '5 [P report p. 3] said so',
    '5 [A] a guess',
    '5 [C] 2 + 3',
    '5 [L] Tirole',
    '5 [L Tirole]',
  ])('may be %s', (cash) => {
    expect(faultsOf(sourced(cash))).toEqual([]);
  });

  test.each([
    [5, `firms.kimi.cash: ${TAG}`],
    ['5', `firms.kimi.cash: ${TAG}`],
    ['5 [S]', key('S', 'nothing; known: s2, report')],
    ['5 [P ]', key('P', 'nothing; known: s2, report')],
    ['5 [P reprot, p. 3]', key('P', '"reprot"; did you mean `report`?')],
    ['5 [S s9:77]', key('S', '"s9"; did you mean `s2`?')],
    ['5 [P] report', key('P', 'nothing; known: s2, report')],
    ['5 [A]', note('A', 'why it is assumed')],
    ['5 [C]', note('C', 'how it is computed')],
    ['5 [L]', note('L', 'which textbook says so')],
  ])('may not be %s', (cash, line) => {
    expect(faultsOf(sourced(cash))).toEqual([line]);
  });

  test('needs no tag if it is a setting or the scenario is silent; every other does', () => {
    const firms = { kimi: { cash: 5, policy: { name: 'steady', ads: 1 } } };
    expect(faultsOf(sourced(0, { months: 24, agents: 5, firms }))).toEqual([
      `firms.kimi.cash: ${TAG}`,
      `firms.kimi.policy.ads: ${TAG}`,
    ]);
    expect(faultsOf(sourced(0, { sourced: false, firms }))).toEqual([]);
  });
});

describe('a dated change of a sourced scenario', () => {
  const cost = 'firms.kimi.fixedCost';
  const place = 'interventions.0.value';
  test('says who says so, too', () => {
    expect(faultsOf(sourced('5 [A] x', later(cost, '3 [S s2]')))).toEqual([]);
    expect(faultsOf(sourced('5 [A] x', later(cost, 3)))).toEqual([`${place}: ${TAG}`]);
    expect(faultsOf(sourced('5 [A] x', later(cost, '3 [A]')))).toEqual([
      `${place}: expected a note after [A]: why it is assumed, got nothing`,
    ]);
  });

  test('that is faulty otherwise has that fault alone', () => {
    const path = 'firms.kimi.fixdCost';
    expect(faultsOf(sourced('5 [A] x', later(path, 3)))).toEqual([
      `interventions.0.path: expected a known field in the path \`${path}\`, got "fixdCost"; did you mean \`fixedCost\`?`,
    ]);
    expect(faultsOf(sourced('5 [A] x', later(cost, -3)))).toEqual([
      `${place}: expected a number from 0 to 1e13 (currency a month), got -3`,
    ]);
  });
});

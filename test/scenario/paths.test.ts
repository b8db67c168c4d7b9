/** Where a dotted path leads: a number with its place, or a sentence that says at which step it goes astray. */
import { describe, expect, test } from 'vitest';
import { findPlace, isShare, placesOf, splitPath } from '../../sim/scenario/paths.js';
import { legal, rawMarket } from './market.js';

const scenario = legal(
  rawMarket({
    sources: { s: 'x' },
    channels: { feed: { otherSpend: '1 M to 2 M', reach: { core: 0.5 } } },
    firms: {
      kimi: { cash: '5 to 10', policy: { name: 'steady', ads: 3 }, tiers: [{ price: 9 }, { price: 0 }] },
      glm: { cash: 1, policy: { name: 'adFollower', leader: 'kimi' }, channels: ['feed'] },
    },
  }),
);
const find = (path: string) => findPlace(path, scenario);
const number = (value: number) => ({ law: { kind: 'constant', value } });

test('a path is cut at its points; positions are numbers, other digits are names', () => {
  expect(splitPath('a.0.10.01.1234567.x1')).toEqual(['a', 0, 10, '01', '1234567', 'x1']);
  expect(splitPath('999999')).toEqual([999_999]);
  expect(splitPath('')).toEqual(['']);
});

test('a share is that of a segment, nothing else', () => {
  expect(isShare(['segments', 'core', 'share'])).toBe(true);
  expect(isShare(['segments', 'core', 'review'])).toBe(false);
  expect(isShare(['firms', 'core', 'share'])).toBe(false);
  expect(isShare(['segments', 'share'])).toBe(false);
});

describe('a path of a number', () => {
  test.each([
    ['people', ['people'], 'people', number(1e6)],
    ['world.inferenceCost.start', ['world', 'inferenceCost', 'start'], undefined, number(1)],
    [
      'firms.kimi.cash',
      ['firms', 'kimi', 'cash'],
      'currency',
      { law: { kind: 'interval', low: 5, high: 10 } },
    ],
    ['firms.kimi.tiers.1.price', ['firms', 'kimi', 'tiers', 1, 'price'], 'currency a month', number(0)],
    ['firms.kimi.policy.ads', ['firms', 'kimi', 'policy', 'ads'], 'currency a month', number(3)],
    ['channels.feed.reach.core', ['channels', 'feed', 'reach', 'core'], 'share of the segment', number(0.5)],
    ['segments.core.review', ['segments', 'core', 'review'], undefined, { isDefault: true }],
  ])('%s leads to it, its place and its unit', (path, place, unit, quantity) => {
    const found = find(path);
    expect(found).toMatchObject({ path: place, quantity, ...(unit && { spec: { unit } }) });
  });
});

describe('a path that leads to none', () => {
  const roots = 'world, channels, segments, buyers, firms, people';
  const below = `expected the path of a number below ${roots}`;
  const field = (path: string) => `expected a known field in the path \`${path}\``;
  test.each([
    ['months', `${below}, got "months"; known: ${roots}`],
    ['frms.kimi', `${below}, got "frms.kimi"; did you mean \`firms\`?`],
    ['', `${below}, got ""; known: ${roots}`],
    [
      'firms.kimmi.cash',
      'expected a known firm in the path `firms.kimmi.cash`, got "kimmi"; did you mean `kimi`?',
    ],
    [
      'firms.toString.cash',
      'expected a known firm in the path `firms.toString.cash`, got "toString"; known: kimi, glm',
    ],
    ['firms.kimi.csh', `${field('firms.kimi.csh')}, got "csh"; did you mean \`cash\`?`],
    [
      'world.toString',
      expect.stringMatching(/^expected a known field in the path `world\.toString`, got "toString"; /),
    ],
    [
      'firms.kimi.tiers.2.price',
      'expected a known position in the path `firms.kimi.tiers.2.price`, got "2"; known: 0, 1',
    ],
    [
      'firms.kimi.tiers.x',
      'expected a known position in the path `firms.kimi.tiers.x`, got "x"; known: 0, 1',
    ],
    [
      'firms.kimi.tiers.01.price',
      'expected a known position in the path `firms.kimi.tiers.01.price`, got "01"; known: 0, 1',
    ],
    [
      'firms.glm.tiers.0.price',
      'expected the path of a number, got "firms.glm.tiers.0.price"; `firms.glm.tiers` has no parts',
    ],
    ['people.x', 'expected the path of a number, got "people.x"; `people` has no parts'],
    [
      'firms.kimi.cash.low',
      'expected the path of a number, got "firms.kimi.cash.low"; `firms.kimi.cash` has no parts',
    ],
    ['firms.kimi.api.price', 'expected a field that is given, got no `firms.kimi.api`'],
    ['firms.kimi.name', 'expected a field that is given, got no `firms.kimi.name`'],
    ['firms', 'expected the path of a number, got "firms"; below it: kimi, glm'],
    ['firms.kimi.tiers', 'expected the path of a number, got "firms.kimi.tiers"; below it: 0, 1'],
    ['firms.glm.tiers', 'expected the path of a number, got "firms.glm.tiers"'],
    // fifteen fields or more are not told
    ['firms.kimi', 'expected the path of a number, got "firms.kimi"'],
    ['firms.kimi.policy', 'expected the path of a number, got "firms.kimi.policy"; below it: ads'],
    [
      'firms.kimi.policy.adz',
      'expected a parameter of steady in the path `firms.kimi.policy.adz`, got "adz"; did you mean `ads`?',
    ],
    [
      'firms.kimi.policy.toString',
      'expected a parameter of steady in the path `firms.kimi.policy.toString`, got "toString"; known: ads',
    ],
    ['firms.kimi.policy.ads.x', 'expected the path of a number, got "firms.kimi.policy.ads.x"'],
    ['firms.glm.policy.leader', 'expected the path of a number, got "firms.glm.policy.leader"'],
    ['buyers.x.size', 'expected the path of a number, got "buyers.x.size"; `buyers` has no parts'],
  ])('%s is told at its first wrong step', (path, line) => {
    const { expected, received, hint } = find(path) as { expected: string; received: string; hint?: string };
    expect(`expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`).toEqual(line);
    expect(find(path)).not.toHaveProperty('unknowable');
  });

  test('because the policy is faulty is told elsewhere', () => {
    const firms = { kimi: { ...scenario.firms.kimi, policy: undefined } };
    expect(findPlace('firms.kimi.policy.ads', { ...scenario, firms })).toEqual({
      ...{ expected: 'a legal policy', received: 'a faulty one', unknowable: true },
    });
    expect(findPlace('firms.kimi.cash', { ...scenario, firms })).toHaveProperty('spec');
  });
});

describe('the places of a scenario', () => {
  const places = placesOf(scenario);
  const paths = places.map(({ path }) => path.join('.'));

  test('are all its numbers, once each, each where its path leads', () => {
    expect(new Set(paths).size).toBe(paths.length);
    for (const each of ['people', 'months', 'firms.kimi.tiers.0.price', 'firms.kimi.tiers.1.price'])
      expect(paths).toContain(each);
    expect(paths).toEqual(expect.arrayContaining(['channels.feed.reach.core', 'firms.kimi.policy.ads']));
    for (const place of places.filter(({ path }) => ['firms', 'world', 'channels'].includes(String(path[0]))))
      expect(find(place.path.join('.'))).toEqual(place);
  });

  test('are no texts, no firms that a policy follows, and nothing that is not given', () => {
    const others = [
      'title',
      'sources.s',
      'firms.glm.channels.0',
      'firms.glm.policy.leader',
      'firms.kimi.api.price',
    ];
    expect(paths.filter((path) => others.includes(path) || path === '')).toEqual([]);
  });

  test('of a firm whose policy is faulty are the others', () => {
    const broken = { ...scenario, firms: { kimi: { ...scenario.firms.kimi, policy: undefined } } };
    const found = placesOf(broken).map(({ path }) => path.join('.'));
    expect(found.filter((path) => path.startsWith('firms.kimi.policy'))).toEqual([]);
    expect(found).toContain('firms.kimi.cash');
  });
});

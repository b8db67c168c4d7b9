/** Rules between fields, at both sides of their borders. The borders are those of the reference (`afterburn describe`). */
import { describe, expect, test } from 'vitest';
import { faultsOf } from './faults.js';
import { rawMarket } from './market.js';

const app = { cash: 1, policy: 'steady', tiers: [{ price: 9 }] };
const house = { cash: 1, policy: 'steady' };
const withFirms = (firms: object, more: object = {}) => rawMarket({ firms, ...more });
const segment = (more: object) => rawMarket({ segments: { core: { share: 1, ...more } } });

type Case = readonly [title: string, raw: unknown, lines: readonly string[]];

/** Each case is refused with these lines, in this order; without lines it is legal. */
const holds = (cases: readonly Case[]) =>
  test.each(cases)('%s', (_title, raw, lines) => {
    expect(faultsOf(raw)).toEqual(lines);
  });

describe('the start', () => {
  test.each(['2024-01', '2024-09', '2024-10', '2024-12', '0001-11'])('may be %s', (start) => {
    expect(faultsOf(rawMarket({ start }))).toEqual([]);
  });

  test.each([
    '2024-00',
    '2024-13',
    '2024-1',
    '2024-011',
    '024-01',
    '12024-01',
    'x2024-01',
    '2024-01-01',
    '2024/01',
  ])('is no %s', (start) => {
    expect(faultsOf(rawMarket({ start }))).toEqual([
      `start: expected a month such as 2024-01, got "${start}"`,
    ]);
  });
});

describe('shares of the segments', () => {
  const shares = (...list: unknown[]) =>
    rawMarket({ segments: Object.fromEntries(list.map((share, k) => [`s${k}`, { share }])) });
  const wrong = (id: string, sum: string) =>
    `segments.${id}.share: expected shares of all segments that add to 1, got shares that add to ${sum}`;
  holds([
    ['add to 1', shares(0.25, 0.75), []],
    ['may be off by a millionth', shares(0.25, 0.7500009), []],
    ['may not be off by three, above', shares(0.25, 0.750003), [wrong('s1', '1.000003')]],
    ['nor below, and nine digits are told', shares(0.2, 0.3, 0.1234567891), [wrong('s2', '0.623456789')]],
    [
      'are not added if one is faulty',
      shares(0.5, 'x'),
      [
        'segments.s1.share: expected a number from 0 to 1 (share of the people), got "x"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
      ],
    ],
    [
      'are not added if a segment is none',
      rawMarket({ segments: { s0: 3, s1: { share: 0.5 } } }),
      ['segments.s0: expected a map of fields (name, share, priceSensitivity, ...), got 3'],
    ],
    [
      'are added if another field is faulty',
      rawMarket({ agents: -1, segments: { s0: { share: 0.5, review: 2 } } }),
      [
        'agents: expected a whole number from 0 to 1e9 (agents), got -1',
        'segments.s0.review: expected a number from 0 to 1 (probability a month), got 2',
        wrong('s0', '0.5'),
      ],
    ],
    ['are not added if one is uncertain', shares(0.5, '0.1 to 0.2'), []],
    ['are not asked for where no firm has an app', withFirms({ kimi: house }, { segments: {} }), []],
  ]);
});

describe('a firm with tiers', () => {
  const why = 'because firm kimi has tiers';
  const nobody = `people: expected at least 1 person, ${why}`;
  holds([
    ['asks for people', rawMarket({ people: 0 }), [`${nobody}, got 0`]],
    [
      'asks for people that are not given',
      rawMarket({ people: undefined }),
      [`${nobody}, got nothing; this field is required here`],
    ],
    ['asks for one agent', rawMarket({ agents: 1 }), []],
    [
      'does not stand without',
      rawMarket({ agents: 0 }),
      [`agents: expected at least 1 agent, ${why}, got 0`],
    ],
    ['lacks people before it lacks agents', rawMarket({ people: 0, agents: 0 }), [`${nobody}, got 0`]],
    [
      'asks for a segment',
      rawMarket({ segments: {} }),
      [`segments: expected at least one segment, ${why}, got none`],
    ],
    ['takes uncertain people', rawMarket({ people: '1 to 2' }), []],
    [
      'is the one that is named',
      withFirms({ a: house, kimi: app, c: app }, { agents: 0 }),
      [`agents: expected at least 1 agent, ${why}, got 0`],
    ],
    ['is needed for none of this', withFirms({ a: house }, { people: 0, agents: 0, segments: {} }), []],
  ]);
});

describe('agents', () => {
  const cohorts = { engine: 'cohorts' };
  holds([
    ['may be 20 million one by one', rawMarket({ agents: 2e7 }), []],
    [
      'may not be one more',
      rawMarket({ agents: 2e7 + 1 }),
      [
        'agents: expected at most 2e7 agents, got 2.0000001e7; cohorts (population.engine) simulate up to 1e9 users',
      ],
    ],
    ['may be 1e9 in cohorts', rawMarket({ agents: 1e9, population: cohorts }), []],
  ]);
});

describe('usage edges', () => {
  const wrong = (at: number, before: number, edge: number) =>
    `usageEdges.${at}: expected a quantile above the one before, ${before}, got ${edge}`;
  holds([
    ['rise', rawMarket({ usageEdges: [0.1, 0.2, 0.9] }), []],
    ['may be one or none', rawMarket({ usageEdges: [0.1] }), []],
    ['do not stand still', rawMarket({ usageEdges: [0.1, 0.1] }), [wrong(1, 0.1, 0.1)]],
    [
      'do not fall, each that does is told',
      rawMarket({ usageEdges: [0.5, 0.4, 0.6, 0.2] }),
      [wrong(1, 0.5, 0.4), wrong(3, 0.6, 0.2)],
    ],
  ]);
});

describe('names', () => {
  const feed = (more: object) => rawMarket({ channels: { feed: { otherSpend: 1, ...more } } });
  const listed = (channels: string[]) => ({
    ...feed({}),
    firms: { kimi: { ...app, channels } },
  });
  const bids = (names: object) =>
    withFirms(
      { kimi: { ...app, business: { bids: names } } },
      { buyers: { banks: { tenders: 1, size: 1 } } },
    );
  const bank =
    'firms.kimi.business.bids.bnks (key): expected the name of a group of buyers, got "bnks"; did you mean `banks`?';
  holds([
    ['of channels are those of the market', listed(['feed']), []],
    [
      'of other channels are told with their position',
      listed(['feed', 'fed']),
      ['firms.kimi.channels.1: expected the name of a channel, got "fed"; did you mean `feed`?'],
    ],
    [
      'of channels stand once',
      listed(['feed', 'feed']),
      ['firms.kimi.channels.1: expected each channel once, got a second "feed"'],
    ],
    ['of owners are those of firms', feed({ owner: 'kimi' }), []],
    [
      'of owners are no keys of JavaScript',
      feed({ owner: 'toString' }),
      ['channels.feed.owner: expected the name of a firm, got "toString"; known: kimi'],
    ],
    ['of segments stand in reach', feed({ reach: { core: 1 } }), []],
    [
      'of other segments do not',
      feed({ reach: { cor: 1 } }),
      ['channels.feed.reach.cor (key): expected the name of a segment, got "cor"; did you mean `core`?'],
    ],
    ['of segments stand in fit', withFirms({ kimi: { ...app, fit: { core: 1 } } }), []],
    [
      'of other segments do not',
      withFirms({ kimi: { ...app, fit: { xyz: 1 } } }),
      ['firms.kimi.fit.xyz (key): expected the name of a segment, got "xyz"; known: core'],
    ],
    ['of buyers stand in bids', bids({ banks: 0 }), []],
    ['of other buyers do not', bids({ banks: 0, bnks: 0 }), [bank]],
  ]);
});

describe('a supplier', () => {
  const api = { api: { price: 1 } };
  const known = (supplier: string, of: object = {}) =>
    withFirms({ kimi: { ...house, supplier, ...of }, glm: { ...house, ...api }, mute: house });
  const wrong = 'firms.kimi.supplier: expected another firm that sells tokens';
  holds([
    ['sells tokens', known('glm'), []],
    [
      'is told if it is no firm, with those that sell',
      known('gml'),
      ['firms.kimi.supplier: expected the name of a firm, got "gml"; did you mean `glm`?'],
    ],
    [
      'is told if it sells none',
      known('mute'),
      [`${wrong}, got "mute"; give firm mute an \`api\` with a price`],
    ],
    [
      'is not the firm itself, even if it sells',
      known('kimi', api),
      [`${wrong}, got "kimi"; a firm cannot supply itself`],
    ],
  ]);
});

describe('people who have or had an app', () => {
  holds([
    ['are at least as many ever as now', segment({ ever: 0.2, withApp: 0.2 }), []],
    [
      'are not fewer',
      segment({ ever: 0.1, withApp: 0.2 }),
      ['segments.core.ever: expected at least withApp, 0.2, got 0.1'],
    ],
    ['are not compared if now is uncertain', segment({ ever: 0.1, withApp: '0.2 to 0.3' }), []],
    ['are not compared if ever is uncertain', segment({ ever: '0.1 to 0.2', withApp: 0.3 }), []],
  ]);
});

describe('a firm without tiers', () => {
  const users = 'firms.kimi.users: expected no users, because the firm has no tiers';
  const track = { spread: 1, mean: 1, firmSpread: 1 };
  const wrong = (key: string, got: string) =>
    `firms.kimi.track.${key}: expected 0, because the firm has tiers and is judged by its users, got ${got}`;
  holds([
    ['has none, unlike one with tiers', withFirms({ kimi: { ...app, users: 5 } }), []],
    ['has no users', withFirms({ kimi: { ...house, users: 0 } }), []],
    ['has none at all', withFirms({ kimi: { ...house, users: 5 } }), [`${users}, got 5`]],
    [
      'has no uncertain ones',
      withFirms({ kimi: { ...house, users: '5 to 6' } }),
      [`${users}, got an uncertain number`],
    ],
    ['is judged by its track', withFirms({ kimi: { ...house, track } }), []],
    [
      'is the only one with a track',
      withFirms({ kimi: { ...app, track } }),
      [wrong('spread', '1'), wrong('mean', '1'), wrong('firmSpread', '1')],
    ],
    [
      'has no uncertain track',
      withFirms({ kimi: { ...app, track: { mean: 'normal(0, 1)' } } }),
      [wrong('mean', 'an uncertain number')],
    ],
  ]);
});

describe('apps', () => {
  const crowd = (n: number, more: object = {}) =>
    withFirms({ ...Object.fromEntries(Array.from({ length: n }, (_, k) => [`f${k}`, app])), ...more });
  const wrong = (id: string, n: number) =>
    `firms.${id}.tiers: expected at most 31 firms with tiers, got ${n}`;
  holds([
    ['may be 31 beside other firms', crowd(31, { house }), []],
    ['may not be 32; the first too many is told, with their number', crowd(33), [wrong('f31', 33)]],
    ['count their copies', crowd(29, { many: { ...app, copies: 2 } }), []],
    ['count all their copies', crowd(29, { many: { ...app, copies: 3 } }), [wrong('many', 32)]],
  ]);
});

test('a market has a firm', () => {
  expect(faultsOf(withFirms({}))).toEqual([
    'firms: expected at least one firm, got none; add `firms:` with a name for each firm',
  ]);
});

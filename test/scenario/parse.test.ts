import { describe, expect, test } from 'vitest';
import { definePolicy } from '../../sim/policies/policy.js';
import { parseScenario } from '../../sim/scenario/parse.js';
import { legal, rawMarket } from './market.js';

const mine = definePolicy({
  name: 'mine',
  about: 'Does nothing.',
  source: 'a test',
  parameters: {
    speed: { unit: 'ratio', min: 0, max: 1, about: 'How fast.' },
    rival: { kind: 'firm', about: 'Whom it watches.' },
  },
  decide: () => ({}),
});

const withPolicy = (policy: unknown) =>
  parseScenario(rawMarket({ firms: { kimi: { cash: 1, policy } } }), { policies: { './mine.js': mine } });

describe('parseScenario', () => {
  test('gives a quantity for every number, also where the scenario is silent', () => {
    const { firms, world } = legal(rawMarket());
    expect(firms.kimi.cash).toEqual({ law: { kind: 'interval', low: 5, high: 10 } });
    expect(firms.kimi.funding.seekAt).toEqual({ law: { kind: 'constant', value: 12 }, isDefault: true });
    expect(world.research.rate.isDefault).toBe(true);
  });

  test('keeps the order of the file in firms, and the plain value', () => {
    const firms = { zeta: { cash: 1, policy: 'steady' }, alpha: { cash: 2, policy: 'steady' } };
    const raw = rawMarket({ firms });
    expect(Object.keys(legal(raw).firms)).toEqual(['zeta', 'alpha']);
    expect(legal(raw).raw).toBe(raw);
  });

  test('gives a segment that a channel or firm does not name a reach and a fit of 0', () => {
    const zero = { law: { kind: 'constant', value: 0 }, isDefault: true };
    const channels = { feed: { otherSpend: 1 } };
    const scenario = legal(rawMarket({ channels }));
    expect([scenario.channels.feed.reach, scenario.firms.kimi.fit]).toEqual([{ core: zero }, { core: zero }]);
    const named = legal(rawMarket({ channels: { feed: { otherSpend: 1, reach: { core: 0.5 } } } }));
    expect(named.channels.feed.reach).toEqual({ core: { law: { kind: 'constant', value: 0.5 } } });
  });

  test('takes an arm that is just its list of changes, beside others', () => {
    const change = { month: 2, path: 'firms.kimi.fixedCost', value: 1 };
    const raw = rawMarket({
      arms: { short: [change], long: { about: 'Why?', overrides: [change, change] } },
    });
    const { arms } = legal(raw);
    expect([arms.short.overrides.length, arms.long.overrides.length, arms.long.about]).toEqual([
      1,
      2,
      'Why?',
    ]);
    expect(legal(raw).raw).toBe(raw);
    expect(Object.keys(legal(rawMarket({ arms: { short: [] } })).arms)).toEqual(['short']);
  });

  test('a rule has nothing to say of a field that has a fault of its own, or of what lies around it', () => {
    const paths = (more: Record<string, unknown>) => {
      const parsed = parseScenario(rawMarket(more));
      return 'problems' in parsed ? parsed.problems.map(({ path }) => path.join('.')) : [];
    };
    expect(paths({ firms: { kimi: 3 } })).toEqual(['firms.kimi']);
    const firms = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { cash: '1 to 2', policy: 'steady' }]));
    const pair = (a: string, b: string, rank: number) => ({
      between: [`firms.${a}.cash`, `firms.${b}.cash`],
      rank,
    });
    const impossible = [pair('a', 'b', -0.9), pair('b', 'c', -0.9), pair('a', 'c', -0.9)];
    expect(paths({ firms, correlations: impossible })).toEqual(['correlations']);
    expect(paths({ firms, correlations: [...impossible, pair('a', 'a', 2)] })).toContain(
      'correlations.3.rank',
    );
    expect(paths({ firms, correlations: [...impossible.slice(1), pair('a', 'b', -2)] })).toEqual([
      'correlations.2.rank',
    ]);
    // the stand-in of the third is .99, which cannot hold beside the others
    const beside = [pair('b', 'c', -0.9), pair('a', 'c', 0.9), pair('a', 'b', 2)];
    expect(paths({ firms, correlations: beside })).toEqual(['correlations.2.rank']);
    expect(paths({ months: 0, start: 'x' })).toEqual(['months', 'start']);
  });

  test('does not change the value it is given', () => {
    const raw = rawMarket({ months: 'x', zeta: 1 });
    const before = structuredClone(raw);
    parseScenario(raw);
    expect(raw).toEqual(before);
  });

  test('a policy module is found under its path as written, with its parameters read', () => {
    const parsed = withPolicy({ module: './mine.js', speed: '50%', rival: 'kimi' });
    expect(parsed).toMatchObject({
      scenario: {
        firms: {
          kimi: {
            policy: {
              name: './mine.js',
              definition: mine,
              parameters: { rival: 'kimi', speed: { law: { value: 0.5 } } },
            },
          },
        },
      },
    });
  });

  test('a missing required parameter and a firm that is not there are both told', () => {
    expect(withPolicy({ module: './mine.js', rival: 'kimmi' })).toEqual({
      problems: [
        {
          path: ['firms', 'kimi', 'policy', 'speed'],
          expected: 'a number from 0 to 1 (ratio)',
          received: 'nothing',
          hint: 'this field is required',
        },
        {
          path: ['firms', 'kimi', 'policy', 'rival'],
          expected: 'the name of a firm',
          received: '"kimmi"',
          hint: 'did you mean `kimi`?',
        },
      ],
    });
  });

  test('a faulty policy is told once, not again for the overrides that go through it', () => {
    const arms = { a: { overrides: [{ month: 1, path: 'firms.kimi.policy.ads', value: 1 }] } };
    const parsed = parseScenario(rawMarket({ arms, firms: { kimi: { cash: 1, policy: 'stedy' } } }));
    expect('problems' in parsed && parsed.problems).toHaveLength(1);
  });

  test('a value of the wrong kind at any top-level place gives problems, never an exception', () => {
    for (const wrong of [null, 7, 'x', true, [], {}, [[]], Number.NaN, () => 1, Symbol('x'), 10n]) {
      for (const key of Object.keys(rawMarket()))
        expect(() => parseScenario(rawMarket({ [key]: wrong }))).not.toThrow();
      expect(parseScenario(wrong)).toHaveProperty('problems');
    }
  });

  test('a value that holds itself is refused', () => {
    const raw = rawMarket();
    raw.firms = raw;
    expect(parseScenario(raw)).toHaveProperty('problems');
  });

  test('__proto__ in JSON is refused and reaches no prototype', () => {
    const raw = JSON.parse(
      '{"__proto__": {"polluted": 1}, "firms": {"constructor": {"prototype": {"polluted": 1}}}}',
    );
    const parsed = parseScenario(raw);
    const paths = 'problems' in parsed ? parsed.problems.map(({ path }) => path.join('.')) : [];
    expect(paths).toContain('__proto__');
    expect(paths).toContain('firms.constructor');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { type Scenario, simulate } from '../../sim/index.js';
import { type Card, readCard } from '../../src/source/card.js';
import { aloneFilled } from '../../src/source/card-alone.js';
import type { CardShelf } from '../../src/source/firm-cards.js';
import { parseSource } from '../../src/source/parse-source.js';
import { formatProblem } from '../../src/source/place.js';

const CARD = `card: kimi
currency: CNY
exchangeRate: 7.1 [A] CNY per USD
asOf: 2024-01
sources:
  s2: 'Article S2, line by line'
firm:
  name: Kimi
  cash: 71 M to 142 M [S s2:7] two numbers
  fixedCost: 7.1 M [C s2:9] a sum
  quality: 2 [A] a guess
  tiers:
    - name: Free
    - price: 14.2 [A] a guess
      quota: 2 [A] a guess
  funding:
    shift: 1 [A] a guess
    seekAt: 9 [A] a guess
  policy:
    name: blitzscale
    base: 0 [A] nothing
    cap: 71 M [A] a guess
`;

const shelf = (card = CARD): CardShelf => ({
  cards: { kimi: { file: 'firms/kimi.yaml', bytes: card } },
  names: ['kimi'],
});

/** A scenario in yuan of January 2024 with this firm, a line each. */
function text(firm: readonly string[], head = ''): string {
  return `title: One
question: What is kept?
currency: CNY
start: 2024-01
months: 2
people: 1 M
agents: 100
${head}world:
  exchangeRate: 7.1
  inferenceCost: {start: 1}
segments: {all: {}}
firms:
  kimi:
${firm.map((line) => `    ${line}`).join('\n')}
`;
}

const USD = (firm: readonly string[]) =>
  text(firm).replace('currency: CNY', 'currency: USD').replace('  exchangeRate: 7.1\n', '');

function scenarioOf(scenario: string, sets: string[] = [], cards = shelf()): Scenario {
  const parsed = parseSource({ text: scenario, file: 'm.yaml', sets, shelf: cards });
  if ('problems' in parsed) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.scenario;
}

function rawFirm(scenario: Scenario): Record<string, unknown> {
  return (scenario.raw as { firms: { kimi: Record<string, unknown> } }).firms.kimi;
}

describe('a firm on a card', () => {
  test('has the fields of the card, and those that the scenario gives instead', () => {
    const { firms } = scenarioOf(text(['firm: kimi', 'cash: 2 B [A] what if', 'funding: {shift: -1}']));
    expect(firms.kimi.cash).toMatchObject({ law: { value: 2e9 }, note: 'what if' });
    expect(firms.kimi.fixedCost).toMatchObject({ law: { value: 7.1e6 }, tag: 'C', source: 's2:9' });
    expect(firms.kimi.funding.shift.law).toEqual({ kind: 'constant', value: -1 });
    expect(firms.kimi.funding.seekAt.law).toEqual({ kind: 'constant', value: 9 });
  });

  test('takes a list of the scenario as a whole', () => {
    const { firms } = scenarioOf(text(['firm: kimi', 'tiers: [{price: 5}]']));
    expect(firms.kimi.tiers).toHaveLength(1);
    expect(firms.kimi.tiers[0].price.law).toEqual({ kind: 'constant', value: 5 });
    expect(firms.kimi.tiers[0].quota.isDefault).toBe(true);
  });

  test.each([
    ['parameters alone change the policy of the card', '{cap: 5 M}', 'blitzscale', 5e6],
    ['the same name with parameters does so too', '{name: blitzscale, cap: 5 M}', 'blitzscale', 5e6],
    ['a name alone replaces it with its parameters', 'blitzscale', 'blitzscale', 1e13],
    ['another policy replaces it', '{name: adFollower, base: 1 M}', 'adFollower', 1e13],
  ])('%s', (_, policy, name, cap) => {
    const { firms } = scenarioOf(text(['firm: kimi', `policy: ${policy}`]));
    expect(firms.kimi.policy.name).toBe(name);
    expect(firms.kimi.policy.parameters.cap).toMatchObject({ law: { value: cap } });
  });

  test('is changed by --set like any other, with its card as it was', () => {
    const sets = ['firms.kimi.funding.shift=3', 'firms.kimi.policy.cap=6 M', 'firms.kimi.tiers.1.price=20'];
    const { firms } = scenarioOf(`${text(['firm: kimi'])}  twin:\n    firm: kimi\n`, sets);
    expect(firms.kimi.funding.shift.law).toEqual({ kind: 'constant', value: 3 });
    expect(firms.kimi.policy.parameters.cap).toMatchObject({ law: { value: 6e6 } });
    expect(firms.kimi.tiers[1].price.law).toEqual({ kind: 'constant', value: 20 });
    expect(firms.twin.funding.shift.law).toEqual({ kind: 'constant', value: 1 });
    expect(firms.twin.tiers[1].price.law).toEqual({ kind: 'constant', value: 14.2 });
  });

  test('leaves a plain scenario that needs no card and lives the same world', () => {
    const scenario = scenarioOf(text(['firm: kimi']));
    expect(rawFirm(scenario)).not.toHaveProperty('firm');
    const again = parseSource({ text: JSON.stringify(scenario.raw), file: 'scenario.json' });
    if (!('scenario' in again)) throw new Error('not legal');
    expect(again.scenario.raw).toEqual(scenario.raw);
    expect(simulate(again.scenario, '1', 0).months).toEqual(simulate(scenario, '1', 0).months);
  });
});

test('copies of a firm on a card are all as the card says', () => {
  const { firms } = scenarioOf(text(['firm: kimi', 'copies: 2']));
  expect(Object.keys(firms)).toEqual(['kimi-1', 'kimi-2']);
  expect(firms['kimi-2'].fixedCost).toMatchObject({ law: { value: 7.1e6 }, tag: 'C', source: 's2:9' });
});

describe('the money of a card', () => {
  test('is converted where the currencies differ, and nothing else is: 71 M CNY at 7.1 are 10 M USD', () => {
    const { firms } = scenarioOf(USD(['firm: kimi']));
    const { cash, fixedCost, quality, tiers, policy } = firms.kimi;
    expect(cash).toMatchObject({ tag: 'S', source: 's2:7' });
    expect(cash.note).toBe('71 M to 142 M CNY at 7.1 to 1 USD; two numbers');
    const { low, high } = cash.law as { low: number; high: number };
    expect([low, high]).toEqual([expect.closeTo(1e7, 3), expect.closeTo(2e7, 3)]);
    expect((fixedCost.law as { value: number }).value).toBeCloseTo(1e6, 6);
    expect(quality.law).toEqual({ kind: 'constant', value: 2 });
    expect((tiers[1].price.law as { value: number }).value).toBeCloseTo(2, 12);
    expect(tiers[1].quota.law).toEqual({ kind: 'constant', value: 2 });
    expect(policy.parameters.cap).toMatchObject({ law: { value: expect.closeTo(1e7, 3) } });
  });

  test('of the scenario stays as it is', () => {
    const { firms } = scenarioOf(USD(['firm: kimi', 'cash: 5 M', 'policy: {cap: 3 M}']));
    expect(firms.kimi.cash.law).toEqual({ kind: 'constant', value: 5e6 });
    expect(firms.kimi.policy.parameters.cap).toMatchObject({ law: { value: 3e6 } });
  });

  test('needs no rate where the scenario gives all of it', () => {
    const firm = ['firm: kimi', 'cash: 5 M', 'fixedCost: 1 M', 'tiers: [{price: 2}]', 'policy: steady'];
    const euros = text(firm).replace('currency: CNY', 'currency: EUR').replace('  exchangeRate: 7.1\n', '');
    expect(scenarioOf(euros).firms.kimi.quality.law).toEqual({ kind: 'constant', value: 2 });
  });

  test('goes from USD to CNY at the rate of the scenario, also one that is set by hand', () => {
    const dollars = shelf(CARD.replace('CNY\nexchangeRate: 7.1 [A] CNY per USD', 'USD'));
    const cash = (sets: string[]) => scenarioOf(text(['firm: kimi']), sets, dollars).firms.kimi.fixedCost.law;
    expect((cash([]) as { value: number }).value).toBeCloseTo(7.1 * 7.1e6, 3);
    expect((cash(['world.exchangeRate=10']) as { value: number }).value).toBeCloseTo(7.1e7, 3);
  });
});

describe('the sources of a card', () => {
  test('come into the scenario under their own keys', () => {
    expect(scenarioOf(text(['firm: kimi'])).sources).toEqual({ s2: 'Article S2, line by line' });
  });

  test('take the name of the card before them where the key means something else', () => {
    const scenario = scenarioOf(text(['firm: kimi'], 'sources: {s2: A second series}\n'));
    expect(scenario.sources).toEqual({ s2: 'A second series', 'kimi-s2': 'Article S2, line by line' });
    expect(scenario.firms.kimi.cash.source).toBe('kimi-s2:7');
  });

  test('of two cards stay apart', () => {
    const other = CARD.replace('card: kimi', 'card: other').replace('line by line', 'another');
    const cards = { ...shelf().cards, other: { file: 'firms/other.yaml', bytes: other } };
    const both = `${text(['firm: kimi'])}  other:\n    firm: other\n`;
    const scenario = scenarioOf(both, [], { cards, names: [] });
    expect(scenario.sources).toEqual({ s2: 'Article S2, line by line', 'other-s2': 'Article S2, another' });
    expect(scenario.firms.kimi.cash.source).toBe('s2:7');
    expect(scenario.firms.other.cash.source).toBe('other-s2:7');
  });

  test('are one where both mean the same', () => {
    const scenario = scenarioOf(text(['firm: kimi'], "sources: {s2: 'Article S2, line by line'}\n"));
    expect(Object.keys(scenario.sources)).toEqual(['s2']);
  });

  test('let a sourced scenario stand on a card', () => {
    const sourced = text(['firm: kimi'], 'sourced: true\n')
      .replace('people: 1 M', 'people: 1 M [A] any')
      .replace('exchangeRate: 7.1', 'exchangeRate: 7.1 [A] any')
      .replace('{start: 1}', '{start: "1 [A] any"}');
    expect(scenarioOf(sourced).sourced).toBe(true);
  });
});

describe('a card that leaves out cash, policy and a rival to follow', () => {
  const partial = `card: half
currency: USD
asOf: 2024-01
firm:
  quality: 1 [A] a guess
  parent: {stopHazard: "0.1 [A] a guess"}
`;

  test('is legal, and can be read by itself', () => {
    const { card, problems } = readCard({ file: 'half.yaml', bytes: partial });
    expect(problems).toEqual([]);
    const { scenario } = aloneFilled(card as Card);
    expect(scenario.firms.half.parent?.stopHazard.law).toEqual({ kind: 'constant', value: 0.1 });
  });
});

import { describe, expect, it } from 'vitest';
import { readFactors } from '../../../src/experiment/study/factor.js';
import { playersOf } from '../../../src/experiment/study/objective.js';
import { pricingStudy } from './pricing-market.js';

const SELLER = { value: 2, cost: 1, price: 4 };
const { study } = await pricingStudy([SELLER, SELLER], { sensitivity: 1, range: '1 to 6', replicates: 2 });
const { scenario } = study;

function players(
  written: Readonly<Record<string, unknown>>,
  given: { firms?: string[]; maximise?: string } = {},
) {
  const { factors } = readFactors(written, scenario);
  return playersOf(scenario, { firms: [], ...given, factors });
}

const [FIRST, SECOND] = [0, 1].map((k) => ({ [`firms.app${k}.tiers.0.price`]: '1 to 6' }));

describe('who chooses', () => {
  it('is every firm that a factor belongs to, each for its own cash at the end', () => {
    const { players: found, problems } = players({ ...FIRST, ...SECOND });
    expect(problems).toEqual([]);
    expect(found.map(({ firm, objective }) => [firm, objective.text])).toEqual([
      ['app0', 'mean(cash("app0", months))'],
      ['app1', 'mean(cash("app1", months))'],
    ]);
  });

  it('wants the formula in which {firm} is itself', () => {
    const { players: found } = players({ ...FIRST, ...SECOND }, { maximise: 'mean(users({firm}, 1))' });
    expect(found.map(({ objective }) => objective.text)).toEqual([
      'mean(users("app0", 1))',
      'mean(users("app1", 1))',
    ]);
  });

  it('may not choose fields of the market or of firms that do not choose', () => {
    const { problems } = players(
      { ...FIRST, ...SECOND, 'world.exchangeRate': '5 to 9' },
      { firms: ['app1'] },
    );
    expect(problems).toEqual([
      {
        path: ['factors', 'firms.app0.tiers.0.price'],
        expected: 'a field of app1',
        received: '"firms.app0.tiers.0.price"',
      },
      {
        path: ['factors', 'world.exchangeRate'],
        expected: 'a field of app1',
        received: '"world.exchangeRate"',
      },
    ]);
  });

  it('needs something to choose, and a formula that can be measured', () => {
    expect(players(FIRST, { firms: ['app0', 'app1'] }).problems).toEqual([
      { path: ['firms', 1], expected: 'a factor below firms.app1', received: 'none' },
    ]);
    expect(players(FIRST, { maximise: 'mean(cash({firm}, 2))' }).problems).toMatchObject([
      { path: ['maximise'], expected: 'a month from 1 to 1' },
    ]);
  });
});

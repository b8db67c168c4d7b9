import { describe, expect, test } from 'vitest';
import { MARKET_COLUMNS, MONTH_COLUMNS, type Outcome, type Scenario, STATUS } from '../../sim/index.js';
import { evaluateChecks } from '../../src/experiment/checks.js';
import { parseFormula } from '../../src/experiment/formula.js';
import { armsOf, checkFormulas } from '../../src/experiment/formula-check.js';
import { measureAll } from '../../src/experiment/measure-batch.js';
import { parseTarget } from '../../src/experiment/target.js';
import { legal, rawMarket } from '../scenario/market.js';
import { firmOutcome } from './firm-outcome.js';

const FIRMS = ['kimi', '01ai', 'zeta'];
const T = 3;

const scenario: Scenario = legal(
  rawMarket({
    months: T,
    channels: { feed: { otherSpend: 1 } },
    firms: Object.fromEntries(
      FIRMS.map((id, i) => [id, { cash: 1, policy: i === 2 ? 'freemium' : 'steady', tiers: [{}] }]),
    ),
    arms: { quiet: {}, loud: {} },
  }),
);

/** Users of firm f in month m of world r: 100 (f + 1) m + 10 r; advertising paid f + m, 42 of financing; firm 0 dies in even worlds in month 2. */
function world(replicate: number, more: { users?: number } = {}): Outcome {
  const dies = (firm: number) => firm === 0 && replicate % 2 === 0;
  const months = new Float64Array(T * FIRMS.length * MONTH_COLUMNS.length);
  const market = new Float64Array(T * (MARKET_COLUMNS.length + 1));
  for (let month = 1; month <= T; month++) {
    for (let firm = 0; firm < FIRMS.length; firm++) {
      const at = ((month - 1) * FIRMS.length + firm) * MONTH_COLUMNS.length;
      const put = (name: (typeof MONTH_COLUMNS)[number], value: number) => {
        months[at + MONTH_COLUMNS.indexOf(name)] = value;
      };
      put('users', 100 * (firm + 1) * month + 10 * replicate + (more.users ?? 0));
      put('advertising', -(firm + month));
      put('rounds', 40);
      put('parent', 2);
      put('price', 5);
      put('status', STATUS.indexOf(dies(firm) && month >= 2 ? 'cash-out' : 'alive'));
    }
    const row = (month - 1) * (MARKET_COLUMNS.length + 1);
    market[row] = 1000 * month;
    market[row + MARKET_COLUMNS.length] = 1 + month / 10;
  }
  const origins = new Float64Array(16);
  origins.set([5, 5, 5, 5, 100, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 300]);
  const firms = FIRMS.map((firm, f) =>
    firmOutcome(firm, dies(f) ? { outcome: 'cash-out', exitMonth: 2 } : {}),
  );
  return { replicate, firms, months, market, moves: new Float64Array(16), origins };
}

/** Worlds 0, 1, 2; in the arm world 1 failed and everybody has 100 users more. */
const batch = {
  outcomes: (point: string): Outcome[] =>
    point === 'base'
      ? [0, 1, 2].map((r) => world(r))
      : point === 'quiet'
        ? [0, 2].map((r) => world(r, { users: 100 }))
        : [],
};

const found = (text: string) => measureAll([parseFormula(text, scenario)], batch)[0].found;

describe('formulas over the fake worlds, by hand', () => {
  test.each([
    ['1.4625 / 25.075', 1.4625 / 25.075],
    ['-2 * (3 - 1)', -4],
    ['abs(min(-3, 2)) + max(1, 2) + sqrt(16) + ln(1)', 9],
    ['pow(0.5, 3)', 0.125],
    // users of kimi in month 1: 100, 110, 120
    ['median(users(kimi, 1))', 110],
    ['mean(users(kimi, 1))', 110],
    ['sd(users(kimi, 1))', 10],
    ['lowest(users(kimi, 1))', 100],
    ['highest(users(kimi, 1))', 120],
    ['quantile(users(kimi, 1), 0.25)', 105],
    ['median(users("01ai", 3) / users("01ai", 1))', 610 / 210],
    ['median(users(all, 1))', 100 + 200 + 300 + 30],
    ['median(sumUsers(1))', 630],
    ['median(users(firms(kimi, zeta), 1))', 420],
    ['median(users(policy(freemium), 1))', 310],
    ['median(shareOf(kimi, 2))', 210 / 2000],
    ['median(people(3) / people(0))', 3000 / 600],
    ['share(rank(zeta, 3) == 1 && rank(kimi, 3) == 3)', 1],
    ['share(users(kimi, 1) > 100)', 2 / 3],
    ['share(!cashOut(kimi))', 1 / 3],
    ['share(cashOut(all))', 2 / 3],
    ['mean(alive(all))', (2 + 3 + 2) / 3],
    ['share(aliveAt(kimi, 2))', 1 / 3],
    ['share(aliveAt(kimi, 1))', 1],
    ['median(life(kimi))', 2],
    ['highest(exitMonth(kimi))', Number.POSITIVE_INFINITY],
    ['share(exitMonth(kimi) <= 2)', 2 / 3],
    // advertising of kimi 1 + 2 + 3, of 01ai 2 + 3 + 4, of zeta 3 + 4 + 5
    ['median(spend(all, 1, months))', 6 + 9 + 12],
    ['median(spend(kimi, 1, 2) + spend(kimi, 3, 3) / 2)', 4.5],
    ['median(total(advertising, kimi, 2, 3))', -5],
    // all lines but rounds, listing and parent: only advertising has entries among them
    ['median(earned(all, 1, months))', -27],
    ['median(value(price, kimi, 3))', 5],
    ['median(priceIndex(feed, 2))', 1.2],
  ])('%s', (text, expected) => {
    expect(found(text)).toBeCloseTo(expected, 12);
  });

  test('the top share of a lognormal law is the published one', () => {
    // Phi(2 - 2.3263) and Phi(2 - 1.2816)
    expect(found('topShare(0.01, 2)')).toBeCloseTo(0.3721, 4);
    expect(found('topShare(0.1, 2)')).toBeCloseTo(0.7638, 4);
  });

  test('an arm inside a gatherer pairs the same replicate; a world that failed in either is left out', () => {
    // worlds 0 and 2: (200 - 100) and (220 - 120)
    expect(found('mean(arm(quiet, users(kimi, 1)) - users(kimi, 1))')).toBe(100);
    expect(found('mean(arm(quiet, users(kimi, 1)) / users(kimi, 1))')).toBeCloseTo((2 + 220 / 120) / 2, 12);
  });

  test('an arm outside is the batch of the arm', () => {
    expect(found('arm(quiet, mean(users(kimi, 1))) - mean(users(kimi, 1))')).toBe(210 - 110);
  });

  test('worlds where a number is undefined are left out, and false for share', () => {
    expect(found('mean(users(kimi, 1) / (users(kimi, 1) - 100) * (users(kimi, 1) > 100))')).toBeCloseTo(
      (11 + 6) / 2,
      12,
    );
    expect(found('share((users(kimi, 1) - 100) / (users(kimi, 1) - 100))')).toBeCloseTo(2 / 3, 12);
  });

  test('what needs an arm that was not run is not a number', () => {
    expect(found('median(arm(loud, users(kimi, 1)))')).toBeNaN();
  });
});

describe('targets', () => {
  test.each([
    ['2.3 to 4.5', [2.3, 4.5], [2.29, 4.51]],
    ['>= .9', [0.9, 1], [0.89]],
    ['> 1', [1.1], [1]],
    ['<= 10', [10, -5], [10.1]],
    ['< 3', [2.9], [3]],
    ['= 40', [40, 40 * (1 + 9e-10)], [40.0001]],
    ['= 40 +- 0.5', [39.5, 40.5], [39.4, 40.6]],
    ['= 5% ± 1%', [0.04, 0.06], [0.07]],
    ['.9 B to 2.1 B', [1.5e9], [2.2e9]],
  ])('%s', (text, accepted, refused) => {
    const target = parseTarget(text);
    expect(accepted.map((value) => target.accepts(value))).toEqual(accepted.map(() => true));
    expect(refused.map((value) => target.accepts(value))).toEqual(refused.map(() => false));
  });
});

describe('checks', () => {
  const check = (measure: string, target: string) => ({
    id: measure,
    kind: 'behaviour' as const,
    about: 'x',
    source: 'y',
    measure,
    target,
  });
  const judge = (measure: string, target: string) =>
    evaluateChecks({ ...scenario, checks: [check(measure, target)] }, batch)[0];

  test('pass and fail by the target', () => {
    expect(judge('median(users(kimi, 1))', '100 to 120')).toMatchObject({
      found: 110,
      verdict: 'pass',
      pass: true,
    });
    expect(judge('median(users(kimi, 1))', '> 110')).toMatchObject({
      found: 110,
      verdict: 'fail',
      pass: false,
    });
  });

  // Wilson interval of 2 of 3 at 95 %: .2077 to .9385 (R: prop.test(2, 3, correct = FALSE))
  test('a share is open while its interval holds the threshold', () => {
    expect(judge('share(cashOut(kimi))', '>= 0.9')).toMatchObject({ verdict: 'open', pass: false });
    expect(judge('share(cashOut(kimi))', '>= 0.95')).toMatchObject({ verdict: 'fail' });
    expect(judge('share(cashOut(kimi))', '>= 0.2')).toMatchObject({ verdict: 'pass' });
    const { low, high } = judge('share(cashOut(kimi))', '>= 0.9');
    expect(low).toBeCloseTo(0.2077, 4);
    expect(high).toBeCloseTo(0.9385, 4);
  });

  test('the interval of a share of an arm counts the worlds of the arm', () => {
    const { low, high } = judge('arm(quiet, share(cashOut(kimi)))', '>= 0.5');
    expect(high).toBe(1);
    expect(low).toBeCloseTo(0.3424, 4);
  });

  test('a share with = is judged by its estimate, a difference of shares too', () => {
    expect(judge('share(alive(zeta))', '= 1')).toMatchObject({ verdict: 'pass' });
    expect(judge('share(alive(zeta)) - share(alive(kimi))', '>= 0.5')).toMatchObject({ verdict: 'pass' });
  });

  test('a check whose arm was not run is open and found nothing', () => {
    expect(judge('median(arm(loud, users(kimi, 1)))', '> 0')).toMatchObject({
      found: null,
      verdict: 'open',
      pass: false,
    });
  });

  test('the arms of the checks are listed once, in scenario order', () => {
    const checks = [
      check('median(arm(loud, users(kimi, 1)))', '> 0'),
      check('arm(quiet, share(alive(kimi)))', '> 0'),
    ];
    expect(armsOf({ ...scenario, checks })).toEqual(['quiet', 'loud']);
  });

  test('faults stand at the measure or the target of their check', () => {
    const checks = [check('median(users(kimi, 1))', '> 0'), check('median(uzers(kimi, 1))', 'some')];
    expect(checkFormulas({ ...scenario, checks }).map(({ path }) => path.join('.'))).toEqual([
      'checks.1.measure',
      'checks.1.target',
    ]);
  });
});

test.each([
  'constructor(1)',
  'median(toString(kimi, 1))',
  'median(users(__proto__, 1))',
  'this',
  'true',
  '"x"',
  '[1]',
  'a.b',
  '1; 2',
  '1 ? 2 : 3',
  'median(users)(1)',
  'median()',
  'median(1)',
  'quantile(users(kimi, 1), 2)',
  '~1',
  '1 | 2',
  '2 ** 3',
  `${'('.repeat(900)}1`,
  'x'.repeat(2000),
  '',
])('the formula %s is refused as a fault, not an exception', (measure) => {
  const checks = [{ id: 'a', kind: 'behaviour' as const, about: 'x', source: 'y', measure, target: '> 0' }];
  expect(checkFormulas({ ...scenario, checks })).toHaveLength(1);
});

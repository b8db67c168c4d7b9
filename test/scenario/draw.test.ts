import { describe, expect, test } from 'vitest';
import { normalDistribution } from '../../sim/core/distributions.js';
import { keyOf, makeLuck, uniform } from '../../sim/core/draws.js';
import { STREAM } from '../../sim/core/streams.js';
import { cholesky, copulaOf, pearsonOf, smallSine } from '../../sim/scenario/correlation.js';
import { applyOverride, drawScenario, pathHash } from '../../sim/scenario/draw.js';
import { quantileOf } from '../../sim/scenario/laws.js';
import { compileOverrides, drawOverrides } from '../../sim/scenario/overrides.js';
import { legal, rawMarket } from './market.js';

describe('laws', () => {
  test('`5 to 10` has its ends as 5 % and 95 % quantiles and its geometric mean as median', () => {
    const law = { kind: 'interval', low: 5, high: 10 } as const;
    expect(quantileOf(law, 0.05)).toBeCloseTo(5, 12);
    expect(quantileOf(law, 0.95)).toBeCloseTo(10, 12);
    expect(quantileOf(law, 0.5)).toBeCloseTo(7.0710678118654755, 12);
  });

  test('`-5 to 10` is normal: its median is the middle, 2.5', () => {
    const law = { kind: 'interval', low: -5, high: 10 } as const;
    expect(quantileOf(law, 0.05)).toBeCloseTo(-5, 12);
    expect(quantileOf(law, 0.95)).toBeCloseTo(10, 12);
    expect(quantileOf(law, 0.5)).toBeCloseTo(2.5, 12);
  });

  test('named laws have the quantiles of the textbook (by hand: qnorm(.975) = 1.959964, triangular by its areas)', () => {
    expect(quantileOf({ kind: 'normal', mean: 10, sd: 2 }, 0.975)).toBeCloseTo(
      10 + 2 * 1.959963984540054,
      10,
    );
    expect(quantileOf({ kind: 'lognormal', median: 3, sigma: 0 }, 0.9)).toBe(3);
    expect(quantileOf({ kind: 'uniform', low: 2, high: 6 }, 0.25)).toBe(3);
    // triangular(0, 1, 4): F(1) = 1/4; below, x = sqrt(4 u); above, x = 4 - sqrt(12 (1 - u))
    const law = { kind: 'triangular', low: 0, mode: 1, high: 4 } as const;
    expect(quantileOf(law, 0.16)).toBeCloseTo(0.8, 12);
    expect(quantileOf(law, 0.25)).toBeCloseTo(1, 12);
    expect(quantileOf(law, 0.97)).toBeCloseTo(3.4, 12);
  });

  test('the normal distribution function agrees with R pnorm to 1e-14', () => {
    expect(normalDistribution(0)).toBeCloseTo(0.5, 14);
    expect(normalDistribution(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalDistribution(-1.96)).toBeCloseTo(0.024997895148220435, 14);
    expect(normalDistribution(3)).toBeCloseTo(0.9986501019683699, 14);
    expect(normalDistribution(-8) / 6.22096057427178e-16).toBeCloseTo(1, 6);
  });
});

describe('correlation', () => {
  test('sin by its series equals Math.sin within the range of the copula', () => {
    for (let x = -0.53; x < 0.53; x += 0.01) expect(smallSine(x)).toBeCloseTo(Math.sin(x), 15);
  });

  test('a rank correlation of .5 needs a Pearson correlation of 2 sin(pi/12) = .517638', () => {
    expect(pearsonOf(0.5)).toBeCloseTo(0.5176380902050415, 14);
  });

  test('the triangle of [[4, 2], [2, 5]] is [[2, 0], [1, 2]]; a matrix that is not positive definite has none', () => {
    expect(
      cholesky([
        [4, 2],
        [2, 5],
      ]),
    ).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect(
      cholesky([
        [1, 1.1],
        [1.1, 1],
      ]),
    ).toBeUndefined();
    expect(copulaOf([])).toEqual({ paths: [], lower: [] });
  });
});

const correlated = (rank: number) =>
  legal(
    rawMarket({
      world: { inferenceCost: { start: '1 to 4' } },
      correlations: [{ between: ['firms.kimi.cash', 'world.inferenceCost.start'], rank }],
    }),
  );

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => [value, i]).sort((a, b) => a[0] - b[0]);
  const rank = new Array<number>(values.length);
  for (const [position, [, i]] of order.entries()) rank[i] = position;
  return rank;
}

function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const n = a.length;
  const squares = x.reduce((sum, rank, i) => sum + (rank - y[i]) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

const luckOf = (replicate: number) => {
  const key = keyOf(makeLuck('draw-test', replicate), STREAM.parameters, 0);
  return (hash: number) => uniform(key, hash);
};

describe('drawScenario', () => {
  test('the path hash is 32-bit FNV-1a (published: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968)', () => {
    expect(pathHash('')).toBe(0x811c9dc5);
    expect(pathHash('a')).toBe(0xe40c292c);
    expect(pathHash('foobar')).toBe(0xbf9cf968);
  });

  test('constants stay, uncertain numbers take the quantile of their own uniform', () => {
    const drawn = drawScenario(legal(rawMarket()), (hash) =>
      hash === pathHash('firms.kimi.cash') ? 0.05 : 0.5,
    );
    expect(drawn.firms.kimi.cash).toBeCloseTo(5, 12);
    expect(drawn.firms.kimi.tiers[0].price).toBe(9);
    expect(drawn.firms.kimi.policy.parameters).toEqual({ ads: 0 });
    expect(drawn.firms.kimi.fit).toEqual({ core: 0 });
    expect(drawn.months).toBe(12);
  });

  test('another uncertain field shifts no draw of the first', () => {
    const more = legal(rawMarket({ world: { inferenceCost: { start: '1 to 4' } } }));
    expect(drawScenario(more, luckOf(3)).firms.kimi.cash).toBe(
      drawScenario(legal(rawMarket()), luckOf(3)).firms.kimi.cash,
    );
  });

  test('a draw outside the range of its field is held at the end of the range', () => {
    const scenario = legal(rawMarket({ segments: { core: { share: 1, review: '0.1 to 0.9' } } }));
    expect(drawScenario(scenario, () => 0.9999).segments.core.review).toBe(1);
  });

  test('uncertain shares are divided by their sum, and ever is at least withApp', () => {
    const segments = {
      a: { share: '0.2 to 0.4', withApp: 0.5, ever: '0.1 to 0.6' },
      b: { share: '0.5 to 0.9' },
    };
    const drawn = drawScenario(legal(rawMarket({ segments })), luckOf(1));
    expect(drawn.segments.a.share + drawn.segments.b.share).toBeCloseTo(1, 14);
    expect(drawn.segments.a.ever).toBeGreaterThanOrEqual(0.5);
  });

  // Fisher's z of Spearman's coefficient has sd 1.03 / sqrt(n - 3); limit 4 sd: false alarm 6e-5 each.
  test.each([0.7, -0.4])('a rank correlation of %f is met by 4,000 replicates (false alarm 6e-5)', (rank) => {
    const scenario = correlated(rank);
    const drawn = Array.from({ length: 4000 }, (_, replicate) => drawScenario(scenario, luckOf(replicate)));
    const found = spearman(
      drawn.map((world) => world.firms.kimi.cash),
      drawn.map((world) => world.world.inferenceCost.start),
    );
    const distance = Math.abs(Math.atanh(found) - Math.atanh(rank));
    expect(distance).toBeLessThan((4 * 1.03) / Math.sqrt(3997));
  });

  // Shares below the ends are binomial(4000, .05): sd 13.8; limit 4 sd: false alarm 6e-5 each.
  test('a correlated field keeps its own law: 5 % of the draws lie below each lower end (false alarm 6e-5)', () => {
    const scenario = correlated(0.7);
    const drawn = Array.from({ length: 4000 }, (_, replicate) => drawScenario(scenario, luckOf(replicate)));
    const below = drawn.filter((world) => world.world.inferenceCost.start < 1).length;
    expect(Math.abs(below - 200)).toBeLessThan(4 * 13.8);
  });
});

describe('overrides', () => {
  const scenario = legal(
    rawMarket({
      arms: {
        late: {
          overrides: [
            { month: 7, path: 'firms.kimi.policy.ads', value: '1 k' },
            { month: 3, path: 'firms.kimi.tiers.0.price', value: '5 to 10' },
          ],
        },
      },
    }),
  );

  test('come in order of their months and change numbers, list entries and parameters in place', () => {
    const drawn = drawScenario(scenario, luckOf(0));
    const changes = drawOverrides(
      compileOverrides(scenario, scenario.arms.late.overrides),
      scenario,
      () => 0.95,
    );
    expect(changes.map(({ month, path }) => [month, path.join('.')])).toEqual([
      [3, 'firms.kimi.tiers.0.price'],
      [7, 'firms.kimi.policy.ads'],
    ]);
    for (const { path, value } of changes) applyOverride(drawn, path, value);
    expect(drawn.firms.kimi.tiers[0].price).toBeCloseTo(10, 12);
    expect(drawn.firms.kimi.policy.parameters.ads).toBe(1000);
  });

  test('an uncertain value takes the uniform of its field, so an arm meets the luck of the base', () => {
    const asked: number[] = [];
    drawOverrides(compileOverrides(scenario, scenario.arms.late.overrides), scenario, (hash) => {
      asked.push(hash);
      return 0.5;
    });
    expect(asked).toEqual([pathHash('firms.kimi.tiers.0.price')]);
  });
});

import { describe, expect, test } from 'vitest';
import { logisticRegression } from '../../src/statistics/logistic-regression.js';

describe('logistic regression', () => {
  test('of a 2 x 2 table gives the log odds and the log odds ratio, with the textbook errors', () => {
    // 3 of 10 without, 6 of 8 with: b0 = ln(3/7), b1 = ln(6/2) - ln(3/7); variances 1/3 + 1/7, and + 1/6 + 1/2
    const rows = [...Array(10).fill([0]), ...Array(8).fill([1])];
    const hits = [0, 1].flatMap((x) => Array.from({ length: x ? 8 : 10 }, (_, k) => k < (x ? 6 : 3)));
    const fit = logisticRegression(rows, hits);
    expect(fit?.coefficients[0]).toBeCloseTo(Math.log(3 / 7), 10);
    expect(fit?.coefficients[1]).toBeCloseTo(Math.log(3) - Math.log(3 / 7), 10);
    expect(fit?.errors[0]).toBeCloseTo(Math.sqrt(1 / 3 + 1 / 7), 10);
    expect(fit?.errors[1]).toBeCloseTo(Math.sqrt(1 / 3 + 1 / 7 + 1 / 6 + 1 / 2), 10);
  });

  test("of the shuttle's O-rings on temperature is that of R's glm (data: Dalal, Fowlkes & Hoadley 1989)", () => {
    const degrees = [
      66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58,
    ];
    const damaged = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];
    const fit = logisticRegression(
      degrees.map((t) => [t]),
      damaged.map((hit) => hit === 1),
    );
    // published: 15.0429 (7.3786) and -0.2322 (0.1082)
    expect(fit?.coefficients[0]).toBeCloseTo(15.0429, 4);
    expect(fit?.coefficients[1]).toBeCloseTo(-0.2322, 4);
    expect(fit?.errors[0]).toBeCloseTo(7.3786, 3);
    expect(fit?.errors[1]).toBeCloseTo(0.1082, 4);
  });

  test('has no answer without cases, with collinear columns, or where the inputs part the outcomes', () => {
    expect(logisticRegression([], [])).toBeNull();
    expect(
      logisticRegression(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [true, false, true],
      ),
    ).toBeNull();
    expect(logisticRegression([[0], [0], [1], [1]], [false, false, true, true])).toBeNull();
    expect(() => logisticRegression([[0]], [])).toThrow('1 rows, 0 outcomes');
  });
});

/** What `afterburn calibrate` tells of fits that are made by hand: every number below is worked out from the fit. */
import { describe, expect, it } from 'vitest';
import type { Fit } from '../../src/cli/calibration-rows.js';
import { fitJson, fitText, flattestText, verdictText } from '../../src/cli/calibration-text.js';
import { overlayText } from '../../src/cli/overlay-text.js';
import type { Aim } from '../../src/experiment/calibration/aims.js';
import type { CalibrationResult } from '../../src/experiment/calibration/calibrate.js';
import type { Information } from '../../src/experiment/calibration/information.js';
import type { Parameter } from '../../src/experiment/calibration/parameters.js';

function parameter(paths: string[], high: number, start: number): Parameter {
  const spec = { whole: false } as Parameter['spec'];
  return { paths, low: 0, high, scale: 'linear', spec, start };
}

const quality = parameter(['firms.月之暗面.quality'], 10, 4);
const innovation = parameter(['segments.a.innovation', 'segments.b.innovation'], 1, 0.5);

function aim(measure: string, value: number, fit = true): Aim {
  return { measure, value, sd: 5, source: 'a report', fit, formula: {} as Aim['formula'] };
}

const search = { best: { point: [0.25, 0], loss: 1 }, evaluations: 60, restarts: 0, complete: true };

/** Quality 2.5 in 0..10, innovation at its low end; targets and what was found are given. */
function fitOf(aims: Aim[], found: number[], more: Partial<CalibrationResult> = {}): Fit {
  const measured = (loss: number) => ({ found, loss });
  const own = { found: found.filter((_, k) => aims[k].fit), loss: 2 };
  return {
    ...{ scenario: 'market', file: 'market.yaml', out: 'market.fitted.yaml', aims },
    parameters: [quality, innovation],
    settings: { replicates: 10, evaluations: 60, seed: '1', agents: 300 },
    result: {
      point: [0.25, 0],
      values: { [quality.paths[0]]: 2.5, 'segments.a.innovation': 0, 'segments.b.innovation': 0 },
      ...{ fresh: measured(3), own, before: measured(400), starts: [], search, worlds: 900, failures: [] },
      ...more,
    },
    run: {
      scenario: { numerics: { law: { kind: 'constant', value: 1 } } },
      overlays: [],
      sets: [],
    } as unknown as Fit['run'],
  };
}

/** Cells of the line that begins with a word. */
function cells(text: string, first: string): string[] {
  const line = text.split('\n').find((one) => one.startsWith(first));
  return line?.split(/ {2,}/) ?? [];
}

const met = [aim('users(月之暗面, 3)', 100), aim('users(free, 3)', 50)];
const information: Information = {
  eigenvalues: [900, 16],
  directions: [
    [1, 0],
    [0, -1],
  ],
  errors: [0.02, 0.1],
  correlations: [
    [1, 0.85],
    [0.85, 1],
  ],
};
const informed = { information, luck: [0.4, 0.6] };

describe('the sentence of a calibration', () => {
  it('says that targets within two standard deviations are met, and which value lies at an end', () => {
    // (103 - 100) / 5 = .6 and (41 - 50) / 5 = -1.8
    expect(verdictText(fitOf(met, [103, 41]))).toBe(
      'The targets are met: each lies within 2 sd of what was found. At the end of its range: segments.a.innovation (and 1 more).',
    );
  });

  it('counts the targets that are not met and names the worst on either side', () => {
    // (111 - 100) / 5 = 2.2, (20 - 50) / 5 = -6
    const text = verdictText(fitOf(met, [111, 20], { point: [0.25, 0.5] }));
    expect(text).toBe(
      'The targets are not met: 2 of 2 are more than 2 sd away, the worst, users(free, 3), by 6.0. Find out why before you use these values.',
    );
  });

  it('takes a target that was not measured for worse than any that was', () => {
    const aims = [...met, aim('price(free)', 9)];
    for (const found of [
      [111, 50, Number.NaN],
      [100, Number.NaN, 90],
    ])
      expect(verdictText(fitOf(aims, found))).toMatch(
        /2 of 3 are more than 2 sd away, \S+( 3\))? was not measured/,
      );
  });

  it('tells held-out targets apart, and several values at their ends', () => {
    const aims = [met[0], aim('users(free, 9)', 50, false)];
    const text = verdictText(fitOf(aims, [100, 80], { point: [1, 0] }));
    expect(text).toBe(
      'The targets are met: each lies within 2 sd of what was found. Held out: 1 of 1 are more than 2 sd away, the worst, users(free, 9), by 6.0. At the end of their ranges: firms.月之暗面.quality, segments.a.innovation (and 1 more).',
    );
  });
});

describe('the report of a calibration', () => {
  it('gives each value its error and interval in its own unit, held within the range', () => {
    const text = fitText(fitOf(met, [103, 41], informed));
    // error .02 ranges of 10 = .2, 2.5 -+ 1.96 x .2; the other: .1, from 0 (the end) to .196
    expect(cells(text, 'firms.月')).toEqual([
      ...['firms.月之暗面.quality', '4', '2.5', '0.2', '2.11 to 2.89', '0 to 10'],
    ]);
    expect(cells(text, 'segments.a').slice(1)).toEqual([
      ...['0.5', '0', '0.1', '0 to 0.196', '0 to 1', 'at its low end'],
    ]);
  });

  it('names the root mean square error and the median miss of the targets, and the luck of our worlds', () => {
    const text = fitText(fitOf(met, [103, 41], informed));
    // sqrt((.6^2 + 1.8^2) / 2) = 1.342; misses 3 % and 18 %, between them 10.5 %
    expect(text).toContain('root mean square error 1.34 sd, median miss 11 %');
    expect(cells(text, 'users(free').slice(1)).toEqual(['50', '41', '41', '-1.80', '5', '0.6']);
  });

  it('says how flat the flattest direction is, which values go together, and what lies at its ends', () => {
    const end = { values: {}, loss: 4.25, found: [103, 41] };
    const flatEnds = [end, { ...end, loss: 5, found: [Number.NaN, 60] }];
    const text = fitText(fitOf(met, [103, 41], { ...informed, flatEnds }));
    // 1 / sqrt(16) of the range
    expect(text).toContain(
      'flattest direction: segments.a.innovation (and 1 more) up: the loss rises by 1 after 25 % of the range; the targets tell it',
    );
    expect(text).toContain(
      'correlations of .8 or more: firms.月之暗面.quality and segments.a.innovation (and 1 more) 0.85\n',
    );
    expect(text).toContain('the loss on fresh worlds is 4.25 (down) and 5 (up)');
    // (41 - 50) / 5 = -1.8 and (60 - 50) / 5 = 2; the first target was not measured at the upper end
    expect(cells(text, 'users(free').at(-1)).toBe('-1.8 to 2.0');
    expect(cells(text, 'users(月').at(-1)).toBe('0.6 to');
  });

  it('shows no correlation below .8, and none at all if a direction is free', () => {
    const correlations = [
      [1, 0.79],
      [0.79, 1],
    ];
    const weak = fitText(
      fitOf(met, [103, 41], { ...informed, information: { ...information, correlations } }),
    );
    expect(weak).toContain('correlations of .8 or more: none\n');
    const free = { ...information, eigenvalues: [900, 0] };
    const text = fitText(fitOf(met, [103, 41], { ...informed, information: free }));
    expect(text).toContain('correlations: none can be given, because the targets leave that direction free');
    expect(text).toContain('the loss rises by 1 after more than the whole range; the targets do not tell it');
  });

  it('lists eight pairs of values that go together, the closest first, and counts the others', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => parameter([name], 1, 0.5));
    // ten pairs: .80 for a and b, .81 for a and c ... .89 for d and e, falling below 0 in every second
    let next = 0;
    const correlations = five.map(() => five.map(() => 1));
    for (let i = 0; i < 5; i++)
      for (let k = i + 1; k < 5; k++) correlations[i][k] = (0.8 + next / 100) * (next++ % 2 === 0 ? 1 : -1);
    const directions = five.map((_, i) => five.map((_, k) => Number(i === k)));
    const result = { eigenvalues: [5, 4, 3, 2, 1], directions, errors: [1, 1, 1, 1, 1], correlations };
    const fit = fitOf(met, [103, 41], { ...informed, information: result });
    const point = [0.5, 0.5, 0.5, 0.5, 0.5];
    const text = fitText({ ...fit, parameters: five, result: { ...fit.result, point } });
    const line = cells(text, 'correlations of').join(' ');
    expect(line).toMatch(/: d and e -0.89; c and e 0.88; c and d -0.87; .*a and d 0.82; and 2 more$/);
  });

  it('says that a stopped one was never on fresh worlds, and judges nothing', () => {
    const nothing = { found: [Number.NaN, Number.NaN], loss: Number.NaN };
    const stopped = { fresh: nothing, before: nothing, search: { ...search, complete: false } };
    const text = fitText(
      fitOf(met, [Number.NaN, Number.NaN], { ...stopped, own: { found: [105, 50], loss: 1 } }),
    );
    expect(text).toMatch(
      /^market: 2 values fitted to 2 targets, stopped before its end: nothing was measured/,
    );
    expect(text).not.toMatch(/The targets are|What the targets tell|NaN|undefined/);
    expect(text).toContain('fresh worlds not measured before, not measured after 60 evaluations\n');
    // what was fitted: errors 1 and 0 sd
    expect(text).toContain('root mean square error not measured sd, median miss not measured %; 0.707 sd on');
    expect(cells(text, 'users(free').slice(1)).toEqual(['50', 'not measured', 'not measured', '5']);
  });

  it('compares several starts, shows held-out targets in a table of their own, and the profile of each value', () => {
    const aims = [met[0], aim('users(free, 9)', 0, false)];
    const profile = [[{ value: 0, loss: 12 }], [{ value: 0.5, loss: Number.NaN }]];
    const fit = fitOf(aims, [100, 10], { starts: [3, 40, Number.POSITIVE_INFINITY], profile });
    const text = fitText(fit);
    expect(text).toContain('after 60 evaluations, the best of 3 starts\n');
    expect(text).toContain('starts, on other fresh worlds: 3, 40, not measured\n');
    // a target of 0 has no relative miss
    expect(text).toContain('\nHeld out: root mean square error 2 sd, median miss not measured %\n');
    expect(text).toMatch(
      /Profile .*\nfirms\.月之暗面\.quality +0: 12\nsegments\.a\.innovation \(and 1 more\) +0\.5: not measured\n$/,
    );
    expect(JSON.parse(fitJson(fit))).toMatchObject({
      starts: [3, 40, null],
      loss: 3,
      targets: [{ error: 0 }, { error: 2, fit: false }],
      profile: [[{ value: 0, loss: 12 }], [{ value: 0.5, loss: null }]],
    });
  });
});

describe('the flattest direction', () => {
  const two = [parameter(['x'], 1, 0.5), parameter(['y'], 1, 0.5)];
  const along = (last: number[], eigenvalue: number) =>
    flattestText(two, { ...information, eigenvalues: [9, eigenvalue], directions: [[1, 0], last] });
  it('names all values that turn with it, the largest first and upwards', () => {
    // half the ranges and more: 1 / sqrt(2.25) = 67 %
    expect(along([0.6, -0.8], 2.25)).toBe(
      'y up with x down: the loss rises by 1 after 67 % of the range; the targets do not tell them apart',
    );
  });
  it('leaves out what hardly turns', () => {
    expect(along([0.95, 0.29], 4)).toBe(
      'x up: the loss rises by 1 after 50 % of the range; the targets tell it',
    );
  });
});

describe('the overlay of a calibration', () => {
  it('keeps what is not known as null, and says what was held out and how the flat ends fare', () => {
    const aims = [met[0], aim('users(free, 9)', 50, false)];
    const flatEnds = [{ values: { 'firms.月之暗面.quality': 2 }, loss: 4, found: [Number.NaN, 60] }];
    const found = [Number.NaN, 80];
    const text = overlayText(fitOf(aims, found, { ...informed, flatEnds, starts: [3, Number.NaN] }));
    expect(text).toMatch(
      /^# Values fitted by `afterburn calibrate` to 1 target of market; 1 more were held out\.\n/,
    );
    expect(text).toContain(
      'firms.月之暗面.quality: 2.5 [C] fitted to 1 target, standard error 0.2; range 0 to 10',
    );
    expect(text).toContain('0 [C] fitted to 1 target, standard error 0.1, at its low end; range 0 to 1');
    expect(text).toMatch(/starts:\n +- 3\n +- null/);
    expect(text).toMatch(/found: null\n +errorSd: null\n +errorSdAtFlatEnds:\n +- null/);
    // (80 - 50) / 5 = 6, at the flat end 2
    expect(text).toMatch(/heldOutTargets:[\s\S]*errorSd: 6\n +errorSdAtFlatEnds:\n +- 2\n/);
  });

  it('says so if nothing was held out', () => {
    expect(overlayText(fitOf(met, [103, 41]))).toContain('heldOut: nothing was held out\n');
  });
});

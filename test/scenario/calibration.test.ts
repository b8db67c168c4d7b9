import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../sim/index.js';
import { checkFormulas } from '../../src/experiment/formula-check.js';
import { market } from '../experiment/calibration/market.js';

function faults(free: readonly object[], targets: readonly object[] = [], more: object = {}): string[] {
  const result = parseScenario({ ...market(free, targets), ...more });
  const problems = 'problems' in result ? result.problems : checkFormulas(result.scenario);
  return problems.map(
    ({ path, expected, received, hint }) =>
      `${path.join('.').replace('calibration.', '')}: expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`,
  );
}

const review = 'segments.all.review';

describe('a calibration', () => {
  it('names one field or several, each once, by paths of numbers about the world', () => {
    expect(faults([{ low: 0, high: 1 }])).toEqual(['free.0: expected either `path` or `paths`, got neither']);
    expect(faults([{ path: review, paths: [review], low: 0.1, high: 0.2 }])).toEqual([
      'free.0: expected either `path` or `paths`, got both',
    ]);
    expect(
      faults([
        { path: review, low: 0.1, high: 0.2 },
        { paths: ['segments.all.reviw', review], low: 0.1, high: 0.2 },
        { path: 'months', low: 1, high: 5 },
        { path: 'segments.all.share', low: 0.1, high: 0.2 },
        { path: 'firms.free.policy.cap', low: 0.1, high: 0.2 },
      ]),
    ).toEqual([
      'free.1.paths.0: expected a known field in the path `segments.all.reviw`, got "reviw"; did you mean `review`?',
      'free.1.paths.1: expected each field once, got a second `segments.all.review`',
      expect.stringMatching(/^free\.2\.path: expected the path of a number below world, /),
      'free.3.path: expected a field that can change alone; the shares of the segments add to 1, got "segments.all.share"',
      expect.stringMatching(/^free\.4\.path: expected a parameter of steady in the path /),
    ]);
  });

  it('has ranges that rise, within the range of the field and the scale', () => {
    expect(
      faults([
        { path: review, low: 0.3, high: 0.2 },
        { path: 'segments.all.innovation', low: -1, high: 101 },
        { path: 'firms.free.quality', low: 0, high: 2, scale: 'log' },
        { path: 'segments.all.quit', low: 0.1, high: 1, scale: 'logit' },
        { path: 'firms.free.press', low: 0.1, high: 0.2, scale: 'lg' },
      ]),
    ).toEqual([
      'free.4.scale: expected one of auto, linear, log, logit, got "lg"; did you mean `log`?',
      'free.0.high: expected more than low, 0.3, got 0.2',
      'free.1.low: expected a number from 0 to 100 (per month) for `segments.all.innovation`, got -1',
      'free.1.high: expected a number from 0 to 100 (per month) for `segments.all.innovation`, got 101',
      'free.2.low: expected more than 0 with scale log, got 0',
      'free.3.high: expected less than 1 with scale logit, got 1',
    ]);
  });

  it('does not free a field that is correlated with another', () => {
    const raw = market([{ path: 'firms.free.quality', low: 0, high: 2 }]);
    Object.assign(raw.firms.free, { quality: '0 to 2', press: '.01 to .02' });
    const correlations = [{ between: ['firms.free.quality', 'firms.free.press'], rank: 0.5 }];
    const result = parseScenario({ ...raw, correlations });
    expect('problems' in result && result.problems).toEqual([
      {
        path: ['calibration', 'free', 0, 'path'],
        expected: 'a field without rank correlations, because it becomes a constant',
        received: '"firms.free.quality"',
      },
    ]);
  });

  it('has targets with one kind of error and a formula that can be read', () => {
    const free = [{ path: review, low: 0.1, high: 0.2 }];
    const measure = 'median(users(free, 3))';
    expect(
      faults(free, [
        { measure, value: 1, source: 'x' },
        { measure, value: 1, sd: 1, within: 0.1, source: 'x' },
        { measure, value: 0, within: 0.1, source: 'x' },
      ]),
    ).toEqual([
      'targets.0: expected either `sd` or `within`, above 0, got neither',
      'targets.1: expected either `sd` or `within`, above 0, got both',
      'targets.2.within: expected `sd` instead, because a share of 0 is no error, got 0.1',
    ]);
    expect(
      faults(free, [
        { measure: 'median(users(fre, 3))', value: 1, sd: 1, source: 'x' },
        { measure: 'median(users(free, 30))', value: 1, sd: 1, source: 'x' },
      ]),
    ).toEqual([
      'targets.0.measure: expected the name of a firm, got `fre`; did you mean `free`?',
      'targets.1.measure: expected a month from 1 to 12, got 30',
    ]);
  });

  it('goes away with the months that its targets would need', () => {
    const measure = 'median(users(free, 12))';
    const raw = market([{ path: review, low: 0.1, high: 0.2 }], [{ measure, value: 1, sd: 1, source: 'x' }]);
    expect(faults([], [], { ...raw, months: 12 })).toEqual([]);
    expect(faults([], [], { ...raw, months: 11 })).toHaveLength(1);
  });
});

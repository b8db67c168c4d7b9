/** Levers on uncertain numbers. */
import { describe, expect, it } from 'vitest';
import { scaledText } from '../../../src/experiment/study/levers.js';

describe('a lever on an uncertain number', () => {
  it('scales every kind of law, so that the luck stays', () => {
    const shown = [
      { kind: 'constant', value: 8 },
      { kind: 'interval', low: 4, high: 8 },
      { kind: 'normal', mean: 4, sd: 2 },
      { kind: 'lognormal', median: 4, sigma: 0.5 },
      { kind: 'uniform', low: 1, high: 3 },
      { kind: 'triangular', low: 1, mode: 2, high: 5 },
    ].map((law) => scaledText(law as Parameters<typeof scaledText>[0], 0.5));
    expect(shown).toEqual([
      4,
      '2 to 4',
      'normal(2, 1)',
      'lognormal(2, 0.5)',
      'uniform(0.5, 1.5)',
      'triangular(0.5, 1, 2.5)',
    ]);
  });
});

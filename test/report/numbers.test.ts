import { describe, expect, it } from 'vitest';
import {
  count,
  intervalCell,
  intervalText,
  month,
  percent,
  plain,
  points,
  readable,
  scaled,
  signed,
  typeset,
} from '../../src/report/numbers.js';
import { wilson } from '../../src/statistics/wilson.js';

const gap = '\u202f';

describe('shares', () => {
  it.each([
    [0.31, '31%'],
    [0, '0%'],
    [0.001, '<1%'],
    [0.0049, '<1%'],
    [0.005, '1%'],
    [0.996, '>99%'],
    [1, '100%'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%d is written %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });
  it('an interval has whole digits in a sentence and in a table', () => {
    expect(intervalText(0.294, 0.331)).toBe('29 to 33%');
    expect(intervalCell(0.294, 0.331)).toBe('29–33');
  });
  it('none of 2,000 worlds is 0 to 0.2%, all of them 99.8 to 100%', () => {
    const [none, all] = [wilson(0, 2000), wilson(2000, 2000)];
    expect(intervalText(none.low, none.high)).toBe('0 to 0.2%');
    expect(intervalText(all.low, all.high)).toBe('99.8 to 100%');
  });
  it('an interval narrower than a point shows a decimal instead of two equal numbers', () => {
    expect(intervalText(0.3121, 0.3144)).toBe('31.2 to 31.4%');
  });
});

describe('amounts', () => {
  it.each([
    [1.2e9, `1.20${gap}B`],
    [12e9, `12.0${gap}B`],
    [860e6, `860${gap}M`],
    [6.6e6, `6.6${gap}M`],
    [50e3, `50${gap}k`],
    [999.6e6, `1.00${gap}B`],
    [999.6e3, `1.0${gap}M`],
    [-38e6, `−38${gap}M`],
    [1.5e12, `1.50${gap}T`],
    [340, '340'],
    [23.44, '23.4'],
    [2.345, '2.35'],
    [0, '0'],
    [0.004, '0.004'],
    [null, '–'],
  ])('%d is written %s', (value, text) => {
    expect(scaled(value)).toBe(text);
  });
  it('a count has thousands commas', () => {
    expect([count(2000), count(1_234_567), count(12)]).toEqual(['2,000', '1,234,567', '12']);
  });
  it('other numbers have three significant digits at most', () => {
    expect([3.6, 0.0042, 2552, -0.15, 5.5e7].map(plain)).toEqual([
      '3.6',
      '0.0042',
      '2,552',
      '−0.15',
      `55${gap}M`,
    ]);
  });
});

describe('changes', () => {
  it('have a sign, a true minus, and no sign at zero', () => {
    expect([points(0.12), points(-0.034), points(0.001)]).toEqual(['+12', '−3', '0']);
    expect(signed(-4.19e9, scaled)).toBe(`−4.19${gap}B`);
  });
  it('months are whole, also where a quantile lies between two', () => {
    expect([month(18), month(17.25), month(null)]).toEqual(['18', '17', '–']);
  });
  it('long digits of a scenario become readable and are never rounded', () => {
    const texts = [
      '10000',
      '900000000 to 2100000000',
      '123456',
      '2024',
      'lognormal(20000, 0.4)',
      '-10500',
      '0.00012',
    ];
    expect(texts.map(readable)).toEqual([
      `10${gap}k`,
      `900${gap}M to 2.1${gap}B`,
      '123,456',
      '2024',
      `lognormal(20${gap}k, 0.4)`,
      `−10.5${gap}k`,
      '0.00012',
    ]);
    expect(readable('10000 k, 5.5 M')).toBe('10000 k, 5.5 M');
  });
  it('a hyphen before digits becomes a minus, one inside a word does not', () => {
    expect(typeset('at most -0.15, in-app')).toBe('at most −0.15, in-app');
  });
});

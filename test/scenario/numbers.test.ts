/** Numbers as a scenario may write them, and what is said of the others. */
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../sim/scenario/nearest.js';
import { numberHint, WRITE_NUMBERS } from '../../sim/scenario/number-hint.js';
import { expectedOf, parseQuantity, shortNumber, show } from '../../sim/scenario/parse-quantity.js';
import type { QuantitySpec } from '../../sim/scenario/quantity.js';

const spec = { unit: 'months', min: -10, max: 1e9 } as QuantitySpec;
const read = (raw: unknown, more: Partial<QuantitySpec> = {}) => parseQuantity(raw, { ...spec, ...more });
const law = (raw: unknown) => {
  const quantity = read(raw);
  return 'law' in quantity ? quantity.law : quantity;
};

describe('a number', () => {
  test.each([
    ['12', 12],
    [' -3.5 ', -3.5],
    ['+.5', 0.5],
    ['7.', 7],
    ['1_000_000', 1e6],
    ['2e3', 2000],
    ['2.5E-1', 0.25],
    ['30 k', 30_000],
    ['5.5M', 5.5e6],
    ['1 B', 1e9],
    ['25%', 0.25],
    ['-0', 0],
    // the product with .01 or 1e6 would be the next double
    ['35%', 0.35],
    ['.7 %', 0.007],
    ['2.01M', 2_010_000],
    ['1.5e2 k', 150_000],
    ['1_000e-2%', 0.1],
  ])('may be written as %j and is %d', (text, value) => {
    expect(law(text)).toEqual({ kind: 'constant', value });
    expect(Object.is((law(text) as { value: number }).value, -0)).toBe(false);
  });

  test('is taken as it is, and a zero has no sign', () => {
    expect(law(3)).toEqual({ kind: 'constant', value: 3 });
    expect(Object.is((law(-0) as { value: number }).value, 0)).toBe(true);
  });

  test.each(['1__0', '_1', '1e', '1e00001', 'e3', '.', '0x10', '1 kk', '1k2', '--1', '1 m', ''])(
    'is not %j',
    (text) => {
      expect(read(text)).toHaveProperty('expected', 'a number from -10 to 1e9 (months)');
    },
  );

  test('of no text: true, nothing, a list and a map are told by kind', () => {
    expect([true, null, [1], {}].map((raw) => (read(raw) as { received: string }).received)).toEqual([
      'true',
      'nothing',
      'a list',
      'a map',
    ]);
  });
});

describe('a law', () => {
  test.each([
    ['5 to 10', { kind: 'interval', low: 5, high: 10 }],
    ['5  to  10', { kind: 'interval', low: 5, high: 10 }],
    [' normal(5, 2) ', { kind: 'normal', mean: 5, sd: 2 }],
    ['1 k to 2 k', { kind: 'interval', low: 1000, high: 2000 }],
    ['normal(5, 2)', { kind: 'normal', mean: 5, sd: 2 }],
    ['normal(5, 0)', { kind: 'normal', mean: 5, sd: 0 }],
    ['lognormal(5 M, 0)', { kind: 'lognormal', median: 5e6, sigma: 0 }],
    ['uniform(1, 1)', { kind: 'uniform', low: 1, high: 1 }],
    ['triangular(1, 1, 3)', { kind: 'triangular', low: 1, mode: 1, high: 3 }],
    ['triangular(1, 3, 3)', { kind: 'triangular', low: 1, mode: 3, high: 3 }],
  ])('may be written as %s', (text, expected) => {
    expect(law(text)).toEqual(expected);
  });

  test.each([
    ['10 to 5', 'an interval whose low end is below its high end', 'did you mean `5 to 10`?'],
    ['10  to  5', 'an interval whose low end is below its high end', 'did you mean `5 to 10`?'],
    ['6 to 5 mio', 'a number from -10 to 1e9 (months)', 'did you mean `5 M`?'],
    ['5 apples to 6', 'a number from -10 to 1e9 (months)', 'write an interval as `5 to 10`'],
    [' to 5', 'a number from -10 to 1e9 (months)', 'write an interval as `5 to 10`'],
    [' to 5 mio', 'a number from -10 to 1e9 (months)', 'did you mean `5 M`?'],
    ['5 normal(1, 2)', 'a number from -10 to 1e9 (months)', WRITE_NUMBERS],
    ['normal(1, 2) x', 'a number from -10 to 1e9 (months)', WRITE_NUMBERS],
    ['normal(1, 1e999)', 'a number from -10 to 1e9 (months)', 'numbers must be finite'],
    ['5 to 5', 'an interval whose low end is below its high end', 'write one number'],
    ['5 to x', 'a number from -10 to 1e9 (months)', 'write an interval as `5 to 10`'],
    ['5 mio to 6', 'a number from -10 to 1e9 (months)', 'did you mean `5 M`?'],
    ['1 to 2 to 3', 'a number from -10 to 1e9 (months)', 'write an interval as `5 to 10`'],
    ['normal(5, -1)', '`normal(mean, sd)` with sd of at least 0', undefined],
    ['normal(5)', '`normal(mean, sd)` with 2 numbers', undefined],
    ['normal(5, x)', '`normal(mean, sd)` with 2 numbers', undefined],
    ['lognormal(0, 1)', '`lognormal(median, sigma)` with median above 0', undefined],
    ['lognormal(1, -1)', '`lognormal(median, sigma)` with sigma of at least 0', undefined],
    ['uniform(2, 1)', '`uniform(low, high)` with low at most high', undefined],
    ['triangular(1, 0, 3)', '`triangular(low, mode, high)` with low <= mode <= high', undefined],
    ['triangular(1, 4, 3)', '`triangular(low, mode, high)` with low <= mode <= high', undefined],
    ['triangular(1, 1, 1)', '`triangular(low, mode, high)` with low <= mode <= high', undefined],
    ['normal(1e999, 1)', 'a number from -10 to 1e9 (months)', 'numbers must be finite'],
    ['poisson(3)', 'a law: normal, lognormal, uniform, triangular', 'see `afterburn describe`'],
    ['constructor(3)', 'a law: normal, lognormal, uniform, triangular', 'see `afterburn describe`'],
  ])('%s is refused: %s', (text, expected, hint) => {
    const found = read(text) as { expected: string; hint?: string };
    expect([found.expected, found.hint]).toEqual([expected, hint]);
  });

  test('that is refused is quoted, one that nobody knows by its name', () => {
    expect(read('normal(1, 1e999)')).toMatchObject({ received: '"normal(1, 1e999)"' });
    expect(read('poisson(3)')).toMatchObject({ received: '`poisson`' });
  });
});

describe('a field', () => {
  test('takes its ends and nothing beyond; of a law its ends, its mean or its median, not its spread', () => {
    for (const raw of [-10, 1e9, '-10 to 1e9', 'normal(-10, 1e12)', 'uniform(-10, 5)']) {
      expect(read(raw)).toHaveProperty('law');
    }
    for (const raw of [-10.1, 1.1e9, '-11 to 3', '3 to 2 B', 'normal(-11, 1)', 'lognormal(2 B, 1)']) {
      expect(read(raw)).toMatchObject({ expected: 'a number from -10 to 1e9 (months)' });
    }
    for (const raw of [Number.NaN, Infinity, '1e400']) {
      expect(read(raw)).toMatchObject({ hint: 'numbers must be finite' });
    }
  });

  test('of whole numbers refuses others; a setting takes no law', () => {
    expect(read('2.5', { whole: true })).toEqual({
      ...{ expected: 'a whole number from -10 to 1e9 (months)', received: '"2.5"' },
    });
    expect(read('2', { whole: true })).toEqual({ law: { kind: 'constant', value: 2 } });
    expect(read('1 to 2', { setting: true } as Partial<QuantitySpec>)).toMatchObject({
      expected: 'a number from -10 to 1e9 (months), not a distribution',
    });
    expect(read('2', { setting: true } as Partial<QuantitySpec>)).toHaveProperty('law');
  });

  test('that is absent has its default, or is required', () => {
    expect(read(undefined, { default: 4 })).toEqual({ law: { kind: 'constant', value: 4 }, isDefault: true });
    expect(read(undefined)).toMatchObject({ received: 'nothing', hint: 'this field is required' });
  });

  test('of 2,000 letters is read, one more is not', () => {
    expect(read(`5${' '.repeat(1999)}`)).toHaveProperty('law');
    expect(read(`5${' '.repeat(2000)}`)).toMatchObject({
      expected: 'a number from -10 to 1e9 (months) in at most 2000 characters',
    });
  });
});

describe('a tag', () => {
  test.each(['S', 'P', 'L', 'C', 'A'])('may be %s', (tag) => {
    expect(read(`5 [${tag} x] y`)).toMatchObject({ tag, source: 'x', note: 'y' });
  });

  test('gives source and note, without the space around them', () => {
    const five = { kind: 'constant', value: 5 };
    expect(read('5 [S s2:77]  said so ')).toEqual({ law: five, tag: 'S', source: 's2:77', note: 'said so' });
    expect(read('5[A] two\nlines')).toEqual({ law: five, tag: 'A', note: 'two\nlines' });
    expect(read('5[A]two')).toEqual({ law: five, tag: 'A', note: 'two' });
    expect(read('50 M [S  s2 ] x')).toEqual({
      law: { kind: 'constant', value: 5e7 },
      tag: 'S',
      source: 's2',
      note: 'x',
    });
    expect(read('x\n5 [A] two')).toHaveProperty('expected', 'a number from -10 to 1e9 (months)');
    expect(read('5 [C]')).toEqual({ law: five, tag: 'C' });
    expect(read('5 [X] why')).toEqual({ expected: 'a tag [S], [P], [L], [C] or [A]', received: '[X]' });
    expect(read('5 [Sx] why')).toMatchObject({ received: '[Sx]' });
  });
});

describe('a hint', () => {
  test.each([
    ['1,000,000', 'write 1000000 or 1 M: no thousands separators'],
    ["1'500", 'write 1500 or 1.5 k: no thousands separators'],
    ['2 000.5 EUR', 'write 2000.5 EUR: no thousands separators'],
    ['3,5', 'did you mean `3.5`?'],
    ['3,5 M', 'did you mean `3.5 M`?'],
    ['5 to', 'write an interval as `5 to 10`'],
    ['5 mn', 'did you mean `5 M`?'],
    ['.5 Billion', 'did you mean `500 M`?'],
    [' 1.25 mn ', 'did you mean `1.25 M`?'],
    ['.25 k k', WRITE_NUMBERS],
    ['.75 million', 'did you mean `750 k`?'],
    ['about 5 mn', WRITE_NUMBERS],
    ['12 percent', 'did you mean `12%`?'],
    ['2t', 'did you mean `2000 B`?'],
    ['999 K', 'did you mean `999 k`?'],
    ['5 apples', `${WRITE_NUMBERS}, without \`apples\``],
    [`5 ${'x'.repeat(30)}`, `${WRITE_NUMBERS}, without \`${'x'.repeat(20)}\``],
    ['apples', WRITE_NUMBERS],
    ['', WRITE_NUMBERS],
    [`${'1,000'.repeat(20)}`, WRITE_NUMBERS],
  ])('for %j is: %s', (text, hint) => {
    expect(numberHint(text)).toBe(hint);
  });

  test('for a word is the nearest known one, at most a third of it and at least two letters away', () => {
    const known = ['cash', 'quality', 'policy', 'fixedCost'];
    expect(['csah', 'QUALTY', 'polcy', 'fixdCst'].map((word) => nearest(word, known))).toEqual([
      'cash',
      'quality',
      'policy',
      'fixedCost',
    ]);
    expect(nearest('xy', ['ab'])).toBeUndefined();
    expect(nearest('abcdef', ['uvwxyz'])).toBeUndefined();
    expect(nearest('fixed', known)).toBe('fixedCost');
    expect(nearest('fixedCostOfMonths', known)).toBe('fixedCost');
    expect(nearest('pol', ['policies'])).toBeUndefined();
    expect(nearest('c'.repeat(65), ['c'.repeat(65)])).toBeUndefined();
    expect(nearest('c'.repeat(64), ['c'.repeat(63)])).toBe('c'.repeat(63));
  });

  test('for a word without one is the list, if it is short', () => {
    const many = (n: number) => Array.from({ length: n }, (_, k) => `name${k}`);
    expect(didYouMean('csh', ['cash'])).toBe('did you mean `cash`?');
    expect(didYouMean('zzzzz', [])).toBe('there are none');
    expect(didYouMean('zzzzz', ['cash', 'press'])).toBe('known: cash, press');
    expect(didYouMean('zzzzz', many(14))).toBe(`known: ${many(14).join(', ')}`);
    expect(didYouMean('zzzzz', many(15))).toBe('see `afterburn describe`');
  });
});

describe('a value in a message', () => {
  test('is quoted and cut at 60 letters; large bounds are short', () => {
    expect(show('a"b')).toBe('"a\\"b"');
    expect([undefined, null].map(show)).toEqual(['nothing', 'nothing']);
    expect(show('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(show('x'.repeat(61))).toBe(`"${'x'.repeat(57)}..."`);
    expect([shortNumber(99_999), shortNumber(1e5), shortNumber(-1e14), shortNumber(0)]).toEqual([
      '99999',
      '1e5',
      '-1e14',
      '0',
    ]);
    expect(expectedOf({ ...spec, min: 3, max: 3 })).toBe('3 (months)');
  });
});

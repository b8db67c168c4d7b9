import { describe, expect, test } from 'vitest';
import { tooMuch } from '../../src/source/depth.js';

const levels = 'at most 64 levels of nesting';
/** Keys below one another, each a space deeper. */
const staircase = (steps: number) => Array.from({ length: steps }, (_, k) => `${' '.repeat(k)}k:`).join('\n');

describe('levels of a text', () => {
  test('are brackets, counted down where they close', () => {
    expect(tooMuch('['.repeat(64))).toBeUndefined();
    expect(tooMuch('['.repeat(65))).toEqual({ offset: 64, expected: levels, received: 'more' });
    expect(tooMuch('{'.repeat(65))).toMatchObject({ offset: 64 });
    expect(tooMuch('a: []\n'.repeat(100))).toBeUndefined();
    expect(tooMuch('a: {b: []}\n'.repeat(100))).toBeUndefined();
  });

  test('are indentation, 64 of it', () => {
    expect(tooMuch(staircase(64))).toBeUndefined();
    expect(tooMuch(staircase(65))).toMatchObject({ expected: levels });
  });

  test('of indentation end with a line further left, or beside', () => {
    const stairs = staircase(40);
    expect(tooMuch(`${stairs}\n${stairs}\n${stairs}`)).toBeUndefined();
    expect(tooMuch(Array.from({ length: 100 }, (_, k) => `k${k}: 1`).join('\n'))).toBeUndefined();
  });

  test('of brackets and indentation add', () => {
    expect(tooMuch(`${staircase(40)} ${'['.repeat(24)}`)).toBeUndefined();
    expect(tooMuch(`${staircase(40)} ${'['.repeat(25)}`)).toMatchObject({ expected: levels });
  });

  test('are dashes behind one another', () => {
    expect(tooMuch(`${'- '.repeat(63)}a`)).toBeUndefined();
    expect(tooMuch(`${'- '.repeat(65)}a`)).toMatchObject({ expected: levels });
    expect(tooMuch(`${'? '.repeat(65)}a`)).toMatchObject({ expected: levels });
  });

  test('are none in comments, blank lines, texts and brackets too many', () => {
    const deep = ' '.repeat(80);
    expect(tooMuch(`a: 1\n${deep}\n${deep}# why\n${'# [\n'.repeat(99)}`)).toBeUndefined();
    expect(tooMuch(`a: ']${'['.repeat(99)}'\n`)).toBeUndefined();
    expect(tooMuch(`${'] '.repeat(70)}\n${'['.repeat(63)}`)).toBeUndefined();
  });
});

describe('marks and words of a text', () => {
  test('are at most 200,000', () => {
    // A blank line is a token of its own.
    expect(tooMuch('\n'.repeat(200_000))).toBeUndefined();
    expect(tooMuch('\n'.repeat(200_001))).toEqual({
      ...{ offset: 200_000, expected: 'at most 200000 marks and words' },
      received: 'more',
    });
  });
});

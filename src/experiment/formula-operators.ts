/** Operators and functions of plain numbers in the formulas of checks. True is 1, false is 0. */

import { usageBands } from '../../sim/index.js';

/** Operators between two numbers. */
export const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};

/** Functions of numbers, with how many they take. */
export const NUMBERS: Readonly<
  Record<string, { least: number; most: number; of: (...values: number[]) => number }>
> = {
  min: { least: 1, most: 64, of: Math.min },
  max: { least: 1, most: 64, of: Math.max },
  abs: { least: 1, most: 1, of: Math.abs },
  ln: { least: 1, most: 1, of: Math.log },
  pow: { least: 2, most: 2, of: Math.pow },
  /** Part of the total that the top share of a lognormal law holds: topShare(0.01, 2) for the top 1 % at log sd 2. */
  topShare: { least: 2, most: 2, of: (top, spread) => usageBands([1 - top], spread)[1].tokens },
  sqrt: { least: 1, most: 1, of: Math.sqrt },
};

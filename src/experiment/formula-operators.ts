/** Operators and functions of plain numbers in the formulas of checks. True is 1, false is 0. */

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
  sqrt: { least: 1, most: 1, of: Math.sqrt },
};

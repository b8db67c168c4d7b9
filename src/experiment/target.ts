/** The target of a check: `2.3 to 4.5`, `>= .9`, `> 1`, `<= 10`, `< 3`, `= 40` (relative 1e-9), `= 40 +- 0.5`. */
import { AMOUNT, parseAmount } from '../../sim/index.js';
import { FormulaFault } from './formula-fault.js';

/** The numbers that meet a target, and the thresholds in it. */
export interface Target {
  /** What an estimate may fall on either side of: none for `=`. */
  readonly thresholds: readonly number[];
  accepts(found: number): boolean;
}

const RANGE = new RegExp(`^(${AMOUNT})\\s+to\\s+(${AMOUNT})$`);
const BOUND = new RegExp(`^(>=|>|<=|<)\\s*(${AMOUNT})$`);
const EQUAL = new RegExp(`^=\\s*(${AMOUNT})(?:\\s*(?:\\+-|±)\\s*(${AMOUNT}))?$`);
const RELATIVE = 1e-9;

const BOUNDS: Record<string, (found: number, edge: number) => boolean> = {
  '>=': (found, edge) => found >= edge,
  '>': (found, edge) => found > edge,
  '<=': (found, edge) => found <= edge,
  '<': (found, edge) => found < edge,
};

const amount = (text: string) => parseAmount(text) as number;

/**
 * Reads a target.
 * @throws FormulaFault if it is none of the forms
 */
export function parseTarget(text: string): Target {
  const trimmed = text.trim();
  const range = RANGE.exec(trimmed);
  if (range) return between(amount(range[1]), amount(range[2]), text);
  const bound = BOUND.exec(trimmed);
  if (bound) {
    const edge = amount(bound[2]);
    return { thresholds: [edge], accepts: (found) => BOUNDS[bound[1]](found, edge) };
  }
  const equal = EQUAL.exec(trimmed);
  if (!equal)
    throw new FormulaFault('a target such as `2.3 to 4.5`, `>= .9` or `= 40 +- 0.5`', JSON.stringify(text));
  const middle = amount(equal[1]);
  const slack = equal[2] === undefined ? Math.abs(middle) * RELATIVE : amount(equal[2]);
  return { ...between(middle - slack, middle + slack, text), thresholds: [] };
}

function between(low: number, high: number, text: string): Target {
  if (low > high)
    throw new FormulaFault('a target whose low end is below its high end', JSON.stringify(text));
  return { thresholds: [low, high], accepts: (found) => found >= low && found <= high };
}

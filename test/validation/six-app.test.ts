import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { simulate } from '../../sim/index.js';
import { legal, type Raw } from '../sim/made-scenario.js';

const file = join(import.meta.dirname, '../../scenarios/six-app-benchmark.yaml');
const scenario = legal(parse(readFileSync(file, 'utf8')) as Raw);

/** Mean final shares of firms 1 to 6, and exit months of firms 2 and 6. */
function batch(seed: string, n: number) {
  const shares = new Array<number>(6).fill(0);
  const exits: Record<string, number[]> = { firm2: [], firm6: [] };
  for (let replicate = 0; replicate < n; replicate++) {
    simulate(scenario, seed, replicate).firms.forEach((firm, j) => {
      shares[j] += firm.finalUsers / 10_000 / n;
      exits[firm.firm]?.push(firm.exitMonth ?? 99);
    });
  }
  return { shares, exits };
}

const within = (months: number[], low: number, high: number) =>
  months.filter((month) => month >= low && month <= high).length / months.length;

describe('six-app benchmark', () => {
  it('docks with eleven independent implementations: shares .138 .2255 .265 .311, exits of firms 6 and 2', () => {
    const { shares, exits } = batch('docking', 200);
    // Mean of the eleven, +- .004 (their spread is .001; 200 worlds have a standard error of .0004).
    [0.138, 0.2255, 0.265, 0.311].forEach((share, k) => {
      expect(Math.abs(shares[[0, 2, 3, 4][k]] - share)).toBeLessThan(0.004);
    });
    expect(within(exits.firm6, 8, 9)).toBeGreaterThanOrEqual(0.97);
    expect(within(exits.firm2, 15, 18)).toBeGreaterThanOrEqual(0.97);
  });

  it.runIf(process.env.AFTERBURN_LONG)(
    'batches of 20 seeds spread like independent replicates: no population is shared by all',
    () => {
      const batches = Array.from({ length: 20 }, (_, k) => batch(`spread-${k}`, 100));
      const early = batches.map(({ exits }) => within(exits.firm6, 8, 8));
      const p = early.reduce((a, b) => a + b, 0) / 20;
      const sd = (x: number[]) => {
        const mean = x.reduce((a, b) => a + b, 0) / x.length;
        return Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (x.length - 1));
      };
      // Ratio of standard deviations above 1.5 with 19 degrees of freedom: chi-squared 42.75, probability 1.4e-3.
      expect(sd(early) / Math.sqrt((p * (1 - p)) / 100)).toBeLessThan(1.5);
      const one = Array.from(
        { length: 100 },
        (_, r) => simulate(scenario, 'spread-0', r).firms[4].finalUsers / 10_000,
      );
      expect(sd(batches.map(({ shares }) => shares[4])) / (sd(one) / 10)).toBeLessThan(1.5);
    },
    900_000,
  );
});

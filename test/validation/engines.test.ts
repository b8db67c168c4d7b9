import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Outcome, simulate, startMarket } from '../../sim/index.js';
import { legal, type Raw } from '../sim/made-scenario.js';
import { difference, score, smirnov, twoSample } from '../sim/population/two-sample.js';

const LONG = Boolean(process.env.AFTERBURN_LONG);
const text = readFileSync(join(import.meta.dirname, '../../scenarios/six-app-benchmark.yaml'), 'utf8');
const REPLICATES = LONG ? 300 : 160;
const MONTHS = 24;

/** `replicates` worlds of the benchmark with 128 types; firm 5's weight in every choice times e^fit. */
function batch(
  engine: 'agents' | 'cohorts',
  { seed, fit = 0, size = 1 }: { seed: string; fit?: number; size?: number },
) {
  const raw = parse(text) as Raw & { agents: number; firms: Record<string, Raw> };
  raw.agents *= size;
  raw.population = { engine, types: 128 };
  raw.firms.firm5.fit = { everybody: `${fit} [A] planted` };
  const scenario = legal(raw);
  return Array.from({ length: REPLICATES }, (_, r) => simulate(scenario, `${seed} ${engine}`, r));
}

/** Two-sided probability of a standard normal number this far from 0 (Abramowitz & Stegun 26.2.17). */
function normalTail(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 2 * series * Math.exp(-0.5 * x * x) * 0.3989422804014327;
}

/** P-values of the same law: final shares (Smirnov; means), final cash (Smirnov), exit months (chi-squared). */
function pValues(a: readonly Outcome[], b: readonly Outcome[]): number[] {
  const p: number[] = [];
  for (let j = 0; j < 6; j++) {
    const of = (worlds: readonly Outcome[], what: 'finalUsers' | 'finalCash') =>
      worlds.map(({ firms }) => firms[j][what]);
    if (j !== 1 && j !== 5) {
      const users = [of(a, 'finalUsers'), of(b, 'finalUsers')] as const;
      p.push(smirnov(...users), normalTail(difference(...users)));
    } else {
      const exits = (worlds: readonly Outcome[]) => {
        const months = new Array<number>(MONTHS + 1).fill(0);
        for (const { firms } of worlds) months[firms[j].exitMonth ?? 0]++;
        return months;
      };
      const z = score(twoSample(exits(a), exits(b)));
      p.push(z > 0 ? normalTail(z) / 2 : 1);
    }
    p.push(smirnov(of(a, 'finalCash'), of(b, 'finalCash')));
  }
  return p;
}

/** Family-wise level of the sixteen tests (Bonferroni). */
const LEVEL = 0.01;

describe('agents and cohorts of the same types on the six-app benchmark', () => {
  it(`agree in ${REPLICATES} worlds each: 16 two-sample tests, none below .01/16; and find a weight of 1.01`, () => {
    const agents = batch('agents', { seed: 'engines' });
    const p = pValues(agents, batch('cohorts', { seed: 'engines' }));
    expect(p).toHaveLength(16);
    expect(Math.min(...p)).toBeGreaterThan(LEVEL / 16);
    // One app's weight in every choice times 1.01 moves its final share by 2.4 %, seven standard errors of 300 worlds:
    // power above .999.
    const biased = batch('cohorts', { seed: 'engines', fit: Math.log(1.01) });
    expect(Math.min(...pValues(agents, biased))).toBeLessThan(LEVEL / 16);
  }, 120_000);

  it.runIf(LONG)(
    'agree with ten times the users, where 1 % is fifteen standard errors',
    () => {
      const agents = batch('agents', { seed: 'large', size: 10 });
      expect(Math.min(...pValues(agents, batch('cohorts', { seed: 'large', size: 10 })))).toBeGreaterThan(
        LEVEL / 16,
      );
      const biased = batch('cohorts', { seed: 'large', size: 10, fit: Math.log(1.01) });
      expect(Math.min(...pValues(agents, biased))).toBeLessThan(1e-12);
    },
    1_800_000,
  );

  it('docks with 1e9 users as with 10,000: every user is somewhere, and exits come in the same months', () => {
    const raw = parse(text) as Raw;
    raw.agents = 1e9;
    raw.population = { engine: 'cohorts', types: 128 };
    const market = startMarket(legal(raw), 'billion', 0);
    const { tally, cells } = market.state;
    for (let month = 1; month <= market.months; month++) {
      market.step();
      const users = [...tally.users, ...tally.none].reduce((a, b) => a + b, 0);
      expect(users).toBe(1e9);
    }
    expect(cells.agents).toBe(1e9);
    const exit = (j: number) => market.outcome().firms[j].exitMonth ?? 0;
    expect([8, 9]).toContain(exit(5));
    expect([15, 16, 17, 18]).toContain(exit(1));
  });
});

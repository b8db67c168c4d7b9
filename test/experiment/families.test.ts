import { describe, expect, it } from 'vitest';
import { parseScenario, type Scenario, simulate } from '../../sim/index.js';
import { aggregate } from '../../src/experiment/aggregate.js';
import { byFamily, familiesOf } from '../../src/experiment/families.js';
import { inputRows } from '../../src/experiment/inputs.js';
import { summarise } from '../../src/experiment/summarise.js';
import { terminalReport } from '../../src/report/terminal.js';

/** A lone firm that never ends, and copies that live on 10 with a burn of 1, 2 or 10 a month, drawn for each. */
function market(bot: Record<string, unknown> = {}): Scenario {
  const firm = { cash: 10, shock: 0, funding: { shift: -50 }, policy: 'steady' };
  const parsed = parseScenario({
    title: 'Swarm',
    question: 'How many last?',
    currency: 'USD',
    start: '2024-01',
    months: 12,
    world: { inferenceCost: { start: 1 } },
    firms: {
      old: { ...firm, cash: 1e6, fixedCost: 1 },
      bot: { ...firm, copies: 4, fixedCost: 'uniform(0, 2)', ...bot },
    },
    checks: [
      {
        id: 'x.a',
        kind: 'behaviour',
        about: 'Copies are a set.',
        source: 'test',
        measure: 'median(cashOut(bot))',
        target: '<= 4',
      },
      {
        id: 'x.b',
        kind: 'behaviour',
        about: 'A copy.',
        source: 'test',
        measure: "median(life('bot-2'))",
        target: '<= 12',
      },
    ],
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

const worldsOf = (scenario: Scenario, n: number) =>
  Array.from({ length: n }, (_, replicate) => simulate(scenario, 'swarm', replicate));

describe('lines of the summary', () => {
  it('are firms, and families of copies', () => {
    expect(familiesOf(market())).toEqual([
      { id: 'old', members: [0] },
      { id: 'bot', members: [1, 2, 3, 4] },
    ]);
  });

  it('add up moves between copies: 1 ... 25 over (none, old, bot-1, bot-2) and so on', () => {
    const families = [
      { id: 'old', members: [0] },
      { id: 'bot', members: [1, 2] },
    ];
    const matrix = Array.from({ length: 16 }, (_, k) => k);
    // Rows and columns: none 0, old 1, bot 2 + 3.
    expect(byFamily(Float64Array.from(matrix), families)).toEqual([0, 1, 5, 4, 5, 13, 20, 22, 50]);
  });

  it('a pooled share is that over copies and worlds, with as many worlds as there are', () => {
    const scenario = market();
    const worlds = worldsOf(scenario, 50);
    const { bot } = aggregate(scenario, worlds, 50).firms;
    const out = worlds.flatMap(({ firms }) => firms.slice(1)).filter(({ outcome }) => outcome === 'cash-out');
    expect(bot.cashOut.estimate).toBe(out.length / 200);
    expect(bot.cashOut.n).toBe(50);
    expect(bot).toMatchObject({ name: 'bot (4 copies)', copies: 4 });
    expect(bot.survival.atRisk[0]).toBe(200);
    expect(bot.survival.estimate.at(-1)).toBeCloseTo(1 - out.length / 200, 12);
  });

  it('survival counts months from entry, and firms that never enter count nowhere', () => {
    // All copies burn 2 a month: out in the sixth month of their life, whenever they came.
    const scenario = market({ fixedCost: 2, arrivals: 0.2 });
    const worlds = worldsOf(scenario, 40);
    const { bot } = aggregate(scenario, worlds, 40).firms;
    const entered = worlds
      .flatMap(({ firms }) => firms.slice(1))
      .filter(({ entryMonth }) => entryMonth !== null);
    expect(bot.survival.atRisk[0]).toBe(entered.length);
    expect(bot.survival.exits.map((n) => n > 0)).toEqual(Array.from({ length: 12 }, (_, t) => t === 5));
    expect(bot.survival.estimate[5]).toBe(0);
    expect(bot.outcomes.alive.estimate + bot.cashOut.estimate).toBeCloseTo(1, 12);
    expect(bot.cashOut.n).toBe(worlds.filter(({ firms }) => firms[1].entryMonth !== null).length);
  });

  it('the terminal shows one line for 4 copies and says what its interval covers; inputs have one row', () => {
    const scenario = market();
    const outcomes = worldsOf(scenario, 40);
    const worlds = { points: ['base'], replicates: 40, outcomes: () => outcomes };
    const summary = summarise(scenario, worlds, { failed: [], warnings: [] });
    const manifest = { state: 'complete', scenario: 'swarm' } as never;
    const text = terminalReport(summary, manifest, { colour: false, width: 100 });
    expect(text.match(/^bot \(4 copies\) {2}/gm)).toHaveLength(1);
    expect(text).not.toContain('bot-1');
    expect(text).toContain('intervals by worlds');
    expect(summary.checks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
    const paths = inputRows(scenario).map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('.cash'))).toEqual(['firms.old.cash', 'firms.bot.cash']);
  });
});

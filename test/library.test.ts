import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  kaplanMeier,
  latinHypercube,
  loadScenario,
  runBatch,
  runStudy,
  ScenarioError,
  simulate,
  sobolIndices,
  startMarket,
  wilson,
} from '../src/index.js';

const tiny = new URL('./cli/tiny.yaml', import.meta.url);
const folder = fileURLToPath(new URL('./cli/', import.meta.url));

describe('the library', () => {
  it('loads a scenario by URL, path or text, with changes', async () => {
    const [byUrl, byPath] = await Promise.all([
      loadScenario(tiny),
      loadScenario(fileURLToPath(tiny), { set: ['months=3'] }),
    ]);
    expect(byUrl.months.law).toEqual({ kind: 'constant', value: 6 });
    expect(byPath.months.law).toEqual({ kind: 'constant', value: 3 });
    const bad = loadScenario({ text: 'title: 3', file: 'mine' });
    await expect(bad).rejects.toThrow(ScenarioError);
    await expect(bad).rejects.toThrow(/^mine:1:8 title: expected/m);
  });

  it('simulates one world, and month by month the same world', async () => {
    const scenario = await loadScenario(tiny);
    const market = startMarket(scenario, '7', 2);
    for (let month = 1; month <= market.months; month++) market.step();
    expect(market.outcome()).toEqual(simulate(scenario, '7', 2));
  });

  it('runs a batch on threads: the same worlds as one by one, with progress, arms and no failures', async () => {
    const scenario = await loadScenario(tiny);
    const seen: number[] = [];
    const options = { seed: '7', replicates: 3, threads: 2, arms: ['cheap'] };
    const { summary, outcomes, failures, state } = await runBatch(scenario, {
      ...options,
      onProgress: ({ done }) => seen.push(done),
    });
    expect(outcomes.base).toEqual([0, 1, 2].map((replicate) => simulate(scenario, '7', replicate)));
    expect(outcomes.cheap).toEqual(
      [0, 1, 2].map((replicate) => simulate(scenario, '7', replicate, { arm: 'cheap' })),
    );
    expect([failures, state, seen]).toEqual([[], 'complete', [1, 2, 3, 4, 5, 6]]);
    expect([summary.n, summary.arms.cheap.n]).toEqual([3, 3]);
  });

  it('runs own policies by path in its threads, and a world they break fails alone', async () => {
    const text = `{ title: T, question: Q, currency: USD, start: 2024-01, months: 2, people: 100, agents: 10,
      world: { inferenceCost: { start: 1 } }, segments: { all: {} },
      firms: { a: { cash: 1e6, fixedCost: 1 to 10000, tiers: [{}], policy: { module: ./policies/touchy.mjs } } } }`;
    const scenario = await loadScenario({ text, folder });
    const { summary, failures } = await runBatch(scenario, { replicates: 8, threads: 1 });
    expect(failures.length).toBeGreaterThan(0);
    expect(summary.n).toBe(8 - failures.length);
    expect(failures[0]).toMatchObject({
      point: 'base',
      seed: '1',
      message: expect.stringContaining('too dear'),
    });
    const told = summary.failures?.map(({ reason, worlds }) => [reason.includes('too dear'), worlds]);
    expect(told).toEqual([[true, failures.length]]);
  });

  it('stops at a signal and gives what is finished', async () => {
    const stop = new AbortController();
    const scenario = await loadScenario(tiny);
    const onProgress = ({ done }: { done: number }) => done === 4 && stop.abort();
    const { summary, state } = await runBatch(scenario, {
      replicates: 500,
      threads: 1,
      signal: stop.signal,
      onProgress,
    });
    expect(state).toBe(`PARTIAL ${summary.n} of 500`);
    expect(summary.n).toBeGreaterThanOrEqual(4);
    expect(summary.n).toBeLessThan(500);
  });

  // Survival of (1, 2 censored, 3): 2/3, then 0; the incidence of a single cause is one less. Slopes 1 and 0.
  it('has the statistics behind the same door', () => {
    expect(kaplanMeier([1, 2, 3], [1, 0, 1]).median).toBe(3);
    expect(aalenJohansen([1, 2, 3], [1, 0, 1])[0].estimate[2]).toBe(1);
    expect(wilson(0, 10).high).toBeCloseTo(0.277533, 6);
    expect(latinHypercube(4, 2, 'seed')).toHaveLength(4);
    expect(sobolIndices(([x]) => x, 2, 64, 'seed').total[1]).toBe(0);
  });

  it('refuses bad options', async () => {
    const scenario = await loadScenario(tiny);
    await expect(runBatch(scenario, { threads: 0 })).rejects.toThrow(
      'runBatch: expected threads to be a whole number of at least 1, got 0',
    );
    await expect(runBatch(scenario, { arms: ['nope'] })).rejects.toThrow(
      'runBatch: expected an arm of the scenario, got nope',
    );
  });

  it('runs a study as the command line does, whatever the number of threads, and refuses a bad one with its problems', async () => {
    const study = { study: 'compare', scenario: fileURLToPath(tiny), arms: ['cheap'], replicates: 4 };
    const [one, two] = [await runStudy(study, { threads: 1 }), await runStudy(study, { threads: 2 })];
    expect(one).toMatchObject({ study: 'compare', worlds: 8, failed: 0 });
    expect(two).toEqual(one);
    await expect(runStudy({ ...study, setC: [] })).rejects.toThrow('setC');
  }, 60_000);
});

it.each(['bogus', 'Untrusted', null, 3])(
  'an unknown policy level (%j) is refused, as on the command line',
  async (level) => {
    const options = { policyLevel: level as unknown as 'fenced' };
    const said = `expected policyLevel to be one of trusted, fenced, untrusted, got ${JSON.stringify(level)}`;
    const study = { study: 'compare', scenario: 'none.yaml', setB: ['months=2'] };
    await expect(loadScenario({ text: '' }, options)).rejects.toThrow(
      new RangeError(`loadScenario: ${said}`),
    );
    await expect(runStudy(study, options)).rejects.toThrow(new RangeError(`runStudy: ${said}`));
  },
);

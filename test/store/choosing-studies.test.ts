import { describe, expect, it } from 'vitest';
import type { PlacedProblem } from '../../src/source/place.js';
import { ScenarioError } from '../../src/store/scenario-file.js';
import { openStudy } from '../../src/store/study-file.js';

const PRICE = 'firms.wawa.tiers.1.price';
const locate = () => ({ line: 1, column: 1, where: 'study.yaml' });

async function problemsOf(fields: Readonly<Record<string, unknown>>): Promise<readonly PlacedProblem[]> {
  const value = { scenario: 'startup-20m.yaml', agents: 100, ...fields };
  try {
    await openStudy({ value, folder: 'scenarios', locate });
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}

describe('a study in which firms choose', () => {
  it('opens with factors of its firm alone', async () => {
    expect(await problemsOf({ study: 'best-response', factors: { [PRICE]: '10 to 120' } })).toEqual([]);
  });

  it('refuses a second firm in a best response', async () => {
    const factors = { [PRICE]: '10 to 120', 'firms.ruien.tiers.1.price': '10 to 120' };
    expect(await problemsOf({ study: 'best-response', factors })).toMatchObject([
      { path: ['firms'], expected: 'one firm that responds' },
    ]);
    expect(await problemsOf({ study: 'equilibrium', factors })).toEqual([]);
  });

  it('refuses a change X of a field that a firm chooses, which would overwrite it', async () => {
    const study = { study: 'equilibrium', factors: { [PRICE]: '10 to 120' } };
    expect(await problemsOf({ ...study, setB: [`${PRICE}=10`] })).toMatchObject([
      { path: ['setB', 0], expected: 'a field that no firm chooses' },
    ]);
    expect(await problemsOf({ ...study, setB: ['firms.ruien.tiers.1.price=10'] })).toEqual([]);
  });

  it('plays in one arm at most', async () => {
    const study = { study: 'equilibrium', factors: { [PRICE]: '10 to 120' } };
    expect(await problemsOf({ ...study, arms: ['noRevenue', 'giantsAbsent'] })).toMatchObject([
      { path: ['arms', 1], expected: 'one arm at most' },
    ]);
  });
});

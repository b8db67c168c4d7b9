import { describe, expect, it } from 'vitest';
import { inputRows, lawText, middleOf } from '../../src/experiment/inputs.js';
import { loadScenario } from '../../src/index.js';

describe('the inputs of a scenario', () => {
  it('are listed as written, with tag, source and note', async () => {
    const set = ['firms.thrifty.cash=5.5 M [P sec] closed in May'];
    const rows = inputRows(await loadScenario(new URL('../cli/tiny.yaml', import.meta.url), { set }));
    const row = (path: string) => rows.find((one) => one.path === path);
    expect(row('firms.thrifty.cash')).toEqual({
      path: 'firms.thrifty.cash',
      value: '5.5 M',
      unit: 'currency',
      about: 'Cash before the first month.',
      tag: 'P',
      source: 'sec',
      note: 'closed in May',
    });
    expect(row('firms.lavish.fixedCost')).toMatchObject({ value: '4 k to 8 k', tag: 'none', source: '' });
    expect(row('firms.thrifty.tiers.0.price')).toMatchObject({ value: '5', tag: 'none' });
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
  });

  it('are assumptions where the scenario is silent, unless the default has a text behind it', async () => {
    const rows = inputRows(await loadScenario(new URL('../cli/tiny.yaml', import.meta.url)));
    const row = (path: string) => rows.find((one) => one.path === path);
    expect(row('world.inferenceCost.tenfold')).toMatchObject({
      value: '42',
      tag: 'L',
      source: 'article S0: 2-5 years',
    });
    const defaults = rows.filter(({ note }) => note.startsWith('default: '));
    expect(new Set(defaults.map(({ tag }) => tag))).toEqual(new Set(['A', 'L', '']));
    for (const { tag, source } of defaults.filter(({ tag }) => tag !== ''))
      expect(tag).toBe(/^(our assumption|normalisation|$)/.test(source) ? 'A' : 'L');
  });

  it('that only set the run have no tag', async () => {
    const rows = inputRows(await loadScenario(new URL('../cli/tiny.yaml', import.meta.url)));
    const settings = rows.filter(({ tag }) => tag === '').map(({ path }) => path);
    expect(settings).toEqual(expect.arrayContaining(['months', 'agents', 'replicates']));
    expect(settings.filter((path) => /price|cash|Cost/.test(path))).toEqual([]);
  });

  it('have a middle and a text for every law', () => {
    const laws = [
      [{ kind: 'constant', value: 3 }, 3, '3'],
      [{ kind: 'interval', low: 4, high: 9 }, 6, '4 to 9'], // both ends above 0: lognormal, geometric mean
      [{ kind: 'interval', low: -4, high: 8 }, 2, '-4 to 8'],
      [{ kind: 'normal', mean: 1, sd: 2 }, 1, 'normal(1, 2)'],
      [{ kind: 'lognormal', median: 5, sigma: 1 }, 5, 'lognormal(5, 1)'],
      [{ kind: 'uniform', low: 0, high: 1 }, 0.5, 'uniform(0, 1)'],
      [{ kind: 'triangular', low: 0, mode: 1, high: 5 }, 1, 'triangular(0, 1, 5)'],
    ] as const;
    for (const [law, middle, text] of laws) expect([middleOf({ law }), lawText(law)]).toEqual([middle, text]);
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadScenario, runBatch } from '../../src/index.js';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

/** Sixteen worlds of a few users: too few for verdicts, enough to see that every check can be measured. */
const SMALL = { replicates: 16, threads: 2 };

describe.each(files)('a small batch of scenarios/%s', (file) => {
  test('measures every check, and pure arithmetic passes whatever the batch', async () => {
    const scenario = await loadScenario(new URL(file, FOLDER), { set: ['agents=800'] });
    const { summary, failures } = await runBatch(scenario, { ...SMALL, arms: Object.keys(scenario.arms) });
    expect(failures).toEqual([]);
    for (const { id, kind, measure, found, verdict } of summary.checks) {
      expect(`${id}: ${found === null ? 'not measured' : 'measured'}`).toBe(`${id}: measured`);
      if (kind === 'identity' && !/[a-z]\w*\(/.test(measure)) expect(`${id}: ${verdict}`).toBe(`${id}: pass`);
    }
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../sim/index.js';
import { runInMemory } from '../../src/experiment/batch.js';
import { loadScenario } from '../../src/index.js';
import { inlinePool } from '../../src/pool/inline.js';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

/** Sixteen worlds of a few users: too few for verdicts, enough to see that every check can be measured. */
const REPLICATES = 16;

describe.each(files)('a small batch of scenarios/%s', (file) => {
  test('measures every check, and pure arithmetic passes whatever the batch', async () => {
    const scenario = await loadScenario(new URL(file, FOLDER), { set: ['agents=800'] });
    const pool = inlinePool(
      (point, replicate) => simulate(scenario, '1', replicate, point === 'base' ? {} : { arm: point }),
      '1',
    );
    const arms = Object.keys(scenario.arms);
    const { summary, failures } = await runInMemory(scenario, pool, { replicates: REPLICATES, arms });
    expect(failures).toEqual([]);
    for (const { id, kind, measure, found, verdict } of summary.checks) {
      expect(`${id}: ${found === null ? 'not measured' : 'measured'}`).toBe(`${id}: measured`);
      if (kind === 'identity' && !/[a-z]\w*\(/.test(measure)) expect(`${id}: ${verdict}`).toBe(`${id}: pass`);
    }
  });
});

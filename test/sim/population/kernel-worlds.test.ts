import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Outcome, simulate } from '../../../sim/index.js';
import { loadFile } from '../../../src/store/scenario-file.js';

/** An outcome as text; -0 and NaN stay apart. */
function textOf(outcome: Outcome): string {
  return JSON.stringify(outcome, (_, value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer).toString('base64')
      : Object.is(value, -0)
        ? '-0'
        : value,
  );
}

describe('the SIMD kernel', () => {
  const folder = join(import.meta.dirname, '../../../scenarios');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    it(`lives ${file} as the oracle does, to the byte`, async () => {
      const { scenario } = await loadFile(join(folder, file), ['agents=2000']);
      for (let replicate = 0; replicate < 2; replicate++) {
        expect(textOf(simulate(scenario, 'kernel', replicate))).toBe(
          textOf(simulate(scenario, 'kernel', replicate, { population: 'plain' })),
        );
      }
    });
  }
});

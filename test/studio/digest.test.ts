import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalBytes } from '../../src/experiment/result-hash.js';
import { digestOf, resultHash } from '../../src/studio/digest.js';
import { fakeOutcome } from '../experiment/fake.js';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const outcomes = [0, 1, 2].map((replicate) => fakeOutcome(replicate));

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['with the SHA-256 of the browser', {}],
  ['where a page has none (another machine, without https)', { crypto: undefined }],
])('the result hash %s', (_, globals: Record<string, unknown>) => {
  it('is that of node:crypto over a line for each world, in order of replicates', async () => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    const digests = await Promise.all(outcomes.map((outcome) => digestOf('base', outcome)));
    expect(digests.map(({ digest }) => digest)).toEqual(
      outcomes.map((outcome) => sha256(canonicalBytes(outcome))),
    );
    const lines = digests.map(({ digest }, k) => `base ${k} ${digest}\n`).join('');
    expect(await resultHash([digests[2], digests[0], digests[1]])).toBe(sha256(lines));
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../sim/index.js';
import { canonicalBytes, resultText } from '../../src/experiment/result-hash.js';
import { firmOutcome } from './firm-outcome.js';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Eight bytes of a double in hex, most significant first. */
function hexOf(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(at, at + 8))
    .reverse()
    .toString('hex');
}

function world(months: readonly number[], cash = 1): Outcome {
  return {
    replicate: 7,
    firms: [firmOutcome('a', { finalCash: cash })],
    months: Float64Array.from(months),
    market: new Float64Array(1),
    moves: new Float64Array(4),
    origins: new Float64Array(4),
  };
}

describe('the canonical bytes of a world', () => {
  it('begin with the length of the head and the head, and end with the columns as IEEE 754 doubles', () => {
    const bytes = canonicalBytes(world([1, -0]));
    const head = '[7,[["a","alive",""]]]';
    expect(new DataView(bytes.buffer).getUint32(0, true)).toBe(head.length);
    expect(Buffer.from(bytes.subarray(4, 4 + head.length)).toString()).toBe(head);
    // after the two months come 1 + 4 + 4 doubles; 1 is 3ff00... and -0 is 8000... in IEEE 754
    const months = bytes.length - 8 * (2 + 1 + 4 + 4);
    expect([hexOf(bytes, months), hexOf(bytes, months + 8)]).toEqual([
      '3ff0000000000000',
      '8000000000000000',
    ]);
  });

  it('tell the last bit of a number, and have one pattern for every NaN', () => {
    expect(sha256(canonicalBytes(world([1])))).not.toBe(sha256(canonicalBytes(world([1 + Number.EPSILON]))));
    expect(sha256(canonicalBytes(world([1], 2)))).not.toBe(sha256(canonicalBytes(world([1], 3))));
    const other = world([0]);
    new BigUint64Array(other.months.buffer)[0] = 0xfff8000000000abcn;
    expect(sha256(canonicalBytes(other))).toBe(sha256(canonicalBytes(world([Number.NaN]))));
  });

  it('are the same wherever the columns lie in memory', () => {
    const whole = Float64Array.from([9, 1, 2, 9]);
    const part = { ...world([1, 2]), months: whole.subarray(1, 3) };
    expect(canonicalBytes(part)).toEqual(canonicalBytes(world([1, 2])));
  });
});

describe('the result text', () => {
  it('has a line a world', () => {
    expect(
      resultText([
        { point: 'base', replicate: 0, digest: 'aa' },
        { point: 'cheap', replicate: 0, digest: 'bb' },
      ]),
    ).toBe('base 0 aa\ncheap 0 bb\n');
  });
});

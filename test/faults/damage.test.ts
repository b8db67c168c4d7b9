/** A part that lost its end, or in which one bit is another, is never used. Exhaustive over a small part. */
import { describe, expect, it } from 'vitest';
import { DamagedPart, decodePart, encodePart } from '../../src/store/part.js';
import { fakeOutcome } from '../experiment/fake.js';

const bytes = encodePart([fakeOutcome(0)], { fingerprint: 'f00', point: 'base' });

function isDetected(damaged: Uint8Array): boolean {
  try {
    decodePart(damaged);
    return false;
  } catch (error) {
    if (error instanceof DamagedPart) return true;
    throw error;
  }
}

describe(`a part of ${bytes.length} bytes`, () => {
  it('is refused at every length it can be cut to', () => {
    const lengths = Array.from({ length: bytes.length }, (_, length) => length);
    expect(lengths.filter((length) => !isDetected(bytes.subarray(0, length)))).toEqual([]);
  });

  it('is refused with every single bit flipped', () => {
    const missed: number[] = [];
    const damaged = Uint8Array.from(bytes);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      damaged[bit >> 3] ^= 1 << (bit & 7);
      if (!isDetected(damaged)) missed.push(bit);
      damaged[bit >> 3] ^= 1 << (bit & 7);
    }
    expect(missed).toEqual([]);
    expect(isDetected(damaged)).toBe(false);
  });
});

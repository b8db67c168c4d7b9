import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedPart, decodePart, encodePart, readHeader } from '../../src/store/part.js';
import { fakeOutcome } from '../experiment/fake.js';

const of = { fingerprint: 'f00', point: 'base' };
const outcomes = [fakeOutcome(0), fakeOutcome(1), fakeOutcome(5)];
const bytes = encodePart(outcomes, of);

describe('a part', () => {
  it('gives back the worlds it was made of', () => {
    const read = decodePart(bytes);
    expect(read.outcomes).toEqual(outcomes);
    expect(read.header).toMatchObject({ ...of, replicates: [0, 1, 5], firms: ['dies', 'lives'] });
  });

  it('keeps every double to the bit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
        const outcome = { ...fakeOutcome(0), months: Float64Array.from(values) };
        const [read] = decodePart(encodePart([outcome], of)).outcomes;
        expect([...read.months].every((value, k) => Object.is(value, values[k]))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused at every length it can be cut to', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(() => readHeader(bytes.subarray(0, length))).toThrow(DamagedPart);
    }
  });

  it('is refused when something is added', () => {
    expect(() => readHeader(Buffer.concat([bytes, Buffer.from([0])]))).toThrow(DamagedPart);
  });

  it('is refused when any bit is flipped', () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const damaged = Uint8Array.from(bytes);
      damaged[bit >> 3] ^= 1 << (bit & 7);
      expect(() => readHeader(damaged), `bit ${bit}`).toThrow(DamagedPart);
    }
  });
});

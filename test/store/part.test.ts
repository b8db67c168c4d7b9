import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedPart, decodePart, encodePart, readHeader, worldBytes } from '../../src/store/part.js';
import { fakeOutcome } from '../experiment/fake.js';

const of = { fingerprint: 'f00', point: 'base' };
const outcomes = [fakeOutcome(0), fakeOutcome(1), fakeOutcome(5)];
const bytes = encodePart(outcomes, of);

/** A part put together by the header of part.ts alone: this text, these doubles, a checksum that fits. */
function sealed(header: string, doubles: Uint8Array): Uint8Array {
  const text = Buffer.from(header);
  const filled = Buffer.concat([text, Buffer.from(' '.repeat((8 - ((12 + text.length) % 8)) % 8))]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(filled.length);
  const content = Buffer.concat([Buffer.from('AFTRBRN1'), length, filled, doubles]);
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

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

  it('says why it cannot be used: too short, changed, or of another version', () => {
    expect(() => readHeader(bytes.subarray(0, 43))).toThrow('too short');
    expect(() => readHeader(bytes.subarray(0, 44))).toThrow('the checksum does not fit');
    const content = Buffer.from(bytes.subarray(0, -32));
    content.write('AFTRBRN2', 0, 'latin1');
    const other = Buffer.concat([content, createHash('sha256').update(content).digest()]);
    expect(() => readHeader(other)).toThrow('not a part of this version');
  });

  it('is laid out as its header says: name, length, text filled up with spaces to 8 bytes, doubles, checksum', () => {
    const { header, start } = readHeader(bytes);
    expect(Buffer.from(bytes).toString('latin1', 0, 8)).toBe('AFTRBRN1');
    expect(Buffer.from(bytes).readUInt32LE(8)).toBe(start - 12);
    expect(Buffer.from(bytes).toString('utf8', 12, start)).toMatch(/^\{.*\} {0,7}$/);
    expect(start % 8).toBe(0);
    expect(bytes.length).toBe(start + 3 * worldBytes(outcomes[0]) + 32);
    const { months, market, moves, origins } = outcomes[0];
    expect(header.lengths).toEqual([months.length, market.length, moves.length, origins.length]);
    // world 0 has the only cash-out; causes are sorted
    expect(header.causes).toEqual([...header.causes].sort());
    expect(header.causes).toContain('advertising');
  });

  it('writes doubles with their lowest byte first, wherever it is written', () => {
    const { start } = readHeader(bytes);
    const { exitMonth } = outcomes[0].firms[0];
    // status, cause, then entry, exit and listing month: the fourth number of the first firm
    expect(Buffer.from(bytes).readDoubleLE(start + 3 * 8)).toBe(exitMonth);
  });

  it('leaves months that never came empty', () => {
    const [{ firms }] = decodePart(bytes).outcomes;
    expect([firms[0].exitMonth, firms[1].exitMonth, firms[1].listedMonth]).toEqual([2, null, null]);
  });

  it('holds its worlds beside one another: a part of one is as long as the part of each', () => {
    for (const outcome of outcomes) {
      const one = encodePart([outcome], of);
      expect(decodePart(one).outcomes).toEqual([outcome]);
      expect(one.length - readHeader(one).start - 32).toBe(worldBytes(outcome));
    }
  });

  it('takes no more memory for its worlds than their doubles', () => {
    const [{ months }] = decodePart(bytes).outcomes;
    expect(months.buffer.byteLength).toBe(3 * worldBytes(outcomes[0]));
  });
});

describe('a part under a good checksum', () => {
  const { header, start } = readHeader(bytes);
  const doubles = bytes.subarray(start, -32);

  it('is the same bytes, whoever put it together', () => {
    expect(Buffer.from(bytes).equals(sealed(JSON.stringify(header), doubles))).toBe(true);
    const names = { ...header, firms: ['Möwe', '小红书'] };
    expect(readHeader(sealed(JSON.stringify(names), doubles)).header.firms).toEqual(['Möwe', '小红书']);
  });

  it.each(['no JSON', '', 'null', '[]', '{}', '{"fingerprint": "f00"'])(
    'is refused if its header is %j',
    (text) => {
      expect(() => readHeader(sealed(text, doubles))).toThrow(new DamagedPart('its header is none'));
    },
  );

  it.each([
    ...[{ fingerprint: 5 }, { point: '../base' }, { replicates: [-1] }, { firms: 'dies' }],
    ...[{ causes: [null] }, { lengths: ['1'] }, { lengths: undefined }],
  ])('is refused if its header says %j', (change) => {
    const text = JSON.stringify({ ...header, ...change });
    expect(() => readHeader(sealed(text, doubles))).toThrow(new DamagedPart('its header is none'));
  });

  it.each([
    { replicates: [0, 1] },
    { replicates: [0, 1, 5, 6] },
    { firms: ['dies'] },
    { lengths: [1, 1, 1, 1] },
  ])('is refused if its header says %j and as many doubles do not follow', (change) => {
    const text = JSON.stringify({ ...header, ...change });
    expect(() => decodePart(sealed(text, doubles))).toThrow(
      new DamagedPart('not as long as its header says'),
    );
  });
});

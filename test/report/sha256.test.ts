import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Base64, sha256Hex } from '../../src/report/sha256.js';

describe('sha256Base64', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 1000, 100_001])('of %i letters is what OpenSSL says', (length) => {
    const text = 'é€a'.repeat(length).slice(0, length);
    expect(sha256Base64(text)).toBe(createHash('sha256').update(text).digest('base64'));
  });
  it('of "abc" is the vector of FIPS 180-4', () => {
    const hex = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256Base64('abc')).toBe(Buffer.from(hex, 'hex').toString('base64'));
  });
});

describe('sha256Hex', () => {
  it.each([0, 55, 64, 4096])('of %i bytes is what OpenSSL says', (length) => {
    const bytes = Uint8Array.from({ length }, (_, k) => (k * 37) % 256);
    expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

/**
 * SHA-256 of a text in base64, for the Content-Security-Policy of the report: FIPS 180-4, section 6.2.
 * Our own because the report is made in Node and in a browser tab, and `crypto.subtle` is asynchronous and absent
 * on file:// pages. About 30 ms for the 1.5 MB of plotly.
 */

const PRIMES = firstPrimes(64);
const ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function firstPrimes(howMany: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < howMany; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** First 32 bits of the fraction. */
function fraction(x: number): number {
  return Math.floor((x - Math.floor(x)) * 2 ** 32);
}

/** Message with the 1 bit, zeros and its length in bits, a multiple of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return view;
}

function rotate(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}

function fillSchedule(words: Uint32Array, view: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) words[t] = view.getUint32(offset + 4 * t);
  for (let t = 16; t < 64; t++) {
    const [a, b] = [words[t - 15], words[t - 2]];
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words[t] = words[t - 16] + small0 + words[t - 7] + small1;
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + ROUND[t] + words[t]) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] += word;
  });
}

/** The eight words of the SHA-256 of some bytes. */
function wordsOf(message: Uint8Array): Uint32Array {
  const view = padded(message);
  const state = START.slice();
  const words = new Uint32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    fillSchedule(words, view, offset);
    compress(state, words);
  }
  return state;
}

/** Base64 (44 characters) of the SHA-256 of the text in UTF-8. */
export function sha256Base64(text: string): string {
  let binary = '';
  for (const word of wordsOf(new TextEncoder().encode(text)))
    for (const shift of [24, 16, 8, 0]) binary += String.fromCharCode((word >>> shift) & 255);
  return btoa(binary);
}

/** The SHA-256 of some bytes as 64 hex digits. */
export function sha256Hex(message: Uint8Array): string {
  return Array.from(wordsOf(message), (word) => word.toString(16).padStart(8, '0')).join('');
}

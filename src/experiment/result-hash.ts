/**
 * The result hash of a batch: SHA-256 over one line a world, `point replicate digest`, in the order of points and
 * replicates, where a digest is the SHA-256 of the world's canonical bytes. The command line and a browser tab that
 * show the same hash have lived the same worlds, to the last bit of every number.
 *
 * SHA-256 itself comes from the caller: Node and browsers have fast ones, and the browser's is asynchronous. The bytes
 * of a world of 14 firms and 36 months are about 120 kB and take about a quarter of a millisecond.
 */
import { OUTCOME_MONTHS, OUTCOME_NUMBERS, type Outcome } from '../../sim/index.js';

/** A world by the SHA-256 of its canonical bytes, 64 hex digits. */
export interface WorldDigest {
  readonly point: string;
  readonly replicate: number;
  readonly digest: string;
}

const NOT_A_NUMBER = 0x7ff8000000000000n;
/** Does this machine keep doubles as the bytes have them? */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Doubles as bytes: little-endian, one pattern for every NaN. Columns are copied as they lie in memory, where they may. */
function writeDoubles(
  view: DataView,
  offset: number,
  parts: readonly (readonly number[] | Float64Array)[],
): void {
  let start = offset;
  for (const part of parts) {
    const isCopied = IS_LITTLE && part instanceof Float64Array;
    if (isCopied) {
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      new Uint8Array(view.buffer).set(bytes, start);
    }
    for (let k = 0; k < part.length; k++) {
      const value = part[k];
      if (Number.isNaN(value)) view.setBigUint64(start + 8 * k, NOT_A_NUMBER, true);
      else if (!isCopied) view.setFloat64(start + 8 * k, value, true);
    }
    start += 8 * part.length;
  }
}

/**
 * A world as bytes that are the same on every machine and engine: length of the head (u32, little-endian), head as JSON
 * in UTF-8 (replicate, and name, outcome and cause of every firm), then doubles: per firm its months (0 for none), numbers
 * and ledger; then months, market, moves, origins.
 */
export function canonicalBytes({ replicate, firms, months, market, moves, origins }: Outcome): Uint8Array {
  const head = new TextEncoder().encode(
    JSON.stringify([replicate, firms.map((firm) => [firm.firm, firm.outcome, firm.proximateCause])]),
  );
  const rows = firms.map((firm) => [
    ...OUTCOME_MONTHS.map((name) => firm[name] ?? 0),
    ...OUTCOME_NUMBERS.map((name) => firm[name]),
    ...firm.ledger,
  ]);
  const parts = [...rows, months, market, moves, origins];
  const start = 4 + head.length;
  const bytes = new Uint8Array(start + 8 * parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  bytes.set(head, 4);
  writeDoubles(view, start, parts);
  return bytes;
}

/** The line of a world in the text whose SHA-256 is the result hash. */
export function resultLine({ point, replicate, digest }: WorldDigest): string {
  return `${point} ${replicate} ${digest}\n`;
}

/** The text whose SHA-256 is the result hash. @param worlds by points, `base` first, then by replicate */
export function resultText(worlds: readonly WorldDigest[]): string {
  return worlds.map(resultLine).join('');
}

/**
 * A part: some replicates of one point as bytes. Header in JSON, then raw little-endian doubles, then SHA-256 of
 * everything before. Any truncation and any changed bit is detected, because the checksum ends the file.
 *
 *   MAGIC (8 bytes) | header length (u32) | header, padded with spaces so that the numbers lie on 8 bytes |
 *   per replicate: F x FIRM_NUMBERS, months, market, moves, origins | sha256 (32 bytes)
 */
import { createHash } from 'node:crypto';
import {
  type FirmOutcome,
  LEDGER_LINES,
  OUTCOME_MONTHS,
  OUTCOME_NUMBERS,
  type Outcome,
  STATUS,
} from '../../sim/index.js';
import { type JsonKind, shapedJson } from './json-shape.js';

const MAGIC = 'AFTRBRN1';
const FIRM_NUMBERS = 2 + OUTCOME_MONTHS.length + OUTCOME_NUMBERS.length + LEDGER_LINES.length;
const CHECKSUM = 32;

/** What a part says of itself. */
export interface PartHeader {
  readonly fingerprint: string;
  readonly point: string;
  /** In the order of the numbers, ascending. */
  readonly replicates: readonly number[];
  readonly firms: readonly string[];
  /** Proximate causes that occur; firms refer to them by position. */
  readonly causes: readonly string[];
  /** Doubles per replicate: months, market, moves, origins. */
  readonly lengths: readonly [number, number, number, number];
}

const HEADER: Readonly<Record<string, JsonKind>> = {
  fingerprint: 'text',
  point: 'point',
  replicates: 'counts',
  firms: 'texts',
  causes: 'texts',
  lengths: 'counts',
};

/** Why a part cannot be used. */
export class DamagedPart extends Error {}

function firmNumbers(firm: FirmOutcome, causes: readonly string[]): number[] {
  return [
    STATUS.indexOf(firm.outcome),
    causes.indexOf(firm.proximateCause),
    ...OUTCOME_MONTHS.map((month) => firm[month] ?? 0),
    ...OUTCOME_NUMBERS.map((name) => firm[name]),
    ...firm.ledger,
  ];
}

function firmFrom(
  numbers: Float64Array,
  header: PartHeader,
  place: { at: number; firm: number },
): FirmOutcome {
  const [status, cause, ...others] = numbers.subarray(place.at, place.at + FIRM_NUMBERS);
  const afterMonths = OUTCOME_MONTHS.length;
  const months = OUTCOME_MONTHS.map((name, k) => [name, others[k] || null]);
  const amounts = OUTCOME_NUMBERS.map((name, k) => [name, others[afterMonths + k]]);
  return {
    firm: header.firms[place.firm],
    outcome: STATUS[status],
    proximateCause: header.causes[cause],
    ...(Object.fromEntries(months) as Pick<FirmOutcome, (typeof OUTCOME_MONTHS)[number]>),
    ...(Object.fromEntries(amounts) as Pick<FirmOutcome, (typeof OUTCOME_NUMBERS)[number]>),
    ledger: others.slice(afterMonths + OUTCOME_NUMBERS.length),
  };
}

function headerOf(outcomes: readonly Outcome[], of: { fingerprint: string; point: string }): PartHeader {
  const [{ firms, months, market, moves, origins }] = outcomes;
  return {
    fingerprint: of.fingerprint,
    point: of.point,
    replicates: outcomes.map(({ replicate }) => replicate),
    firms: firms.map(({ firm }) => firm),
    causes: [
      ...new Set(outcomes.flatMap((outcome) => outcome.firms.map((firm) => firm.proximateCause))),
    ].sort(),
    lengths: [months.length, market.length, moves.length, origins.length],
  };
}

const LITTLE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Copies the bytes of doubles out of a part or into it, whatever the byte order of the machine: its own may be the other. */
function copyDoubles(from: Uint8Array, to: Uint8Array): void {
  to.set(from);
  if (!LITTLE) Buffer.from(to.buffer, to.byteOffset, to.byteLength).swap64();
}

/** Bytes that a world takes in a part, header and checksum left out. */
export function worldBytes({ firms, months, market, moves, origins }: Outcome): number {
  return 8 * (firms.length * FIRM_NUMBERS + months.length + market.length + moves.length + origins.length);
}

/**
 * Bytes of a part.
 * @param outcomes at least one, in replicate order, all of the same scenario
 */
export function encodePart(
  outcomes: readonly Outcome[],
  of: { readonly fingerprint: string; readonly point: string },
): Uint8Array {
  const header = headerOf(outcomes, of);
  const text = Buffer.from(JSON.stringify(header));
  const start = Math.ceil((12 + text.length) / 8) * 8;
  const perReplicate = numbersOf(header);
  const end = start + outcomes.length * perReplicate * 8;
  const bytes = Buffer.alloc(end + CHECKSUM, 0x20);
  bytes.write(MAGIC);
  bytes.writeUInt32LE(start - 12, 8);
  bytes.set(text, 12);
  const numbers = new Float64Array(outcomes.length * perReplicate);
  let at = 0;
  const put = (values: ArrayLike<number>) => {
    numbers.set(values, at);
    at += values.length;
  };
  for (const outcome of outcomes) {
    for (const firm of outcome.firms) put(firmNumbers(firm, header.causes));
    for (const array of [outcome.months, outcome.market, outcome.moves, outcome.origins]) put(array);
  }
  copyDoubles(new Uint8Array(numbers.buffer), bytes.subarray(start, end));
  bytes.set(createHash('sha256').update(bytes.subarray(0, end)).digest(), end);
  return bytes;
}

/**
 * Checks a part and reads its header.
 * @throws DamagedPart if a byte is missing, added or changed
 */
export function readHeader(bytes: Uint8Array): { header: PartHeader; start: number } {
  if (bytes.length < 12 + CHECKSUM) throw new DamagedPart('too short');
  const end = bytes.length - CHECKSUM;
  const checksum = createHash('sha256').update(bytes.subarray(0, end)).digest();
  if (!checksum.equals(bytes.subarray(end))) throw new DamagedPart('the checksum does not fit');
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.toString('latin1', 0, 8) !== MAGIC) throw new DamagedPart('not a part of this version');
  const start = 12 + view.readUInt32LE(8);
  // a checksum that fits says that who wrote the part meant it, not that it is one
  const header = shapedJson<PartHeader>(view.toString('utf8', 12, start), HEADER);
  if (!header) throw new DamagedPart('its header is none');
  if (start + header.replicates.length * numbersOf(header) * 8 !== end)
    throw new DamagedPart('not as long as its header says');
  return { header, start };
}

/** Doubles of a replicate. */
function numbersOf({ firms, lengths }: PartHeader): number {
  return firms.length * FIRM_NUMBERS + lengths.reduce((sum, n) => sum + n, 0);
}

/**
 * Outcomes of a part, in replicate order.
 * @throws DamagedPart if a byte is missing, added or changed
 */
export function decodePart(bytes: Uint8Array): { header: PartHeader; outcomes: Outcome[] } {
  const { header, start } = readHeader(bytes);
  const end = bytes.length - CHECKSUM;
  const numbers = new Float64Array((end - start) / 8);
  copyDoubles(bytes.subarray(start, end), new Uint8Array(numbers.buffer));
  let at = 0;
  const take = (length: number) => {
    at += length;
    return numbers.subarray(at - length, at);
  };
  const outcomes = header.replicates.map((replicate) => {
    const rows = at;
    at += header.firms.length * FIRM_NUMBERS;
    const [months, market, moves, origins] = header.lengths.map(take);
    const firms = header.firms.map((_, firm) =>
      firmFrom(numbers, header, { at: rows + firm * FIRM_NUMBERS, firm }),
    );
    return { replicate, firms, months, market, moves, origins };
  });
  return { header, outcomes };
}

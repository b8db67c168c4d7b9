/**
 * Which replicates the parts of a folder hold, and in which file each lies. Pages of 1,024 replicates, 4 bytes each, so
 * a million worlds take 4 MB; a Map entry for each would take fifteen times that.
 */
import { join } from 'node:path';
import type { Outcome } from '../../sim/index.js';
import { atPath, type Disk } from './disk.js';
import { DamagedPart, decodePart, type PartHeader, readHeader } from './part.js';

const PAGE = 1024;

/** Parts that are kept decoded while reading in replicate order; resumed runs may alternate between a few. */
const OPEN_PARTS = 3;

export interface PartIndex {
  /** A replicate that is there already stays where it is. */
  add(part: { readonly point: string; readonly replicates: readonly number[]; readonly file: string }): void;
  /** The file of a replicate; undefined if it is not there. */
  fileOf(point: string, replicate: number): string | undefined;
  /** Replicates of a point that are there, in no order. */
  held(point: string): number[];
  /** Points that have any, in the order they came. */
  points(): string[];
}

/** An empty index. */
export function makeIndex(): PartIndex {
  const files: string[] = [];
  const pages = new Map<string, Map<number, Uint32Array>>();
  const pageOf = (point: string, replicate: number) => pages.get(point)?.get(Math.floor(replicate / PAGE));
  const madePage = (point: string, replicate: number) => {
    const own = pages.get(point) ?? new Map<number, Uint32Array>();
    const page = own.get(Math.floor(replicate / PAGE)) ?? new Uint32Array(PAGE);
    pages.set(point, own.set(Math.floor(replicate / PAGE), page));
    return page;
  };
  return {
    add({ point, replicates, file }) {
      files.push(file);
      for (const replicate of replicates) {
        const page = madePage(point, replicate);
        if (page[replicate % PAGE] === 0) page[replicate % PAGE] = files.length;
      }
    },
    fileOf: (point, replicate) => files[(pageOf(point, replicate)?.[replicate % PAGE] ?? 0) - 1],
    held: (point) =>
      [...(pages.get(point) ?? [])].flatMap(([number, page]) =>
        Array.from(page, (file, k) => (file > 0 ? number * PAGE + k : -1)).filter((at) => at >= 0),
      ),
    points: () => [...pages.keys()],
  };
}

/** The parts of a folder. */
export interface FoundParts {
  readonly index: PartIndex;
  /** File names of the valid parts, ascending. */
  readonly valid: readonly string[];
  /** File names of parts that are cut, changed or of another run, ascending. */
  readonly damaged: readonly string[];
  /** File names of valid parts that hold other worlds than their name says, ascending. */
  readonly misnamed: readonly string[];
  /** File names of valid parts with a world that a part before them holds too, ascending. */
  readonly repeating: readonly string[];
}

/** A part is named by its point and its first and last world; worlds between may be missing. */
function isNamed(name: string, { point, replicates }: PartHeader): boolean {
  const [, own, first, last] = /^(.*)-(\d+)-(\d+)\.part$/.exec(name) ?? [];
  const isWithin = (replicate: number) => replicate >= Number(first) && replicate <= Number(last);
  return own === point && replicates.every(isWithin);
}

/**
 * Reads every part of a folder and checks its checksum; costs one read of the whole folder.
 * @throws DiskError
 */
export function findParts(disk: Disk, parts: string, fingerprint: string): FoundParts {
  const index = makeIndex();
  const valid: string[] = [];
  const damaged: string[] = [];
  const misnamed: string[] = [];
  const repeating: string[] = [];
  const names = atPath(parts, () => disk.readdirSync(parts).map(String));
  for (const name of names.filter((each) => each.endsWith('.part')).sort()) {
    const header = headerOf(disk, join(parts, name), fingerprint);
    (header ? valid : damaged).push(name);
    if (!header) continue;
    if (!isNamed(name, header)) misnamed.push(name);
    if (header.replicates.some((replicate) => index.fileOf(header.point, replicate))) repeating.push(name);
    index.add({ ...header, file: join(parts, name) });
  }
  return { index, valid, damaged, misnamed, repeating };
}

function headerOf(disk: Disk, file: string, fingerprint: string): PartHeader | undefined {
  try {
    const { header } = readHeader(atPath(file, () => disk.readFileSync(file) as Uint8Array));
    return header.fingerprint === fingerprint ? header : undefined;
  } catch (error) {
    if (!(error instanceof DamagedPart)) throw error;
    return undefined;
  }
}

/** Reads parts whole and keeps the last few. */
function partReader(disk: Disk): (file: string) => Map<number, Outcome> {
  const open = new Map<string, Map<number, Outcome>>();
  return (file) => {
    const known = open.get(file);
    if (known) return known;
    const bytes = atPath(file, () => disk.readFileSync(file) as Uint8Array);
    const read = new Map(decodePart(bytes).outcomes.map((outcome) => [outcome.replicate, outcome]));
    open.set(file, read);
    for (const oldest of open.keys()) {
      if (open.size <= OPEN_PARTS) break;
      open.delete(oldest);
    }
    return read;
  };
}

/**
 * Outcomes of a point among these replicates, in their order; what is not there is left out.
 * @throws DamagedPart, DiskError if a part is not what it was when the index was made
 */
export function* outcomesOf(
  disk: Disk,
  index: PartIndex,
  { point, replicates }: { readonly point: string; readonly replicates: Iterable<number> },
): Generator<Outcome> {
  const read = partReader(disk);
  for (const replicate of replicates) {
    const file = index.fileOf(point, replicate);
    const outcome = file && read(file).get(replicate);
    if (outcome) yield outcome;
  }
}

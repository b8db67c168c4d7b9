/** A disk that keeps nothing: for files that are made only to know their SHA-256. */
import type { Disk } from './disk.js';

const nothing = () => undefined;

/** Whatever is written is accepted, and lost; there is nothing to read. */
export const nowhere: Disk = {
  openSync: () => 0,
  writeSync: (_fd: number, bytes: string | NodeJS.ArrayBufferView) =>
    typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.byteLength,
  fsyncSync: nothing,
  closeSync: nothing,
  renameSync: nothing,
  unlinkSync: nothing,
  mkdirSync: nothing as Disk['mkdirSync'],
  readdirSync: (() => []) as unknown as Disk['readdirSync'],
  readFileSync: (() => Buffer.alloc(0)) as unknown as Disk['readFileSync'],
};

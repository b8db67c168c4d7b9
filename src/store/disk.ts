/**
 * The few calls to the file system that results go through, in one object, so that a test can make call N fail.
 * A whole file is written under a temporary name, synced, renamed, and the folder synced: a reader sees the
 * old file or the new one, never half of one, also after a power cut.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The calls, as node:fs has them. */
export type Disk = Pick<
  typeof fs,
  | 'openSync'
  | 'writeSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'mkdirSync'
  | 'readdirSync'
  | 'readFileSync'
>;

export const realDisk: Disk = fs;

/** What the system says, as a sentence. */
const SAID: Readonly<Record<string, string>> = {
  EACCES: 'this place may not be written to',
  EPERM: 'this place may not be written to',
  EROFS: 'this place is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENOENT: 'there is no such place, or nothing can be made there',
  ENOTDIR: 'a part of this path is no folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk cannot be read or written',
};

function sentenceOf({ code = '', message }: NodeJS.ErrnoException): string {
  return Object.hasOwn(SAID, code) ? `${SAID[code]} (${code})` : message;
}

/** Trouble with a place on disk (full, broken, read-only, forbidden), told with its path. */
export class DiskError extends Error {
  readonly code: string;
  readonly path: string;
  constructor(cause: NodeJS.ErrnoException, path: string) {
    super(`${path}: ${sentenceOf(cause)}`, { cause });
    this.name = 'DiskError';
    this.code = cause.code ?? 'EIO';
    this.path = path;
  }
}

/** Does something to a path and gives errors of the system its name. */
export function atPath<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof DiskError || code === undefined || syscall === undefined) throw error;
    throw new DiskError(error as NodeJS.ErrnoException, path);
  }
}

/**
 * Makes a folder and the folders above it, each synced into the one above. Not Node's `recursive`, which never returns on places such as /proc.
 * @throws DiskError
 */
export function makeFolder(disk: Disk, path: string): void {
  const make = (folder: string, isRetry: boolean) => {
    const parent = dirname(folder);
    try {
      disk.mkdirSync(folder);
      syncFolder(disk, parent);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' || code === 'EISDIR') return;
      if (code !== 'ENOENT' || isRetry || parent === folder) throw error;
      make(parent, false);
      make(folder, true);
    }
  };
  atPath(path, () => make(resolve(path), false));
}

/** A file in the making. Nothing is under its final name before `commit`. */
export interface FileInTheMaking {
  append(bytes: Uint8Array): void;
  /** Syncs and renames. Returns SHA-256 of the content, 64 hex digits. */
  commit(): string;
  /** Removes what was written. */
  discard(): void;
}

function writeAll(disk: Disk, fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += disk.writeSync(fd, bytes, at, bytes.length - at);
}

/** Some systems cannot open or sync a folder; the rename is then as safe as they make it. */
function syncFolder(disk: Disk, folder: string): void {
  let fd: number;
  try {
    fd = disk.openSync(folder, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    disk.fsyncSync(fd);
  } finally {
    disk.closeSync(fd);
  }
}

/**
 * Opens a file for writing under a temporary name.
 * @throws DiskError, here and in `append` and `commit`
 */
export function beginFile(disk: Disk, path: string): FileInTheMaking {
  const temporary = `${path}.${process.pid}.tmp`;
  const hash = createHash('sha256');
  const fd = atPath(path, () => disk.openSync(temporary, 'w'));
  let open = true;
  const close = () => {
    if (open) disk.closeSync(fd);
    open = false;
  };
  return {
    append: (bytes) => {
      hash.update(bytes);
      atPath(path, () => writeAll(disk, fd, bytes));
    },
    commit: () =>
      atPath(path, () => {
        disk.fsyncSync(fd);
        close();
        disk.renameSync(temporary, path);
        syncFolder(disk, dirname(path));
        return hash.digest('hex');
      }),
    discard: () => {
      for (const act of [close, () => disk.unlinkSync(temporary)]) quietly(act);
    },
  };
}

/** Clears up; trouble of the system with it must not hide why it is done. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
  }
}

/** Writes a file with `fill`, whole or not at all; returns SHA-256 of its content, 64 hex digits. */
export async function writeFileWith(
  disk: Disk,
  path: string,
  fill: (file: FileInTheMaking) => void | Promise<void>,
): Promise<string> {
  const file = beginFile(disk, path);
  try {
    await fill(file);
    return file.commit();
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** Writes text or bytes, whole or not at all; returns SHA-256, 64 hex digits. */
export function writeWhole(disk: Disk, path: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return writeFileWith(disk, path, (file) => file.append(bytes));
}

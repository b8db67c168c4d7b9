/** Reads a small text file that a user names, and says in words why it cannot be read. */
import { open, stat } from 'node:fs/promises';
import { LARGEST_FILE } from '../source/decode.js';

const UNREADABLE: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a folder',
  EDEVICE: 'something that is no plain file',
  EACCES: 'a file that may not be read',
  EPERM: 'a file that may not be read',
  ENAMETOOLONG: 'a name that is too long',
};

/**
 * Bytes of a regular file, at most one more than a scenario may have; a pipe could keep us waiting for ever.
 * @throws Error with a `code`, which `unreadable` puts into words
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const kind = await stat(path);
  if (!kind.isFile()) throw Object.assign(new Error(), { code: kind.isDirectory() ? 'EISDIR' : 'EDEVICE' });
  if (kind.size > LARGEST_FILE) throw Object.assign(new Error(), { code: 'EFBIG', size: kind.size });
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(LARGEST_FILE + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got) {
      got = (await file.read(bytes, length, bytes.length - length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** What `readBytes` has thrown, in the words of a Problem. @param wanted such as `a scenario file` */
export function unreadable(error: unknown, wanted: string): { expected: string; received: string } {
  const { code = 'EIO', size } = error as NodeJS.ErrnoException & { size?: number };
  if (size !== undefined)
    return { expected: `a file of at most ${LARGEST_FILE} bytes`, received: `${size} bytes` };
  return { expected: wanted, received: UNREADABLE[code] ?? `a file that cannot be read (${code})` };
}

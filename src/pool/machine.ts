/** What there is to spend: memory and disk. A container's limit counts, not what the machine around it has. */
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';

/** Bytes of memory that this process may use: the limit of its cgroup if it has one, else what is built in. */
export function memoryLimit(): number {
  const own = process.constrainedMemory();
  // no limit is 0, or a number beyond any machine
  return own > 0 ? Math.min(own, totalmem()) : totalmem();
}

/** Free bytes of the disk that a folder lies on, or will; Infinity if the system does not say. */
export function freeDisk(folder: string): number {
  const path = resolve(folder);
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isMissing && dirname(path) !== path ? freeDisk(dirname(path)) : Number.POSITIVE_INFINITY;
  }
}

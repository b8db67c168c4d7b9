/**
 * One run at a time in a folder. The lock names its owner by process id, start of the process and boot of the
 * machine, so that a number that was given again is not taken for the owner; the lock of a dead owner is taken over.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atPath, type Disk, quietly } from './disk.js';
import { FolderBusy } from './refusal.js';

interface Owner {
  readonly pid: number;
  /** Start of the process in ticks since boot, and the boot; empty where the system does not tell. */
  readonly started: string;
  readonly boot: string;
}

function tell(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return ''; // no /proc here: the process id alone must do
  }
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold spaces, so count from its closing bracket. */
function startOf(pid: number): string {
  const stat = tell(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function self(): Owner {
  return { pid: process.pid, started: startOf(process.pid), boot: tell('/proc/sys/kernel/random/boot_id') };
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = self();
  return owner.boot === now.boot && owner.started === startOf(owner.pid);
}

/** Undefined if the lock is gone in the meantime, or was cut short by a crash of its owner; not if it cannot be read. */
function readOwner(disk: Disk, path: string): Owner | undefined {
  try {
    return JSON.parse(String(disk.readFileSync(path))) as Owner;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function take(disk: Disk, path: string): boolean {
  try {
    const fd = disk.openSync(path, 'wx');
    disk.writeSync(fd, Buffer.from(JSON.stringify(self())));
    disk.closeSync(fd);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A lock without readable content may be one that is being written right now. */
async function ownerOf(disk: Disk, path: string): Promise<Owner | undefined> {
  const read = () => atPath(path, () => readOwner(disk, path));
  const owner = read();
  if (owner) return owner;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return read();
}

/** The owner of a lock, if it lives. */
async function livingOwner(disk: Disk, path: string): Promise<Owner | undefined> {
  const owner = await ownerOf(disk, path);
  return owner && isAlive(owner) ? owner : undefined;
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Takes a dead owner's lock over; false if another was quicker. Of several that see the same dead lock only the one that
 * holds the claim may remove it, and looks once more before: otherwise the second would remove the lock of the first.
 */
async function takeOver(disk: Disk, path: string): Promise<boolean> {
  // swept as a temporary file by the next run if this process dies with it
  const claim = `${path}.takeover.tmp`;
  if (!atPath(claim, () => take(disk, claim))) {
    if (await livingOwner(disk, claim)) return false;
    atPath(claim, () => removeIfThere(disk, claim));
    if (!atPath(claim, () => take(disk, claim))) return false;
  }
  try {
    if (await livingOwner(disk, path)) return false;
    return atPath(path, () => {
      removeIfThere(disk, path);
      return take(disk, path);
    });
  } finally {
    atPath(claim, () => removeIfThere(disk, claim));
  }
}

/**
 * Takes the lock of a run folder; returns what gives it back. It is also given back when the process exits.
 * @throws FolderBusy if another living process holds it; DiskError
 */
export async function lockFolder(disk: Disk, folder: string): Promise<() => void> {
  const path = join(folder, 'run.lock');
  if (!atPath(path, () => take(disk, path))) {
    const owner = await livingOwner(disk, path);
    if (owner) throw new FolderBusy(`another run (process ${owner.pid}) is writing to ${folder}`);
    if (!(await takeOver(disk, path))) throw new FolderBusy(`another run has just begun in ${folder}`);
  }
  const onExit = () => quietly(() => disk.unlinkSync(path));
  process.once('exit', onExit);
  return () => {
    process.off('exit', onExit);
    atPath(path, () => disk.unlinkSync(path));
  };
}

/**
 * One run at a time in a folder, also of machines and containers that share it. The lock names its owner (lock-owner.ts); where
 * the owner's process can be seen, a dead one's lock is taken over at once. Elsewhere the owner has to show that it lives: it
 * changes one byte of its lock every few seconds, and who comes second watches the lock for some seconds of its own
 * monotonic clock. A lock that changes belongs to a living run; one that does not is taken over. Clocks of two machines are
 * never compared (Gray and Cheriton 1989, "Leases", need that; a lease by watching needs only clocks that run).
 * An owner that was silent too long (suspended, cut off) finds out before it keeps the next part.
 */
import { join } from 'node:path';
import { atPath, type Disk, quietly } from './disk.js';
import { BEAT_AT, isSame, lockText, nameOf, type Owner, ownerIn, self, standingOf } from './lock-owner.js';
import { FolderBusy } from './refusal.js';

/** Milliseconds. */
export interface Pace {
  /** Between two beats of an owner. */
  readonly beat: number;
  /** How long a lock is watched, at least twice a beat, and how often it is looked at. */
  readonly watch: number;
  readonly look: number;
}

/** Who waits for a lock. */
export interface Waiting {
  /** Is told before a lock is watched whose it is and for how long. */
  readonly say?: (text: string) => void;
  /** Ends the watching; the folder then counts as busy. */
  readonly signal?: AbortSignal;
}

/** A beat may come 15 s late (a busy or far disk) before its run is taken for dead. */
const PACE: Pace = { beat: 5000, watch: 20_000, look: 500 };
/** A lock without readable content may be one that is being written right now. */
const WRITING = 400;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Undefined if there is none; trouble with reading is no sign of death. */
function contentOf(disk: Disk, path: string): string | undefined {
  try {
    return atPath(path, () => String(disk.readFileSync(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function write(disk: Disk, path: string, what: { flags: string; text: string; at: number }): void {
  const bytes = Buffer.from(what.text);
  const fd = disk.openSync(path, what.flags);
  try {
    disk.writeSync(fd, bytes, 0, bytes.length, what.at);
  } finally {
    disk.closeSync(fd);
  }
}

function take(disk: Disk, path: string): boolean {
  try {
    write(disk, path, { flags: 'wx', text: lockText(self()), at: 0 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What is known of a lock. `content`: what it held all the time while its owner was judged. */
type Judged = { readonly living: Owner } | { readonly content: string | undefined };

/** Watches a lock; says whose it is if it changes. */
async function watch(disk: Disk, path: string, { content, ms, look, signal }: Watched): Promise<Judged> {
  for (const end = performance.now() + ms; performance.now() < end && !signal?.aborted; ) {
    await sleep(Math.min(look, ms));
    const now = contentOf(disk, path);
    if (now === content) continue;
    if (now === undefined) return { content: now };
    const owner = ownerIn(now);
    // a run that has just begun may be writing its lock
    return owner ? { living: owner } : watch(disk, path, { content: now, ms: WRITING, look: WRITING });
  }
  return { content };
}

interface Watched {
  readonly content: string;
  readonly ms: number;
  readonly look: number;
  readonly signal?: AbortSignal;
}

async function judge(disk: Disk, path: string, by: Pace & Waiting): Promise<Judged> {
  const content = contentOf(disk, path);
  if (content === undefined) return { content };
  const owner = ownerIn(content);
  if (!owner) return watch(disk, path, { content, ms: WRITING, look: WRITING });
  const standing = standingOf(owner);
  if (standing === 'living') return { living: owner };
  if (standing === 'dead') return { content };
  const { say, signal, watch: ms, look } = by;
  say?.(
    `${path} is held by ${nameOf(owner)}, which cannot be seen from here: waiting up to ${Math.ceil(ms / 1000)} s for a sign of life`,
  );
  const judged = await watch(disk, path, { content, ms, look, ...(signal ? { signal } : {}) });
  return signal?.aborted ? { living: owner } : judged;
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Takes over a lock that was found dead; false if another was quicker. Of several that see the same dead lock only the one
 * that holds the claim may remove it, and looks once more before: otherwise the second would remove the lock of the first.
 */
async function takeOver(
  disk: Disk,
  path: string,
  { dead, by }: { readonly dead: string | undefined; readonly by: Pace & Waiting },
): Promise<boolean> {
  // swept as a temporary file by the next run if this process dies with it
  const claim = `${path}.takeover.tmp`;
  if (!atPath(claim, () => take(disk, claim))) {
    if ('living' in (await judge(disk, claim, by))) return false;
    atPath(claim, () => removeIfThere(disk, claim));
    if (!atPath(claim, () => take(disk, claim))) return false;
  }
  try {
    const now = contentOf(disk, path);
    if (now !== undefined && now !== dead) return false;
    return atPath(path, () => {
      removeIfThere(disk, path);
      return take(disk, path);
    });
  } finally {
    atPath(claim, () => removeIfThere(disk, claim));
  }
}

/** Throws FolderBusy if the lock is another's. */
async function obtain(
  disk: Disk,
  path: string,
  { folder, by }: { folder: string; by: Pace & Waiting },
): Promise<void> {
  if (atPath(path, () => take(disk, path))) return;
  const judged = await judge(disk, path, by);
  if ('living' in judged)
    throw new FolderBusy(`another run (${nameOf(judged.living)}) is writing to ${folder}`);
  if (!(await takeOver(disk, path, { dead: judged.content, by })))
    throw new FolderBusy(`another run has just begun in ${folder}`);
}

/** A lock that this process holds. */
export interface FolderLock {
  /** Shows that this run lives, if it is time to; a timer does it too, but not while this thread is busy. */
  beat(): void;
  /** @throws FolderBusy if another run has taken the folder over, because this one was silent too long; DiskError */
  check(): void;
  /** Gives the lock back. @throws DiskError */
  release(): void;
}

function hold(disk: Disk, path: string, { folder, pace }: { folder: string; pace: Pace }): FolderLock {
  const me = self();
  let [last, digit, isLost] = [performance.now(), 0, false];
  const isMine = () => {
    const owner = ownerIn(contentOf(disk, path) ?? '');
    return owner !== undefined && isSame(owner, me);
  };
  const touch = () => {
    isLost = !isMine();
    if (isLost) return;
    digit = (digit + 1) % 10;
    write(disk, path, { flags: 'r+', text: String(digit), at: BEAT_AT });
  };
  const beat = () => {
    if (isLost || performance.now() - last < pace.beat) return;
    last = performance.now();
    // a beat that fails is one that is missed
    quietly(touch);
  };
  const timer = setInterval(beat, pace.beat / 2).unref();
  const onExit = () => quietly(() => isMine() && disk.unlinkSync(path));
  process.once('exit', onExit);
  return {
    beat,
    check() {
      beat();
      // not only when it is time to: the clock of a machine that is suspended stands still
      isLost ||= !isMine();
      if (isLost)
        throw new FolderBusy(
          `the lock of ${folder} is no longer this run's: another took it over, because this one was silent too long, or somebody removed it`,
        );
    },
    release() {
      clearInterval(timer);
      process.off('exit', onExit);
      atPath(path, () => isMine() && disk.unlinkSync(path));
    },
  };
}

/**
 * Takes the lock of a run folder. It is also given back when the process exits. Takes up to `watch` if another host
 * or container held it, and says so before.
 * @throws FolderBusy if another living process holds it; DiskError
 */
export async function lockFolder(
  disk: Disk,
  folder: string,
  own: Partial<Pace> & Waiting = {},
): Promise<FolderLock> {
  const path = join(folder, 'run.lock');
  const pace = { ...PACE, ...own };
  await obtain(disk, path, { folder, by: pace });
  return hold(disk, path, { folder, pace });
}

/**
 * Who holds the lock of a run folder, told so that another machine or container that shares the folder can judge it. Process
 * ids mean something only in one process namespace of one boot; start times only in one boot; so both are told, with the
 * name of the host. Nothing is compared with a clock of another machine.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface Owner {
  /** Name of the machine or container. */
  readonly host: string;
  /** Boot of the machine, its namespace of process ids, and start of the process in ticks since boot; empty where the system does not tell. */
  readonly boot: string;
  readonly space: string;
  readonly started: string;
  readonly pid: number;
}

/** What can be known of an owner from here. `unknown`: only by watching whether it touches its lock. */
export type Standing = 'living' | 'dead' | 'unknown';

/** Empty where there is no /proc, or not this file of it. */
function tell(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold spaces, so count from its closing bracket. */
function startOf(pid: number): string {
  const stat = tell(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** This process. */
export function self(): Owner {
  return {
    host: hostname(),
    boot: tell(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    space: tell(() => readlinkSync('/proc/self/ns/pid')),
    started: startOf(process.pid),
    pid: process.pid,
  };
}

function isRunning({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return started === startOf(pid);
}

/** On the same host and boot, in the same namespace of process ids? A pod that is made anew may have the name of the old one. */
function isHere(owner: Owner): boolean {
  const here = self();
  return owner.host === here.host && owner.boot === here.boot && owner.space === here.space;
}

/** Decided by the process where it can be seen from here. */
export function standingOf(owner: Owner): Standing {
  if (!isHere(owner)) return 'unknown';
  return isRunning(owner) ? 'living' : 'dead';
}

/** Where the digit of the last beat stands in a lock, bytes. */
export const BEAT_AT = '{"beat":'.length;

/** The content of a lock: JSON with a digit that changes with every beat, in one place, so that a beat writes one byte. */
export function lockText(owner: Owner): string {
  return JSON.stringify({ beat: 0, ...owner });
}

/** Undefined if the lock was cut short by a crash, is being written right now, or is no lock. */
export function ownerIn(text: string): Owner | undefined {
  try {
    const { pid, host, boot, space, started } = JSON.parse(text) as Owner;
    const texts = [host, boot, space, started];
    const isOne = Number.isSafeInteger(pid) && pid > 0 && texts.every((value) => typeof value === 'string');
    return isOne ? { host, boot, space, started, pid } : undefined;
  } catch {
    return undefined;
  }
}

/** Are both the same process? */
export function isSame(a: Owner, b: Owner): boolean {
  return lockText(a) === lockText({ ...a, ...b });
}

/** `process 12`, with its host if it is another one or another container. */
export function nameOf(owner: Owner): string {
  return `process ${owner.pid}${isHere(owner) ? '' : ` on ${JSON.stringify(owner.host)}`}`;
}

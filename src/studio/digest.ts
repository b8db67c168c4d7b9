/** The result hash in a browser: its own SHA-256 where a page may use it, else ours (a page from another machine). */
import type { Outcome } from '../../sim/index.js';
import { BASE } from '../experiment/job.js';
import { canonicalBytes, resultText, type WorldDigest } from '../experiment/result-hash.js';
import { sha256Hex } from '../report/sha256.js';

async function sha256(bytes: Uint8Array): Promise<string> {
  if (!globalThis.crypto?.subtle) return sha256Hex(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A world that brings the SHA-256 of its canonical bytes, 64 hex digits. */
interface Digested extends Outcome {
  readonly digest?: string;
}

/** The world with its digest: worked out by the worker that lived it, some milliseconds for a market of hundreds of firms. */
export async function withDigest(outcome: Outcome): Promise<Outcome> {
  const digested: Digested = { ...outcome, digest: await sha256(canonicalBytes(outcome)) };
  return digested;
}

/** Digest of one world: that which it brings, or worked out here. */
export async function digestOf(point: string, outcome: Digested): Promise<WorldDigest> {
  const digest = outcome.digest ?? (await sha256(canonicalBytes(outcome)));
  return { point, replicate: outcome.replicate, digest };
}

/** The result hash of the worlds of the base, of an arm or of both, 64 hex digits, whatever order they came in. */
export function resultHash(worlds: readonly WorldDigest[]): Promise<string> {
  const place = ({ point }: WorldDigest) => (point === BASE ? 0 : 1);
  const inOrder = [...worlds].sort((a, b) => place(a) - place(b) || a.replicate - b.replicate);
  return sha256(new TextEncoder().encode(resultText(inOrder)));
}

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

/** Digest of one world. */
export async function digestOf(point: string, outcome: Outcome): Promise<WorldDigest> {
  return { point, replicate: outcome.replicate, digest: await sha256(canonicalBytes(outcome)) };
}

/** The result hash of the worlds of the base, of an arm or of both, 64 hex digits, whatever order they came in. */
export function resultHash(worlds: readonly WorldDigest[]): Promise<string> {
  const place = ({ point }: WorldDigest) => (point === BASE ? 0 : 1);
  const inOrder = [...worlds].sort((a, b) => place(a) - place(b) || a.replicate - b.replicate);
  return sha256(new TextEncoder().encode(resultText(inOrder)));
}

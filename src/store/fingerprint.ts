/**
 * What a run folder belongs to. Two runs with the same fingerprint give the same bytes for the same replicate, so
 * their parts may be mixed; a changed number, seed, policy module or line of the model gives another one.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobSetup } from '../experiment/job.js';
import { type PolicyLevel, USUAL_LEVEL } from '../experiment/policy-level.js';

/** Words of the scenario that change no world: how many are run, what is said of them, what they are held against. */
const SILENT = ['replicates', 'title', 'question', 'about', 'checks'] as const;

type UserModules = Pick<JobSetup, 'modules' | 'policyLevel'>;

/** The parts of a fingerprint; kept in the folder so that a refusal can name the difference. */
export interface Identity {
  /** SHA-256 of what the scenario says of the world (all but texts, checks and replicates), 64 hex digits. */
  readonly worldHash: string;
  readonly seed: string;
  /** SHA-256 of the model's compiled code. */
  readonly engine: string;
  /** Policy module as written -> SHA-256 of the file. */
  readonly modules: Readonly<Record<string, string>>;
  /** How far the modules are trusted; nothing without modules. */
  readonly policyLevel?: PolicyLevel;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The plain scenario as text. The order of the file stays: it is the order of firms in all results.
 * @param raw plain value without cycles
 */
export function canonicalText(raw: unknown): string {
  return JSON.stringify(raw, null, 1);
}

function withoutSilent(raw: unknown): unknown {
  const silent = new Set<string>(SILENT);
  return Object.fromEntries(Object.entries(raw as object).filter(([key]) => !silent.has(key)));
}

/** Files of the compiled model, in a fixed order, as one hash. Reads about 60 small files. */
export function hashEngine(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('afterburn/sim'));
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  for (const file of files.map((name) => name.replaceAll('\\', '/')).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param user.modules policy modules as written -> file URL */
export function identify(raw: unknown, seed: string, { modules, policyLevel }: UserModules): Identity {
  const hashes = Object.entries(modules).map(([written, url]) => [
    written,
    sha256(readFileSync(fileURLToPath(url))),
  ]);
  return {
    worldHash: sha256(canonicalText(withoutSilent(raw))),
    seed,
    engine: hashEngine(),
    modules: Object.fromEntries(hashes),
    ...(hashes.length > 0 ? { policyLevel: policyLevel ?? USUAL_LEVEL } : {}),
  };
}

/** 64 hex digits; the first 12 name the folder. */
export function fingerprintOf({ worldHash, seed, engine, modules, policyLevel }: Identity): string {
  const policies = Object.entries(modules).sort(([a], [b]) => (a < b ? -1 : 1));
  const level = policyLevel === undefined ? [] : [policyLevel];
  return sha256(JSON.stringify(['afterburn part 1', worldHash, seed, engine, policies, ...level]));
}

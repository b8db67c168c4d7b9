/** A run folder that is only read: no lock, nothing written, so that it may lie on a read-only place or be in use. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../sim/index.js';
import type { JobSetup } from '../experiment/job.js';
import { atPath, type Disk, DiskError } from './disk.js';
import { fingerprintOf, identify } from './fingerprint.js';
import { readIdentity } from './folder.js';
import { type FoundParts, findParts, makeIndex, outcomesOf } from './part-index.js';
import { type Belonging, FolderRefused, nameDifference } from './refusal.js';
import { moduleUrl } from './scenario-file.js';

/** What a folder holds. */
export interface RecordedRun {
  readonly path: string;
  readonly fingerprint: string;
  readonly identity: Belonging;
  readonly parts: FoundParts;
  /** Outcomes of a point among these replicates, in their order; what is not there is left out. */
  outcomes(point: string, replicates: Iterable<number>): Iterable<Outcome>;
}

/** The parts of a run; none if even their folder is gone, which whoever reads them has to say. */
function partsIn(disk: Disk, folder: string, fingerprint: string): FoundParts {
  try {
    return findParts(disk, folder, fingerprint);
  } catch (error) {
    if (!(error instanceof DiskError) || error.code !== 'ENOENT' || error.path !== folder) throw error;
    return { index: makeIndex(), valid: [], damaged: [], misnamed: [], repeating: [] };
  }
}

function identityOf(disk: Disk, path: string) {
  try {
    return atPath(path, () => readIdentity(disk, path));
  } catch (error) {
    if (!(error instanceof DiskError) || error.code !== 'ENOTDIR') throw error;
    throw new FolderRefused(`${path}: expected a run folder, got a file`);
  }
}

/**
 * Reads every part of a run folder.
 * @throws FolderRefused if it holds no run; DiskError
 */
export function readRun(disk: Disk, path: string): RecordedRun {
  const identity = identityOf(disk, path);
  if (!identity) throw new FolderRefused(`${path} holds no run: expected a folder with scenario.json`);
  const fingerprint = fingerprintOf(identity);
  const parts = partsIn(disk, join(path, 'parts'), fingerprint);
  const outcomes = (point: string, replicates: Iterable<number>) =>
    outcomesOf(disk, parts.index, { point, replicates });
  return { path, fingerprint, identity, parts, outcomes };
}

/** True if a scenario is not the one whose hash stands beside it. */
export function isChanged({ raw, seed, worldHash }: Belonging): boolean {
  return identify(raw, seed, { modules: {} }).worldHash !== worldHash;
}

/**
 * What threads need to make the worlds of a recorded run again.
 * @param modules folder that the paths of policy modules start from
 * @throws FolderRefused if the scenario was changed by hand, if a module is not there, or if modules or model are not those of the run
 */
export function setupOf(
  { path, identity }: Pick<RecordedRun, 'path' | 'identity'>,
  modules: string,
): JobSetup {
  const { raw, seed } = identity;
  if (isChanged(identity))
    throw new FolderRefused(
      `${join(path, 'scenario.json')}: its scenario was changed since its worlds were made`,
    );
  const urls = Object.fromEntries(
    Object.keys(identity.modules).map((written) => [written, foundModule(written, modules)]),
  );
  const { policyLevel } = identity;
  const user = { modules: urls, ...(policyLevel ? { policyLevel } : {}) };
  const here = { raw, ...identify(raw, seed, user) };
  if (fingerprintOf(here) === fingerprintOf(identity)) return { raw, seed, ...user };
  throw new FolderRefused(
    `worlds of ${path} cannot be made again; it differs in\n${nameDifference(identity, here)}`,
  );
}

function foundModule(written: string, folder: string): string {
  const url = moduleUrl(written, folder);
  if (existsSync(fileURLToPath(url))) return url;
  throw new FolderRefused(
    `${written}: expected this policy module in ${folder === '.' ? 'the working folder' : folder}, got none; --modules tells where its path starts from`,
  );
}

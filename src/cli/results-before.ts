/** The results that stood in a run folder before a run that adds worlds to it was stopped. */
import { join } from 'node:path';
import { realDisk } from '../store/disk.js';
import { hasShape } from '../store/json-shape.js';
import { readFile } from '../store/verify.js';
import { MANIFEST } from './page.js';

/** Replicates of complete results with these points; undefined if there are none that can be read. @throws DiskError */
export function completeBefore(folder: string, points: readonly string[]): number | undefined {
  const bytes = readFile(realDisk, join(folder, 'manifest.json'));
  if (!bytes) return undefined;
  try {
    const manifest: unknown = JSON.parse(bytes.toString('utf8'));
    if (!hasShape(manifest, { ...MANIFEST, replicates: 'count' })) return undefined;
    const { state, arms, replicates, only } = manifest as { [key: string]: unknown; replicates: number };
    const isThis = JSON.stringify(arms) === JSON.stringify(points.slice(1));
    return state === 'complete' && isThis && only === undefined ? replicates : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The results that stood in a run folder before a run that adds worlds to it was stopped. */
import { join } from 'node:path';
import type { Manifest } from '../experiment/summary.js';
import { realDisk } from '../store/disk.js';
import { readShaped } from '../store/verify.js';
import { MANIFEST } from './page.js';

/** Replicates of complete results with these points; undefined if there are none that can be read. @throws DiskError */
export function completeBefore(folder: string, points: readonly string[]): number | undefined {
  const shape = { ...MANIFEST, replicates: 'count' } as const;
  const manifest = readShaped<Manifest>(realDisk, join(folder, 'manifest.json'), shape);
  if (manifest?.state !== 'complete' || manifest.only !== undefined) return undefined;
  const isThis = JSON.stringify(manifest.arms) === JSON.stringify(points.slice(1));
  return isThis ? manifest.replicates : undefined;
}

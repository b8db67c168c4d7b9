/**
 * Puts the parts of several folders into one. Each part is checked and written as the run itself would have, so the
 * merged folder can be resumed, extended and verified like any other; merging again adds what came since.
 */
import { join } from 'node:path';
import { atPath, type Disk } from './disk.js';
import type { RunFolder } from './folder.js';
import { decodePart, encodePart } from './part.js';
import type { RecordedRun } from './recorded-run.js';
import { FolderRefused, nameDifference } from './refusal.js';

/**
 * Adds the worlds of a recorded run to a folder. Holds one part in memory.
 * @returns how many came, and how many were there already
 * @throws FolderRefused if it is another run, or if a world of both has other bytes; DiskError
 */
export async function takeParts(
  disk: Disk,
  folder: RunFolder,
  from: RecordedRun,
): Promise<{ taken: number; repeated: number }> {
  if (from.fingerprint !== folder.fingerprint) {
    const difference = nameDifference(from.identity, folder.identity);
    throw new FolderRefused(`${from.path} is of another run; it differs in\n${difference}`);
  }
  let [taken, repeated] = [0, 0];
  for (const name of from.parts.valid) {
    const file = join(from.path, 'parts', name);
    const { header, outcomes } = decodePart(atPath(file, () => disk.readFileSync(file) as Uint8Array));
    const { point } = header;
    const fresh = outcomes.filter(({ replicate }) => !folder.has(point, replicate));
    const known = outcomes.filter(({ replicate }) => folder.has(point, replicate));
    const there = folder.outcomes(
      point,
      known.map(({ replicate }) => replicate),
    );
    let k = 0;
    for (const outcome of there) {
      if (isSame(outcome, known[k++], { point, fingerprint: from.fingerprint })) continue;
      throw new FolderRefused(
        `${point} ${outcome.replicate} has other bytes in ${from.path} than in another folder: afterburn verify tells which is wrong`,
      );
    }
    if (fresh.length > 0) {
      const [first, last] = [fresh[0], fresh[fresh.length - 1]].map(({ replicate }) => replicate);
      await folder.keep({ chunk: { point, first, last }, outcomes: fresh, failures: [] });
    }
    taken += fresh.length;
    repeated += known.length;
  }
  return { taken, repeated };
}

type One = Parameters<typeof encodePart>[0][number];

/** True if a world has the same bytes twice. */
export function isSame(a: One, b: One, of: { point: string; fingerprint: string }): boolean {
  return Buffer.compare(encodePart([a], of), encodePart([b], of)) === 0;
}

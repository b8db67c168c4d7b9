/** A run without threads, through a disk of the test: four made-up worlds in two parts, then all result files. */
import { summarise, type Worlds } from '../../src/experiment/summarise.js';
import type { Disk } from '../../src/store/disk.js';
import { openFolder } from '../../src/store/folder.js';
import type { Belonging } from '../../src/store/refusal.js';
import { writeResults } from '../../src/store/results.js';
import { fakeOutcome, fakeScenario } from '../experiment/fake.js';

export const OWN: Belonging = { raw: { agents: 10 }, worldHash: 'w', seed: '1', engine: 'e', modules: {} };
const REPLICATES = [0, 1, 2, 3];

/** Simulates what the folder lacks, calls `kept` after each part, writes results. */
export async function smallRun(
  disk: Disk,
  path: string,
  kept: (first: number) => void = () => {},
): Promise<void> {
  const folder = await openFolder(disk, path, OWN);
  try {
    for (const first of [0, 2]) {
      if (folder.has('base', first)) continue;
      const outcomes = [fakeOutcome(first), fakeOutcome(first + 1)];
      await folder.keep({ chunk: { point: 'base', first, last: first + 1 }, outcomes, failures: [] });
      kept(first);
    }
    const worlds: Worlds = {
      points: ['base'],
      replicates: REPLICATES.length,
      outcomes: (point) => (point === 'base' ? folder.outcomes(point, REPLICATES) : []),
    };
    const summary = summarise(fakeScenario, worlds, { failed: [], warnings: [] });
    const manifest = { fingerprint: folder.fingerprint } as Parameters<typeof writeResults>[2]['manifest'];
    await writeResults(disk, path, { scenario: fakeScenario, worlds, summary, manifest });
  } finally {
    folder.close();
  }
}

/** Folders for tests, gone when the test file is done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** An empty folder of its own. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterburn-'));
  made.push(folder);
  return folder;
}

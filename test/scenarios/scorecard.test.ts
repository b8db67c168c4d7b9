import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadScenario } from '../../src/index.js';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const card = readFileSync(new URL('SCORECARD.md', FOLDER), 'utf8');
const fingerprint = (file: string) =>
  createHash('sha256')
    .update(readFileSync(new URL(file, FOLDER)))
    .digest('hex')
    .slice(0, 12);

test('the score card is of these scenarios and has every check of theirs (if not: npm run scorecard)', async () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
    expect(card).toContain(`file ${fingerprint(file)}`);
    const { checks } = await loadScenario(new URL(file, FOLDER));
    for (const { id } of checks) expect(card).toContain(`| ${id} |`);
  }
});

/**
 * `npm run studio:hashes`: the result hashes that the studio holds its own against, by the command line itself. They are
 * kept with the hash of the engine; after a change of the model the studio names the command to compare with instead.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashEngine } from '../../../dist/src/store/fingerprint.js';

const SCENARIOS = [
  'six-app-benchmark',
  'china-traffic-war-2024',
  'startup-20m',
  'wrapper-squeeze',
  'price-war-0-yuan',
];
const SEED = '1';
const REPLICATES = 200;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'afterburn-'));

function hashOf(id) {
  const out = join(folder, id);
  const words = [
    `scenarios/${id}.yaml`,
    '--replicates',
    `${REPLICATES}`,
    '--seed',
    SEED,
    '--quiet',
    '--out',
    out,
  ];
  execFileSync(process.execPath, ['dist/src/cli/main.js', 'run', ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).resultHash;
}

const hashes = Object.fromEntries(SCENARIOS.map((id) => [id, hashOf(id)]));
rmSync(folder, { recursive: true });
const known = { engine: hashEngine(), seed: SEED, replicates: REPLICATES, hashes };
writeFileSync(new URL('../known-hashes.json', import.meta.url), `${JSON.stringify(known, null, 2)}\n`);
console.log(JSON.stringify(hashes, null, 2));

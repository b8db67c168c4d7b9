/**
 * `npm run mutation [module ...]`: changes the source of a module in every way Stryker knows, one at a time, and counts
 * the changes that its tests notice. One module after the other, one thread; survivors are printed, the scores last.
 * Exit code 1 if a file has less than 80 %.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES } from './modules.mjs';

const LEAST = 80;
const root = join(import.meta.dirname, '../..');
const stryker = join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');

function run(command, words, env = process.env) {
  return spawnSync(command, words, { cwd: root, env, stdio: 'inherit' }).status;
}

/** Mutants of a file by how they ended. */
function countsOf({ mutants }) {
  const count = (...ends) => mutants.filter(({ status }) => ends.includes(status)).length;
  const [noticed, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  return { noticed, missed, score: (100 * noticed) / (noticed + missed) };
}

function scoresOf(name) {
  const report = JSON.parse(readFileSync(join(root, `coverage/mutation/${name}.json`), 'utf8'));
  return Object.entries(report.files).map(([file, found]) => ({ file, ...countsOf(found) }));
}

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(MODULES);
const unknown = names.filter((name) => !MODULES[name]);
if (unknown.length > 0)
  throw new Error(`expected modules of ${Object.keys(MODULES)}, got ${unknown.join(', ')}`);
if (!existsSync(stryker)) run('npm', ['ci', '--ignore-scripts', '--prefix', import.meta.dirname]);

const scores = names.flatMap((name) => {
  const status = run(process.execPath, [stryker, 'run', 'tools/mutation/stryker.config.mjs'], {
    ...process.env,
    MUTATED: name,
  });
  if (status !== 0) throw new Error(`${name}: Stryker ended with exit code ${status}`);
  return scoresOf(name);
});
for (const { file, noticed, missed, score } of scores)
  console.log(`${score.toFixed(1).padStart(5)} %  ${noticed} of ${noticed + missed}  ${file}`);
process.exitCode = scores.every(({ noticed, missed, score }) => noticed + missed === 0 || score >= LEAST)
  ? 0
  : 1;

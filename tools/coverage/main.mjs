/**
 * `npm run coverage [test file ...]`: lines and branches of `sim` and `src` that the tests run: in vitest, in the processes
 * and threads that tests start, or in the studio in Chromium. What runs in vitest is counted by @vitest/coverage-v8, which
 * also says what the statements and branches are; a statement or branch that it has not seen counts if a child or a page
 * has run its first character. Told apart: views of the studio (`.tsx`) and the scripts of a report's page. What was killed
 * with -9, and workers of a page, are not counted. Exit code 1 below 95 % of lines or 90 % of branches. It leaves dist with
 * a studio whose names are whole: `npm run build` makes the small one again.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { countChildren } from './children.mjs';
import { placesOf } from './places.mjs';

const LEAST = { lines: 95, branches: 90 };
const root = join(import.meta.dirname, '../..');

function run(command, ...words) {
  return spawnSync(command, words, { cwd: root, stdio: 'inherit' }).status;
}

/** What a file's tests and children have run together: lines and branches that were, and that are. */
function together({ statementMap, branchMap, s, b }, counts) {
  const lines = new Map();
  let at = 0;
  for (const [k, { start }] of Object.entries(statementMap)) {
    const count = s[k] + counts[at++];
    lines.set(start.line, Math.max(lines.get(start.line) ?? 0, count));
  }
  const missed = [];
  let [taken, arms] = [0, 0];
  for (const [k, { type, loc, locations }] of Object.entries(branchMap)) {
    const whole = counts[at++];
    const own = locations.map(() => counts[at++]);
    locations.forEach(({ start }, arm) => {
      // a condition without else: it was taken when the condition was met more often than its block
      const child = start.line === undefined ? Math.max(0, whole - own[0]) : own[arm];
      arms++;
      if (b[k][arm] + child > 0) taken++;
      else
        missed.push(
          `${(start.line === undefined ? loc : { start }).start.line}${type === 'if' ? (arm ? 'e' : 't') : 'b'}`,
        );
    });
  }
  const empty = [...lines].filter(([, count]) => count === 0).map(([line]) => line);
  return { lines: lines.size, ran: lines.size - empty.length, arms, taken, empty, missed };
}

const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole);

function sum(rows) {
  const add = (name) => rows.reduce((total, row) => total + row[name], 0);
  const [lines, ran, arms, taken] = ['lines', 'ran', 'arms', 'taken'].map(add);
  return { lines: percent(ran, lines), branches: percent(taken, arms), ofLines: lines, ofBranches: arms };
}

function measure() {
  const found = Object.entries(
    JSON.parse(readFileSync(join(root, 'coverage/vitest/coverage-final.json'), 'utf8')),
  );
  const files = found
    .map(([path, coverage]) => [relative(root, path), coverage])
    .filter(([file]) => /^(sim|src)\//.test(file));
  const places = new Map(
    files.map(([file, coverage]) => [file, placesOf(coverage, readFileSync(join(root, file), 'utf8'))]),
  );
  const children = countChildren(root, places);
  return files.map(([file, coverage]) => ({ file, ...together(coverage, children.get(file)) }));
}

/** Files by what they miss, worst first. */
function tell(rows) {
  const missing = (row) => row.lines - row.ran + row.arms - row.taken;
  for (const row of rows.filter((one) => missing(one) > 0).sort((a, b) => missing(b) - missing(a))) {
    const { file, lines, ran, arms, taken } = row;
    const share = `${percent(ran, lines).toFixed(1)} % of ${lines} lines, ${percent(taken, arms).toFixed(1)} % of ${arms} branches`;
    console.log(`${file}: ${share}; lines ${row.empty.join(' ')}; branches ${row.missed.join(' ')}`);
  }
}

const [option, ...tests] = process.argv.slice(2);
const again = option === '--again';
if (!again) {
  for (const folder of ['children', 'maps', 'vitest'])
    rmSync(join(root, 'coverage', folder), { recursive: true, force: true });
  run(
    'npx',
    'tsc',
    '-p',
    'tsconfig.build.json',
    '--sourceMap',
    '--declaration',
    'false',
    '--outDir',
    'coverage/maps',
  );
  const wanted = option === undefined ? [] : [option, ...tests];
  run('node', 'src/studio/build/main.mjs', '--traced');
  run('npx', 'vitest', 'run', '--config', 'tools/coverage/vitest.config.mjs', ...wanted);
}
const rows = measure();
const PARTS = [
  ['sim and src', (file) => !file.endsWith('.tsx') && !file.startsWith('src/report/client/')],
  ['views of the studio, apart', (file) => file.endsWith('.tsx')],
  ["scripts of a report's page, apart", (file) => file.startsWith('src/report/client/')],
];
const parts = PARTS.map(([name, isOf]) => ({ name, rows: rows.filter(({ file }) => isOf(file)) }));
tell(parts[0].rows);
const sums = parts.map((part) => ({ name: part.name, ...sum(part.rows) }));
for (const { name, ...found } of [...sums, { name: 'all together', ...sum(rows) }])
  console.log(
    `${name}: ${found.lines.toFixed(2)} % of ${found.ofLines} lines, ${found.branches.toFixed(2)} % of ${found.ofBranches} branches`,
  );
writeFileSync(join(root, 'coverage/coverage.json'), `${JSON.stringify({ sums, files: rows }, null, 1)}\n`);
const [{ lines, branches }] = sums;
process.exitCode = lines >= LEAST.lines && branches >= LEAST.branches ? 0 : 1;

// Writes the table of a run into the README, between its markers. node bench/readme.mjs FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { readmeTable } from './table.mjs';

const MARKED = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
const readme = new URL('../README.md', import.meta.url);

/** The result in a file; only that of a whole run may stand in the README. */
function wholeResult(file) {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const partial = Object.values(result.skipped ?? { file: 'was not measured' }).some((reason) =>
    reason.endsWith('was not measured'),
  );
  if (partial) throw new Error('expected the result of a whole run, got one that was made with --only');
  return result;
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node bench/readme.mjs FILE');
const result = wholeResult(file);
const text = readFileSync(readme, 'utf8');
if (!MARKED.test(text)) throw new Error('README.md has no <!-- bench --> … <!-- /bench -->');
writeFileSync(
  readme,
  text.replace(MARKED, (_, open, close) => `${open}${readmeTable(result)}\n${close}`),
);

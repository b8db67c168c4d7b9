// Writes the table of a run into the README, between its markers. node bench/readme.mjs FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { readmeTable } from './table.mjs';

const MARKED = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
const readme = new URL('../README.md', import.meta.url);

const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const text = readFileSync(readme, 'utf8');
if (!MARKED.test(text)) throw new Error('README.md has no <!-- bench --> … <!-- /bench -->');
writeFileSync(
  readme,
  text.replace(MARKED, (_, open, close) => `${open}${readmeTable(result)}\n${close}`),
);

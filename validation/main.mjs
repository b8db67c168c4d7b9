// The validation suite: runs every table and writes VALIDATION.md; ends with 1 if a row fails. About two minutes.
//   npm run validate                                            all tables, writes VALIDATION.md
//   npm run validate -- --only bass --only logit                some tables, row by row, writes nothing
//   npm run validate -- --only bass --set p=.01 --set q=.4      one case with other parameters, against the closed form
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { page, summaryLine, terminalLines } from './page.mjs';
import { changedCase, parseSettings, runTable } from './run.mjs';
import { NOT_APPLICABLE, TABLES } from './tables.mjs';

const PAGE = new URL('../VALIDATION.md', import.meta.url);

/** The tables named and the settings; throws on anything else. */
function options() {
  const known = {
    only: { type: 'string', multiple: true, default: [] },
    set: { type: 'string', multiple: true, default: [] },
  };
  const { only, set } = parseArgs({ options: known }).values;
  const unknown = only.find((name) => !TABLES.some((table) => table.name === name));
  if (unknown !== undefined) {
    throw new Error(`--only: expected one of ${TABLES.map(({ name }) => name).join(', ')}, got ${unknown}`);
  }
  if (set.length > 0 && only.length !== 1) throw new Error('--set: expected one table, by --only');
  return {
    tables: TABLES.filter(({ name }) => only.length === 0 || only.includes(name)),
    set,
    all: only.length === 0,
  };
}

function run({ tables, set, all }) {
  const settings = parseSettings(set);
  const judged = tables.map((table) => {
    const done = runTable(table, set.length > 0 ? [changedCase(table, settings)] : table.cases);
    const { id, name, rows, drawn, verdict } = summaryLine(done);
    console.log(`${id} ${name}: ${rows} rows, ${drawn} with luck: ${verdict}`);
    if (!all || !done.passes) for (const line of terminalLines(done)) console.log(line);
    return done;
  });
  if (all) writeFileSync(PAGE, page(judged, NOT_APPLICABLE));
  return judged.every(({ passes }) => passes);
}

try {
  process.exitCode = run(options()) ? 0 : 1;
} catch (error) {
  console.error(`${error.message}\nusage: npm run validate -- [--only TABLE ...] [--set NAME=NUMBER ...]`);
  process.exitCode = 2;
}

// The benchmark: every figure of one machine in one run, each a ratio to a baseline that took turns with it. Less than
// ten minutes on two cores; progress on stderr, tables on stdout.
//   npm run bench -- [--only SECTION ...] [--json FILE]
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { commit, machine } from './machine.mjs';
import { ratiosOf } from './ratios.mjs';
import { batch } from './sections/batch.mjs';
import { cohorts } from './sections/cohorts.mjs';
import { everything } from './sections/everything.mjs';
import { footprint } from './sections/footprint.mjs';
import { safety } from './sections/safety.mjs';
import { scenarios } from './sections/scenarios.mjs';
import { sixApp } from './sections/six-app.mjs';
import { sizes } from './sections/sizes.mjs';
import { start } from './sections/start.mjs';
import { study } from './sections/study.mjs';
import { threads } from './sections/threads.mjs';
import { ratioTable, sectionTable } from './table.mjs';

const SECTIONS = [
  start,
  footprint,
  sixApp,
  sizes,
  scenarios,
  everything,
  batch,
  safety,
  threads,
  cohorts,
  study,
];

/** The sections named, or all; an unknown name ends the program. */
function chosen(names) {
  const known = SECTIONS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (!unknown) return SECTIONS.filter(({ name }) => names.length === 0 || names.includes(name));
  console.error(`--only: expected one of ${known.join(', ')}, got ${unknown}`);
  process.exit(2);
}

/** A file that cannot be written ends the program before minutes are spent. */
function refuseUnwritable(file) {
  try {
    closeSync(openSync(file, 'a'));
  } catch (error) {
    console.error(`--json: expected a file that can be written, got ${file} (${error.message})`);
    process.exit(2);
  }
}

/** The options; anything else ends the program. */
function options() {
  try {
    const known = { only: { type: 'string', multiple: true, default: [] }, json: { type: 'string' } };
    return parseArgs({ options: known }).values;
  } catch (error) {
    console.error(`${error.message}\nusage: npm run bench -- [--only SECTION ...] [--json FILE]`);
    process.exit(2);
  }
}

const values = options();
const sections = chosen(values.only);
if (values.json) refuseUnwritable(values.json);
const place = { machine: machine(), commit: commit() };
const rows = [];
for (const [k, { name, title, measure }] of sections.entries()) {
  const say = (text) => {
    const at = `${Math.round(performance.now() / 1000)} s`.padStart(6);
    console.error(`${at} [${k + 1} of ${sections.length}] ${name}: ${text}`);
  };
  const found = await measure(say);
  console.log(`${sectionTable(title, found)}\n`);
  rows.push(...found);
}
const seconds = Math.round(performance.now() / 1000);
const record = { ...place, seconds, ...ratiosOf(rows), rows };
console.log(
  `${ratioTable(record, values.only.length === 0)}\n\n${place.machine.cpu}, commit ${place.commit}, ${seconds} s`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(record, null, 1)}\n`);
process.exit(0);

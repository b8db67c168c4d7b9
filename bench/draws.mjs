/**
 * Do the addressed draws look random in every order in which they are read? Runs dieharder (Debian: `apt-get install
 * dieharder`; optional) on the orders of `bench/draws/orders.mjs`, on its own AES as a control, and on weakened copies
 * that have to fail, and writes `bench/draws.md`. Ten to fifteen minutes of CPU; `--long` adds the tests that read most
 * and doubles that; `--quick` takes a minute and writes nothing. Exit code 1 if a verdict is not as it should be. Needs
 * `npm run build`.
 *   node bench/draws.mjs [--quick | --long]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as core from '../dist/sim/core/draws.js';
import { STREAM } from '../dist/sim/core/streams.js';
import { dieharderVersion, runTest, TESTS } from './draws/battery.mjs';
import { avalanche, bytes, overlaps, pairs, spacings } from './draws/checks.mjs';
import { orders } from './draws/orders.mjs';
import { countVerdicts, makeReport } from './draws/report.mjs';
import { weakened } from './draws/weakened.mjs';

const draws = { ...core, STREAM };

/** All p-values of one source; every test reads a part of its own. */
async function battery(tests, { part, resolve, readerOf }) {
  const rows = [];
  for (const test of tests)
    rows.push(...(await runTest(test, { readerOf, part: part + TESTS.indexOf(test), resolve })));
  return rows;
}

function say(name, rows) {
  const { values, weak, unresolved, failed } = countVerdicts(rows);
  const counts = `${values} p-values, ${weak} weak at first, ${unresolved.length} unresolved, ${failed.length} failed`;
  console.log(`${name.padEnd(24)} ${counts}`);
}

/** Largest score, number of scores and overlaps of a hash, and the names of the checks it fails. */
function quickChecks(hash) {
  const scores = { avalanche: avalanche(hash) };
  for (const [name, check] of Object.entries({ bytes, pairs, spacings }))
    scores[name] = orders.flatMap((order) => check(order.reader(hash, 0)));
  const common = overlaps(hash);
  const all = Object.values(scores).flat();
  const failed = Object.keys(scores).filter((name) => scores[name].some((z) => Math.abs(z) >= 5));
  return {
    scores: all.length,
    largest: Math.max(...all.map(Math.abs)),
    overlaps: common,
    failed: common > 0 ? [...failed, 'overlaps'] : failed,
  };
}

async function runOrders(tests) {
  const runs = [];
  for (const [i, order] of orders.entries()) {
    const readerOf = (part) => order.reader(draws, part);
    const rows = await battery(tests, { part: 100 * i, resolve: true, readerOf });
    say(order.name, rows);
    runs.push({ ...order, rows });
  }
  return runs;
}

async function runControl(tests) {
  const rows = await battery(tests, { part: 100 * orders.length, resolve: true, readerOf: () => null });
  say('AES', rows);
  return { name: 'AES', about: "dieharder's AES_OFB, the control", rows };
}

async function runWeakened(tests) {
  const runs = [];
  for (const copy of weakened) {
    const hash = copy.make(draws);
    const order = orders.find(({ name }) => name === copy.order);
    const part = 100 * orders.indexOf(order);
    const readerOf = (own) => order.reader(hash, own);
    const rows = await battery(tests, { part, resolve: false, readerOf });
    say(`${copy.name} (weakened)`, rows);
    runs.push({ ...copy, rows, checks: quickChecks(hash).failed });
  }
  return runs;
}

/** What is not as it should be, in words; empty if all is well. */
function faults({ runs, control, weak, checks }) {
  const found = [];
  for (const { name, rows } of [...runs, control]) {
    const { unresolved, failed } = countVerdicts(rows);
    for (const row of [...failed, ...unresolved])
      found.push(`${name}: ${row.name} ${row.verdict} p = ${row.last}`);
  }
  for (const check of checks.failed) found.push(`quick check ${check} fails`);
  for (const { name, rows, checks: caught, seen } of weak) {
    if (seen && countVerdicts(rows).failed.length === 0) found.push(`${name} passes dieharder`);
    if (caught.length === 0) found.push(`${name} passes the quick checks`);
  }
  return found;
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, long: { type: 'boolean', default: false } },
});
const version = dieharderVersion();
if (version === null) {
  console.log('dieharder is not installed (Debian: apt-get install dieharder): the battery is skipped.');
} else {
  const tests = TESTS.filter((test) => (values.quick ? test.quick : values.long || !test.long));
  const runs = await runOrders(tests);
  const found = {
    version,
    runs,
    control: await runControl(tests),
    weak: await runWeakened(tests),
    checks: quickChecks(draws),
  };
  const wrong = faults(found);
  const verdict = wrong.length === 0 ? 'The draws pass.' : `Not as it should be: ${wrong.join('; ')}.`;
  console.log(verdict);
  if (!values.quick) writeFileSync(new URL('draws.md', import.meta.url), makeReport({ ...found, verdict }));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

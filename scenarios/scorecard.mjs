/**
 * Makes SCORECARD.md: every check of every shipped scenario, held against a batch of the size the scenario asks for,
 * seed 1. `npm run scorecard` runs all and writes the card; `-- NAME ...` runs some and prints them.
 * Same commit, same card, on any machine and for any number of threads.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadScenario, runBatch } from '../dist/src/index.js';

const HERE = new URL('.', import.meta.url);
const SEED = '1';
const NAMES = readdirSync(HERE)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

/** First digits of the SHA-256 of a file: the card says what it was made from. */
const fingerprint = (file) =>
  createHash('sha256')
    .update(readFileSync(new URL(file, HERE)))
    .digest('hex')
    .slice(0, 12);

const digits = (value) => String(Number(value.toPrecision(3)));
const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

function foundText({ found, low, high }) {
  if (found === null) return 'not measured';
  return low === undefined ? digits(found) : `${digits(found)} (${digits(low)} to ${digits(high)})`;
}

/** Arms that a scenario's checks name. */
function armsOf({ arms, checks }) {
  const named = checks.map(({ measure }) => measure).join('\n');
  return Object.keys(arms).filter((arm) => new RegExp(`\\barm\\(\\s*["']?${arm}["']?\\s*,`).test(named));
}

async function hold(name) {
  const scenario = await loadScenario(new URL(`${name}.yaml`, HERE));
  const { summary, failures } = await runBatch(scenario, { seed: SEED, arms: armsOf(scenario) });
  if (failures.length > 0)
    throw new Error(`${name}: ${failures.length} worlds failed: ${failures[0].message}`);
  const rows = summary.checks.map((check, i) => ({ ...check, ...pick(scenario.checks[i]) }));
  return { name, rows, replicates: summary.n, agents: scenario.agents.law.value, title: scenario.title };
}

const pick = ({ finding, changed }) => ({ finding, changed });
const letterOf = ({ id }) => id.split('.').slice(0, 2).join('.');

function row(check) {
  const mark = { pass: 'pass', fail: '**fail**', open: '*open*' }[check.verdict];
  return `| ${check.id} | ${cell(check.about)} | ${foundText(check)} | ${cell(check.target)} | ${mark} | ${cell(check.source)} |`;
}

function notes(rows) {
  return rows.flatMap(({ id, verdict, finding, changed }) => [
    ...(finding ? [`- **${id}** (${verdict}): ${cell(finding)}`] : []),
    ...(changed
      ? [`- **${id}** was changed. Before: “${cell(changed.from)}” Why: ${cell(changed.why)}`]
      : []),
  ]);
}

function table(rows) {
  return [
    '| check | claim | found | target | verdict | source |',
    '|---|---|---|---|---|---|',
    ...rows.map(row),
  ];
}

function section({ name, rows, replicates, agents, title }) {
  const identities = rows.filter(({ kind }) => kind === 'identity');
  const behaviours = rows.filter(({ kind }) => kind === 'behaviour');
  const remarks = notes(rows);
  return [
    `## ${name}`,
    `${title}. ${replicates} worlds of each plan, ${agents} simulated users; file ${fingerprint(`${name}.yaml`)}.`,
    '',
    ...(identities.length > 0 ? ['Identities:', '', ...table(identities), ''] : []),
    ...(behaviours.length > 0 ? ['Behaviour:', '', ...table(behaviours), ''] : []),
    ...(remarks.length > 0 ? [...remarks, ''] : []),
  ];
}

/** A letter passes if all its statements do. */
function letters(rows) {
  const by = new Map();
  for (const check of rows) by.set(letterOf(check), [...(by.get(letterOf(check)) ?? []), check.verdict]);
  return [...by.values()].filter((verdicts) => verdicts.every((verdict) => verdict === 'pass')).length;
}

const count = (rows, verdict) => rows.filter((check) => check.verdict === verdict).length;

function totals(cards) {
  const all = cards.flatMap(({ rows }) => rows);
  return ['identity', 'behaviour'].map((kind) => {
    const rows = all.filter((check) => check.kind === kind);
    const passed = letters(rows);
    const lettersOfKind = new Set(rows.map(letterOf)).size;
    const share = ((100 * count(rows, 'pass')) / rows.length).toFixed(0);
    return `| ${kind} | ${rows.length} | ${count(rows, 'pass')} (${share} %) | ${count(rows, 'fail')} | ${count(rows, 'open')} | ${passed} of ${lettersOfKind} |`;
  });
}

function page(cards) {
  return [
    '# Score card of the scenarios',
    '',
    'Made by `npm run scorecard`; do not edit. Every statement that a scenario is held against, with seed 1 and the size',
    'that the scenario asks for. A check is a test of the model: one that fails stays here, with what it says about model',
    'or data. Below a table stands what a check says about the model, that it passes nearly by construction for one, and',
    'what it said before it was changed. `open`: the 95 % Wilson interval of a share holds the threshold. A letter passes',
    'if all its statements do.',
    '',
    `Model: golden outcomes ${fingerprint('../test/golden/hashes.json')}.`,
    '',
    '| kind | checks | pass | fail | open | letters that pass |',
    '|---|---|---|---|---|---|',
    ...totals(cards),
    '',
    ...cards.flatMap(section),
  ].join('\n');
}

const wanted = process.argv.slice(2);
const cards = [];
for (const name of wanted.length > 0 ? wanted : NAMES) {
  const card = await hold(name);
  process.stderr.write(`${name}: ${count(card.rows, 'pass')} of ${card.rows.length} pass\n`);
  cards.push(card);
}
const text = `${page(cards).trimEnd()}\n`;
if (wanted.length === 0) writeFileSync(new URL('SCORECARD.md', HERE), text);
else process.stdout.write(text);

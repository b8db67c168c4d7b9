/**
 * Writes the tables of `sim/README.md` (the ODD) from the declarations: mechanisms, parameters, strategies, state,
 * streams of chance, ledger and columns. `npm run odd` renews them; a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIM = join(import.meta.dirname, '../../sim');
const README = join(SIM, 'README.md');
const START = '<!-- tables: npm run odd -->';
const END = '<!-- /tables -->';

const source = (file) => readFileSync(join(SIM, file), 'utf8');
const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---|').join('')}`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
];

/** Fields of an interface with the comment above them; a comment holds until the next one. */
function fieldsOf(file, name) {
  const body = new RegExp(`export interface ${name}[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(source(file))?.[1] ?? '';
  const rows = [];
  let about = '';
  let fresh = true;
  for (const [part] of body.matchAll(/\/\*\*[\s\S]*?\*\/|^\s*(?:readonly )?\w+\??:/gm)) {
    if (part.startsWith('/**')) {
      about = part.replace(/^\/\*\*|\*\/$|^\s*\*/gm, ' ');
      fresh = true;
      continue;
    }
    const field = /(\w+)\??:/.exec(part)[1];
    if (fresh || rows.length === 0) rows.push([[field], about]);
    else rows.at(-1)[0].push(field);
    fresh = false;
  }
  return rows.map(([fields, text]) => [fields.map((field) => `\`${field}\``).join(' '), text]);
}

/** Entries of a list with the comment above them. */
function entriesOf(file, list) {
  const body = new RegExp(`export const ${list} = [\\[{]([\\s\\S]*?)\\n[\\]}]`).exec(source(file))?.[1] ?? '';
  const rows = [];
  let about = '';
  for (const [part, , name, number] of body.matchAll(/(\/\*\*[\s\S]*?\*\/)|(\w+): (\d+)/g)) {
    if (part.startsWith('/**')) about = part.replace(/^\/\*\*|\*\/$|^\s*\*/gm, ' ');
    else rows.push([`\`${name}\``, number, about]);
  }
  return rows;
}

function mechanisms({ MECHANISMS }) {
  const off = (numbers) =>
    Object.entries(numbers)
      .map(([path, value]) => `\`${path}\` = ${value}`)
      .join(', ');
  const rows = Object.entries(MECHANISMS).map(([name, one]) => [
    one.id,
    `\`${name}\``,
    one.about,
    `\`${one.file}\``,
    off(one.off),
  ]);
  return table(['', 'name', 'what it does', 'where', 'switched off by'], rows);
}

function parameters({ describeFields }, policies) {
  const rows = describeFields().filter(
    ({ path, unit }) => path.startsWith('policy ') === policies && unit !== 'map' && unit !== 'list',
  );
  return table(
    ['field', 'unit', 'range', 'default', 'meaning', 'source'],
    rows.map((row) => [
      `\`${row.path.replace(/^policy /, '')}\``,
      row.unit,
      row.range,
      row.default,
      row.about,
      row.source,
    ]),
  );
}

const STATE = [
  ['user (row of a population)', 'population/agents.ts', 'Agents'],
  ['tastes of a user', 'population/agents.ts', 'Tastes'],
  ['firm', 'firms/firm.ts', 'FirmState'],
  ['tier of a firm', 'firms/firm.ts', 'TierState'],
  ['growth of a firm without an app', 'firms/track.ts', 'Track'],
  ['channel', 'market-state.ts', 'ChannelState'],
  ['world', 'world/world.ts', 'WorldState'],
  ['market for tokens', 'world/world.ts', 'ApiState'],
  ['outcome of a firm', 'outcome.ts', 'FirmOutcome'],
];

/** The tables as Markdown. `model` is the door of `sim`. */
export function tables(model) {
  const { LEDGER_LINES, MARKET_COLUMNS, MONTH_COLUMNS } = model;
  const words = (list) => list.map((word) => `\`${word}\``).join(' ');
  return [
    '### Mechanisms',
    ...mechanisms(model),
    '',
    '### State',
    ...STATE.flatMap(([entity, file, name]) => [
      `#### ${entity}`,
      ...table(['', 'meaning'], fieldsOf(file, name)),
      '',
    ]),
    '### Streams of chance',
    ...table(['stream', 'number', 'draws'], entriesOf('core/streams.ts', 'STREAM')),
    '',
    '### What is recorded',
    `Ledger: ${words(LEDGER_LINES)}. A firm's month: ${words(MONTH_COLUMNS.slice(0, -LEDGER_LINES.length))} and the`,
    `ledger. The market's month: ${words(MARKET_COLUMNS)} and a price index a channel. Units: \`metrics/columns.ts\`.`,
    '',
    '### Parameters of strategies',
    ...parameters(model, true),
    '',
    '### Parameters of a scenario',
    ...parameters(model, false),
  ].join('\n');
}

/** The description with the tables of `model` in it. */
export function withTables(text, model) {
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`odd: ${README} lacks ${START} ... ${END}`);
  return `${before}${START}\n${tables(model)}\n${END}${after}`;
}

if (process.argv[1] === import.meta.filename) {
  const model = await import('../../dist/sim/index.js');
  writeFileSync(README, withTables(readFileSync(README, 'utf8'), model));
}

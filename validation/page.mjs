// VALIDATION.md and what the terminal says, from judged tables.
import { ALARM } from './judge.mjs';

/** A number with as many digits as can be compared. */
function short(x) {
  if (Number.isInteger(x)) return String(x);
  const size = Math.abs(x);
  if (size >= 1000) return x.toFixed(2);
  return x.toFixed(Math.min(7, Math.max(4, 5 - Math.floor(Math.log10(Math.max(size, 1e-9))))).valueOf());
}

/** A small number with two digits. */
function small(x) {
  return x === 0
    ? '0'
    : x
        .toExponential(1)
        .replace('e+0', '')
        .replace(/e([+-])(\d)$/, 'e$1$2');
}

/** What was expected, as printed where it was. */
function expectedOf({ expected, value }) {
  return typeof expected === 'string' ? expected : short(value);
}

function tableLines({ rows }) {
  const remarks = rows.some(({ seen }) => seen);
  const head = [
    '',
    'found',
    'expected',
    'difference',
    'tolerance',
    'verdict',
    ...(remarks ? ['beside'] : []),
  ];
  const lines = rows.map((row) => [
    row.what,
    short(row.found),
    expectedOf(row),
    small(row.difference),
    small(row.tolerance),
    row.pass ? 'pass' : '**FAIL**',
    ...(remarks ? [row.seen ?? ''] : []),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}

function drawnLine({ drawn, rows, z }) {
  if (drawn === 0) return 'Nothing is drawn: the false-alarm rate is 0.';
  return `${drawn} of ${rows.length} rows are simulated with luck: ${z.toFixed(2)} standard errors each, so that a correct engine fails this table with a probability of at most ${ALARM} (Bonferroni).`;
}

function section(table) {
  const { id, name, title, source, method } = table;
  return [
    `## ${id} ${title}`,
    '',
    `Source: ${source}.`,
    '',
    method,
    '',
    drawnLine(table),
    '',
    ...tableLines(table),
    '',
    `Alone: \`npm run validate -- --only ${name}\``,
    '',
  ];
}

/** One line a table. */
export function summaryLine({ id, name, rows, drawn, passes }) {
  const failed = rows.filter(({ pass }) => !pass).length;
  const verdict = passes ? 'pass' : `FAIL (${failed} rows)`;
  return { id, name, rows: rows.length, drawn, verdict };
}

/** The whole page. */
export function page(tables, notApplicable) {
  const lines = tables.map(summaryLine);
  const drawn = tables.filter((table) => table.drawn > 0).length;
  return [
    '# Validation',
    '',
    '<!-- Written by `npm run validate`; do not edit. -->',
    '',
    'Published and closed-form results, each reproduced by the engine: a small scenario is simulated, or a function',
    'that the engine itself uses is called. *Found* is what came out, *expected* what is published, as printed (or the',
    'closed form where only a formula is published). A row passes if the difference is at most',
    '',
    '    tolerance = half a unit of the last printed digit + z x standard error + bound of the method',
    '',
    `z is shared out over the rows of a table that have luck in them, so that a correct engine fails a table with a`,
    `probability of at most ${ALARM}, and one of the ${drawn} that have luck in them with at most ${(ALARM * drawn).toFixed(3)}. Seeds are fixed:`,
    'the same build always writes this page.',
    '',
    '| table | | rows | with luck | verdict |',
    '| --- | --- | --- | --- | --- |',
    ...tables.map((table, k) => {
      const { id, rows, drawn: withLuck, verdict } = lines[k];
      return `| ${id} | ${table.title} | ${rows} | ${withLuck} | ${verdict} |`;
    }),
    '',
    'Published tables that do not apply:',
    '',
    ...notApplicable.map(([id, title, why]) => `- ${id}, ${title}: ${why}`),
    '',
    'Other numbers of the same kind: `npm run validate -- --only bass --set p=.01 --set q=.4` runs one case of a table with',
    'other parameters against its closed form, and writes nothing.',
    '',
    ...tables.flatMap(section),
  ].join('\n');
}

/** A table for the terminal. */
export function terminalLines(table) {
  const mark = (row) => (row.pass ? 'pass' : 'FAIL');
  return table.rows.map(
    (row) =>
      `  ${mark(row)}  ${row.what.padEnd(52)} ${short(row.found).padStart(14)}  expected ${expectedOf(row).padStart(12)}  +- ${small(row.tolerance)}${row.seen ? `  (${row.seen})` : ''}`,
  );
}

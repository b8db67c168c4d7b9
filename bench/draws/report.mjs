/** The report of the battery on the addressed draws, as Markdown: the same on every machine. */

/** Verdicts of many p-values: how many, and which were weak at first, unresolved or failed. */
export function countVerdicts(rows) {
  const of = (verdict) => rows.filter((row) => row.verdict === verdict);
  return {
    values: rows.length,
    weak: rows.filter(({ first }) => first < 0.005 || first > 0.995).length,
    unresolved: of('WEAK'),
    failed: of('FAILED'),
  };
}

const short = (p) => p.toFixed(4).replace(/^0/, '');

/** A cell: one p-value or two, or the extremes of more; a weak one with what it became. */
function cell(rows) {
  const one = ({ first, last, verdict }) => {
    const moved = first === last ? short(first) : `${short(first)} → ${short(last)}`;
    return verdict === 'PASSED' ? moved : `**${moved} ${verdict}**`;
  };
  if (rows.length < 3) return rows.map(one).join(', ');
  const sorted = [...rows].sort((a, b) => a.first - b.first);
  const odd = rows.filter((row) => row.verdict !== 'PASSED');
  return [one(sorted[0]), '…', one(sorted.at(-1)), ...odd.map(one)].join(' ');
}

/** Rows by the name of their test; the lengths of sts_serial count as one. */
function byTest(rows) {
  const tests = new Map();
  for (const row of rows) {
    const name = row.name.startsWith('sts_serial') ? 'sts_serial 1-16' : row.name;
    tests.set(name, [...(tests.get(name) ?? []), row]);
  }
  return tests;
}

function table(runs) {
  const columns = runs.map(({ rows }) => byTest(rows));
  const head = ['test', ...runs.map(({ name }) => name)];
  const lines = [...columns[0].keys()].map((test) => [test, ...columns.map((rows) => cell(rows.get(test)))]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function names(rows) {
  const found = [...new Set(rows.map(({ name }) => name.replace(/^sts_serial.*/, 'sts_serial')))];
  return found.length > 0 ? found.join(', ') : 'none';
}

function summary(runs) {
  const lines = runs.map(({ name, about, rows }) => {
    const { values, weak, unresolved, failed } = countVerdicts(rows);
    return `| ${name} | ${about} | ${values} | ${weak} | ${unresolved.length} | ${failed.length} |`;
  });
  return ['| order | fastest, then next | p-values | weak at first | unresolved | failed |']
    .concat('| --- | --- | --- | --- | --- | --- |', lines)
    .join('\n');
}

function weakSection(weak) {
  const lines = weak.map(({ name, about, order, rows, checks }) => {
    const { values, failed } = countVerdicts(rows);
    return `| ${name}: ${about} | ${order} | ${failed.length} of ${values}: ${names(failed)} | ${checks.join(', ') || 'none'} |`;
  });
  return ['| weakened copy | order | dieharder: failed | quick checks that fail (all orders) |']
    .concat('| --- | --- | --- | --- |', lines)
    .join('\n');
}

function unseen(weak) {
  const passed = weak.filter(({ rows }) => countVerdicts(rows).failed.length === 0);
  return passed.map(({ name }) => name).join(', ') || 'none';
}

/**
 * The whole report.
 * @param {{ version: string, verdict: string, runs: object[], control: object, weak: object[], checks: object }} found
 */
export function makeReport({ version, verdict, runs, control, weak, checks }) {
  const rows = runs.flatMap((run) => run.rows);
  const { values, weak: first, unresolved, failed } = countVerdicts(rows);
  return `# Addressed draws under dieharder

Written by \`node bench/draws.mjs\`; do not edit. Dieharder ${version}; p-values are the same on every machine.

**${verdict}** ${values} p-values over ${runs.length} orders of reading: ${first} weak at first, ${unresolved.length} unresolved, ${failed.length} failed.

**Rule.** Weak: p < .005 or p > .995; failed: p < 1e-6 or p > 1 - 1e-6 (dieharder's own thresholds, both
sides). A weak test gets 100 samples more at a time, up to 1,000 (\`-Y 1 -k 2 -P 1000\`), until it is neither weak nor
failed; a weak test of one sample is repeated on other words, up to twice; so is one of less than 100 samples that fails
on the high side, with 100 more. The draws pass if no p-value fails and none stays weak.

**False alarms.** Of perfect words and exact tests, ${(values * 0.01).toFixed(1)} p-values would be weak at first and ${(values * 2e-6).toFixed(4)} would fail. The tests are
not exact: p-values of few samples lie too high, says dieharder itself (\`dieharder -d 204 -h\`); of 300 of its own AES (test
100) 32 lie above .995 with 10 samples, 20 with 20, 14 with 50, 2 with 200, and one below .005 in all. So more are weak at
first, nearly all of them high. The p-values of one test are not independent either (the 30 of sts_serial read the same
words): weak ones come in groups. AES therefore passes through the same battery as a control. See also Luengo et al.
(2022), *A Bad Day to Die Hard: Correcting the Dieharder Battery*. Tests left out and why: \`bench/draws/battery.mjs\`.

## Orders
A draw has no turn, so each way to walk through the addresses has to look random by itself.

${summary([...runs, control])}

Quick checks of \`bench/draws/checks.mjs\` (also in \`npm test\`): largest |z| of ${checks.scores} scores ${checks.largest.toFixed(1)} (a score above 5 has probability
6e-7), common stretches of replicates ${checks.overlaps}.

## The same battery on weakened copies
${weakSection(weak)}

Not seen by dieharder: ${unseen(weak)}. It reads one long stream, not addresses. What passes with a round fewer is our
margin; that streams are pieces of each other no test of one stream can see. The quick checks see both.

## p-values
After an arrow: with the samples that were added. Of more than two: the smallest and the largest.

${table([...runs, control])}
`;
}

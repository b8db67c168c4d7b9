/** Hostile texts in every text of a result: what a terminal gets, and what a spreadsheet gets. */
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import type { Manifest, Summary } from '../../src/experiment/summary.js';
import { csvCell } from '../../src/report/client/sheet.js';
import { firmText } from '../../src/report/studies/head.js';
import { terminalReport } from '../../src/report/terminal.js';
import { printable } from '../../src/source/printable.js';
import { pointsCsv } from '../../src/store/points-csv.js';
import { sinksOf } from '../browser/hostile-leaves.js';
import { makeManifest, makeSummary } from './fixture.js';
import { STUDY_PAGES } from './result-pages.js';

/** Texts that move a cursor, clear a screen, set a title or a link, ask for an answer, or turn the direction. */
const TERMINAL = [
  '\u001b[2J\u001b[H',
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://198.51.100.7\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;ZWNobw==\u0007',
  '\u001bP+q544e\u001b\\',
  '\u001b[6n',
  '\u009b2J',
  '\u009d0;title\u009c',
  'a\rb',
  'a\bb',
  'a\u0007',
  'a\u202eb',
  'a\u2066b',
  'a\u200fb',
  'a\u2028b',
  'a\u0000b',
  '\u001bc',
  '\u001b(0lqk',
  '\u{e0001}\u{e0041}',
];

/** Texts that spreadsheets take for formulas. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '=HYPERLINK("http://198.51.100.7","x")',
  "=cmd|'/C calc'!A0",
  '="x",=1+1',
  '"=1+1',
];

const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const withoutLines = (text: string) => text.replaceAll('\n', '');

describe('a terminal gets no character that it would obey', () => {
  const result = { summary: makeSummary(12), manifest: makeManifest(12) };
  const style = { colour: false, width: 100 };
  const draw = (own: { summary: Summary; manifest: Manifest }) =>
    terminalReport(own.summary, own.manifest, style);
  const sinks = sinksOf(result, draw);

  it.each(TERMINAL.map((text, turn) => [text, turn] as const))(
    'in a report, first of all of %j',
    (_, turn) => {
      const filled = sinks.filled(TERMINAL, turn);
      expect(withoutLines(draw(filled))).not.toMatch(HARMFUL);
      const coloured = terminalReport(filled.summary, filled.manifest, { colour: true, width: 100 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the report's own colours
      expect(withoutLines(coloured).replace(/\u001b\[[\d;]*m/g, '')).not.toMatch(HARMFUL);
    },
  );

  it.each(STUDY_PAGES.map((page) => [page.name, page] as const))(
    'in the text of a %s',
    (_, { result, text }) => {
      const own = sinksOf(result, text);
      for (const turn of TERMINAL.keys())
        expect(withoutLines(printable(text(own.filled(TERMINAL, turn))))).not.toMatch(HARMFUL);
    },
  );
});

describe('a spreadsheet gets no formula', () => {
  const rowsOf = (csv: string) =>
    new Promise<string[][]>((resolve) => {
      const rows: string[][] = [];
      parseString(csv)
        .on('data', (row: string[]) => rows.push(row))
        .on('end', () => resolve(rows));
    });
  const isNumber = (cell: string) => cell !== '' && Number.isFinite(Number(cell));
  const isFormula = (cell: string) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !isNumber(cell);

  it.each(STUDY_PAGES.map((page) => [page.name, page] as const))(
    'in points.csv of a %s',
    async (_, { result, points }) => {
      const own = sinksOf(result, points);
      for (const turn of FORMULAS.keys()) {
        const rows = await rowsOf(await pointsCsv(points(own.filled(FORMULAS, turn))));
        expect(rows.flat().filter(isFormula)).toEqual([]);
      }
    },
  );

  it('in a table that the report saves', () => {
    for (const text of FORMULAS) {
      const cell = csvCell(text).replace(/^"/, '');
      expect(isFormula(cell)).toBe(false);
    }
    expect([csvCell(-5), csvCell(null)]).toEqual(['-5', '']);
  });
});

describe('a firm', () => {
  it('whose id every object knows is told by its id, not by what the object has', () => {
    for (const id of ['constructor', 'toString', '__proto__'])
      expect(firmText({ firms: { kimi: 'Kimi' } }, id)).toBe(id);
    expect(firmText({ firms: { kimi: 'Kimi' } }, 'kimi')).toBe('Kimi');
  });
});

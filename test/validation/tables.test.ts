import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bertrandLogit } from '../../src/statistics/index.js';

const load = (file: string) => import(new URL(`../../validation/${file}`, import.meta.url).href);
const { judge, printed } = await load('judge.mjs');
const { page } = await load('page.mjs');
const { changedCase, parseSettings, runTable } = await load('run.mjs');
const { NOT_APPLICABLE, TABLES } = await load('tables.mjs');
const committed = readFileSync(new URL('../../VALIDATION.md', import.meta.url), 'utf8');

type Table = { id: string; name: string; cases: object[] };
type Row = { what: string; pass: boolean };
const table = (name: string): Table => TABLES.find((one: Table) => one.name === name);
const failed = (rows: Row[]) => rows.filter(({ pass }) => !pass).map(({ what }) => what);

/** Tables that take less than about a second together. */
const QUICK = [
  'retention',
  'bass',
  'logit',
  'kaplan-meier',
  'wilson',
  'adstock',
  'experience',
  'random-numbers',
  'erlang',
  'context',
  'concentration',
];

describe('published tables', () => {
  it.each(QUICK)('%s is reproduced by this build', (name) => {
    expect(failed(runTable(table(name)).rows)).toEqual([]);
  });

  it('a table with other parameters is held to its closed form: Bass with p = .01, q = .4 a year', () => {
    const bass = table('bass');
    const rows = runTable(bass, [changedCase(bass, parseSettings(['p=.01', 'q=.4']))]).rows;
    // By hand: T* = ln 40 / .41 = 8.9973, F(T*) = (1 - p/q) / 2 = .4875.
    expect(rows[0].value).toBeCloseTo(8.9973, 4);
    expect(rows[2].value).toBeCloseTo(0.4875, 12);
    expect(failed(rows)).toEqual([]);
  });

  it('the committed page has every table, and all pass', () => {
    for (const { id, name } of TABLES) {
      expect(committed).toContain(`## ${id} `);
      expect(committed).toContain(`--only ${name}\``);
    }
    for (const [id, title] of NOT_APPLICABLE) expect(committed).toContain(`- ${id}, ${title}: `);
    expect(committed).not.toContain('FAIL');
  });

  it('every share of ruined firms could be too low and too high: its tolerance is less than what is left on either side', () => {
    const lines = committed.split('\n');
    const shares = ['V05', 'V06', 'V07'].flatMap((id) => {
      const from = lines.findIndex((line) => line.startsWith(`## ${id} `));
      const rest = lines.slice(from + 1);
      const rows = rest.slice(
        0,
        rest.findIndex((line) => line.startsWith('## ')),
      );
      return rows.filter((line) => /^\| .*(, ruin|, by month \d+|, from \d+) \|/.test(line));
    });
    expect(shares.length).toBeGreaterThan(40);
    for (const line of shares) {
      const [what, , expected, , tolerance] = line.split(' | ');
      const fails = Number(expected) > Number(tolerance) && Number(expected) + Number(tolerance) < 1;
      expect(`${what}: ${fails ? 'can fail' : 'cannot fail'}`).toBe(`${what}: can fail`);
    }
  });

  it('the standard error of a Bertrand price follows the fixed point: one firm of value 2 and cost 1, by hand', async () => {
    const { equilibriumErrors } = await load('closed-forms/bertrand.mjs');
    const game = { values: [2], costs: [1], sensitivity: 1 };
    const law = bertrandLogit({ values: [2], costs: [1], alpha: 1 });
    const errors = equilibriumErrors(game, law, 1e9);
    // s = .361896: sd of the share 1.5196e-5; G = 1 / (1 - s)^2 = 2.4560, J = -s (1 - s) = -.23093,
    // so dp = G / (1 - G J) = 1.5671 times that, and ds = dp / G.
    expect(errors.prices[0]).toBeCloseTo(2.3815e-5, 8);
    expect(errors.shares[0]).toBeCloseTo(0.9697e-5, 8);
  });

  it.runIf(process.env.AFTERBURN_LONG)(
    'the committed page is what this build writes',
    () =>
      expect(
        page(
          TABLES.map((one: Table) => runTable(one)),
          NOT_APPLICABLE,
        ),
      ).toBe(committed),
    600_000,
  );
});

describe('the verdict', () => {
  it('a printed number brings half a unit of its last digit, a whole number nothing', () => {
    expect(printed('.6225').value).toBe(0.6225);
    expect(printed('.6225').half).toBeCloseTo(0.00005, 12);
    expect(printed('-1611.158').half).toBeCloseTo(0.0005, 12);
    expect(printed('1966374204')).toEqual({ value: 1966374204, half: 0 });
  });

  it('a row with luck may differ by z standard errors: 3.2905 for one row, 3.4808 for two (two-sided, .001 a table)', () => {
    const row = (found: number) => ({ what: 'share', found, expected: 0.5, error: 0.01 });
    // Normal quantiles of 1 - .0005 and 1 - .00025, from a table.
    expect(judge([row(0.5329)]).passes).toBe(true);
    expect(judge([row(0.53295)]).passes).toBe(false);
    expect(judge([row(0.5348), row(0.5)]).passes).toBe(true);
    expect(judge([row(0.5349), row(0.5)]).passes).toBe(false);
  });

  it('settings that are no numbers, or that no case has, are refused', () => {
    expect(() => parseSettings(['p=much'])).toThrow('expected name=number');
    expect(() => changedCase(table('bass'), { a: 1 })).toThrow('its parameters are p, q');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeFields } from '../../sim/scenario/describe.js';
import { jsonSchema } from '../../sim/scenario/json-schema.js';

describe('describeFields', () => {
  const rows = describeFields();
  const row = (path: string) => rows.find((each) => each.path === path);

  test('tells unit, range, default, sentence and source of a field', () => {
    expect(row('segments.<segment>.habitMemory')).toEqual({
      path: 'segments.<segment>.habitMemory',
      unit: 'per month',
      range: '0 to 0.999',
      default: '0.85',
      about: 'rho of H = 1 - rho^tenure.',
      source: 'Guadagni & Little 1983: .875',
    });
  });

  test('names what is required, whole, and only shapes the start', () => {
    expect(row('months')).toMatchObject({ default: 'required', range: '1 to 400, whole' });
    expect(row('firms.<firm>.cash')?.about).toMatch(/Shapes the start only\.$/);
    expect(row('firms.<firm>.tiers.<n>.price')?.unit).toBe('currency a month');
  });

  test('has every parameter of every policy', () => {
    expect(row('policy steady.ads')).toMatchObject({ unit: 'currency a month', default: '0' });
    expect(row('policy adFollower.leader')).toMatchObject({ unit: 'firm', default: '' });
  });

  test('every path stands once and every row says what it is', () => {
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
    expect(
      rows.filter(({ about, path }) => about === '' && !path.endsWith('<n>')).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('jsonSchema', () => {
  const schema = z.fromJSONSchema(jsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const folder = new URL('../../scenarios/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

  test('lets a firm stand on a card and leave out the rest, but not without one', () => {
    const withFirm = (firm: unknown) => {
      const raw = parse(readFileSync(new URL(files[0], folder), 'utf8')) as { firms: object };
      return schema.safeParse({ ...raw, firms: { ...raw.firms, kimi: firm } }).success;
    };
    expect(withFirm({ firm: 'kimi', parent: { stopHazard: 0 } })).toBe(true);
    expect(withFirm({ firm: 'kimi', cash: '5 M', asOf: '2024-01' })).toBe(true);
    expect(withFirm({ firm: 'kimi', csh: 5 })).toBe(false);
    expect(withFirm({ quality: 1 })).toBe(false);
  });

  test.each(files)('accepts scenarios/%s', (file) => {
    const result = schema.safeParse(parse(readFileSync(new URL(file, folder), 'utf8')));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test('refuses unknown keys, missing keys and numbers out of range', () => {
    const raw = parse(readFileSync(new URL(files[0], folder), 'utf8')) as Record<string, unknown>;
    expect(schema.safeParse({ ...raw, zeta: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...raw, months: undefined }).success).toBe(false);
    expect(schema.safeParse({ ...raw, months: 0 }).success).toBe(false);
  });

  test('says unit and range in the description of a number', () => {
    const properties = jsonSchema().properties as Record<string, { description: string }>;
    expect(properties.people.description).toBe(
      'Everybody who could use an app. Expected: a number from 0 to 1e10 (people).',
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseTarget } from '../../src/experiment/target.js';
import { loadScenario } from '../../src/index.js';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

describe.each(files)('scenarios/%s', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const raw = parse(text) as Record<string, unknown>;

  test('is legal with its cards, and every number of it has a tag and a named source or a reason', async () => {
    expect(raw.sourced).toBe(true);
    const scenario = await loadScenario(new URL(file, FOLDER));
    expect(Object.keys(scenario.firms).length).toBeGreaterThan(0);
  });

  test('opens with what it is about and asks a question', () => {
    expect(text).toMatch(/^# /);
    expect(raw.question).toMatch(/\?$/);
    expect(raw.about).toBeTruthy();
  });

  test('cites every source that it names', () => {
    const named = Object.keys((raw.sources as object) ?? {});
    const unused = named.filter(
      (key) => !new RegExp(`\\[[SPLCA] ${key}[\\],: ]|source: ${key}\\b`).test(text),
    );
    expect(unused).toEqual([]);
  });

  test('has no check that equal worlds pass, or that every probability passes', () => {
    for (const { id, measure, target } of (raw.checks ?? []) as Record<
      'id' | 'measure' | 'target',
      string
    >[]) {
      expect(`${id}: ${target}`).not.toMatch(/: [<>]=\s*0$/);
      if (!/\b(share|mean)\(/.test(measure)) continue;
      const { accepts } = parseTarget(String(target));
      expect(`${id}: ${accepts(0) && accepts(1) ? 'cannot fail' : 'can fail'}`).toBe(`${id}: can fail`);
    }
  });
});

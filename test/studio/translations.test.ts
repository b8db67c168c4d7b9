/** The Chinese of what shipped scenarios and declarations say: whatever the rail can show has a translation. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../sim/index.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { type Field, fieldsOf } from '../../src/studio/fields.js';
import { scenarioIn, translated } from '../../src/studio/translations.js';
import { ZH } from '../../src/studio/zh/index.js';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const IDS = readdirSync(FOLDER).flatMap((file) => /^(.*)\.yaml$/.exec(file)?.[1] ?? []);

describe('the Chinese of shipped scenarios', () => {
  const scenarios = new Map<string, Scenario>();
  const fields: Field[] = [];
  beforeAll(async () => {
    for (const id of IDS) {
      const { scenario } = await loadFile(join(FOLDER, `${id}.yaml`), []);
      scenarios.set(id, scenario);
      fields.push(...fieldsOf(scenario));
    }
  }, 60_000);
  const lacking = (texts: Readonly<Record<string, string>>, all: readonly string[]) => [
    ...new Set(all.filter((text) => translated(texts, text) === undefined)),
  ];

  it('has a title and a question for each', () => {
    expect(Object.keys(ZH.scenarios).sort()).toEqual([...IDS].sort());
  });

  it('has what every plan is', () => {
    const plans = [...scenarios.values()].flatMap(({ arms }) => Object.values(arms));
    expect(
      lacking(
        ZH.abouts,
        plans.map(({ about }) => about ?? ''),
      ),
    ).toEqual([]);
    const shown = scenarioIn(scenarios.get('startup-20m') as Scenario, ZH, 'startup-20m');
    expect([shown.arms.stop.about, shown.firms.dalin.about]).toEqual([
      '同上，但三个月后结束。',
      '融资两千万元，一年多后解散；半年几乎没有订单。',
    ]);
  });

  it('has every sentence, unit and key of the numbers that can be changed', () => {
    expect(
      lacking(
        ZH.sentences,
        fields.map(({ spec }) => spec.about),
      ),
    ).toEqual([]);
    expect(
      lacking(
        ZH.units,
        fields.map(({ spec }) => spec.unit),
      ),
    ).toEqual([]);
    const keys = fields.flatMap((field) => field.keys).filter((key) => !/^\d+$/.test(key));
    expect(lacking(ZH.keys, keys)).toEqual([]);
  });

  it('changes texts alone: ids, numbers and the plain data stay', () => {
    const found = scenarios.get('china-traffic-war-2024') as Scenario;
    const shown = scenarioIn(found, ZH, 'china-traffic-war-2024');
    expect(shown.title).toBe('2024 年中国流量大战');
    expect([shown.firms.kimi.name, shown.currency]).toEqual(['Kimi（月之暗面）', '元']);
    expect(shown.raw).toBe(found.raw);
    expect(Object.keys(shown.firms)).toEqual(Object.keys(found.firms));
    expect(fieldsOf(shown).map(({ path, value }) => [path, value])).toEqual(
      fieldsOf(found).map(({ path, value }) => [path, value]),
    );
  });

  it('keeps the number of a copy and names that it does not know', () => {
    const raw = { name: 'Seed cohort 12' };
    const firms = {
      c: { name: 'Yardstick, 2.5 % a month (20 copies)', tiers: [] },
      a: { ...raw, tiers: [] },
      b: { name: 'My own', tiers: [] },
    } as unknown as Scenario['firms'];
    const whole = { ...(scenarios.get('startup-20m') as Scenario), firms };
    const { a, b, c } = scenarioIn(whole, ZH).firms;
    expect([a.name, b.name, c.name]).toEqual([
      '种子期公司 12',
      'My own',
      '标尺，每月 2.5% 概率融资（20 个副本）',
    ]);
  });
});

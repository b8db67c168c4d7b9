/** The contract of every mechanism: one number, one file, one test, and a switch that is alive and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assign, type Decision, MECHANISMS, placesOf, simulate, startMarket } from '../../sim/index.js';
import { legal, oneBurner, type Raw } from './made-scenario.js';

const { everything } = await import(new URL('../../bench/everything.mjs', import.meta.url).href);
const { textOf } = await import(new URL('../golden/worlds.mjs', import.meta.url).href);
const root = join(import.meta.dirname, '../..');
const names = Object.keys(MECHANISMS);
const each = Object.entries(MECHANISMS);

/** The benchmark with every mechanism, and what its small firms cannot show: chance entry, sales, a listing, rounds. */
function rich(): Raw {
  const raw = everything(600, 0.25);
  raw.world.funding = { base: -2, growth: 3, size: 5, climate: 3 };
  const office = oneBurner({ business: { tenders: 20, size: 5e4, paidAfter: 1 } }).firms as { burner: Raw };
  const firm = { ...office.burner, funding: { seekAt: 60, strategic: 0.2 } };
  raw.firms.firm2.capacity = 500;
  Object.assign(raw.firms, {
    bot: { ...firm, arrivals: 0.3 },
    sold: { ...firm, acquisition: { always: 0.2 } },
    listed: { ...firm, listing: { revenue: 1, proceeds: 1e6, chance: 0.3 } },
  });
  return raw;
}

/** One world as text, to the last bit. */
const bytes = (raw: Raw): string => textOf(simulate(legal(raw), 'contract', 0));

/** Numbers of the rich scenario by dotted path. */
const places = placesOf(legal(rich())).map((place) => ({ ...place, name: place.path.join('.') }));

/** Places that a pattern with `*` for any name or position means. */
function meant(pattern: string) {
  const shape = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
  return places.filter(({ name }) => shape.test(name));
}

describe('the list of mechanisms', () => {
  it('has the numbers M01 to M32, once each', () => {
    const numbers = Array.from({ length: 32 }, (_, k) => `M${String(k + 1).padStart(2, '0')}`);
    expect(each.map(([, { id }]) => id)).toEqual(numbers);
  });

  it('names a file for each, and none twice', () => {
    const files = each.map(([, { file }]) => file);
    expect(files.filter((file) => !existsSync(join(root, 'sim', file)))).toEqual([]);
    expect(new Set(files).size).toBe(32);
  });

  it.each(each)(
    '%s: its file says its number, and the test of that name lives its twin',
    (name, { id, file }) => {
      expect(readFileSync(join(root, 'sim', file), 'utf8').split('*/')[0]).toContain(id);
      const test = file.replace(/^.*\//, '').replace(/\.ts$/, '.test.ts');
      const text = readFileSync(join(root, 'test/sim/mechanisms', test), 'utf8');
      expect(text).toMatch(new RegExp(`twins\\([\\s\\S]*'${name}'|without: \\['${name}'\\]`));
    },
  );

  it.each(each)('%s: its switch sets declared fields within their ranges', (_, { off }) => {
    for (const [pattern, value] of Object.entries(off)) {
      expect(meant(pattern).length, pattern).toBeGreaterThan(0);
      for (const { name, spec } of meant(pattern)) {
        expect(value, name).toBeGreaterThanOrEqual(spec.min);
        expect(value, name).toBeLessThanOrEqual(spec.max);
      }
    }
  });

  it('sets 0 wherever a field is 0 by default, because such fields are left alone; no arrivals are a month of entry', () => {
    const others = each.flatMap(([, { off }]) =>
      Object.entries(off).filter(
        ([pattern, value]) => value !== 0 && meant(pattern).some(({ spec }) => spec.default === 0),
      ),
    );
    expect(others).toEqual([['firms.*.arrivals', 1e-9]]);
  });
});

describe('a switch', () => {
  const raw = rich();
  const base = bytes(raw);

  it.each(names)('%s is alive: a world of everything is another one without it', (name) => {
    expect(bytes({ ...raw, without: [name] })).not.toBe(base);
  });

  it('of any mechanism changes nothing where none is used', () => {
    const bare = structuredClone(raw);
    for (const firm of Object.values(bare.firms as Record<string, Raw>)) firm.policy = 'steady';
    delete (bare.firms as Raw).bot;
    for (const [, { off }] of each)
      for (const [pattern, value] of Object.entries(off))
        for (const { path, name } of meant(pattern))
          if (!path.includes('policy') && path[1] !== 'bot') assign(bare, name, value);
    const still = bytes(bare);
    for (const name of names) expect(bytes({ ...bare, without: [name] }) === still, name).toBe(true);
  });
});

describe('a switch holds against what firms decide and scenarios date', () => {
  /** Decisions that would bring a mechanism back, for a firm of two tiers. */
  const BACK: Record<string, Decision> = {
    distillation: { distil: 0.7 },
    quotas: { quotas: [0.01, 0.01] },
    'ads-and-gacha': { adLoads: [5, 0] },
  };
  /** Changes by date of fields that the scenario leaves at their default. */
  const DATED: Record<string, [string, number]> = {
    distillation: ['firms.a.distil', 0.7],
    quotas: ['firms.a.tiers.0.quota', 0.01],
    'ads-and-gacha': ['firms.a.tiers.0.adLoad', 5],
  };
  const market: Raw = {
    ...oneBurner({}, { months: 4 }),
    firms: { a: { cash: 1e9, press: 1, policy: 'steady', tiers: [{ price: 0 }, { price: 5 }] } },
    segments: { all: { innovation: 50, outside: -40, adAversion: 1, priceSensitivity: 0.1 } },
    people: 10_000,
  };
  /** Four months in which the firm decides the same every month. */
  function decided(plan: Raw, decision: Decision): string {
    const world = startMarket(legal({ ...market, ...plan }), 'contract', 0);
    for (let month = 1; month <= 4; month++) world.step({ a: decision });
    return textOf(world.outcome());
  }

  it('names the mechanisms whose numbers firms decide', () => {
    expect(each.filter(([, { ignores }]) => ignores).map(([name]) => name)).toEqual(Object.keys(BACK));
  });

  it.each(Object.keys(BACK))('%s', (name) => {
    const [path, value] = DATED[name];
    const interventions = [{ month: 2, path, value }];
    const without = decided({ without: [name] }, {});
    expect(decided({}, BACK[name])).not.toBe(decided({}, {}));
    expect(decided({ without: [name] }, BACK[name])).toBe(without);
    expect(decided({ interventions }, {})).not.toBe(decided({}, {}));
    expect(decided({ interventions, without: [name] }, {})).toBe(without);
  });
});

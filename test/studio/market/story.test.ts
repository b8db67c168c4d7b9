import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, simulate } from '../../../sim/index.js';
import { loadFile } from '../../../src/store/scenario-file.js';
import {
  columnOf,
  lowestPrice,
  NOT_SOLD,
  peopleAt,
  secondsOf,
  type World,
} from '../../../src/studio/market/history.js';
import { liveWorld } from '../../../src/studio/market/live.js';
import { moversIn, standOf, storyOf } from '../../../src/studio/market/story.js';
import { eventText, storyTitle } from '../../../src/studio/market/tell.js';
import { WORDS } from '../../../src/studio/words.js';

const TRAFFIC = join(import.meta.dirname, '../../../scenarios/china-traffic-war-2024.yaml');
const CHARGE = join(import.meta.dirname, '../../../scenarios/charging-shock.yaml');

/** Two apps, three months, one dot; verdicts 0 = stay, 1 = review, 2 = lapse. */
function told(
  codes: readonly number[],
  verdicts: readonly number[],
  more: { prices?: number[]; end?: number } = {},
): World {
  const months = codes.length - 1;
  const columns = new Float64Array(months * 2 * MONTH_COLUMNS.length);
  const offers = new Float64Array((months + 1) * 3 * 3 * 2);
  const at = (month: number, app: number) => (month * 3 + app) * 3 * 2;
  for (let month = 0; month <= months; month++) offers[at(month, 1)] = more.prices?.[month] ?? 0;
  const firm = (id: string, slot: number) => ({
    id,
    name: id,
    slot,
    app: slot,
    family: id,
    sells: false,
    tiers: ['', ''],
    end: 'alive' as const,
    exitMonth: null,
  });
  return {
    replicate: 0,
    months,
    firms: [{ ...firm('Ant', 1), exitMonth: more.end ?? null }, firm('Bee', 2)],
    apps: 2,
    columns,
    inhabitants: new Float64Array((months + 1) * 3),
    seconds: new Float64Array((months + 1) * 3),
    offers,
    orders: new Float64Array(0),
    crowd: {
      numbers: Int32Array.of(17),
      of: 1000,
      each: 5,
      tenure: Uint8Array.of(4),
      code: codes.map((code) => Uint8Array.of(code)),
      second: codes.map(() => Uint8Array.of(0)),
      verdict: verdicts.map((verdict) => Uint8Array.of(verdict)),
    },
  };
}
const ANT = 1 << 2;
const BEE = 2 << 2;
const kinds = (world: World) =>
  storyOf(world, 0, world.months).map(({ month, event }) => [month, event.kind]);

describe('the price of an app', () => {
  it('is none while its only tier is not sold, free at 0, else the lowest that is paid', () => {
    const world = told([ANT, ANT, ANT], [0, 0, 0], { prices: [NOT_SOLD, 0, 9] });
    const [ant, bee] = world.firms;
    const single = { ...ant, tiers: [''] };
    expect([0, 1, 2].map((month) => lowestPrice(world, month, single))).toEqual([undefined, 0, 9]);
    expect(lowestPrice(world, 0, bee)).toBe(0);
    expect(lowestPrice(world, 1, { ...bee, app: 0 })).toBeUndefined();
  });

  it('of a free app whose paid tier is not sold before its plan is 0, not a million, and then what the plan charges', async () => {
    const { scenario } = await loadFile(CHARGE, ['agents=300', 'months=7']);
    const world = liveWorld(scenario, '1', 0, 'charge');
    const deepseek = world.firms.find(({ id }) => id === 'deepseek') as World['firms'][number];
    const prices = [0, 1, 5, 6, 7].map((month) => lowestPrice(world, month, deepseek));
    expect(prices).toEqual([0, 0, 0, 6, 6]);
  });
});

describe('the story of a user', () => {
  it('tells a move with what had changed in the offer since month 1, and nothing else', () => {
    const world = told([ANT, ANT, ANT, BEE], [0, 0, 0, 1], { prices: [9, 9, 9, 20] });
    const [began, moved] = storyOf(world, 0, 3);
    expect(began).toEqual({ month: 0, event: { kind: 'began', at: { app: 1, tier: 0 }, since: -3 } });
    expect(moved).toEqual({
      month: 3,
      event: {
        kind: 'moved',
        from: { app: 1, tier: 0 },
        to: { app: 2, tier: 0 },
        since: -3,
        changes: [{ what: 'price', before: 9, now: 20 }],
      },
    });
  });

  it('tells a lapse from a departure after a look around, and a fall to the free tier from a change of tier', () => {
    expect(kinds(told([ANT, 1], [0, 2]))).toEqual([
      [0, 'began'],
      [1, 'lapsed'],
    ]);
    expect(kinds(told([ANT, 1], [0, 1]))).toEqual([
      [0, 'began'],
      [1, 'left'],
    ]);
    expect(kinds(told([ANT | 1, ANT], [0, 2]))).toEqual([
      [0, 'began'],
      [1, 'fell'],
    ]);
    expect(kinds(told([ANT | 1, ANT], [0, 1]))).toEqual([
      [0, 'began'],
      [1, 'switched'],
    ]);
  });

  it('tells that her app ended, by name only if she had it before and did not look around that month', () => {
    const stayed = storyOf(told([ANT, ANT, 2, BEE], [0, 0, 0, 1], { end: 2 }), 0, 3);
    expect(stayed[1]).toEqual({ month: 2, event: { kind: 'ended', from: { app: 1, tier: 0 } } });
    expect(stayed[2].event.kind).toBe('joined');
    const looked = storyOf(told([ANT, ANT, 2], [0, 0, 1], { end: 2 }), 0, 2);
    expect(looked[1].event).toEqual({ kind: 'ended' });
  });

  it('gathers looks around without a move in one line, and says nothing of months in which nothing happened', () => {
    const lines = storyOf(told([1, 1, 1, 1, BEE, BEE], [0, 1, 0, 1, 1, 0]), 0, 5);
    expect(lines.map(({ month, event }) => [month, event.kind, 'times' in event ? event.times : 0])).toEqual([
      [0, 'began-without', 0],
      [3, 'looked', 2],
      [4, 'joined', 0],
    ]);
    expect(standOf(told([1, BEE, BEE], [0, 1, 0]), 0, 2)).toEqual({
      at: { app: 2, tier: 0 },
      since: 1,
      second: 0,
    });
  });

  it('is told in both languages', () => {
    const world = told([ANT, ANT, BEE], [0, 0, 1]);
    const [, { event, month }] = storyOf(world, 0, 2);
    const teller = (language: 'en' | 'zh') => ({ world, words: WORDS[language], currency: 'CNY' });
    expect(eventText(teller('en'), event, month)).toBe(
      'Looked around and moved from Ant (tier 1) to Bee (tier 1), after 5 months.',
    );
    expect(eventText(teller('zh'), event, month)).toBe(
      '重新比较后从 Ant（第 1 档）转到 Bee（第 1 档），此前用了 5 个月。',
    );
    expect(storyTitle(teller('en'), '17', { app: 1, tier: 0 })).toBe('Why user 17 left Ant');
  });
});

describe('a lived world', () => {
  it('has the columns of the engine, circles that hold everybody, and dots that represent them', async () => {
    const { scenario } = await loadFile(TRAFFIC, ['agents=4000', 'months=12']);
    const world = liveWorld(scenario, '1', 5);
    const outcome = simulate(scenario, '1', 5);
    expect(world.columns).toEqual(outcome.months);
    const people = (month: number) =>
      Array.from({ length: world.apps + 1 }, (_, app) => peopleAt(world, month, app));
    const all = people(0).reduce((a, b) => a + b);
    for (let month = 1; month <= 12; month++) {
      expect(people(month).reduce((a, b) => a + b)).toBeCloseTo(all, 3);
      for (const firm of world.firms) {
        if (firm.app === 0 || (firm.exitMonth ?? 99) <= month) continue;
        const first = columnOf(world, firm.slot - 1, month, 'firstUsers');
        expect(peopleAt(world, month, firm.app)).toBe(first);
        expect(first + secondsOf(world, month, firm.app)).toBeCloseTo(
          columnOf(world, firm.slot - 1, month, 'users'),
          3,
        );
      }
    }
    // Dots are a systematic sample: within 5 standard errors of a simple one (false alarm < 1e-6 a number, fixed seed).
    const { crowd } = world;
    if (!crowd) throw new Error('users are simulated one by one');
    const n = crowd.numbers.length;
    for (const month of [0, 6, 12])
      people(month).forEach((size, app) => {
        const share = size / all;
        const dots = crowd.code[month].filter((code) => code >> 2 === app).length;
        expect(Math.abs(dots - n * share)).toBeLessThan(5 * Math.sqrt(n * share * (1 - share)) + 1);
      });
    expect(moversIn(world, 6).length).toBeGreaterThan(0);
  });

  it('has circles and no dots where users are simulated in groups', async () => {
    const { scenario } = await loadFile(TRAFFIC, ['population.engine=cohorts', 'months=2']);
    const world = liveWorld(scenario, '1', 0);
    expect(world.crowd).toBeUndefined();
    expect(peopleAt(world, 2, 0)).toBeGreaterThan(0);
    expect(storyOf(world, 0, 2)).toEqual([]);
  });
});

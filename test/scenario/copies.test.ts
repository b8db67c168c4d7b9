import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../sim/scenario/parse.js';
import { legal, rawMarket } from './market.js';

const bot = { cash: '5 to 10', shock: '.1 to .3', policy: { name: 'steady', ads: 0 } };

/** One firm and three copies of another. */
function market(more: Record<string, unknown> = {}, change: Record<string, unknown> = {}) {
  return rawMarket({
    firms: { kimi: { cash: 1, policy: 'steady' }, bot: { ...bot, copies: 3, ...change } },
    ...more,
  });
}

function problems(raw: unknown) {
  const parsed = parseScenario(raw);
  return 'problems' in parsed ? parsed.problems : [];
}

describe('copies', () => {
  it('stand in the place of the firm, and the raw scenario stays as it was written', () => {
    const raw = market();
    const scenario = legal(raw);
    expect(Object.keys(scenario.firms)).toEqual(['kimi', 'bot-1', 'bot-2', 'bot-3']);
    expect(scenario.firms['bot-2']).toMatchObject({ family: 'bot', copy: 2 });
    expect(scenario.raw).toBe(raw);
  });

  it('a path that names the firm means all its copies: interventions, arms, redraw and hold', () => {
    const path = 'firms.bot.fixedCost';
    const arms = {
      cheap: { overrides: [{ month: 2, path, value: 0 }], redraw: ['firms.bot.cash'] },
      held: { hold: { firms: ['bot', 'kimi'], fields: ['ads'] } },
    };
    const scenario = legal(market({ interventions: [{ month: 3, path, value: 5 }], arms }));
    const all = (field: string) => [1, 2, 3].map((k) => `firms.bot-${k}.${field}`);
    expect(scenario.interventions.map((one) => one.path)).toEqual(all('fixedCost'));
    expect(scenario.arms.cheap.overrides.map((one) => one.path)).toEqual(all('fixedCost'));
    expect(scenario.arms.cheap.redraw).toEqual(all('cash'));
    expect(scenario.arms.held.hold?.firms).toEqual(['bot-1', 'bot-2', 'bot-3', 'kimi']);
  });

  it('two fields of the firm correlate within each copy, a field of the world with every copy', () => {
    const rank = 0.3;
    const world = { inferenceCost: { start: '1 to 2' } };
    const inside = { between: ['firms.bot.cash', 'firms.bot.shock'], rank };
    const outside = { between: ['firms.bot.cash', 'world.inferenceCost.start'], rank };
    const { correlations } = legal(market({ world, correlations: [inside, outside] }));
    expect(correlations.map(({ between }) => between.join(' ').replaceAll('firms.', ''))).toEqual([
      'bot-1.cash bot-1.shock',
      'bot-2.cash bot-2.shock',
      'bot-3.cash bot-3.shock',
      'bot-1.cash world.inferenceCost.start',
      'bot-2.cash world.inferenceCost.start',
      'bot-3.cash world.inferenceCost.start',
    ]);
  });

  it('a policy or a channel that means one firm cannot mean three', () => {
    const raw = market({ channels: { feed: { otherSpend: 1, owner: 'bot' } } }, { api: { price: 1 } });
    const firms = raw.firms as Record<string, Record<string, unknown>>;
    firms.bot.api = { price: 1 };
    firms.kimi = { cash: 1, supplier: 'bot', policy: { name: 'adFollower', leader: 'bot' } };
    const expected = 'the name of one firm';
    const received = '"bot", which has 3 copies';
    expect(problems(raw)).toEqual(
      [
        ['channels', 'feed', 'owner'],
        ['firms', 'kimi', 'supplier'],
        ['firms', 'kimi', 'policy', 'leader'],
      ].map((path) => ({ path, expected, received })),
    );
  });

  it('the name of a copy is taken', () => {
    const raw = market();
    (raw.firms as Record<string, unknown>)['bot-2'] = { cash: 1, policy: 'steady' };
    expect(problems(raw)).toMatchObject([{ path: ['firms', 'bot-2'], atKey: true }]);
  });

  it('31 firms with tiers and 400 without are the most', () => {
    const tiers = [{ price: 9 }];
    expect(problems(market({}, { copies: 31, tiers }))).toEqual([]);
    expect(problems(market({}, { copies: 32, tiers }))).toMatchObject([
      { path: ['firms', 'bot', 'tiers'], received: '32' },
    ]);
    expect(problems(market({}, { copies: 399 }))).toEqual([]);
    expect(problems(market({}, { copies: 400 }))).toMatchObject([
      { path: ['firms', 'bot', 'copies'], received: '401 so far' },
    ]);
  });

  it('a fault in a firm with copies is told once, where the file has it', () => {
    expect(problems(market({}, { channels: ['tv'] }))).toMatchObject([
      { path: ['firms', 'bot', 'channels', 0] },
    ]);
  });
});

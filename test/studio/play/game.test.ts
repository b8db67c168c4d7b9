import { describe, expect, it } from 'vitest';
import { type Decision, type Scenario, simulate, startMarket } from '../../../sim/index.js';
import { NOT_SOLD } from '../../../src/studio/market/history.js';
import {
  budgetOf,
  recentLuck,
  runwayAtPace,
  runwayOfForm,
  unitEconomics,
} from '../../../src/studio/play/budget.js';
import { decisionOf, formOf, NO_LIMIT, viewNow } from '../../../src/studio/play/form.js';
import { decide, type Game } from '../../../src/studio/play/game.js';
import { doJob, makePlayServer, type Score, scenarioOf } from '../../../src/studio/play/jobs.js';
import { type Life, liveTurn, makeLiver, openingCash, totalOf } from '../../../src/studio/play/life.js';
import { moneyLines } from '../../../src/studio/play/money.js';
import { inflowsByMonth, monthReport } from '../../../src/studio/play/month-report.js';
import { newsOf } from '../../../src/studio/play/news.js';
import { cashFan, cashOutOdds, moneyOdds } from '../../../src/studio/play/odds.js';
import { rowsOf } from '../../../src/studio/play/score-rows.js';
import { seatsOf, withPlayer, withPolicy } from '../../../src/studio/play/seat.js';
import { reducePlay } from '../../../src/studio/play/state.js';
import { twinCommand } from '../../../src/studio/play/twin-command.js';
import { PLAY_WORDS } from '../../../src/studio/play/words.js';
import { legal, oneBurner, twoApps } from '../../sim/made-scenario.js';

const world = legal(
  twoApps(
    { cash: 8e6, fixedCost: 5e5, tiers: [{ price: 0 }, { price: 10 }], channels: ['web'], shock: 0.3 },
    { policy: { name: 'priceWarFollower', ads: 1e5 }, channels: ['web'], tiers: [{ price: 12 }] },
    { top: { channels: { web: { otherSpend: 1e6 } }, agents: 500 } },
  ),
);
const fresh: Game = { scenario: 'two', values: {}, seed: 's', replicate: 3, firm: 'a', decisions: [] };
const cut: Decision = { prices: [0, 4], ads: { web: 2e5 } };
const play = (...decisions: Decision[]): Game => ({ ...fresh, decisions });

describe('a game', () => {
  it('replays to the same bytes after it was saved as JSON', () => {
    const game = play(cut, { ...cut, seek: true }, { quotas: [1, NO_LIMIT], fixedCost: 4e5 });
    const saved = JSON.parse(JSON.stringify(game)) as Game;
    expect(saved).toEqual(game);
    expect(liveTurn(world, saved)).toEqual(liveTurn(world, game));
    const again = JSON.stringify(makeLiver(world, saved, 'policy')({}));
    expect(again).toBe(JSON.stringify(makeLiver(world, game, 'policy')({})));
  });

  it('is the world that startMarket lives with the same decisions, number by number', () => {
    const decisions = [cut, cut, { ...cut, prices: [0, 6] }];
    const market = startMarket(world, 's', 3);
    for (const decision of decisions) market.step({ a: decision });
    const played = startMarket(withPlayer(world, play(...decisions), { after: 'policy' }), 's', 3);
    for (const _ of decisions) played.step();
    expect(played.outcome()).toEqual(market.outcome());
  });

  it('without a decision is the world of the scenario', () => {
    const { firms } = simulate(world, 's', 3);
    const life = makeLiver(world, fresh, 'policy')({});
    expect([life.cash.at(-1), life.ledger]).toEqual([firms[0].finalCash, firms[0].ledger]);
    expect(openingCash(life)).toBe(8e6);
  });

  it('shows what the policy of the seat would see, one month further with every decision', () => {
    const turn = liveTurn(world, play(cut, cut));
    expect(turn.views.map(({ month }) => month)).toEqual([1, 2, 3]);
    expect([turn.lived, turn.months, turn.status]).toEqual([2, 12, 'alive']);
    expect(liveTurn(world, play(cut)).views).toEqual(turn.views.slice(0, 2));
    expect(viewNow(turn).tiers.map(({ price }) => price)).toEqual([0, 4]);
  });

  it('ends with a stop, in its month, and nothing can be decided then', () => {
    const turn = liveTurn(world, play(cut, { ...cut, stop: 'wound-down' }, cut));
    expect([turn.status, turn.lived, turn.own]).toEqual(['wound-down', 2, undefined]);
  });

  it('keeps the policy from stopping a firm that its player keeps alive', () => {
    const raw = oneBurner({}, {}) as { firms: Record<string, object> };
    raw.firms.burner = { ...raw.firms.burner, policy: { name: 'stopEarly' } };
    const stops = legal(raw);
    const seat = { ...fresh, firm: 'burner' };
    const held = makeLiver(stops, seat, {})({});
    expect(held.status).toBe('cash-out');
  });
});

describe('a fork', () => {
  const luckOf = (game: Game, branch?: number): number[] => {
    const seen: number[] = [];
    const { definition } = world.firms.b.policy;
    const spy = {
      ...definition,
      decide: (...[view, parameters, memory, luck]: Parameters<typeof definition.decide>) => {
        seen[view.month] = luck(0);
        return definition.decide(view, parameters, memory, luck);
      },
    };
    const b = { ...world.firms.b, policy: { ...world.firms.b.policy, definition: spy } };
    makeLiver({ ...world, firms: { ...world.firms, b } }, game, cut)({ branch });
    return seen;
  };

  it('shares every draw up to now with the game and none after now, so no adviser sees the future', () => {
    const game = play(cut, cut, cut, cut);
    const fact = luckOf(game);
    for (const branch of [1, 2, 100]) {
      const fork = luckOf(game, branch);
      expect(fork.slice(0, 5)).toEqual(fact.slice(0, 5));
      expect(fork.slice(5).filter((draw, k) => draw === fact[5 + k])).toEqual([]);
    }
  });

  it('has the past of the game and, where chance matters, another future', () => {
    const game = play(cut, cut, cut);
    const [fact, ...forks] = [{}, { branch: 1 }, { branch: 2 }].map(makeLiver(world, game, cut));
    for (const fork of forks) {
      expect(fork.cash.slice(0, 3)).toEqual(fact.cash.slice(0, 3));
      expect(fork.cash[4]).not.toBe(fact.cash[4]);
    }
  });

  it('goes no further than asked', () => {
    expect(makeLiver(world, play(cut), cut)({ branch: 1, until: 5 }).lived).toBe(5);
  });
});

describe('the odds', () => {
  const life = (status: 'alive' | 'cash-out', cash: number[]) => ({
    status,
    lived: cash.length,
    cash,
    users: cash,
    raised: cash.map(() => 0),
    stake: 1,
    ledger: [],
    cause: '',
  });

  it('count cash-outs of the forks with the Wilson interval (1 of 4: .046 to .699)', () => {
    const forks = [...Array(3).fill(life('alive', [1])), life('cash-out', [0])];
    const { estimate, low, high } = cashOutOdds(forks);
    expect(estimate).toBe(0.25);
    expect(low).toBeCloseTo(0.0456, 4);
    expect(high).toBeCloseTo(0.6994, 4);
  });

  it('tell in how many futures new money comes after now, and which live by it alone', () => {
    const forks = [
      { ...life('alive', [5, 4, 3]), raised: [9, 0, 0] }, // before now
      { ...life('alive', [5, 8, 2]), raised: [0, 4, 0] }, // 8 - 4, then 2 - 4 < 0
      { ...life('alive', [5, 8, 7]), raised: [0, 4, 0] },
      { ...life('cash-out', [5, 3, -1]), raised: [0, 1, 0] },
    ];
    expect(moneyOdds(forks, 1)).toEqual({ comes: 3, saves: 1 });
  });

  it('draw the fan after now, a firm without cash at 0', () => {
    const fan = cashFan([life('alive', [9, 10, 20]), life('cash-out', [9, -5])], 1);
    expect(fan.map((month) => month[2])).toEqual([5, 10]);
  });
});

describe('the form', () => {
  it('opens with what the own policy would do, later with the last decision', () => {
    const first = liveTurn(world, fresh);
    expect(formOf(first, undefined)).toEqual({
      prices: [0, 10],
      quotas: [NO_LIMIT, NO_LIMIT],
      ads: { web: 0 },
      research: 0,
      fixedCost: 5e5,
      seek: undefined,
    });
    const second = liveTurn(world, play(cut));
    expect(formOf(second, cut)).toMatchObject({ prices: [0, 4], ads: { web: 2e5 }, fixedCost: 5e5 });
  });

  it('leaves research and fixed cost to the plan unless they are changed', () => {
    const turn = liveTurn(world, fresh);
    const form = formOf(turn, undefined);
    const quiet = decisionOf(form, viewNow(turn));
    expect(quiet).toEqual({ prices: [0, 10], quotas: [NO_LIMIT, NO_LIMIT], ads: { web: 0 } });
    const loud = decisionOf({ ...form, fixedCost: 4e5, seek: true }, viewNow(turn));
    expect(loud).toMatchObject({ fixedCost: 4e5, seek: true });
    expect(decisionOf({ ...form, seek: false }, viewNow(turn)).seek).toBe(false);
  });

  it('sums the change of cash: 6 of subscriptions at half the price, 2 served, 1 spent on ads', () => {
    const turn = liveTurn(world, play(cut));
    const seen = viewNow(turn);
    const lastMonth = { ...seen.lastMonth, subscriptions: 6, inference: -2 };
    const view = { ...seen, lastMonth, users: [3], tiers: [{ price: 4, quota: 1, adLoad: 0 }] };
    const form = { prices: [2], quotas: [1], ads: { web: 1 }, research: 0, fixedCost: 10, seek: undefined };
    const budget = budgetOf(view, form, { severance: 2, paid: 12 });
    expect(budget).toEqual({
      income: 3,
      serving: -2,
      ads: -1,
      research: 0,
      fixedCost: -10,
      severance: -4,
      change: -14,
    });
    const sells = { ...view, tiers: [...view.tiers, { price: NOT_SOLD, quota: 1, adLoad: 0 }] };
    const two = { ...form, prices: [2, NOT_SOLD] };
    expect(budgetOf(sells, two, { severance: 0, paid: 10 }).income).toBe(3);
    // (2 - 2/3) / .1 = 13.3: who costs 20 to win never pays back
    const unit = unitEconomics({ ...view, churn: 0.1, cac: 20 });
    expect(unit).toMatchObject({ brings: 2, costs: 2 / 3, cac: 20 });
    expect(unit?.worth).toBeCloseTo(13.333, 3);
    expect(unitEconomics({ ...view, churn: 0 })).not.toHaveProperty('worth');
    expect(recentLuck([view, { ...view, month: 3, lastMonth: { ...lastMonth, shock: 6, jolts: -2 } }])).toBe(
      (4 + seen.lastMonth.shock + seen.lastMonth.jolts) / 2,
    );
  });
});

describe('a firm that sells to businesses', () => {
  const business = {
    tenders: 2,
    win: 1,
    freeRivalHit: 0,
    size: 3e5,
    sizeSpread: 1,
    margin: 0.6,
    paidAfter: 3,
  };
  const office = legal(oneBurner({ business, fixedCost: 2e5, shock: 0 }));
  const turnAfter = (months: number) =>
    liveTurn(office, {
      ...fresh,
      firm: 'burner',
      decisions: Array.from({ length: months }, (): Decision => ({})),
    });

  it('is told of exactly the invoices that the coming month pays, from month 1 on', () => {
    for (const lived of [0, 1, 2, 5]) {
      const paid = viewNow(turnAfter(lived + 1)).lastMonth.orders;
      expect(turnAfter(lived).due).toBe(paid);
    }
    expect(turnAfter(0).due).toBeGreaterThan(0);
  });

  it('is promised no income because an order was paid last month, and never said to earn by it', () => {
    const turn = turnAfter(1);
    const seen = viewNow(turn);
    const lastMonth = { ...seen.lastMonth, orders: 900, delivery: -40 };
    // burn: 100 of fixed cost + 40 of delivery - 900 paid
    const paid = { ...seen, cash: 500, receivables: 100, burn: -760, runway: Infinity, lastMonth };
    const form = { ...formOf(turn, undefined), fixedCost: 100 };
    const budget = budgetOf(paid, form, { severance: 0, paid: 100, due: 30 });
    expect(budget).toEqual({ due: 30, ads: 0, research: 0, fixedCost: -100, severance: 0, change: -70 });
    expect(runwayAtPace([paid], true)).toEqual({ months: 6, isWithoutOrders: true });
    expect(runwayOfForm(paid, budget)).toEqual({ months: 6, isWithoutOrders: true });
    expect(runwayAtPace([{ ...paid, runway: 4 }], false)).toEqual({ months: 4, isWithoutOrders: false });
    expect(monthReport(turn)?.orders).toBe(seen.lastMonth.orders);
  });
});

describe('the news', () => {
  it('tell prices, advertising, entries and exits of rivals in the month they became public', () => {
    const { views } = liveTurn(world, play(cut, cut, cut, cut));
    const cuts = newsOf(views).filter(({ kind }) => kind === 'price');
    expect(cuts.every(({ firm, month }) => firm === 'b' && month >= 2)).toBe(true);
    const [last] = views.slice(-1);
    const gone = { ...last, month: 6, rivals: [{ ...last.rivals[0], alive: false }] };
    expect(newsOf([last, gone])).toEqual([{ month: 5, firm: 'b', kind: 'leaves' }]);
    const more = { ...last, month: 6, rivals: [...last.rivals, { ...last.rivals[0], firm: 'c' }] };
    expect(newsOf([last, more])).toContainEqual({ month: 6, firm: 'c', kind: 'enters' });
  });
});

describe('the seat', () => {
  it('takes firms that are there from month 1, with an app or without', () => {
    expect(seatsOf(world)).toEqual(['a', 'b']);
    expect(seatsOf(legal(oneBurner()))).toEqual(['burner']);
    expect(seatsOf(legal(oneBurner({ entersAt: 3 })))).toEqual([]);
  });

  it('without an app is decided without prices, by what it spends', () => {
    const seat = { ...fresh, firm: 'burner' };
    const office = legal(oneBurner());
    const turn = liveTurn(office, seat);
    const decision = decisionOf({ ...formOf(turn, undefined), fixedCost: 4e5 }, viewNow(turn));
    expect(decision).toMatchObject({ prices: [], ads: {}, fixedCost: 4e5 });
    // 10 M - .4 M, severance 0
    const next = liveTurn(office, { ...seat, decisions: [decision] });
    expect(viewNow(next).cash).toBe(96e5);
  });

  it('tells why a strategy cannot sit there', () => {
    expect(withPolicy(world, 'a', 'nobody')).toMatch(/policy/);
    expect(withPolicy(world, 'a', 'blitzscale')).toMatchObject({ title: 'Two apps' });
    const scores = doJob(world, { do: 'scores', game: fresh, policies: ['steady', 'wrapper'], spent: 0 });
    expect(scores).toMatchObject([{ policy: 'steady', life: { lived: 12 } }, { policy: 'wrapper' }]);
  });

  it('can be taken by another strategy though the scenario dates a parameter of the old one', () => {
    const dated = legal({
      ...(world.raw as object),
      interventions: [{ month: 3, path: 'firms.b.policy.ads', value: 5 }],
      arms: { loud: { overrides: [{ path: 'firms.b.policy.ads', value: 9 }] } },
    });
    expect(withPolicy(dated, 'b', 'runwayGuard')).toMatchObject({
      arms: { loud: { overrides: [] } },
      interventions: [],
    });
  });

  it('is refused by name if the scenario has no such firm', () => {
    const serve = makePlayServer();
    const job = { do: 'turn', game: { ...fresh, firm: 'ghost' } } as const;
    expect(serve({ kind: 'play', ticket: 4, raw: world.raw, job })).toEqual({
      kind: 'played',
      ticket: 4,
      problem: 'the scenario has no firm ghost',
    });
  });

  it('sits in the scenario under the changed values', () => {
    expect(scenarioOf(world.raw, { ...fresh, values: { months: 3 } }).months).toMatchObject({
      law: { value: 3 },
    });
  });
});

describe('another strategy in the seat', () => {
  const score = (scenario: Scenario, firm: string, policies: readonly string[], spent: number) =>
    doJob(scenario, { do: 'scores', game: { ...fresh, firm }, policies, spent }) as readonly Score[];
  const lifeOf = (found: Score) => ('life' in found ? found.life : undefined);

  it('advertises with the budget that the scenario gives the firm, and is told it', () => {
    // priceWarFollower of firm b spends 100,000 a month: 12 months
    const [steady, blitz, orders] = score(world, 'b', ['steady', 'blitzscale', 'b2bLanding'], 7);
    expect(steady).toMatchObject({ ads: 1e5 });
    expect(totalOf(lifeOf(steady) as Life, 'advertising')).toBe(-12e5);
    expect(totalOf(lifeOf(blitz) as Life, 'advertising')).toBeLessThan(-11e5);
    expect(totalOf(lifeOf(orders) as Life, 'advertising')).toBeCloseTo(0, 9);
    expect(orders).not.toHaveProperty('ads');
  });

  it('advertises with what the own strategy spent in a mean month if the scenario names no budget, and not without a channel', () => {
    expect(score(world, 'a', ['steady'], 5000)).toMatchObject([{ ads: 5000 }]);
    const deaf = legal(twoApps({}, {}, { top: { agents: 500 } }));
    expect(score(deaf, 'a', ['steady'], 5000)[0]).not.toHaveProperty('ads');
  });

  it('that never asks investors gets no round without a parent', () => {
    const rich = { world: { funding: { base: 20 } }, top: { agents: 500 } };
    const scenario = legal(twoApps({ cash: 2e6, fixedCost: 4e5, funding: {} }, {}, rich));
    const [free, steady] = score(scenario, 'a', ['bigTechSubsidy', 'steady'], 0);
    expect(totalOf(lifeOf(free) as Life, 'rounds')).toBe(0);
    expect(totalOf(lifeOf(steady) as Life, 'rounds')).toBeGreaterThan(0);
  });

  it('shares a row with every one that lived the same life, the out of cash last and the others by cash', () => {
    const [steady, same, poor, out] = score(
      world,
      'b',
      ['steady', 'steady', 'priceWarLeader', 'freemium'],
      0,
    );
    const lost = { ...(lifeOf(out) as Life), status: 'cash-out' } as Life;
    const stopped = { ...(lifeOf(steady) as Life), status: 'wound-down', lived: 3, cash: [9e12] } as Life;
    const told = {
      you: stopped,
      twin: lifeOf(steady) as Life,
      scores: [same, poor, { policy: 'freemium', life: lost }],
    };
    const rows = rowsOf(
      told,
      {
        you: 'you',
        twinRow: (name) => `twin ${name}`,
        defaultRow: (name) => `${name} by default`,
        strategyName: (id) => id,
      },
      'steady',
    );
    expect(rows[0].names).toEqual(['you']);
    expect(rows.at(-1)?.names).toEqual(['freemium']);
    expect(rows.map(({ names }) => names)).toContainEqual(
      expect.arrayContaining(['twin steady', 'steady by default']),
    );
  });

  it('names one strategy with two fates by its numbers, and the longer-lived of those out of cash first', () => {
    const [steady] = score(world, 'b', ['steady'], 0);
    const died = (lived: number, cash: number) =>
      ({ ...(lifeOf(steady) as Life), status: 'cash-out', lived, cash: [cash] }) as Life;
    const scores = [{ policy: 'steady', life: died(7, -9) }];
    const told = { you: died(8, -1), twin: died(9, -99), scores };
    expect(rowsOf(told, PLAY_WORDS.en, 'steady').map(({ names }) => names)).toEqual([
      ['Steady (with this scenario’s numbers)'],
      ['You'],
      ['Steady (with its default numbers)'],
    ]);
    expect(rowsOf(told, PLAY_WORDS.zh, 'steady')[2].names).toEqual(['稳步（用默认参数）']);
  });
});

describe('the state of play', () => {
  it('lives the month on the form, and hears nothing of a game that is over', () => {
    const turn = liveTurn(world, fresh);
    const begun = reducePlay(undefined, { do: 'begin', game: fresh });
    const seen = reducePlay(begun, { do: 'turn', game: fresh, turn });
    const form = { ...formOf(turn, undefined), prices: [0, 4] };
    const next = reducePlay(reducePlay(seen, { do: 'fill', form }), { do: 'live' });
    expect(next?.game).toEqual(decide(fresh, decisionOf(form, viewNow(turn))));
    expect(next?.turn).toBeUndefined();
    expect(reducePlay(next, { do: 'turn', game: fresh, turn })).toBe(next);
    expect(reducePlay(next, { do: 'live' })).toBe(next);
    const stopped = reducePlay(seen, { do: 'stop' });
    expect(stopped?.game.decisions.at(-1)?.stop).toBe('wound-down');
  });
});

describe('the waterfall', () => {
  it('leaves no money out: opening cash and lines sum to the cash at the end', () => {
    const life = makeLiver(world, play(cut, cut), 'policy')({});
    const lines = moneyLines(life).reduce((sum, { money }) => sum + money, 0);
    expect(openingCash(life) + lines).toBeCloseTo(life.cash.at(-1) ?? Number.NaN, 2);
  });
});

describe('the twin on the command line', () => {
  it('is the replicate of the game alone, with its seed and values', () => {
    const game = { ...fresh, seed: 'a b', values: { 'firms.a.cash': 5 } };
    expect(twinCommand(game, 'my world.yaml')).toBe(
      "npx afterburn run 'my world.yaml' --only 3 --seed 'a b' --set firms.a.cash=5",
    );
  });
});

describe('the words of play', () => {
  it('are Chinese in Chinese: no text of one language stands in the other', () => {
    const texts = (words: object) =>
      Object.values(words).filter((word): word is string => typeof word === 'string');
    expect(texts(PLAY_WORDS.en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(texts(PLAY_WORDS.zh).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('money from outside', () => {
  // investors always say yes: 6 months of burn, a fifth of the firm
  const rich = legal(
    twoApps(
      { cash: 8e6, fixedCost: 1e6, tiers: [{ price: 0 }], funding: { seekAt: 10 } },
      {},
      { world: { funding: { base: 20, months: 6, spread: 0, frailty: 0, flat: 1 } }, top: { agents: 500 } },
    ),
  );
  const seats = (seek?: boolean) => play(...Array<Decision>(3).fill(seek === undefined ? {} : { seek }));

  it('does not come in a month whose decision says no, however short the cash', () => {
    expect(inflowsByMonth(liveTurn(rich, seats(false)))).toEqual([[], [], []]);
    const forks = [1, 2, 3].map((branch) => makeLiver(rich, seats(false), { seek: false })({ branch }));
    expect(moneyOdds(forks, 3)).toEqual({ comes: 0, saves: 0 });
  });

  it('is told in the month it comes, with what the owners of the start still hold', () => {
    const turn = liveTurn(rich, seats());
    const [first, second] = inflowsByMonth(turn);
    // 6 times the million that month 1 burnt
    expect(first).toEqual([{ kind: 'round', money: 6e6, stake: 0.8 }]);
    expect(second).toEqual([]);
    const report = monthReport(liveTurn(rich, play({})));
    expect(report?.inflows).toEqual(first);
    expect(report?.cash).toEqual({ before: 8e6, now: turn.views[1].cash });
  });

  it('sums over the months of a life to the line of the waterfall', () => {
    const life = makeLiver(rich, seats(), 'policy')({});
    expect(life.raised.reduce((sum, money) => sum + money, 0)).toBeCloseTo(
      moneyLines(life).find(({ line }) => line === 'rounds')?.money ?? Number.NaN,
      2,
    );
    expect(life.stake).toBeLessThan(0.8);
  });
});

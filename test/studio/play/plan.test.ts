/** A game in the market of a plan that the scenario names. */
import { describe, expect, it } from 'vitest';
import { type Decision, simulate } from '../../../sim/index.js';
import { canonicalBytes } from '../../../src/experiment/result-hash.js';
import { sha256Hex } from '../../../src/report/sha256.js';
import type { Game } from '../../../src/studio/play/game.js';
import { doJob, type Score } from '../../../src/studio/play/jobs.js';
import { liveTurn, makeLiver } from '../../../src/studio/play/life.js';
import { seatsOf, startsAt } from '../../../src/studio/play/seat.js';
import { twinCommand } from '../../../src/studio/play/twin-command.js';
import { sharedOf } from '../../../src/studio/share.js';
import { type Opened, reduce, START } from '../../../src/studio/state.js';
import { legal, twoApps } from '../../sim/made-scenario.js';

const rival = {
  policy: { name: 'priceWarFollower', ads: 'uniform(50000, 150000)' },
  channels: ['web'],
  tiers: [{ price: 12 }],
};
const world = legal(
  twoApps(
    { cash: 8e6, fixedCost: 5e5, tiers: [{ price: 0 }, { price: 10 }], channels: ['web'], shock: 0.3 },
    rival,
    {
      top: {
        channels: { web: { otherSpend: 1e6 } },
        agents: 500,
        arms: {
          alone: { about: 'Nobody else is there.', overrides: [{ path: 'firms.b.entersAt', value: 600 }] },
          rich: [{ path: 'firms.a.cash', value: 9e6 }],
          held: { hold: { firms: ['b'], fields: ['ads', 'prices'] }, overrides: [] },
          loud: { overrides: [{ path: 'firms.b.policy.ads', value: 3e5 }] },
          redrawn: { redraw: ['firms.b.policy.ads'] },
        },
      },
    },
  ),
);
const cut: Decision = { prices: [0, 4], ads: { web: 2e5 } };
const gameIn = (arm: string | undefined, ...decisions: Decision[]): Game => {
  const plan = arm === undefined ? {} : { arm };
  return { scenario: 'two', values: {}, ...plan, seed: 's', replicate: 3, firm: 'a', decisions };
};

describe('a game in the market of a plan', () => {
  it('without a decision is the world that the plan has on the command line, byte by byte', () => {
    for (const arm of ['alone', 'rich', 'held', 'loud']) {
      const { digest } = makeLiver(world, gameIn(arm), 'policy')({ digest: true });
      expect(digest).toBe(sha256Hex(canonicalBytes(simulate(world, 's', 3, { arm }))));
    }
  });

  it('shows the seat the plan’s market month by month, also where the plan lives the other world first', () => {
    const views = (arm?: string) => liveTurn(world, gameIn(arm, cut, cut)).views;
    expect(views('rich')[0].cash).toBe(9e6);
    expect(views('alone')[2].rivals.filter(({ alive }) => alive)).toEqual([]);
    expect(views('held').map(({ month }) => month)).toEqual([1, 2, 3]);
  });

  it('forks, and shares the past of the game', () => {
    const lives = [{}, { branch: 1 }].map(makeLiver(world, gameIn('rich', cut, cut), cut));
    expect(lives[1].cash.slice(0, 2)).toEqual(lives[0].cash.slice(0, 2));
    expect(lives[1].cash[3]).not.toBe(lives[0].cash[3]);
  });

  it('has the other strategies in the seat of the same market, with the budget that the plan gives', () => {
    const scores = (arm: string, firm: string) =>
      doJob(world, {
        do: 'scores',
        game: { ...gameIn(arm), firm },
        policies: ['steady'],
        spent: 0,
      }) as readonly Score[];
    const { digest, ...own } = makeLiver(world, gameIn('alone'), 'policy')({});
    expect(scores('alone', 'a')).toEqual([{ policy: 'steady', life: own }]);
    expect(scores('loud', 'b')).toMatchObject([{ ads: 3e5 }]);
    expect(scores('redrawn', 'b')).toMatchObject([{ ads: 1e5 }]);
  });

  it('has seats and opening numbers as the plan’s first month has them', () => {
    expect([seatsOf(world), seatsOf(world, 'alone')]).toEqual([['a', 'b'], ['a']]);
    expect(startsAt(world, 'firms.a.cash')?.law).toEqual({ kind: 'constant', value: 8e6 });
    expect(startsAt(world, 'firms.a.cash', 'rich')?.law).toEqual({ kind: 'constant', value: 9e6 });
    expect(startsAt(world, 'firms.nobody.cash')).toBeUndefined();
  });

  it('takes the plan along in its link and in the command of its twin', () => {
    const opened: Opened = { id: 'two', file: 'two.yaml', scenario: world };
    const begun = reduce(reduce(START, { type: 'open', opened, view: 'play' }), {
      type: 'play',
      does: { do: 'begin', game: gameIn('rich', cut) },
    });
    const shared = sharedOf(begun);
    expect(shared?.arm).toBe('rich');
    const offered = reduce(START, {
      type: 'offer',
      offered: { opened, shared: shared as NonNullable<typeof shared> },
    });
    expect(reduce(offered, { type: 'take' }).play?.game).toEqual({ ...gameIn('rich', cut), scenario: 'two' });
    expect(twinCommand(gameIn('rich'), 'two.yaml')).toBe(
      'npx afterburn run two.yaml --only 3 --seed s --arm rich',
    );
  });
});

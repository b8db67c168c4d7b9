/** What Explore answers besides cash-out: plans of the scenario, users, endings, numbers that something else sets. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FirmOutcome, simulate, withValues } from '../../sim/index.js';
import { familiesOf } from '../../src/experiment/families.js';
import { canonicalBytes } from '../../src/experiment/result-hash.js';
import type { Summary } from '../../src/experiment/summary.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { ASKED } from '../../src/studio/asked.js';
import { commandOf } from '../../src/studio/command.js';
import { countCauses, countFates, fateIn } from '../../src/studio/compare.js';
import { saidText } from '../../src/studio/field-names.js';
import { type Field, fieldsOf } from '../../src/studio/fields.js';
import { parsePlain } from '../../src/studio/parse-plain.js';
import { levelOf } from '../../src/studio/people.js';
import { changedFile, scenarioFile, studyFile } from '../../src/studio/saved-files.js';
import type { Seen } from '../../src/studio/seen.js';
import { mostChanged, mostInDanger } from '../../src/studio/seen.js';
import { setterOf, withSetters } from '../../src/studio/settled.js';
import { fragmentIn, sharedOf } from '../../src/studio/share.js';
import {
  type Action,
  armOf,
  type FirmEnding,
  type Question,
  questionOf,
  reduce,
  START,
  type Studio,
  valuesOf,
} from '../../src/studio/state.js';
import { WORDS } from '../../src/studio/words.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const scenario = legal({
  ...oneBurner(),
  arms: { rich: { about: 'It has more.', overrides: [{ month: 1, path: 'firms.burner.cash', value: 5e6 }] } },
});
const opened = { id: 'one', file: 'scenarios/one.yaml', scenario };
const stateAfter = (...actions: Action[]): Studio =>
  actions.reduce(reduce, reduce(START, { type: 'open', opened, view: 'explore' }));
const arm = (name: string | undefined): Action => ({ type: 'arm', arm: name });
const set = (value: number): Action => ({ type: 'change', path: 'agents', value });
const asked = (studio: Studio) => questionOf(studio) as Question;

describe('a plan of the scenario', () => {
  it('is a step like any other: changes stay on top of it, one undo takes it back, a reset both', () => {
    const both = stateAfter(set(7), arm('rich'));
    expect(asked(both)).toMatchObject({ arm: 'rich', values: { agents: 7 } });
    expect(armOf(reduce(both, { type: 'undo' }))).toBeUndefined();
    const unchanged = reduce(both, { type: 'unchange', path: 'agents' });
    expect([armOf(unchanged), valuesOf(unchanged)]).toEqual(['rich', {}]);
    const reset = reduce(both, { type: 'reset' });
    expect(reset.steps[reset.step]).toBe(reset.steps[0]);
    expect(stateAfter(arm('rich'), arm('rich')).steps).toHaveLength(2);
  });
  it('has an object of values of its own, by which its worlds are known when it comes back', () => {
    const there = stateAfter(arm('rich'));
    expect(valuesOf(there)).not.toBe(there.steps[0].values);
    const back = [arm(undefined), arm('rich')].reduce(reduce, there);
    expect(valuesOf(back)).toBe(valuesOf(there));
    const withChange = stateAfter(set(7), arm('rich'));
    expect(valuesOf(withChange)).not.toBe(withChange.steps[1].values);
  });
  it('goes into links and commands, and a study compares it unless there are changes too', () => {
    const studio = stateAfter(arm('rich'));
    expect(sharedOf(studio)).toMatchObject({ arm: 'rich', changes: {} });
    expect(commandOf(asked(studio))).toBe('npx afterburn run scenarios/one.yaml --replicates 200 --arm rich');
    expect(studyFile(asked(studio)).text).toContain('arms:\n  - rich\n');
    expect(sharedOf(stateAfter())).not.toHaveProperty('arm');
  });
});

describe('saved scenarios', () => {
  it('with the changes live the worlds of the screen, and the original those of before', () => {
    const question = asked(stateAfter({ type: 'change', path: 'firms.burner.cash', value: 123_456 }));
    const { name, text } = changedFile(question);
    expect(name).toBe('one.changed.yaml');
    expect(text).toContain('# npx afterburn run one.changed.yaml --replicates 200\n');
    expect(text).toMatch(/cash: 123456\n/);
    expect(scenarioFile(question).text).not.toMatch(/cash: 123456\n/);
  });
});

describe('what a question is about', () => {
  it('is a firm and a plan of its shipped scenario', async () => {
    const ids = readdirSync(FOLDER).map((file) => file.replace(/\.yaml$/, ''));
    for (const [id, { firm, arm: name }] of Object.entries(ASKED)) {
      expect(ids).toContain(id);
      const loaded = (await loadFile(join(FOLDER, `${id}.yaml`), [])).scenario;
      expect([id, familiesOf(loaded).map((family) => family.id)]).toEqual([
        id,
        expect.arrayContaining([firm]),
      ]);
      if (name !== undefined)
        expect([id, Object.keys(loaded.arms)]).toEqual([id, expect.arrayContaining([name])]);
    }
  });
});

describe('the firm that leads where the question names none', () => {
  const summaryOf = (firms: Record<string, [copies: number, share: number]>) =>
    ({
      firmIds: Object.keys(firms),
      firms: Object.fromEntries(
        Object.entries(firms).map(([id, [copies, estimate]]) => [
          id,
          { copies, cashOut: { n: 9, estimate } },
        ]),
      ),
    }) as unknown as Summary;

  it('is the one most in danger of those that stand for themselves; of copies only if there are no others', () => {
    expect(mostInDanger(summaryOf({ a: [1, 0.2], b: [1, 0.6], many: [20, 0.9] }))).toBe('b');
    expect(mostInDanger(summaryOf({ few: [2, 0.2], many: [20, 0.9] }))).toBe('many');
  });
});

describe('the line that has changed most', () => {
  /** Worlds in which firm `a` and `b` run out of cash if their number is above that of the world. */
  const worldsOf = (worlds: number, a: number, b: number) =>
    Array.from({ length: worlds }, (_, world) =>
      [a, b].map((many) => ({ outcome: world < many ? 'cash-out' : 'alive' }) as FirmOutcome),
    );
  const seenOf = (worlds: number, now: readonly [number, number]): Seen => {
    const families = ['a', 'b'].map((id, at) => [id, { id, name: id, members: [at] }] as const);
    return {
      summary: { firmIds: ['a', 'b'] },
      worlds: worldsOf(worlds, ...now),
      before: { worlds: worldsOf(worlds, 20, 20) },
      families: new Map(families),
    } as unknown as Seen;
  };

  it('is that of the largest change of those that cannot be none, up or down', () => {
    // of 100 pairs 30 more, 5 more and 15 fewer end without cash: .3, .05 and -.15
    expect(mostChanged(seenOf(100, [50, 25]))).toMatchObject({ id: 'a', change: { difference: 0.3 } });
    expect(mostChanged(seenOf(100, [25, 5]))).toMatchObject({ id: 'b', change: { difference: -0.15 } });
  });
  it('is none where nothing changed, where a change could be luck, and of few worlds', () => {
    expect(mostChanged(seenOf(100, [20, 20]))).toBeUndefined();
    // one pair of 100 differs
    expect(mostChanged(seenOf(100, [21, 20]))).toBeUndefined();
    expect(mostChanged(seenOf(29, [29, 20]))).toBeUndefined();
  });
});

describe('numbers that something else sets', () => {
  it('a price that its policy sets changes no bit of any world, and stands last among the fields', async () => {
    const { scenario: startup } = await loadFile(join(FOLDER, 'startup-20m.yaml'), ['agents=300']);
    const path = 'firms.giant.tiers.0.price';
    expect(setterOf(path, startup, undefined)).toBe('policy');
    const bytes = (of: typeof startup) => [0, 1, 2].map((world) => canonicalBytes(simulate(of, '1', world)));
    const dear = parsePlain(withValues(startup.raw, { [path]: 30 }));
    expect(bytes(dear)).toEqual(bytes(startup));
    const fields = withSetters(fieldsOf(startup), startup, undefined);
    expect(fields.at(-1)?.setter).toBeDefined();
    expect(fields.slice(0, 12).some(({ setter }) => setter)).toBe(false);
  });
  it('a number that a plan sets in month 1 is set in that plan alone', () => {
    expect(setterOf('firms.burner.cash', scenario, 'rich')).toBe('plan');
    expect(setterOf('firms.burner.cash', scenario, undefined)).toBeUndefined();
  });
  it('a number whose luck a plan draws anew must stay uncertain', async () => {
    const { scenario: plan } = await loadFile(join(FOLDER, 'openai-subscription-2024-2029.yaml'), []);
    expect(setterOf('world.tokenDrift', plan, undefined)).toBe('redrawn');
  });
});

describe('an uncertain number', () => {
  it('is told from where to where, not by its middle', () => {
    const field = (law: Field['quantity']['law'], value: number) => ({ quantity: { law }, value }) as Field;
    expect(saidText(field({ kind: 'uniform', low: 5, high: 15 }, 8.66), 'en', WORDS.en)).toBe('5 to 15');
    expect(saidText(field({ kind: 'constant', value: 7 }, 7), 'en', WORDS.en)).toBe('7');
  });
});

const ending = (finalUsers: number, finalPayers = 0): FirmEnding =>
  ({ finalUsers, finalPayers }) as FirmEnding;
const seen = (worlds: Seen['worlds'], before?: Seen['worlds']) =>
  ({
    worlds,
    ...(before ? { before: { worlds: before } } : {}),
    families: new Map([
      ['a', { id: 'a', members: [0] }],
      ['twins', { id: 'twins', members: [1, 2] }],
    ]),
  }) as unknown as Seen;

describe('users and payers', () => {
  const now = [
    [ending(10, 2), ending(20), ending(10)],
    [ending(30, 4), ending(0), ending(30)],
  ];
  it('are means over worlds, of copies those of one, shares of all users', () => {
    const users = levelOf(seen(now), 'a', 'users');
    expect(users).toMatchObject({ now: 20, n: 2, low: 0 });
    // mean 20, standard error 10, Student's t of one degree of freedom 12.706
    expect(users?.high).toBeCloseTo(147.06, 2);
    expect(levelOf(seen(now), 'a', 'payers')?.now).toBe(3);
    // 30 of 40 and 30 of 60, two copies each
    expect(levelOf(seen(now), 'twins', 'share')?.now).toBeCloseTo((0.375 + 0.25) / 2, 12);
  });
  it('are compared in the worlds that both have', () => {
    const was = [[ending(14), ending(0), ending(0)], undefined];
    const level = levelOf(seen(now, was), 'a', 'users');
    expect([level?.now, level?.n, level?.was?.mean, level?.was?.difference]).toEqual([10, 1, 14, -4]);
    expect(levelOf(seen([undefined], was), 'a', 'users')).toBeUndefined();
  });
  it('have the interval of their mean printed wherever it is spoken of', () => {
    const told = { low: '160 M', high: '164 M', n: 200, months: 24, copies: 1 };
    expect(WORDS.en.answers.usersLead(told)).toBe(
      '95% interval of this mean 160 M to 164 M, from 200 worlds of 24 months.',
    );
    expect(WORDS.zh.answers.usersLead(told)).toMatch(/95% 区间为 160 M 至 164 M，/);
    for (const { answers } of Object.values(WORDS))
      expect(answers.usersLead({ ...told, low: '', high: '' })).not.toMatch(/95%/);
  });
  it('say in words that nobody pays, and that a change could be none', () => {
    const told = { firm: 'Kimi', users: '5', payers: '0', month: 24, n: 200 };
    const text = (more = {}) => Object.values(WORDS.en.answers.usersSentence({ ...told, ...more })).join('');
    expect(text()).toBe('Kimi has 5 users at month 24, nobody pays; the mean of 200 worlds.');
    const change = { size: '2', isMore: false, low: '−3', high: '+1', isZero: true, payersWere: '4' };
    expect(text({ change })).toContain('which could be no change (−3 to +1); nobody pays, 4 did.');
    expect(text({ change: { ...change, isZero: false } })).toContain('2 fewer than before');
    expect(text({ change: { ...change, isZero: false } })).toMatch(/^Kimi has on average 5 users/);
  });
});

describe('how firms end', () => {
  const row = (outcome: FirmOutcome['outcome'], proximateCause = '') =>
    ({ outcome, exitMonth: outcome === 'alive' ? null : 3, proximateCause }) as FirmOutcome;
  const twins = { id: 'twins', members: [0, 1, 2] };
  const worlds = [
    [row('cash-out', 'fixed-cost'), row('cash-out', 'research'), row('alive')],
    [row('alive'), row('alive'), row('cash-out', 'fixed-cost')],
    undefined,
  ];
  it('a square of copies is what became of most of them, with the number that ran out of cash', () => {
    expect(fateIn(worlds[0], twins)).toMatchObject({ status: 'cash-out', lost: 2, of: 3 });
    expect(fateIn(worlds[1], twins)).toMatchObject({ status: 'alive', lost: 1, of: 3 });
  });
  it('copies are counted as cases, like the sentence does, and cash-outs by their cause', () => {
    expect(countFates(worlds, twins)).toMatchObject({ 'cash-out': 3, alive: 3 });
    expect(countCauses(worlds, twins)).toEqual([
      ['fixed-cost', 2],
      ['research', 1],
    ]);
  });
});

describe('a link in a text', () => {
  it('is its part from #world= on', () => {
    expect(fragmentIn('see http://127.0.0.1:4000/#world=abc_-1 and')).toBe('#world=abc_-1');
    expect(fragmentIn('http://127.0.0.1:4000/#explore')).toBeUndefined();
  });
});

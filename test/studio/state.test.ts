import { describe, expect, it } from 'vitest';
import { addressOf, placeOf } from '../../src/studio/address.js';
import { commandOf } from '../../src/studio/command.js';
import {
  type Action,
  type Opened,
  questionOf,
  reduce,
  START,
  type Studio,
  valuesOf,
} from '../../src/studio/state.js';
import { makeStore } from '../../src/studio/store.js';
import { WORDS } from '../../src/studio/words.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const opened: Opened = { id: 'one', file: 'scenarios/one.yaml', scenario: legal(oneBurner()) };
const stateAfter = (...actions: Action[]): Studio => actions.reduce(reduce, START);
const open: Action = { type: 'open', opened, view: 'explore' };
const set = (value: number, path = 'agents'): Action => ({ type: 'change', path, value });

describe('the state of the studio', () => {
  it('asks nothing before a scenario is open, then 200 worlds of it', () => {
    expect(questionOf(START)).toBeUndefined();
    expect(questionOf(stateAfter(open))).toEqual({ opened, values: {}, seed: '1', replicates: 200 });
  });

  it('lays changes over each other, undoes and redoes them, and forgets what was undone at the next one', () => {
    const two = stateAfter(open, set(5), set(6), set(7, 'months'));
    expect(valuesOf(two)).toEqual({ agents: 6, months: 7 });
    const undone = [{ type: 'undo' }, { type: 'undo' }] as const;
    expect(valuesOf(undone.reduce(reduce, two))).toEqual({ agents: 5 });
    expect(valuesOf([...undone, { type: 'redo' } as const].reduce(reduce, two))).toEqual({ agents: 6 });
    const other = [...undone, set(9)].reduce(reduce, two);
    expect([valuesOf(other), other.steps.length]).toEqual([{ agents: 9 }, 3]);
  });

  it('takes one change back alone, and all by a reset that can be undone', () => {
    expect(
      valuesOf(stateAfter(open, set(5), set(7, 'months'), { type: 'unchange', path: 'agents' })),
    ).toEqual({
      months: 7,
    });
    expect(valuesOf(stateAfter(open, set(5), { type: 'reset' }))).toEqual({});
    expect(valuesOf(stateAfter(open, set(5), { type: 'reset' }, { type: 'undo' }))).toEqual({ agents: 5 });
    expect(valuesOf(stateAfter(open, { type: 'undo' }, { type: 'undo' }))).toEqual({});
  });

  it('forgets changes and answer when another scenario opens, and keeps both when a file is refused', () => {
    const refused = { file: 'x.yaml', text: '', problems: [] };
    const kept = stateAfter(open, set(5), { type: 'refuse', refused });
    expect([kept.opened, valuesOf(kept), kept.refused]).toEqual([opened, { agents: 5 }, refused]);
    const again = reduce(kept, open);
    expect([valuesOf(again), again.refused]).toEqual([{}, undefined]);
  });

  it('tells listeners of changes alone', () => {
    const store = makeStore(START);
    const seen: string[] = [];
    const leave = store.listen(({ view }) => seen.push(view));
    store.dispatch({ type: 'go', view: 'gallery' });
    store.dispatch({ type: 'go', view: 'play' });
    leave();
    store.dispatch({ type: 'go', view: 'explore' });
    expect(seen).toEqual(['play']);
  });
});

describe('one market', () => {
  it('is left by going elsewhere or opening another scenario', () => {
    const market = stateAfter(open, { type: 'go', view: 'explore', market: 3 });
    expect(market.market).toBe(3);
    expect(reduce(market, { type: 'go', view: 'explore' }).market).toBeUndefined();
    expect(reduce(market, open).market).toBeUndefined();
    expect(reduce(market, set(5)).market).toBe(3);
  });
});

describe('the address', () => {
  it.each(['#gallery', '#explore/startup-20m', '#play/startup-20m', '#explore'])(
    '%s reads as it is written',
    (hash) => {
      const { view, id } = placeOf(hash);
      expect(addressOf({ view, ...(id ? { opened: { ...opened, id } } : {}) })).toBe(hash);
    },
  );
  it('names one market by its replicate from 0, as `--only` does, and none that the batch has not', () => {
    const place = { view: 'explore', id: 'startup-20m', market: 12 } as const;
    expect(placeOf('#explore/startup-20m/world-12')).toEqual(place);
    expect(addressOf({ ...place, opened: { ...opened, id: place.id } })).toBe(
      '#explore/startup-20m/world-12',
    );
    expect(placeOf('#explore/world-0')).toEqual({ view: 'explore', market: 0 });
    for (const bad of ['world-200', 'world-1e1', 'world--1'])
      expect(placeOf(`#explore/startup-20m/${bad}`)).toEqual({ view: 'explore', id: 'startup-20m' });
  });
  it.each(['', '#', '#nonsense/x', '#__proto__', '#constructor'])('%j leads to the gallery', (hash) => {
    expect(placeOf(hash)).toEqual({ view: 'gallery' });
  });
});

describe('the command of a question', () => {
  it('names the file, the worlds and the changes, safe in a shell', () => {
    const question = { opened, values: { 'firms.kimi.cash': 2e9 }, seed: "it's", replicates: 200 };
    expect(commandOf(question)).toBe(
      "npx afterburn run scenarios/one.yaml --replicates 200 --seed 'it'\\''s' --set firms.kimi.cash=2000000000",
    );
    const hostile = { ...question, opened: { ...opened, file: '$(rm -rf ~).yaml' }, seed: '1', values: {} };
    expect(commandOf(hostile)).toBe("npx afterburn run '$(rm -rf ~).yaml' --replicates 200");
  });
});

describe('the words', () => {
  it('are Chinese in Chinese: no text of one language stands in the other', () => {
    const texts = (words: object): string[] =>
      Object.values(words).filter((word) => typeof word === 'string');
    const strange = texts(WORDS.en).filter(
      (text) => text !== WORDS.en.language && text !== WORDS.en.switchLanguage,
    );
    expect(strange.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const plain = texts(WORDS.zh).filter(
      (text) => text !== WORDS.zh.language && text !== WORDS.zh.switchLanguage,
    );
    expect(plain.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { FirmOutcome } from '../../sim/index.js';
import { amount, figure, inScale, scaleFor } from '../../src/studio/amount.js';
import { changeOf, couldBeZero, countFates, fateIn } from '../../src/studio/compare.js';
import { changeTo, type Field, fieldsOf, filterFields, reachOf, snap } from '../../src/studio/fields.js';
import { shortNames } from '../../src/studio/short-names.js';
import { type Action, type Answer, reduce, START, type Studio, valuesOf } from '../../src/studio/state.js';
import { WORDS } from '../../src/studio/words.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const opened = { file: 'one.yaml', scenario: legal(oneBurner()) };
const open: Action = { type: 'open', opened, view: 'explore' };
const stateAfter = (...actions: Action[]): Studio => actions.reduce(reduce, START);
const slide = (value: number | undefined, sliding = true): Action => ({
  type: 'change',
  path: 'agents',
  value,
  sliding,
});
const world = (...outcomes: FirmOutcome['outcome'][]) =>
  outcomes.map((outcome) => ({ outcome, exitMonth: outcome === 'alive' ? null : 3 }) as FirmOutcome);
const alone = { id: 'a', members: [0] };

describe('the steps of a slider', () => {
  it('all its moves are one step, which one undo takes back', () => {
    const moved = stateAfter(open, slide(5), slide(6), slide(7), slide(8, false));
    expect([valuesOf(moved), moved.steps.length]).toEqual([{ agents: 8 }, 2]);
    expect(valuesOf(reduce(moved, { type: 'undo' }))).toEqual({});
    expect(stateAfter(open, slide(5, false), slide(6, false)).steps).toHaveLength(3);
  });
  it('back at what the scenario says there is no change, and it is the same object as in the beginning', () => {
    const back = stateAfter(open, slide(5), slide(undefined, false));
    expect(valuesOf(back)).toBe(back.steps[0].values);
  });
});

describe('answers', () => {
  const answer = (studio: Studio, state: Answer['state'] = 'running'): Answer => {
    const question = { opened, values: valuesOf(studio), seed: '1', replicates: 200 };
    return { question, state, done: 0, failed: 0, worlds: [] };
  };
  it('of the unchanged scenario are kept as before, and a late one of them does not replace that of the change', () => {
    const first = stateAfter(open);
    const base = answer(first);
    const changed = [{ type: 'answer', answer: base } as const, slide(5, false)].reduce(reduce, first);
    const heard = reduce(changed, { type: 'answer', answer: answer(changed) });
    const late = reduce(heard, { type: 'answer', answer: { ...base, done: 9 } });
    expect([late.before?.done, late.answer?.question.values]).toEqual([9, { agents: 5 }]);
  });
});

describe('firms in focus', () => {
  it('are four at most, the last chosen leads, and a leading one that is chosen again leaves unless it is alone', () => {
    const focus = (firm: string): Action => ({ type: 'focus', firm });
    expect(stateAfter(...['a', 'b', 'c', 'd', 'e', 'c'].map(focus)).focus).toEqual(['c', 'e', 'd', 'b']);
    expect(stateAfter(focus('a'), focus('b'), focus('b')).focus).toEqual(['a']);
    expect(stateAfter(focus('a'), focus('a')).focus).toEqual(['a']);
  });
});

describe('before and after', () => {
  it('pairs worlds that both have: Newcombe 1998, table of 36 pairs with 14, 5, 0 and 22 less 5', () => {
    // after only in 5, both in 14, neither in 17: (5 - 0) / 36, interval from zero up but not beyond it
    const kinds = [...Array(14).fill([1, 1]), ...Array(5).fill([1, 0]), ...Array(17).fill([0, 0])] as [
      number,
      number,
    ][];
    const side = (k: 0 | 1) => kinds.map((pair) => world(pair[k] ? 'cash-out' : 'alive'));
    const change = changeOf([...side(1), world('alive')], [...side(0), undefined], alone);
    expect(change).toMatchObject({ n: 36, difference: 5 / 36 });
    expect(couldBeZero(change as NonNullable<typeof change>)).toBe(false);
  });
  it('says that no change could be zero, and knows none without a pair or before the firm entered', () => {
    const same = Array.from({ length: 40 }, () => world('alive'));
    const change = changeOf(same, same, alone);
    expect([change?.difference, change && couldBeZero(change)]).toEqual([0, true]);
    expect(changeOf([undefined], [world('alive')], alone)).toBeUndefined();
    expect(changeOf([world('absent')], [world('absent')], alone)).toBeUndefined();
  });
  it('compares copies by the share of each world', () => {
    const both = { id: 'a', members: [0, 1] };
    const was = [world('alive', 'alive'), world('alive', 'alive'), world('alive', 'alive')];
    const now = [world('cash-out', 'alive'), world('alive', 'alive'), world('cash-out', 'cash-out')];
    expect(changeOf(was, now, both)?.difference).toBeCloseTo(0.5, 12);
  });
  it('counts fates, and of copies tells how many ran out of cash', () => {
    expect(countFates([world('cash-out'), world('alive'), undefined], alone)).toMatchObject({
      'cash-out': 1,
      alive: 1,
    });
    expect(fateIn(world('alive', 'cash-out'), { id: 'a', members: [0, 1] })?.lost).toBe(1);
  });
});

describe('the numbers of the rail', () => {
  const fields = fieldsOf(opened.scenario);
  it('are all that can change alone, each once, sliders within what is legal and around what is said', () => {
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
    expect(fields.some(({ path }) => path.endsWith('.share') && path.startsWith('segments'))).toBe(false);
    for (const field of fields) {
      const { low, high, step } = reachOf(field);
      expect([field.path, low < high, low >= field.spec.min, high <= field.spec.max, step > 0]).toEqual([
        field.path,
        ...[true, true, true, true],
      ]);
      expect([field.path, field.value >= low && field.value <= high]).toEqual([field.path, true]);
    }
  });
  it('come with the firms first, and are found by the words of their path and sentence', () => {
    expect(fields.map(({ rank }) => rank)).toEqual(fields.map(({ rank }) => rank).sort());
    const found = filterFields(fields, 'CASH before', () => '');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ spec }) => /cash before/i.test(spec.about))).toBe(true);
  });
  it('snaps to the step and takes a change back that is none', () => {
    expect(snap(0.123456, { low: 0, high: 1, step: 0.005 })).toBe(0.125);
    const field = (law: Field['quantity']['law']) => ({ quantity: { law } });
    expect(changeTo(field({ kind: 'constant', value: 3 }), 3)).toBeUndefined();
    expect(changeTo(field({ kind: 'interval', low: 2, high: 4 }), 3)).toBe(3);
  });
  it('are written in millions in English and in 万 and 亿 in Chinese', () => {
    expect([amount(1.08e9, 'en'), amount(1.08e9, 'zh'), amount(25e6, 'zh')]).toEqual([
      '1.08\u202fB',
      '10.8亿',
      '2500万',
    ]);
    expect([scaleFor(9999, 'en').factor, scaleFor(1e4, 'en').factor]).toEqual([1, 1000]);
  });
});

describe('numbers of the studio', () => {
  const both = (value: number) => [amount(value, 'en'), amount(value, 'zh')];
  it('have three digits and the units of their language, minus and zero included', () => {
    expect(both(13_412_345)).toEqual(['13.4\u202fM', '1341万']);
    expect(both(999.6e6)).toEqual(['1.00\u202fB', '10.0亿']);
    expect(both(1e14)).toEqual(['100\u202fT', '100万亿']);
    expect(both(-61.66e6)).toEqual(['−61.7\u202fM', '−6166万']);
    expect(both(5210)).toEqual(['5,210', '5,210']);
    expect(both(0)).toEqual(['0', '0']);
    expect(both(Number.NaN)).toEqual(['–', '–']);
  });
  it('of fields keep small digits and have no needless zeros', () => {
    expect([figure(0.0764, 'en'), figure(9e8, 'en'), figure(9e8, 'zh')]).toEqual([
      '0.0764',
      '900\u202fM',
      '9亿',
    ]);
    expect(inScale(1.0816653e9, scaleFor(1.08e9, 'en'), 3)).toBe(1.08);
  });
  it('names are short where no two firms would be called the same', () => {
    expect(shortNames(['Kimi (Moonshot)', '豆包（字节跳动）', 'Talkie (A)', 'Talkie (B)'])).toEqual([
      'Kimi',
      '豆包',
      'Talkie (A)',
      'Talkie (B)',
    ]);
  });
});

describe('the sentence of a comparison', () => {
  const told = {
    firm: 'Kimi',
    share: { estimate: 0.47, low: 0.4, high: 0.54 },
    n: 200,
    change: { difference: 0.12, low: 0.05, high: 0.18, n: 200 },
    few: false,
    isZero: false,
  };
  const text = (language: 'en' | 'zh', more = {}) =>
    Object.values(WORDS[language].ex.compare({ ...told, ...more })).join('');
  it('gives the share, its interval, the change and its interval', () => {
    expect(text('en')).toBe(
      'Kimi runs out of cash in 47% of 200 worlds (40 to 54%), 12 points more than before (+5 to +18 points).',
    );
    expect(text('zh')).toContain('比之前高 12 个百分点（+5 至 +18）');
  });
  it('says in words that the change could be zero, and gives no single number of few worlds', () => {
    expect(text('en', { isZero: true })).toMatch(/; the change could be zero\.$/);
    expect(text('zh', { isZero: true })).toMatch(/变化可能为零。$/);
    expect(text('en', { few: true })).not.toContain('47%');
  });
});

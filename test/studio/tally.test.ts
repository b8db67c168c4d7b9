import { describe, expect, it } from 'vitest';
import { simulate } from '../../sim/index.js';
import { summarise } from '../../src/experiment/summarise.js';
import type { Question } from '../../src/studio/state.js';
import { makeTally } from '../../src/studio/tally.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const scenario = legal(oneBurner({ shock: 0.3 }));
const opened = { file: 'one.yaml', scenario };
const outcomes = [0, 1, 2, 3].map((replicate) => simulate(scenario, '1', replicate));
const question: Question = { opened, values: {}, seed: '1', replicates: 4 };
const tallyOf = (...replicates: number[]) => {
  const tally = makeTally(question);
  for (const replicate of replicates) tally.add(replicate, outcomes[replicate]);
  return tally;
};
// the firm ends in all of them, so nobody pays in the last month
const firmsOf = (replicate: number) => outcomes[replicate].firms.map((firm) => ({ ...firm, finalPayers: 0 }));

describe('the tally of a question', () => {
  it('lets a world that comes early wait, and asks for neither it nor those summed up again', () => {
    const tally = tallyOf(0, 2);
    expect(tally.missing()).toEqual([1, 3]);
    const { done, worlds, summary } = tally.answer();
    expect([done, summary?.n]).toEqual([1, 1]);
    expect(worlds).toEqual([firmsOf(0), undefined, undefined, undefined]);
    tally.add(1, outcomes[1]);
    expect(tally.answer().done).toBe(3);
  });
  it('counts a world that failed as done, leaves its place empty, and asks for it no more', () => {
    const tally = tallyOf(0);
    tally.add(1, undefined);
    tally.add(2, outcomes[2]);
    expect(tally.missing()).toEqual([3]);
    const { done, failed, worlds, summary } = tally.answer();
    expect([done, failed, summary?.failed]).toEqual([2, 1, 1]);
    expect(worlds).toEqual([firmsOf(0), undefined, firmsOf(2), undefined]);
  });
  it('gives the same in any order, and a world that comes twice counts once', async () => {
    const [inOrder, mixed] = [tallyOf(0, 1, 2, 3), tallyOf(3, 1, 1, 0, 2, 0)];
    expect(mixed.answer()).toEqual(inOrder.answer());
    expect(await mixed.covered()).toEqual(await inOrder.covered());
    const batch = { points: ['base'], replicates: 4, outcomes: () => outcomes };
    const { firms } = summarise(scenario, batch, { failed: [], warnings: [] });
    expect(inOrder.answer().summary?.firms).toEqual(firms);
  });
});

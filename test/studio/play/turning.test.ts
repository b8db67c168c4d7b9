/** The turning point: what was changed, what undoing it leaves, and which one is told. Expected values by hand. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../sim/index.js';
import type { Life } from '../../../src/studio/play/life.js';
import { movesOf, turningOf, undone } from '../../../src/studio/play/turning.js';

const first: Decision = { prices: [0, 10], ads: { web: 5 } };
const raised: Decision = { prices: [0, 12], ads: { web: 5 } };
const loud: Decision = { prices: [0, 12], ads: { web: 50 }, research: 7 };

const life = (status: Life['status'], lived: number, cash: number): Life => ({
  status,
  lived,
  cash: [...Array<number>(lived - 1).fill(1), cash],
  users: [],
  ledger: [],
  raised: [],
  stake: 1,
  cause: '',
});

describe('the moves of a game', () => {
  it('are the months in which a field is not as the month before, the first against what the policy would do', () => {
    expect(movesOf(first, [first, raised, raised, loud])).toEqual([
      { month: 2, steps: [{ field: 'prices.1', before: 10, now: 12 }] },
      {
        month: 4,
        steps: [
          { field: 'ads.web', before: 5, now: 50 },
          { field: 'research', before: undefined, now: 7 },
        ],
      },
    ]);
    expect(movesOf(first, [raised]).map(({ month }) => month)).toEqual([1]);
    expect(movesOf(first, [first, first])).toEqual([]);
  });

  it('are undone for as long as the player left them, other fields stay', () => {
    const decisions = [first, raised, loud, { ...loud, prices: [0, 20] }];
    const [price, ads] = movesOf(first, decisions);
    expect(undone(decisions, price)).toEqual([first, first, { ...loud, prices: [0, 10] }, decisions[3]]);
    expect(undone(decisions, ads)).toEqual([first, raised, raised, { ...raised, prices: [0, 20] }]);
    expect(decisions[2]).toEqual(loud);
  });
});

describe('the turning point', () => {
  const move = (month: number) => ({ month, steps: [] });
  it('is another fate before more months before more cash', () => {
    const you = life('cash-out', 12, -1);
    const without = [
      { move: move(1), life: life('cash-out', 14, -1) },
      { move: move(2), life: life('alive', 24, 5) },
      { move: move(3), life: life('cash-out', 12, -900) },
    ];
    expect(turningOf(you, without, 100)?.move.month).toBe(2);
    expect(turningOf(you, [without[0], without[2]], 100)?.move.month).toBe(1);
  });

  it('is none where the end stays within a hundredth of the opening cash', () => {
    const you = life('alive', 24, 50);
    expect(turningOf(you, [{ move: move(4), life: life('alive', 24, 50.9) }], 100)).toBeUndefined();
    expect(turningOf(you, [{ move: move(4), life: life('alive', 24, 51.1) }], 100)?.move.month).toBe(4);
    expect(turningOf(you, [], 100)).toBeUndefined();
  });
});

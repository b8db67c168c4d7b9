/** What `afterburn rare` tells of estimates made by hand. */
import { describe, expect, it } from 'vitest';
import { type RareTold, rareText } from '../../src/cli/rare-text.js';
import type { RareEstimate } from '../../src/experiment/splitting-estimate.js';

const estimate: RareEstimate = {
  ...{ estimate: 0.0001234, low: 0.00004, high: 0.0004, method: 'splitting' },
  ...{ levels: [-0.5], shares: [0.01, 0.012], repetitions: [0.0001, 0.0002, 0.0001, 0.0001] },
  ...{ roots: 1200, plain: { k: 0, n: 4000 }, worlds: 20_000, plainWorlds: 1_234_567, gain: 61.7 },
};
const tell = (more: Partial<RareEstimate>, asked: Partial<RareTold> = {}) =>
  rareText({
    found: { ...estimate, ...more },
    name: '月之暗面',
    by: 9,
    nearness: 'cash',
    effort: 500,
    ...asked,
  });

describe('afterburn rare says', () => {
  it('the chance with its odds, how it was found, and what plain worlds would have cost', () => {
    // 1 / .0001234 = 8104
    expect(tell({})).toBe(
      [
        '月之暗面 runs out of cash by month 9 in 0.012 % of worlds, about 1 world in 8,100 (95 % interval 4.0e-5 to 0.04 %).',
        'Multilevel splitting by cash: 1 level from a pilot run, 4 repetitions of 500 worlds a level, 20,000 worlds in all. The ways to the cash-out began in 1,200 different worlds.',
        'About 1,200,000 plain worlds would be as exact as these 20,000: 62 times fewer.',
        '',
      ].join('\n'),
    );
  });
  it('a smaller gain with its decimal, and that a chance above 1 % is no rare one', () => {
    const text = tell({ estimate: 0.05, low: 0.04, high: 0.06, levels: [-0.5, -0.2], gain: 3.21 });
    expect(text).toContain('in 5 % of worlds (95 % interval 4 % to 6 %).');
    expect(text).toContain('2 levels from');
    expect(text).toContain(': 3.2 times fewer. It is not very rare: plain worlds are an easy way too.\n');
  });
  it('that nobody ran out of cash, and what the plain worlds among them allow', () => {
    const none = { estimate: 0, low: 0, high: 0.00092, plainWorlds: null, gain: null };
    const text = tell({ ...none, repetitions: [0, 0, 0, 0], roots: 0 });
    expect(text).toContain(
      'No world was found in which 月之暗面 runs out of cash by month 9. 4,000 plain worlds among them allow up to 0.092 %.\n',
    );
    expect(text).toContain('What plain worlds would have needed is not known.\n');
    expect(text).not.toContain('repetitions did not come');
  });
  it('that splitting gained nothing, and why where inputs decide', () => {
    const inputs =
      'Splitting gains little where rare inputs decide more than rare luck: inputs are drawn once a world. ';
    const plain = 'Plain worlds do as well here: afterburn run with as many --replicates.';
    expect(tell({ gain: 1.4 })).toContain(`these 20,000. ${inputs}${plain}\n`);
    expect(tell({ gain: 1.4, estimate: 0.02 })).toContain(`these 20,000. ${plain}\n`);
  });
  it('that nothing was split because it is not rare', () => {
    const text = tell({ method: 'plain', estimate: 0.4, low: 0.39, high: 0.41, levels: [] });
    expect(text).toContain(
      '4,000 plain worlds in 4 repetitions.\nIt is not rare. Plain worlds do as well here',
    );
  });
  it('that the interval is not to be trusted if a quarter of the repetitions never came to a cash-out', () => {
    expect(tell({ repetitions: [0, 1e-4, 1e-4, 1e-4] })).toContain(
      '1 of 4 repetitions did not come to a cash-out: take a larger --effort before you trust the interval.',
    );
    expect(tell({ repetitions: [0, 1e-4, 1e-4, 1e-4, 1e-4] })).not.toContain('did not come');
  });
  it('no odds of what never happens in any interval', () => {
    expect(tell({ low: 0 })).toContain('(95 % interval 0 to 0.04 %)');
  });
});

import { describe, expect, it } from 'vitest';
import { researchGain } from '../../../sim/firms/research.js';
import { oneBurner } from '../made-scenario.js';
import { twins } from './twin.js';

const law = { rate: 0.1, scale: 1e6, users: 0, payers: 0, obsolescence: 0.02 };

describe('research (M25)', () => {
  it('1 M a month at a scale of 1 M buys .1 ln 2 - .02 = .0493 utils a month; in the twin the same money buys nothing', () => {
    const world = { inferenceCost: { start: 1 }, research: law, frontier: 0.03 };
    const raw = oneBurner({ research: 1e6, quality: 1, cash: 1e9 }, { world });
    const [busy, twin] = twins(raw, 'research', 3);
    expect(busy.state.firms[0].quality).toBeCloseTo(1 + 3 * 0.0493147, 6);
    expect(twin.state.firms[0].quality).toBe(1);
    expect(twin.column('burner', 'research')).toEqual(busy.column('burner', 'research'));
  });

  it('a frontier of .03 a month has moved .06 away in month 3, in the twin it stands', () => {
    const [busy, twin] = twins(
      oneBurner({}, { world: { inferenceCost: { start: 1 }, frontier: 0.03 } }),
      'research',
      3,
    );
    expect(busy.state.world.frontier).toBeCloseTo(0.06, 12);
    expect(twin.state.world.frontier).toBe(0);
  });

  it('who stands still loses .02 a month', () => {
    const world = { inferenceCost: { start: 1 }, research: law };
    const [idle, twin] = twins(oneBurner({ quality: 1, cash: 1e9 }, { world }), 'research', 5);
    expect(idle.state.firms[0].quality).toBeCloseTo(0.9, 12);
    expect(twin.state.firms[0].quality).toBe(1);
  });

  it('is declared in USD: 7.2 M CNY at 7.2 buy as much as 1 M USD', () => {
    const declared = law as Parameters<typeof researchGain>[0];
    expect(researchGain(declared, 7.2e6, 7.2)).toBeCloseTo(researchGain(declared, 1e6, 1), 12);
  });
});

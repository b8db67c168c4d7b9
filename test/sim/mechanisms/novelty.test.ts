import { describe, expect, it } from 'vitest';
import { CLOSE, logit, movedBetween, plain } from './plain-market.js';
import { twins } from './twin.js';

describe('novelty (M13)', () => {
  it('wears off: after a month a charm of 2 utils has lost 2 (1 - e^(-1/1.5)) = .973 of leaving cost, in the twin nothing', () => {
    const raw = plain({ switchingCost: 0.8, novelty: 2, noveltyFade: 1.5 });
    const [market, twin] = twins(raw, 'novelty', 3);
    expect(market.state.sheet.novelty[1] / Math.LOG2E).toBeCloseTo(0.9732, 4);
    // Month 2: all have tenure 0. Month 3: those who stayed have .8 - .973 = -.173, the others .8 again.
    const second = 1 - logit(0.8);
    const third = logit(0.8) * (1 - logit(0.8 - 0.97317)) + second * second;
    expect(third).toBeCloseTo(0.4709, 3);
    expect(Math.abs(movedBetween(market) - third)).toBeLessThan(CLOSE);
    expect(Math.abs(movedBetween(twin) - second)).toBeLessThan(CLOSE);
  });
});

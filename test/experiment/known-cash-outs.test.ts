import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../src/experiment/families.js';
import { knownCashOuts, widestOf } from '../../src/experiment/known-cash-outs.js';
import { bernoulliSequence } from '../../src/statistics/bernoulli-sequence.js';
import { randomStream } from '../../src/statistics/random-stream.js';
import { fakeOutcome, fakeScenario } from './fake.js';

const [dies] = familiesOf(fakeScenario);

describe('what is known of P(cash-out)', () => {
  it('holds each of two plans at 97.5 %, and counts worlds of its plan alone', () => {
    const knowledge = knownCashOuts(['base', 'cheap'], [dies]);
    for (let k = 0; k < 40; k++) knowledge.add('base', fakeOutcome(k % 4));
    const [base, cheap] = knowledge.look();
    // even worlds end without cash: 20 of 40
    expect(base).toMatchObject({ firm: 'dies', n: 40, low: bernoulliSequence(20, 40, 0.975).low });
    expect(cheap).toMatchObject({ n: 0, low: 0, high: 1 });
    expect(widestOf([base, cheap])).toBe((base.high - base.low) / 2);
  });

  it('keeps what a look has excluded', () => {
    const knowledge = knownCashOuts(['base'], [dies]);
    for (let k = 0; k < 30; k++) knowledge.add('base', fakeOutcome(1));
    const [early] = knowledge.look();
    for (let k = 0; k < 300; k++) knowledge.add('base', fakeOutcome(0));
    const [late] = knowledge.look();
    expect(late.high).toBeLessThanOrEqual(early.high);
  });

  it('holds p = .3 of a firm in two copies at all looks in at least 95 % of 100 experiments', () => {
    // copies share their luck wholly; a rule that misses in exactly 5 % would miss in more than 12 of 100 once in 680 seeds
    const [dead, alive] = [fakeOutcome(0), fakeOutcome(1)];
    const twins = (outcome: typeof dead) => ({ ...outcome, firms: [outcome.firms[0], outcome.firms[0]] });
    let missed = 0;
    for (let k = 0; k < 100; k++) {
      const stream = randomStream('known-cash-outs.test', k);
      const knowledge = knownCashOuts(['base'], [{ id: 'dies', members: [0, 1] }]);
      const looks = [50, 100, 200].map((worlds, at, all) => {
        for (let w = all[at - 1] ?? 0; w < worlds; w++)
          knowledge.add('base', twins(stream.uniform() < 0.3 ? dead : alive));
        return knowledge.look()[0];
      });
      if (looks.some(({ low, high }) => low > 0.3 || high < 0.3)) missed++;
    }
    expect(missed).toBeLessThanOrEqual(12);
  });
});

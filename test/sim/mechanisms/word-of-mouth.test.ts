import { describe, expect, it } from 'vitest';
import { plain } from './plain-market.js';
import { live } from './twin.js';

/** Half of the people have app a, which has no press; nobody looks. */
const raw = (wordOfMouth: number) =>
  plain(
    { withApp: 0.5, ever: 0.5, review: 0, innovation: 0, wordOfMouth },
    { a: { users: 1, press: 0 }, b: { press: 0 } },
  );

describe('word of mouth', () => {
  it('makes .6 x .5 = .3 of the people know an app that half of them have; after two months 1 - .727 x .7 = .491', () => {
    const known = (months: number) => live(raw(0.6), { months }).state.firms[0].ownAwareness[0];
    expect(known(1)).toBeCloseTo(0.3, 6);
    // Forgotten by .09 a month: 1 - (1 - .91 x .3) x .7.
    expect(known(2)).toBeCloseTo(0.4911, 6);
  });

  it('is nothing in the twin without it, and for the app that nobody has', () => {
    expect(live(raw(0), { months: 2 }).state.firms[0].ownAwareness[0]).toBe(0);
    expect(live(raw(0.6), { months: 2 }).state.firms[1].ownAwareness[0]).toBe(0);
  });
});

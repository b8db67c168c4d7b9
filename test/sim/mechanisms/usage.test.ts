import { describe, expect, it } from 'vitest';
import { conversationTokens } from '../../../sim/index.js';
import { twoApps } from '../made-scenario.js';
import { JOIN_AND_STAY, twins } from './twin.js';

/** Everybody takes an app in month 1 and stays: nobody lapses. */
const EVERYBODY = { ...JOIN_AND_STAY, lapseFreeB: 1e6 };

describe('heavy use (M10)', () => {
  // Article S2: a knowledge base of 9,000 tokens, 1,000 more a turn.
  it.each([
    [1, 9_000],
    [5, 55_000],
    [10, 135_000],
    [20, 370_000],
    [50, 1_675_000],
  ])('a conversation of %i turns takes %i tokens', (turns, tokens) => {
    expect(conversationTokens(turns, 9000, 1000)).toBe(tokens);
  });

  it('30 conversations of 20 turns make a mean use of 30 x 370,000 tokens = 11.1 million', () => {
    const segment = {
      ...EVERYBODY,
      use: 5,
      conversations: 30,
      turns: 20,
      turnTokens: 9000,
      turnGrowth: 1000,
    };
    const [market] = twins(twoApps({}, {}, { segment: { ...segment, contextGrowth: 0 } }), 'heavy-use', 1);
    const tokens = market.state.firms.reduce((sum, firm) => sum + firm.tokens, 0);
    expect(tokens / 100_000).toBeCloseTo(11.1, 3);
  });

  it('costs more the longer users stay: .03 a month, so 1.09 times the tokens of the twin after three', () => {
    const raw = twoApps({}, {}, { segment: { ...EVERYBODY, use: 1 } });
    const [market, twin] = twins(raw, 'heavy-use', 4);
    const tokens = (of: typeof market) => of.state.firms.reduce((sum, firm) => sum + firm.tokens, 0);
    expect(tokens(market) / tokens(twin)).toBeCloseTo(1.09, 6);
  });

  it('is held by few: with a log spread of 2 the heaviest 1 % take .3721 of the tokens, in the twin .01', () => {
    const raw = twoApps(
      {},
      {},
      { segment: { ...EVERYBODY, use: 1, contextGrowth: 0 }, top: { usageEdges: [0.99] } },
    );
    const [market, twin] = twins(raw, 'heavy-use', 1);
    const heavy = ({ state }: typeof market) => state.bands[0][1].tokens;
    // Phi(2 - z) with z = 2.32635, the .99 quantile (tables of the normal law).
    expect(heavy(market)).toBeCloseTo(0.3721, 4);
    expect(heavy(twin)).toBeCloseTo(0.01, 12);
  });
});

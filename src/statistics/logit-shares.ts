/**
 * Shares of a market by the logit law of choice: McFadden 1974, "Conditional logit analysis of qualitative choice
 * behavior", and its nested form (McFadden 1978; Train 2009, section 4.2), in which goods of one nest are closer
 * substitutes. Utilities are shifted by the largest, so that any size of them works.
 */
import { expectThat } from './expect.js';

/** Goods that are alike: `lambda` 1 says not at all (plain logit), towards 0 the same thing under other names. */
export interface Nest {
  /** Indexes of goods, each in one nest at most. */
  readonly members: readonly number[];
  /** Dissimilarity of the nest, 0..1; 0 is the limit, where the best of them takes the nest's share. */
  readonly lambda: number;
}

export interface LogitOptions {
  /** Utility of taking nothing; without it all take something. */
  readonly outside?: number;
  /** A good in no nest is one of its own. */
  readonly nests?: readonly Nest[];
}

/** lambda ln sum e^(V / lambda), the worth of a nest, and each good's share within it. */
function inNest(utilities: readonly number[], lambda: number): { worth: number; within: number[] } {
  const top = Math.max(...utilities);
  if (top === Number.NEGATIVE_INFINITY) return { worth: top, within: utilities.map(() => 0) };
  const weights = utilities.map((v) =>
    lambda > 0 ? (v === top ? 1 : Math.exp((v - top) / lambda)) : Number(v === top),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  return { worth: top + lambda * Math.log(sum), within: weights.map((w) => w / sum) };
}

function allNests(count: number, nests: readonly Nest[]): readonly Nest[] {
  const seen = new Set<number>();
  for (const { members, lambda } of nests) {
    expectThat(lambda >= 0 && lambda <= 1, 'logitShares: expected lambda of a nest from 0 to 1', lambda);
    expectThat(members.length > 0, 'logitShares: expected a nest to have members', 'none');
    for (const k of members) {
      const isNew = Number.isInteger(k) && k >= 0 && k < count && !seen.has(k);
      expectThat(isNew, `logitShares: expected members from 0 to ${count - 1}, each in one nest`, k);
      seen.add(k);
    }
  }
  const alone = Array.from({ length: count }, (_, k) => k).filter((k) => !seen.has(k));
  return [...nests, ...alone.map((k) => ({ members: [k], lambda: 1 }))];
}

/**
 * Share of each good, 0..1, in their order; what they lack to 1 takes nothing. A utility of -Infinity has no share.
 * Share = share of the nest e^I / sum e^I, with I = lambda ln sum e^(V / lambda), times the share within it.
 * @throws RangeError on utilities that are NaN or Infinity, none above -Infinity, or members in two nests
 */
export function logitShares(utilities: readonly number[], options: LogitOptions = {}): number[] {
  const { outside = Number.NEGATIVE_INFINITY, nests = [] } = options;
  const isFit = [...utilities, outside].every((v) => v < Number.POSITIVE_INFINITY);
  expectThat(isFit, 'logitShares: expected utilities below Infinity', [...utilities, outside].join(', '));
  const top = Math.max(outside, ...utilities);
  expectThat(top > Number.NEGATIVE_INFINITY, 'logitShares: expected a good or an outside to choose', 'none');
  const groups = allNests(utilities.length, nests);
  const found = groups.map(({ members, lambda }) =>
    inNest(
      members.map((k) => utilities[k]),
      lambda,
    ),
  );
  const { within: parts } = inNest([...found.map(({ worth }) => worth), outside], 1);
  const shares = utilities.map(() => 0);
  for (const [g, { members }] of groups.entries()) {
    for (const [i, k] of members.entries()) shares[k] = parts[g] * found[g].within[i];
  }
  return shares;
}

/**
 * How shares answer prices under the plain logit with V = value - alpha price: row j, column k is the change of share j
 * in per cent for one per cent of price k: own -alpha p_j (1 - s_j), cross alpha p_k s_k (Train 2009, eqs. 3.6 and 3.7).
 * @param game shares 0..1 and prices of the same goods, `alpha` > 0 a unit of price
 */
export function logitElasticities(game: {
  readonly shares: readonly number[];
  readonly prices: readonly number[];
  readonly alpha: number;
}): number[][] {
  const { shares, prices, alpha } = game;
  const form = `logitElasticities: expected a price for each of ${shares.length} shares`;
  expectThat(prices.length === shares.length, form, prices.length);
  expectThat(
    shares.every((s) => s >= 0 && s <= 1),
    'logitElasticities: expected shares from 0 to 1',
    shares.join(', '),
  );
  expectThat(alpha > 0, 'logitElasticities: expected alpha above 0', alpha);
  return shares.map((_, j) => shares.map((share, k) => alpha * prices[k] * (j === k ? share - 1 : share)));
}

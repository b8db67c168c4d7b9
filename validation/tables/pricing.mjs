// V11: Bertrand equilibrium against the engine's demand and the engine's books.
import { bertrandLogit } from '../../dist/src/statistics/bertrand-logit.js';
import { equilibriumErrors } from '../closed-forms/bertrand.mjs';
import { columnOf, live, marketOf } from '../worlds.mjs';

const PEOPLE = 1e9;
/** Rounds of best responses, each half way: shares of two strong firms would swing otherwise. */
const ROUNDS = 40;

/** A month in which everybody chooses at these prices; each user costs her firm `cost`. */
function month({ values, costs, sensitivity }, prices) {
  const apps = values.map((value, k) => [
    `app${k}`,
    { quality: value, modelSize: costs[k], tiers: [{ price: prices[k] }] },
  ]);
  const raw = marketOf({
    months: 1,
    agents: PEOPLE,
    segment: { priceSensitivity: sensitivity, use: 1 },
    apps: Object.fromEntries(apps),
    world: { inferenceCost: { start: 1 } },
    top: { population: { engine: 'cohorts', types: 1 } },
  });
  const outcome = live(raw);
  const read = (name) => values.map((_, k) => columnOf(outcome, `app${k}`, name)[0]);
  const paid = read('subscriptions');
  const cost = read('inference');
  return {
    shares: read('users').map((n) => n / PEOPLE),
    profits: paid.map((x, k) => (x + cost[k]) / PEOPLE),
  };
}

function rowsOf({ label, values, costs, sensitivity, price, share, profit }) {
  const game = { values, costs, sensitivity };
  const law = bertrandLogit({ values, costs, alpha: sensitivity });
  let prices = costs.map((c) => c + 1 / sensitivity);
  for (let round = 0; round < ROUNDS; round++) {
    const { shares } = month(game, prices);
    prices = costs.map((c, k) => 0.5 * (prices[k] + c + 1 / (sensitivity * (1 - shares[k]))));
  }
  const { shares, profits } = month(game, prices);
  const errors = equilibriumErrors(game, law, PEOPLE);
  const firms = new Set(values).size === 1 ? [0] : values.map((_, k) => k);
  return firms.flatMap((k) => {
    const s = law.shares[k];
    const margin = law.prices[k] - costs[k];
    const row = (what, found, expected, error) => ({
      what: `${label}, ${what} of firm ${k + 1}`,
      found,
      expected,
      error,
    });
    return [
      row('price', prices[k], price?.[k] ?? law.prices[k], errors.prices[k]),
      row('share', shares[k], share?.[k] ?? s, errors.shares[k]),
      row('profit per head', profits[k], profit?.[k] ?? margin * s, errors.profits[k]),
    ];
  });
}

const same = (n, x) => new Array(n).fill(x);
const duopoly = (n, price, share, profit) => ({
  rows: rowsOf,
  label: `${n} firm${n > 1 ? 's' : ''} of value 2`,
  values: same(n, 2),
  costs: same(n, 1),
  sensitivity: 1,
  price: [price],
  share: [share],
  profit: [profit],
});

export const pricing = {
  id: 'V11',
  name: 'bertrand',
  title: 'Price competition: Bertrand-logit equilibrium',
  source: 'closed form p = c + 1 / (a (1 - s)); monopoly price 2 + W(1)',
  method:
    'Forty rounds half way to the best responses p = c + 1 / (a (1 - s)), each with the shares that a billion people choose in the engine at the prices of the round; profits are subscriptions less inference in the books. The engine has no burn strategy that plays this game: prices of a month are set by policies, from what they see. The luck is the same in every round (same addresses), so the fixed point carries one multinomial error of the shares; the standard errors follow it through the linearised equilibrium.',
  parameters: ['values', 'costs', 'sensitivity'],
  cases: [
    duopoly(1, '2.567143', '.361896', '.567143'),
    duopoly(2, '2.401058', '.286254', '.401058'),
    duopoly(3, '2.298679', '.229987', '.298679'),
    duopoly(5, '2.191882', '.160991', '.191882'),
    duopoly(10, '2.098970', '.090057', '.098970'),
    {
      rows: rowsOf,
      label: 'values 3 and 2',
      values: [3, 2],
      costs: [1, 1],
      sensitivity: 1,
      price: ['2.746108', '2.317897'],
      share: ['.427298', '.241216'],
      profit: ['.746108', '.317897'],
    },
  ],
};

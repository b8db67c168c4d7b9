// V03: shares and elasticities of the multinomial logit, from one review by everybody.
import { logitElasticities, logitShares } from '../../dist/src/statistics/logit-shares.js';
import { shareError } from '../judge.mjs';
import { columnOf, live, marketOf } from '../worlds.mjs';

/** Agents one by one; and counts of exchangeable users, of whom there can be a billion. */
const ENGINES = [
  { engine: 'agents', agents: 1_000_000 },
  { engine: 'cohorts', agents: 1_000_000_000 },
];

/** Shares of apps with these values after everybody has chosen once; `outside`: value of no app. */
function shares({ values, prices, sensitivity, outside, engine, agents }) {
  const apps = values.map((value, k) => [
    `app${k}`,
    { quality: value, tiers: [{ price: prices?.[k] ?? 0 }] },
  ]);
  const raw = marketOf({
    months: 1,
    agents,
    segment: { outside, priceSensitivity: sensitivity ?? 0 },
    apps: Object.fromEntries(apps),
    top: { population: engine === 'cohorts' ? { engine, types: 1 } : {} },
  });
  const outcome = live(raw);
  return values.map((_, k) => columnOf(outcome, `app${k}`, 'users')[0] / agents);
}

function shareRows({ label, values, published, withOutside }) {
  const law = logitShares(values);
  const apps = withOutside ? values.slice(0, -1) : values;
  const outside = withOutside ? values.at(-1) : -50;
  return ENGINES.flatMap((users) =>
    shares({ values: apps, outside, ...users }).map((found, k) => ({
      what: `${label}, app ${k + 1}, ${users.engine}`,
      found,
      expected: published?.[k] ?? law[k],
      error: shareError(law[k], users.agents),
    })),
  );
}

/** Relative step of a price for a central difference of logarithms. */
const STEP = 0.05;

/** Elasticity of the share of app j to the price of app k; `f(prices)` gives shares. */
function elasticity(f, prices, j, k) {
  const moved = (factor) => f(prices.map((price, i) => (i === k ? price * factor : price)))[j];
  return Math.log(moved(1 + STEP) / moved(1 - STEP)) / Math.log((1 + STEP) / (1 - STEP));
}

function elasticityRows({ label, values, prices, sensitivity }) {
  const users = ENGINES[1];
  const utility = (at) => values.map((value, k) => value - sensitivity * at[k]).concat(0);
  const law = logitShares(utility(prices));
  const slopes = logitElasticities({ shares: law.slice(0, -1), prices, alpha: sensitivity });
  const engine = (at) => shares({ values, prices: at, sensitivity, outside: 0, ...users });
  const pairs = values.flatMap((_, j) => values.map((__, k) => [j, k]));
  return pairs.map(([j, k]) => {
    const exact = slopes[j][k];
    const relative = shareError(law[j], users.agents) / law[j];
    return {
      what: `${label}, share of app ${j + 1} to price of app ${k + 1}`,
      found: elasticity(engine, prices, j, k),
      expected: exact,
      error: (Math.SQRT2 * relative) / Math.log((1 + STEP) / (1 - STEP)),
      bound: 2 * Math.abs(elasticity((at) => logitShares(utility(at)), prices, j, k) - exact),
    };
  });
}

export const choice = {
  id: 'V03',
  name: 'logit',
  title: 'Choice: multinomial logit and its elasticities',
  source: 'McFadden 1974; elasticities own -a p (1 - s), cross a p s',
  method:
    'Everybody reviews in month 1: a million agents, and a billion people as cohorts. Elasticities are central differences over 5 % of the price; the bound is twice what that step is off by in the closed form. There is no nested logit in the engine (similar apps are told apart by `fit` and the persistent match), so the rows of the nested table do not apply; of red bus and blue bus the multinomial thirds do.',
  parameters: ['values', 'prices', 'sensitivity', 'withOutside'],
  cases: [
    {
      rows: shareRows,
      label: 'V = 1, .5, 0, 0',
      values: [1, 0.5, 0, 0],
      published: ['.426933', '.258948', '.157060', '.157060'],
    },
    {
      rows: shareRows,
      label: 'V = 2, 1 and none 0',
      values: [2, 1, 0],
      withOutside: true,
      published: ['.665241', '.244728'],
    },
    { rows: shareRows, label: 'red bus, blue bus, car', values: [0, 0, 0] },
    {
      rows: elasticityRows,
      label: 'a = 1',
      values: [2, 1.5],
      prices: [1, 0.5],
      sensitivity: 1,
    },
  ],
};

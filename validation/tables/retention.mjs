// V01, V15: retention of one cohort of users whose lapse rates differ, a period a month.
import { sbgCurve } from '../../dist/src/statistics/shifted-beta-geometric.js';
import { discountedLifetime, lifetimeSpread } from '../closed-forms/lifetime.mjs';
import { shareError } from '../judge.mjs';
import { columnOf, live, marketOf } from '../worlds.mjs';

const AGENTS = 200_000;

/** Part of the joiners of month 1 who still have the app `t` months later, t from 0 to periods. */
function retained({ a, b, periods }) {
  const raw = marketOf({
    months: periods + 1,
    agents: AGENTS,
    segment: { lapseFreeA: a, lapseFreeB: b, outside: -50 },
    apps: { app: { lapse: 1 } },
  });
  const users = columnOf(live(raw), 'app', 'users');
  return users.map((n) => n / users[0]);
}

function curveRows({
  label,
  a,
  b,
  from = 1,
  periods,
  shares = new Array(periods + 1 - from).fill(undefined),
}) {
  const last = from + shares.length - 1;
  const found = retained({ a, b, periods: last });
  const law = sbgCurve(a, b, last);
  return shares.map((share, k) => ({
    what: `${label}, period ${from + k}`,
    found: found[from + k],
    expected: share ?? law[from + k],
    error: shareError(law[from + k], AGENTS),
  }));
}

/** Periods after which nothing is left to discount: v^240 < 1e-8. */
const LONG = 240;

function lifetimeRows({ label, a, b, d, lifetime }) {
  const law = sbgCurve(a, b, LONG);
  const found = discountedLifetime(retained({ a, b, periods: LONG }), d);
  const expected = lifetime ?? discountedLifetime(law, d);
  return [
    {
      what: `${label}, ${100 * d} % a period`,
      found,
      expected,
      error: lifetimeSpread(law, d) / Math.sqrt(AGENTS),
    },
  ];
}

/** Log likelihood of a cohort of n users of whom `left[t]` lapsed in period t + 1, the rest being there still. */
function logLikelihood(curve, left, n) {
  const stay = n - left.reduce((sum, k) => sum + k, 0);
  return left.reduce(
    (sum, k, t) => sum + k * Math.log(curve[t] - curve[t + 1]),
    stay * Math.log(curve[left.length]),
  );
}

/** The data of the paper judged by the simulated curve: the log likelihood at the maximum. */
function likelihoodRows({ label, a, b, actual, likelihood }) {
  const n = 1000;
  const alive = actual.map((percent) => Math.round(10 * percent));
  const left = alive.map((k, t) => (t === 0 ? n : alive[t - 1]) - k);
  const law = sbgCurve(a, b, left.length);
  // Delta method: the parts of a multinomial enter with the weights left / part.
  const parts = law
    .slice(1)
    .map((s, t) => law[t] - s)
    .concat(law.at(-1));
  const weights = left.concat(alive.at(-1)).map((k, t) => k / parts[t]);
  const mean = weights.reduce((sum, w, t) => sum + w * parts[t], 0);
  const variance = weights.reduce((sum, w, t) => sum + parts[t] * (w - mean) ** 2, 0);
  const curve = retained({ a, b, periods: left.length });
  const expected = likelihood ?? logLikelihood(law, left, n);
  return [
    { what: label, found: logLikelihood(curve, left, n), expected, error: Math.sqrt(variance / AGENTS) },
  ];
}

const HIGH_END = { a: 0.6681, b: 3.8061 };

export const retention = {
  id: 'V01',
  name: 'retention',
  title: 'Retention: the shifted beta-geometric',
  source: 'Fader & Hardie 2007, J. Interactive Marketing 21(1), table 1, High End customers',
  method:
    '200,000 users take the only app in month 1 and lapse; a period is a month. The standard error is binomial, which is too wide, because their lapse rates are evenly spread quantiles.',
  parameters: ['a', 'b', 'd', 'periods', 'from'],
  cases: [
    {
      rows: curveRows,
      label: 'model curve',
      ...HIGH_END,
      periods: 12,
      shares: [
        '.851',
        '.747',
        '.670',
        '.610',
        '.562',
        '.522',
        '.489',
        '.460',
        '.436',
        '.414',
        '.395',
        '.378',
      ],
    },
    {
      rows: lifetimeRows,
      label: 'discounted expected lifetime',
      a: 0.668,
      b: 3.806,
      d: 0.1,
      lifetime: '5.9226',
    },
    {
      rows: lifetimeRows,
      label: 'discounted expected lifetime',
      a: 0.668,
      b: 3.806,
      d: 0.15,
      lifetime: '4.6904',
    },
    {
      rows: likelihoodRows,
      label: 'log likelihood of the actual years 1 to 7',
      ...HIGH_END,
      actual: [86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1],
      likelihood: '-1611.158',
    },
  ],
};

export const survivalOfFirms = {
  id: 'V15',
  name: 'business-survival',
  title: 'Business survival: where the beta-geometric ends',
  source: 'Bureau of Labor Statistics, establishments opened March 1994 (n = 569,419)',
  method:
    'The law fitted to years 1 to 5, run through the same cohort. It meets year 10 and over-predicts year 20 (actual 35.7 % and 20.3 %): a fit of the first years says nothing of the last ones. Years as months.',
  parameters: ['a', 'b', 'from', 'periods'],
  cases: [
    {
      rows: curveRows,
      label: 'fit of years 1-5',
      a: 0.5654,
      b: 2.2408,
      from: 10,
      periods: 10,
      shares: ['.366'],
    },
    {
      rows: curveRows,
      label: 'fit of years 1-5',
      a: 0.5654,
      b: 2.2408,
      from: 20,
      periods: 20,
      shares: ['.260'],
    },
  ],
};

// V08, V22: what is said of batches: survival curves, their comparison, intervals of probabilities.
import { kaplanMeier } from '../../dist/src/statistics/kaplan-meier.js';
import { logRank } from '../../dist/src/statistics/log-rank.js';
import { wilson } from '../../dist/src/statistics/wilson.js';

/** Weeks in remission (Freireich et al. 1963); a minus marks a censored patient. */
const TREATED = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const CONTROL = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
/** Weeks to relapse of acute myeloid leukaemia (Miller 1997; R: survival::aml). */
const MAINTAINED = [9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161];
const NOT_MAINTAINED = [5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45];

const groupOf = (weeks) => ({ times: weeks.map(Math.abs), events: weeks.map((week) => (week > 0 ? 1 : 0)) });

function curveRows({ label, weeks, times, survival, errors }) {
  const { times: all, events } = groupOf(weeks);
  const curve = kaplanMeier(all, events, Math.max(...all));
  return times.flatMap((time, k) => [
    { what: `${label}, S(${time})`, found: curve.estimate[time - 1], expected: survival[k] },
    ...(errors
      ? [
          {
            what: `${label}, Greenwood s.e. at ${time}`,
            found: curve.standardError[time - 1],
            expected: errors[k],
          },
        ]
      : []),
  ]);
}

function rankRows({ label, first, second, chiSquare }) {
  return [{ what: label, found: logRank(groupOf(first), groupOf(second)).chiSquare, expected: chiSquare }];
}

export const survivalCurves = {
  id: 'V08',
  name: 'kaplan-meier',
  title: 'Survival curves: Kaplan-Meier, Greenwood, log-rank',
  source: 'Freireich et al. 1963 (R: MASS::gehan) and aml, by R survival 3.5-3',
  method: 'The functions that summarise batches, on published data. Nothing is drawn.',
  parameters: [],
  cases: [
    {
      rows: curveRows,
      label: '6-MP',
      weeks: TREATED,
      times: [6, 7, 10, 13, 16, 22, 23],
      survival: ['.857', '.807', '.753', '.690', '.627', '.538', '.448'],
      errors: ['.0764', '.0869', '.0963', '.1068', '.1141', '.1282', '.1346'],
    },
    {
      rows: curveRows,
      label: 'control',
      weeks: CONTROL,
      times: [1, 2, 3, 4, 5, 8, 11, 12, 15, 17, 22, 23],
      survival: '.9048 .8095 .7619 .6667 .5714 .3810 .2857 .1905 .1429 .0952 .0476 .0000'.split(' '),
    },
    {
      rows: rankRows,
      label: '6-MP against control, log-rank',
      first: TREATED,
      second: CONTROL,
      chiSquare: '16.79',
    },
    {
      rows: curveRows,
      label: 'aml, maintained',
      weeks: MAINTAINED,
      times: [9, 13, 18, 23, 31, 34, 48],
      survival: ['.909', '.818', '.716', '.614', '.491', '.368', '.184'],
    },
    { rows: rankRows, label: 'aml, log-rank', first: MAINTAINED, second: NOT_MAINTAINED, chiSquare: '3.4' },
  ],
};

function intervalRows({ k, n, low, high }) {
  const found = wilson(k, n);
  return [
    { what: `${k} of ${n}, lower end`, found: found.low, expected: low },
    { what: `${k} of ${n}, upper end`, found: found.high, expected: high },
  ];
}

/** k, n, ends as printed. */
const INTERVALS = [
  [0, 10, '.000000', '.277533'],
  [1, 10, '.017876', '.404150'],
  [5, 100, '.021544', '.111750'],
  [50, 1000, '.038130', '.065314'],
  [200, 200, '.981155', '1.000000'],
];

export const intervals = {
  id: 'V22',
  name: 'wilson',
  title: 'Intervals of probabilities: Wilson',
  source: 'Wilson 1927, 95 %; Brown, Cai & DasGupta 2001',
  method:
    'The function behind every interval of a probability. Clopper-Pearson is not used. Nothing is drawn.',
  parameters: [],
  cases: INTERVALS.map(([k, n, low, high]) => ({ rows: intervalRows, k, n, low, high })),
};

/** Small results of studies with known numbers and hostile names, as `study.json` gives them. */
import type { BestResponse } from '../../src/experiment/study/best-response.js';
import type { Comparison, DifferenceRow } from '../../src/experiment/study/compare.js';
import type { DiscoverResult } from '../../src/experiment/study/discover.js';
import type { Difference } from '../../src/experiment/study/estimate.js';
import type { LeagueResult } from '../../src/experiment/study/league.js';
import type { RescueResult } from '../../src/experiment/study/rescue.js';
import type { SensitivityResult } from '../../src/experiment/study/sensitivity.js';
import type { SweepResult } from '../../src/experiment/study/sweep.js';
import type { PageHead } from '../../src/report/studies/page.js';

/** Names that would be markup, a formula or an escape sequence. */
export const NASTY = [
  '<img src=x onerror=alert(1)>',
  '"onload="alert(2)',
  '</details><script>alert(3)</script>',
] as const;

/** The head of a study with three firms, two of them hostile. */
export function makeHead(study: string): PageHead {
  return {
    study,
    title: `Toy ${NASTY[0]}`,
    question: `which ${NASTY[2]} is better`,
    afterburn: '0.1.0',
    numerics: 1,
    seed: '<b>7</b>',
    replicates: 40,
    agents: 1000,
    months: 24,
    currency: 'CNY',
    firms: { kimi: 'Kimi', evil: NASTY[0], quote: NASTY[1] },
    worlds: 80,
    failed: 0,
  };
}

function difference(a: number, b: number, half: number): Difference {
  const estimate = b - a;
  const ends = { low: estimate - half, high: estimate + half };
  return { a, b, estimate, ...ends, n: 40, correlation: 0.8, varianceReduction: 9 };
}

function row(firm: string, outcome: string, own: Difference): DifferenceRow {
  const measure = outcome === 'cashOut' ? `share(cashOut("${firm}"))` : `mean(${outcome}("${firm}", 24))`;
  return { plan: NASTY[2], outcome, firm, measure, ...own };
}

/** Kimi goes from 50 to 30 %, the second firm from 20 to 25 %, the third stays. */
export const comparison: PageHead & Comparison = {
  ...makeHead('compare'),
  plans: ['base <i>plan</i>', NASTY[2]],
  unlike: [],
  differences: [
    row('kimi', 'cashOut', difference(0.5, 0.3, 0.1)),
    row('evil', 'cashOut', difference(0.2, 0.25, 0.12)),
    row('quote', 'cashOut', difference(0.1, 0.1, 0.02)),
    row('kimi', 'cash', difference(2e9, 2.5e9, 1e8)),
    row('evil', 'payers', { ...difference(0, 0, 0), correlation: Number.NaN, varianceReduction: Number.NaN }),
  ],
};

const MEASURE = 'share(cashOut("kimi"))';

/** P(cash-out) of Kimi over a grid: rises with the first field, falls with the second. */
export function makeSweep(fields: number, levels = false): PageHead & SweepResult {
  const factors = ['firms.kimi.cash', 'firms.kimi.fixedCost', 'world.freeCost']
    .slice(0, fields)
    .map((name) => ({ name, unit: levels ? '' : 'CNY', levels }));
  const steps = [1e9, 2e9, 3e9];
  const inputs = fields === 1 ? steps.map((x) => [x]) : steps.flatMap((x) => steps.map((y) => [x, y]));
  const rows = inputs.map((values) => {
    const p = fields === 1 ? values[0] / 5e9 : (values[0] - values[1] + 3e9) / 6e9;
    const own = { estimate: p, low: p - 0.05, high: p + 0.05, n: 40 };
    const cells = ['kimi', 'evil'].map((firm) => ({ outcome: 'cashOut', firm, ...own }));
    const all = fields > 2 ? [...values, 0.5] : values;
    return { arm: 'base', values: levels ? all.map((value) => `${NASTY[0]} ${value}`) : all, cells };
  });
  const outcomes = ['kimi', 'evil'].map((firm) => ({ outcome: 'cashOut', firm, measure: MEASURE }));
  return { ...makeHead('sweep'), design: fields > 2 ? 'sobol' : 'grid', factors, outcomes, rows };
}

function effect(estimate: number) {
  return { estimate, low: estimate - 0.1, high: estimate + 0.1 };
}

/** Two fields: the first decides. */
export function makeSensitivity(method: SensitivityResult['method']): PageHead & SensitivityResult {
  const of = (factor: string, size: number) => ({
    sobol: { factor, first: effect(size - 0.125), total: effect(size) },
    morris: { factor, muStar: effect(size), mu: effect(-size), sigma: effect(size / 2) },
    rank: { factor, correlation: { ...effect(-size), p: 0.01 } },
  });
  const names = ['firms.kimi.cash', NASTY[0]];
  return {
    ...makeHead('sensitivity'),
    method,
    points: 64,
    factors: names.map((name) => ({ name, unit: 'CNY' })),
    silent: [],
    outcomes: [
      {
        ...{
          outcome: 'cashOut',
          firm: 'kimi',
          measure: MEASURE,
          mean: 0.4,
          variance: 0.02,
          chanceShare: 0.3,
        },
        effects: names.map((name, k) => of(name, [0.75, 0.25][k])[method]),
        tornado: names.map((factor) => ({
          ...{ factor, ends: [1e9, 4e9] as const },
          ...{ low: difference(0.4, 0.6, 0.1), high: difference(0.4, 0.11, 0.1) },
        })),
      },
    ],
  };
}

/** One box of two bounds. */
export const discovery: PageHead & DiscoverResult = {
  ...makeHead('discover'),
  points: 100,
  factors: ['firms.kimi.cash', NASTY[0]],
  discoveries: [
    {
      ...{ firm: 'kimi', measure: MEASURE, share: { estimate: 0.4, low: 0.35, high: 0.45, n: 400 } },
      boxes: [
        {
          limits: [
            {
              factor: 'firms.kimi.cash',
              unit: 'CNY',
              low: null,
              high: 2e9,
              within: [0, 0.37],
              quasiPValue: 1e-6,
            },
            {
              ...{ factor: NASTY[0], unit: '', low: null, high: null },
              levels: ['<u>'],
              within: [0, 0.5],
              quasiPValue: 0.03,
            },
          ],
          ...{ coverage: 0.61, density: 0.78, mass: 0.31, pValue: 0.01, chosen: 1 },
          fresh: {
            density: { estimate: 0.74, low: 0.68, high: 0.8, n: 120 },
            coverage: { estimate: 0.57, low: 0.5, high: 0.64, n: 160 },
          },
          trajectory: [
            { coverage: 1, density: 0.4, mass: 1 },
            { coverage: 0.61, density: 0.78, mass: 0.31 },
          ],
        },
      ],
    },
  ],
};

/** Two levers, the second could not be simulated. */
export const rescued: PageHead & RescueResult = {
  ...makeHead('rescue'),
  firm: 'kimi',
  before: {
    cashOut: { estimate: 0.5, low: 0.4, high: 0.6, n: 40 },
    alive: { estimate: 0.5, low: 0.4, high: 0.6, n: 40 },
  },
  levers: [
    { lever: `more ${NASTY[0]}`, cashOut: difference(0.5, 0.3, 0.1), alive: difference(0.5, 0.7, 0.1) },
    {
      lever: 'no free tier',
      cashOut: difference(0.5, Number.NaN, 0),
      alive: difference(0.5, Number.NaN, 0),
    },
  ],
  pairs: [],
  confirmed: [{ lever: 'more', cashOut: difference(0.5, 0.32, 0.1), alive: difference(0.5, 0.68, 0.1) }],
};

/** Two policies in two seats; the first is ten points over the mean. */
export const league: PageHead & LeagueResult = {
  ...makeHead('league'),
  seats: ['kimi', 'evil'],
  ranking: [0.1, -0.1].map((over, k) => ({
    policy: ['runwayGuard', NASTY[2]][k],
    alive: { ...effect(0.5 + over), n: 40 },
    cashOut: { ...effect(0.4 - over), n: 40 },
    cash: { estimate: 1e9, low: 9e8, high: 1.1e9, n: 40 },
    advantage: {
      alive: { estimate: over, low: over - 0.05, high: over + 0.05, n: 40 },
      cash: { estimate: over * 1e9, low: over * 1e9 - 1e8, high: over * 1e9 + 1e8, n: 40 },
    },
    seats: { kimi: 0.5, evil: 0.7 },
  })),
};

/** A price of 30 is best; 20 and 40 are clearly worse. */
export const best: PageHead & BestResponse = {
  ...makeHead('best-response'),
  firm: 'kimi',
  maximised: 'mean(cash("kimi", months))',
  fields: [
    {
      ...{ name: 'firms.kimi.tiers.0.price', unit: 'CNY a month', present: 20, chosen: 30 },
      ...{ range: [20, 40] as const, near: [30, 30] },
    },
  ],
  tried: [20, 40, 30].map((price, k) => ({
    ...{ values: [price], worlds: 40, objective: 5e8, fromBest: [-2e8, -1e8, 0][k] },
    ...{ low: [-3e8, -1.5e8, 0][k], high: [-1e8, -0.5e8, 0][k] },
  })),
  flat: false,
  gain: difference(4e8, 6e8, 1e8),
  beside: { cashOut: difference(0.5, 0.3, 0.1), outside: difference(1e8, 1e8, 0) },
};

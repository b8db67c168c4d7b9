// V19, V23, V24, V25: what serving costs, how much is asked for, and what cannot be served.
import { normal } from '../closed-forms/ruin.mjs';
import { columnOf, live, marketColumn, marketOf, PATRONS, watch } from '../worlds.mjs';

const USERS = 16;

/** One app with 16 users who stay, each of whom uses `use` million tokens a month. */
function servedBy({ months = 1, use = 1, app, segment, world, top }) {
  return marketOf({
    months,
    agents: USERS,
    segment: { ...PATRONS, use, ...segment },
    apps: { app: { users: USERS, ...app } },
    world,
    top,
  });
}

/** Longest time constant a scenario may have, months: cost that falls with experience only. */
const NO_TIME = 1e6;

function experienceRows({ label, progress, doubled, factors }) {
  return doubled.map((n, k) => {
    // A month serves a whole number of times what was served before month 1, so n is reached in at most 400 months.
    const monthly = Math.ceil((n - 1) / 350);
    const months = (n - 1) / monthly + 1;
    const cost = { start: 1, floor: 0, tenfold: NO_TIME, progress, served: USERS };
    const found = marketColumn(
      live(servedBy({ months, use: monthly, world: { inferenceCost: cost } })),
      'unitCost',
    );
    const expected = factors?.[k] ?? progress ** Math.log2(n);
    const bound = Number(expected) * (1 - 10 ** (-(months - 1) / NO_TIME));
    return { what: `${label}, after ${n} times the start`, found: found.at(-1), expected, bound };
  });
}

function plateauRows({ label, tenfold, floor, years, factors }) {
  const cost = { start: 1, floor, tenfold: 12 * tenfold };
  const raw = servedBy({ months: 12 * Math.max(...years) + 1, world: { inferenceCost: cost } });
  const found = marketColumn(live(raw), 'unitCost');
  return years.map((year, k) => ({
    what: `${label}, after ${year} years`,
    found: found[12 * year],
    expected: factors?.[k] ?? floor + (1 - floor) * 10 ** (-year / tenfold),
  }));
}

/** Years to a tenth, floor, years, factors as printed. */
const PLATEAUS = [
  [2, 0, [1, 2, 4], ['.31623', '.10000', '.01000']],
  [2, 0.02, [1, 2, 4, 8], ['.32990', '.11800', '.02980', '.02010']],
  [5, 0.05, [1, 5, 8], ['.64941', '.14500', '.07386']],
  [3.5, 0.02, [2, 5], ['.28290', '.05653']],
];

export const serving = {
  id: 'V19',
  name: 'experience',
  title: 'Serving cost: experience and the plateau',
  source: 'Wright 1936, 80 % curve; exponential fall to a floor (closed form)',
  method:
    'The unit cost of the market, month by month, while one app serves its users. A scenario has no cost that stands still in time: the slowest falls to a tenth in a million months, which is the bound.',
  parameters: ['progress', 'doubled', 'tenfold', 'floor', 'years'],
  cases: [
    {
      rows: experienceRows,
      label: '80 % curve',
      progress: 0.8,
      doubled: [2, 4, 8, 16, 100, 1000],
      factors: [0.8, 0.64, 0.512, 0.4096, '.227062', '.108197'],
    },
    ...PLATEAUS.map(([tenfold, floor, years, factors]) => ({
      rows: plateauRows,
      label: `a tenth in ${tenfold} years, floor ${floor}`,
      tenfold,
      floor,
      years,
      factors,
    })),
  ],
};

function lossOf(servers, load) {
  let b = 1;
  for (let n = 1; n <= servers; n++) b = (load * b) / (n + load * b);
  return b;
}

function lossRows({ servers, load, blocked }) {
  const raw = servedBy({ app: { servers, capacity: (USERS * servers) / load } });
  return [
    {
      what: `${servers} servers, ${load} erlangs`,
      found: columnOf(live(raw), 'app', 'blocked')[0],
      expected: blocked ?? lossOf(servers, load),
    },
  ];
}

/** Servers, load, blocked share as printed. */
const LOSSES = [
  [1, 1, 0.5],
  [5, 3, '.110054'],
  [10, 5, '.018385'],
  [10, 8, '.121661'],
  [20, 15, '.045593'],
  [50, 40, '.018691'],
  [100, 90, '.026957'],
  [100, 110, '.136115'],
];

export const congestion = {
  id: 'V23',
  name: 'erlang',
  title: 'Congestion: Erlang B',
  source: 'Erlang 1917; recursion B(n) = A B(n-1) / (n + A B(n-1))',
  method:
    'Share of the demand of 16 users that a firm with `servers` and `capacity` leaves blocked. Nothing is drawn.',
  parameters: ['servers', 'load'],
  cases: LOSSES.map(([servers, load, blocked]) => ({ rows: lossRows, servers, load, blocked })),
};

function contextRows({ label, base, growth, turns, tokens, price, cost }) {
  return turns.flatMap((K, k) => {
    const talk = { conversations: 1, turns: K, turnTokens: base, turnGrowth: growth };
    const many = { people: 1e6 * USERS };
    const raw = servedBy({ segment: talk, world: { inferenceCost: { start: price * 1000 } }, top: many });
    const outcome = live(raw);
    const users = columnOf(outcome, 'app', 'users')[0];
    const served = (columnOf(outcome, 'app', 'tokens')[0] * 1e6) / users;
    const paid = -columnOf(outcome, 'app', 'inference')[0] / users;
    const expected = tokens?.[k] ?? K * base + (growth * K * (K - 1)) / 2;
    return [
      { what: `${label}, ${K} turns`, found: served, expected },
      ...(cost?.[k] === undefined
        ? []
        : [{ what: `${label}, cost of ${K} turns`, found: paid, expected: cost[k] }]),
    ];
  });
}

const TURNS = [1, 5, 10, 20, 50];
/** Label; base and growth in tokens, CNY per 1,000 tokens; turns, tokens and cost as printed. */
const TALKS = [
  [
    'b 9,000, g 1,000, at .0008 CNY',
    [9000, 1000, 0.0008],
    TURNS,
    [9000, 55_000, 135_000, 370_000, 1_675_000],
    [undefined, undefined, '.108'],
  ],
  ['b 9,000, g 1,000, at .05 CNY', [9000, 1000, 0.05], [10], [135_000], ['6.75']],
  ['b 500, g 600', [500, 600, 0.0008], TURNS, [500, 8500, 32_000, 124_000, 760_000]],
];

export const context = {
  id: 'V24',
  name: 'context',
  title: 'Tokens of a conversation whose context grows',
  source: 'K b + g K (K - 1) / 2 (closed form); prices of May 2024, CNY per 1,000 tokens',
  method:
    'One conversation a month and user: tokens served by the app and their cost in its books. Nothing is drawn.',
  parameters: ['base', 'growth', 'turns', 'price'],
  cases: TALKS.map(([label, [base, growth, price], turns, tokens, cost]) => ({
    rows: contextRows,
    label,
    base,
    growth,
    turns,
    tokens,
    price,
    cost,
  })),
};

/** z of the quantiles .9 and .99. */
const Z = { 0.9: 1.2815515655446004, 0.99: 2.3263478740408408 };

function concentrationRows({ spread, edge, held }) {
  const raw = servedBy({
    segment: { useSpread: spread },
    top: { usageEdges: [edge], people: 1e6, agents: 1000 },
  });
  let top = 0;
  let all = 0;
  watch(raw, ({ cells, uses, tally, apps }) => {
    for (let cell = 0; cell < cells.count; cell++) {
      const row = cells.segment[cell] * cells.classes + cells.usageClass[cell];
      const users = tally.users
        .slice(cell * apps.length * 3, (cell + 1) * apps.length * 3)
        .reduce((a, b) => a + b, 0);
      const tokens = users * cells.weight[cell] * uses[row];
      all += tokens;
      if (cells.usageClass[cell] === cells.classes - 1) top += tokens;
    }
  });
  const part = Math.round(100 * (1 - edge));
  return [
    {
      what: `log sd ${spread}, top ${part} %`,
      found: top / all,
      expected: held ?? normal(spread - Z[edge]),
    },
  ];
}

/** Log standard deviation, part of the tokens held by the top 1 % and by the top 10 %. */
const HEAVY = [
  [1, '.0924', '.3891'],
  [1.5, '.2043', '.5865'],
  [2, '.3721', '.7638'],
  [2.2, '.4497', '.8208'],
];

export const concentration = {
  id: 'V25',
  name: 'concentration',
  title: 'Heavy use: concentration of a lognormal',
  source: 'Phi(s - z) (Aitchison & Brown 1957)',
  method:
    'Part of the tokens asked for that the highest usage class of a simulated market asks for. Nothing is drawn.',
  parameters: ['spread', 'edge'],
  cases: HEAVY.flatMap(([spread, one, ten]) => [
    { rows: concentrationRows, spread, edge: 0.99, held: one },
    { rows: concentrationRows, spread, edge: 0.9, held: ten },
  ]),
};

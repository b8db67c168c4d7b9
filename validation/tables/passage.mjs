// V06: when does cash that drifts and trembles first run out, if books are closed once a month?
import { firstPassage, normal, ruinWatchedMonthly } from '../closed-forms/ruin.mjs';
import { shareError } from '../judge.mjs';
import { liveMany } from '../worlds.mjs';
import { APART, CROWD, crowd, treasuries } from '../worlds-of-firms.mjs';

const WORLDS = 600;
const MONTHS = [6, 12, 18, 24];

/** Share of firms that are out of cash by the end of each of these months. `first`: its first world. */
function deaths({ cash, drift, sd, months, first }) {
  // Shocks are a multiple of fixed outgo, so one unit is paid and 1 + drift units come in.
  const firm = { cash, fixedCost: 1, shock: sd };
  const outcomes = liveMany(
    treasuries({ firms: crowd(firm), income: 1 + drift, months: months.at(-1) }),
    WORLDS,
    {},
    first,
  );
  const exits = outcomes.flatMap(({ firms }) => firms.map(({ exitMonth }) => exitMonth ?? Infinity));
  return months.map((month) => exits.filter((exit) => exit <= month).length / exits.length);
}

function rowsOf({ label, cash, drift, sd, months = MONTHS, first = 0, monthly }) {
  const lost = (x) => normal((x + drift) / sd);
  const last = months.at(-1);
  const law = ruinWatchedMonthly({
    starts: [cash],
    months: last,
    top: cash + Math.max(0, drift) * last + 8 * sd * Math.sqrt(last),
    h: sd / 50,
    lost,
    least: -drift - 9 * sd,
    most: -drift + 9 * sd,
  });
  return deaths({ cash, drift, sd, months, first }).map((found, k) => ({
    what: `${label}, by month ${months[k]}`,
    found,
    expected: monthly?.[k] ?? law[months[k]][0],
    error: shareError(law[months[k]][0], WORLDS * CROWD),
    seen: `continuous ${firstPassage({ cash, drift, sd }, months[k]).toFixed(6)}`,
  }));
}

/**
 * Cash, drift, standard deviation of a month; published figures of the walk watched once a month, where there are any, and
 * their months. By month 6 of the fourth nobody is dead and by month 24 everybody (.00000 and 1.0): nothing to fail.
 */
const WALKS = [
  [10, -1, 2],
  [10, 0, 2],
  [10, 0.5, 2, ['.00553', '.02130', '.03373', '.04212']],
  [12, -1, 0.5, ['.50082', '.99772'], [12, 18]],
  [24, -1, 3],
];

export const passage = {
  id: 'V06',
  name: 'first-passage',
  title: 'First passage: cash that is watched once a month',
  source: 'inverse Gaussian law (textbook), and the same walk watched once a month by quadrature',
  method:
    '18,000 firms with a fixed income and normal shocks of their fixed cost. Books close once a month, so the walk may dip below 0 and return unseen: the formula for continuous watching, shown beside, is always above. Expected is the exact law of the monthly walk: as published, or by our quadrature (cells of sd / 50). Each walk has worlds of its own; its months are of the same firms.',
  parameters: ['cash', 'drift', 'sd'],
  cases: WALKS.map(([cash, drift, sd, monthly, months], k) => ({
    rows: rowsOf,
    label: `cash ${cash}, drift ${drift}, sd ${sd}`,
    cash,
    drift,
    sd,
    months,
    first: k * APART,
    monthly,
  })),
};

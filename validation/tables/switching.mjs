// V04: the chain of choices under a switching cost, from the moves of simulated users.
import { chainLaw } from '../closed-forms/switching-chain.mjs';
import { marketOf, watch } from '../worlds.mjs';

const AGENTS = 100_000;
/** Months before counting (lambda^80 < 2e-4 for the stickiest), and months counted. */
const BEFORE = 80;
const COUNTED = 30;

/** People who went from app i to app j in the counted months; n x n, the diagonal stayed. */
function transitions(values, s) {
  const n = values.length;
  const raw = marketOf({
    months: BEFORE + COUNTED,
    agents: AGENTS,
    segment: { review: 1, switchingCost: s, entry: 0, outside: -50 },
    apps: Object.fromEntries(values.map((value, k) => [`app${k}`, { quality: value }])),
  });
  const counts = values.map(() => new Array(n).fill(0));
  let before = [];
  watch(raw, ({ apps, tally }, month) => {
    if (month > BEFORE) {
      for (let i = 0; i < n; i++) {
        let left = 0;
        for (let j = 0; j < n; j++) {
          const moved = tally.moves[(i + 1) * (n + 1) + j + 1];
          left += moved;
          counts[i][j] += moved;
        }
        counts[i][i] += before[i] - left;
      }
    }
    before = apps.map(({ firstUsers }) => firstUsers);
  });
  return counts;
}

/** Standard error of a linear function sum_ij l_i P_ij r_j of the transition probabilities from row sums n_i. */
function linearError(P, left, right, rows) {
  const variance = left.reduce((sum, l, i) => {
    const mean = P[i].reduce((m, p, j) => m + p * right[j], 0);
    const spread = P[i].reduce((v, p, j) => v + p * (right[j] - mean) ** 2, 0);
    return sum + (l * l * spread) / rows[i];
  }, 0);
  return Math.sqrt(variance);
}

function rowsOf({ label, values, s, pi, second, repeat }) {
  const law = chainLaw(values, s);
  const counts = transitions(values, s);
  const rows = counts.map((row) => row.reduce((a, b) => a + b, 0));
  const all = rows.reduce((a, b) => a + b, 0);
  const found = counts.map((row, i) => row.map((n) => n / rows[i]));
  // Users of successive months are correlated: a mean over them has the variance of (1 + lambda) / (1 - lambda) times fewer.
  const inflated = (p) => Math.sqrt((p * (1 - p) * (1 + law.second)) / (1 - law.second) / all);
  const rayleigh = law.left.reduce(
    (sum, l, i) => sum + l * found[i].reduce((m, p, j) => m + p * law.right[j], 0),
    0,
  );
  const stays = counts.reduce((sum, row, i) => sum + row[i], 0) / all;
  return [
    ...values.map((_, k) => ({
      what: `${label}, share of app ${k + 1}`,
      found: rows[k] / all,
      expected: pi?.[k] ?? law.pi[k],
      error: inflated(law.pi[k]),
    })),
    {
      what: `${label}, second eigenvalue`,
      found: rayleigh,
      expected: second ?? law.second,
      error: linearError(
        law.P,
        law.left,
        law.right,
        law.pi.map((p) => p * all),
      ),
    },
    {
      what: `${label}, repeat rate`,
      found: stays,
      expected: repeat ?? law.repeat,
      error: inflated(law.repeat),
    },
  ];
}

/** Values, switching cost, stationary shares, second eigenvalue, repeat rate. */
const CHAINS = [
  [[0.5, 0], 0, ['.6225', '.3775'], '.0000', '.5300'],
  [[0.5, 0], 0.5, ['.6502', '.3498'], '.2311', '.6502'],
  [[0.5, 0], 1, ['.6742', '.3258'], '.4400', '.7540'],
  [[0.5, 0], 2, ['.7063', '.2937'], '.7417', '.8928'],
  [[0.5, 0], 3, ['.7213', '.2787'], '.8948', '.9577'],
  [[1, 0.5, 0], 0, ['.5065', '.3072', '.1863'], '.0000', '.3856'],
  [[1, 0.5, 0], 1, ['.5698', '.2823', '.1479'], '.3960', '.6305'],
  [[1, 0.5, 0], 2, ['.6194', '.2628', '.1178'], '.7043', '.8226'],
  [[1, 0.5, 0], 3, ['.6462', '.2522', '.1015'], '.8755', '.9265'],
  [[0, 0, 0, 0], 1, ['.2500', '.2500', '.2500', '.2500'], '.3005', '.4754'],
  [[0, 0, 0, 0], 2, ['.2500', '.2500', '.2500', '.2500'], '.6150', '.7112'],
];

export const switching = {
  id: 'V04',
  name: 'switching',
  title: 'Switching costs: the chain of choices',
  source: 'Markov chain P(i -> j) = logit(V_j - s 1{j not i}), closed form; form of Guadagni & Little 1983',
  method:
    '100,000 agents review every month; moves are counted from month 81 to 110. The second eigenvalue is the quotient l P r of the counted chain with the eigenvectors of the law, which is unbiased and linear in the counts. Shares and repeat rates are means of correlated months: (1 + lambda) / (1 - lambda) times the binomial variance.',
  parameters: ['values', 's'],
  cases: CHAINS.map(([values, s, pi, second, repeat]) => ({
    rows: rowsOf,
    label: `V = ${values.join(', ')}, s = ${s}`,
    values,
    s,
    pi,
    second,
    repeat,
  })),
};

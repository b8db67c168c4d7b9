// V07: ruin by rare large payments (Cramer 1930, Lundberg 1903).
import { claimsUpTo, cramerLundberg, ruinWatchedMonthly } from '../closed-forms/ruin.mjs';
import { shareError } from '../judge.mjs';
import { liveMany } from '../worlds.mjs';
import { APART, CROWD, treasuries } from '../worlds-of-firms.mjs';

const MONTHS = 396;
const WORLDS = 250;

/** Share of firms that are ruined from each of these starts. `first`: its first world. */
function ruined({ starts, loading, rate, first }) {
  const ids = Array.from({ length: CROWD }, (_, k) => `firm${k}`);
  const firms = Object.fromEntries(
    ids.map((id, k) => [id, { cash: starts[k % starts.length], jolts: { rate, size: 1 } }]),
  );
  const outcomes = liveMany(
    treasuries({ firms, income: (1 + loading) * rate, months: MONTHS }),
    WORLDS,
    {},
    first,
  );
  return starts.map((_, u) => {
    const ends = outcomes.flatMap(({ firms }) => firms.filter((__, k) => k % starts.length === u));
    return {
      share: ends.filter(({ outcome }) => outcome === 'cash-out').length / ends.length,
      n: ends.length,
    };
  });
}

function rowsOf({ label, starts, loading, rate, first = 0, published }) {
  const premium = (1 + loading) * rate;
  const found = ruined({ starts, loading, rate, first });
  const law = ruinWatchedMonthly({
    starts,
    months: MONTHS,
    top: loading < 0.15 ? 120 : 60,
    h: premium / Math.ceil(premium / 0.07),
    lost: (x) => claimsUpTo(rate, x + premium),
    least: -premium,
    most: 25,
  })[MONTHS];
  return starts.map((start, u) => {
    const always = published?.[u] ?? cramerLundberg(loading, start).toFixed(6);
    return {
      what: `${label}, from ${start}`,
      found: found[u].share,
      expected: law[u],
      error: shareError(law[u], found[u].n),
      bound: 2e-4,
      seen: `continuous ${always}, lower bound ${cramerLundberg(loading, start + premium).toFixed(6)}`,
    };
  });
}

const STARTS = [0, 1, 5, 10, 20];

/**
 * Loading, claims a month, published psi(u) at STARTS, watched all the time and for ever. From 20 at loading .5 (.000848)
 * one firm in a thousand is ruined, fewer than a batch of this size could miss: left out.
 */
const RISKS = [
  [0.1, 1, ['.909091', '.830092', '.577033', '.366264', '.147564']],
  [0.2, 1, ['.833333', '.705401', '.362165', '.157396', '.029728']],
  [0.25, 1, ['.800000', '.654985', '.294304', '.108268', '.014653']],
  [0.5, 1, ['.666667', '.477688', '.125917', '.023783']],
  [0.5, 0.1, ['.666667', '.477688', '.125917', '.023783']],
];

export const claims = {
  id: 'V07',
  name: 'ruin',
  title: 'Ruin by claims: Cramer-Lundberg',
  source: 'psi(u) = e^(-l u / (1 + l)) / (1 + l) for exponential claims of mean 1 and loading l (textbook)',
  method:
    'Firms with a fixed premium a month and Poisson claims, 33 years, 1,500 firms a start or more, each loading in worlds of its own. The formula watches all the time and for ever; books close once a month, with the premium in. So the expected number is that of the monthly walk by quadrature. Watched for ever it lies between psi(u + a month of premium) and psi(u): a firm that is below 0 within a month is still below a month of premium at its end. Both bounds stand beside; fewer claims a month bring them together, as the last lines show. At loading .1 some ruin comes later than that.',
  parameters: ['starts', 'loading', 'rate'],
  cases: RISKS.map(([loading, rate, published], k) => ({
    rows: rowsOf,
    label: `loading ${loading}, ${rate} claims a month`,
    starts: STARTS.slice(0, published.length),
    loading,
    rate,
    first: k * APART,
    published,
  })),
};

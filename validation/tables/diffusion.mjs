// V02: adoption of a category by the example of others, through the whole market.
import { adopted, noise, peakRate, peakTime, stepped } from '../closed-forms/bass.mjs';
import { live, marketColumn, marketOf } from '../worlds.mjs';

/** People, simulated as counts of exchangeable users: so many that luck is small beside the month. */
const PEOPLE = 1e9;

/** Part of the people that ever had an app at the end of months 0 to 12 x years. */
function adoption({ p, q }, years) {
  const raw = marketOf({
    months: 12 * years,
    agents: PEOPLE,
    segment: { innovation: p / 12, imitation: q / 12, outside: -50 },
    apps: { app: {} },
    top: { population: { engine: 'cohorts', types: 1 } },
  });
  return [0, ...marketColumn(live(raw), 'ever').map((people) => people / PEOPLE)];
}

/** F at a time in years, from its values at the ends of months. */
function at(curve, years) {
  const k = Math.floor(12 * years);
  return curve[k] + (12 * years - k) * (curve[k + 1] - curve[k]);
}

const increments = (curve) => curve.slice(1).map((F, k) => F - curve[k]);

/**
 * Where adoption is most: vertex of the least-squares parabola through the monthly adoptions within 1 / (p + q) of the
 * largest; years. The curve is symmetric about its peak, so the window brings no bias.
 */
function vertex(curve, { p, q }) {
  const monthly = increments(curve);
  const half = Math.max(2, Math.round(12 / (p + q)));
  let centre = monthly.indexOf(Math.max(...monthly));
  let peak = centre;
  for (let round = 0; round < 5; round++) {
    let s1 = 0;
    let s2 = 0;
    for (let k = -half; k <= half; k++) {
      const y = monthly[centre + k] ?? 0;
      s1 += k * y;
      s2 += (k * k - (half * (half + 1)) / 3) * y;
    }
    const n = 2 * half + 1;
    const slope = s1 / ((n * (n * n - 1)) / 12);
    const bend = s2 / ((n * (n * n - 1) * (n * n - 4)) / 180);
    peak = centre - slope / (2 * bend);
    centre = Math.round(peak);
  }
  return (peak + 0.5) / 12;
}

/** The vertex of adoptions with the luck of N people: error of the slope over the bend, adoptions being Poisson. */
function vertexError(law, N) {
  const half = Math.max(2, Math.round(12 / (law.p + law.q)));
  const n = 2 * half + 1;
  const level = peakRate(law) / 12;
  // f = level sech^2((p + q) t / 2): the bend of its best parabola over +- 1 / (p + q) is about -.2 level (p + q)^2.
  const bend = (0.2 * level * (law.p + law.q) ** 2) / 144;
  const slope = Math.sqrt(level / N / ((n * (n * n - 1)) / 12));
  // The early luck moves the whole curve in time: sd of F at the peak over its slope.
  const shift = noise(law, peakTime(law), N) / peakRate(law);
  return slope / (2 * bend) / 12 + shift;
}

function rowsOf({ label, p, q, m, peak, rate, share, five, ten }) {
  const law = { p, q };
  const years = Math.ceil(peakTime(law) + 1 / (p + q) + 2);
  const curve = adoption(law, Math.max(11, years));
  const monthly = stepped(law, 1 / 12, curve.length);
  const halved = stepped(law, 1 / 24, 2 * curve.length).filter((_, k) => k % 2 === 0);
  const step = (read) => 2 * Math.abs(read(monthly) - read(halved));
  const top = peakTime(law);
  const row = (what, read, expected, error) => ({
    what: `${label}, ${what}`,
    found: read(curve),
    expected,
    error,
    bound: step(read),
  });
  return [
    row('T* (years)', (c) => vertex(c, law), peak ?? top, vertexError(law, PEOPLE)),
    row(
      m ? 'S* (millions a year)' : 'S* (part of the market a year)',
      (c) => 12 * Math.max(...increments(c)) * (m ? m / 1000 : 1),
      rate ?? peakRate(law),
      12 * (m ? m / 1000 : 1) * Math.sqrt(peakRate(law) / 12 / PEOPLE) * 4,
    ),
    row('F(T*)', (c) => at(c, top), share ?? adopted(law, top), noise(law, top, PEOPLE)),
    row('F(5)', (c) => at(c, 5), five ?? adopted(law, 5), noise(law, 5, PEOPLE)),
    row('F(10)', (c) => at(c, 10), ten ?? adopted(law, 10), noise(law, 10, PEOPLE)),
  ];
}

/** Product, p, q, m (thousands), T* (years), S* (millions a year), F(T*), F(5), F(10). */
const PRODUCTS = [
  ['Electric refrigerators', 0.0026167, 0.21566, 40_001, '20.21', '2.21', '.4939', '.0232', '.0862'],
  ['Home freezers', 0.018119, 0.1711, 21_973, '11.87', '1.15', '.4471', '.1311', '.3504'],
  ['Black and white television', 0.027877, 0.25105, 96_717, '7.88', '7.49', '.4445', '.2326', '.6041'],
  ['Water softeners', 0.017703, 0.29695, 5_793, '8.96', '0.48', '.4702', '.1770', '.5560'],
  ['Room air conditioners', 0.010399, 0.41861, 16_895, '8.61', '1.86', '.4876', '.1546', '.6356'],
  ['Clothes dryers', 0.017206, 0.35688, 15_092, '8.11', '1.48', '.4759', '.2016', '.6542'],
  ['Power lawnmowers', 0.0091837, 0.3379, 44_751, '10.39', '3.99', '.4864', '.1100', '.4519'],
  ['Electric bed coverings', 0.005876, 0.24387, 76_589, '14.92', '4.90', '.4880', '.0553', '.2078'],
  ['Automatic coffee makers', 0.017135, 0.30145, 58_838, '9.00', '4.95', '.4716', '.1741', '.5550'],
  ['Steam irons', 0.028632, 0.32791, 55_696, '6.84', '5.40', '.4563', '.2843', '.7340'],
  ['Record players', 0.024796, 0.6541, 21_937, '4.82', '3.86', '.4810', '.5126', '.9701'],
];

export const diffusion = {
  id: 'V02',
  name: 'bass',
  title: 'Diffusion: Bass',
  source: 'Bass 1969, Management Science 15(5); T*, S* and F by his formulas from his p, q, m',
  method:
    'A billion people who have never had an app meet one, a step a month with the hazard of its midpoint. The bound is twice the difference between steps of a month and of half a month in an independent recursion (its error is of second order); the standard error is that of people who adopt one by one.',
  parameters: ['p', 'q'],
  cases: PRODUCTS.map(([label, p, q, m, peak, rate, share, five, ten]) => ({
    rows: rowsOf,
    label,
    p,
    q,
    m,
    peak,
    rate,
    share,
    five,
    ten,
  })),
};

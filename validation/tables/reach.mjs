// V18: advertising that is remembered (adstock) and that saturates (Hill), by the awareness it leaves.
import { columnOf, live, marketOf } from '../worlds.mjs';

/** Part of the people met by a pulse of one unit: so little that 1 - (1 - A)(1 - r) is a sum. */
const FAINT = 1e-10;
const OTHERS = 1e12;

/** Awareness by month of a firm without users that buys `pulses` (units by month) in one channel. */
function awareness({ carry, pulses, months, channel }) {
  const raw = marketOf({
    months,
    agents: 1000,
    segment: { innovation: 0, forgetPaid: 1 - carry, forgetOwn: 1, wordOfMouth: 0 },
    apps: { app: { press: 0, channels: ['air'], policy: { name: 'steady', ads: 0 } } },
    top: {
      channels: { air: { otherSpend: OTHERS, crowding: 0, reach: { all: 1 }, ...channel } },
      interventions: pulses
        .filter(([month]) => month <= months)
        .map(([month, ads]) => ({ month, path: 'firms.app.policy.ads', value: ads })),
    },
  });
  return columnOf(live(raw), 'app', 'awareness');
}

function stockRows({ label, carry, half, multiple, five }) {
  const channel = { contacts: 1 };
  // A pulse of money m meets 1 - e^(-m / OTHERS) of the people: m / OTHERS = FAINT is one unit of stock.
  const unit = FAINT * OTHERS;
  const pulse = (units, months, from, to) =>
    awareness({
      carry,
      months,
      channel,
      pulses: [
        [from, units * unit],
        [to + 1, 0],
      ],
    }).map((a) => a / FAINT);
  const one = pulse(10, 3, 1, 1);
  const many = pulse(10, 5, 1, 5);
  const long = pulse(1, 300, 1, 298);
  const kept = one[2] / one[1];
  return [
    {
      what: `${label}, half-life`,
      found: Math.log(0.5) / Math.log(kept),
      expected: half ?? Math.log(0.5) / Math.log(carry),
      bound: 1e-5,
    },
    {
      what: `${label}, long-run multiple`,
      found: long[297],
      expected: multiple ?? 1 / (1 - carry),
      bound: 1e-5,
    },
    {
      what: `${label}, stock after 5 pulses of 10`,
      found: many[4],
      expected: five ?? (10 * (1 - carry ** 5)) / (1 - carry),
      bound: 1e-5,
    },
  ];
}

function hillRows({ label, power, halfAt, contacts, reached }) {
  return contacts.map((x, k) => {
    const channel = { contacts: 1000, hill: power, halfAt };
    const [found] = awareness({ carry: 0, months: 1, channel, pulses: [[1, (x * OTHERS) / 1000]] });
    return {
      what: `${label}, ${x} contacts`,
      found,
      expected: reached?.[k] ?? x ** power / (x ** power + halfAt ** power),
    };
  });
}

/** Carry-over, half-life, long-run multiple, stock after five pulses of 10. */
const STOCKS = [
  [0.25, 0.5, '1.333', '13.320313'],
  [0.5, 1, 2, 19.375],
  [0.75, '2.409', 4, '30.507813'],
  [0.9, '6.579', 10, 40.951],
];

export const reach = {
  id: 'V18',
  name: 'adstock',
  title: 'Advertising: adstock and the Hill curve',
  source: 'Broadbent 1979 (adstock), Hill 1910 (curve); closed form',
  method:
    'A firm buys pulses in one channel; its awareness is read month by month. Paid awareness is 1 - (1 - (1 - f) A)(1 - reach), so at a reach of 1e-10 it is a linear adstock with carry-over 1 - f (bound 1e-5: what the product and double precision leave). A channel with `hill` meets x^n / (x^n + halfAt^n) of its audience.',
  parameters: ['carry', 'power', 'halfAt', 'contacts'],
  cases: [
    ...STOCKS.map(([carry, half, multiple, five]) => ({
      rows: stockRows,
      label: `carry-over ${carry}`,
      carry,
      half,
      multiple,
      five,
    })),
    {
      rows: hillRows,
      label: 'Hill n = 2, K = 50',
      power: 2,
      halfAt: 50,
      contacts: [10, 25, 50, 100, 200],
      reached: ['.038462', '.200000', '.500000', '.800000', '.941176'],
    },
  ],
};

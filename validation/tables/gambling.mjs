// V05: the gambler's ruin, played by a firm whose policy stakes one unit a month.
import { definePolicy } from '../../dist/sim/index.js';
import { gambler } from '../closed-forms/ruin.mjs';
import { meanOf, shareError } from '../judge.mjs';
import { liveMany } from '../worlds.mjs';
import { APART, CROWD, treasuries } from '../worlds-of-firms.mjs';

/** Longest world, months; who is still playing goes on in another from where she stands. */
const LONGEST = 400;
/** Income a month; a lost game costs twice that, a won one nothing. */
const STAKE = 1;

const policy = definePolicy({
  name: 'gambler',
  about: 'Wins or loses one unit a month, and leaves the table with the target.',
  source: 'Feller 1968, vol. 1, ch. XIV',
  parameters: {
    chance: { unit: 'probability', min: 0, max: 1, about: 'Chance to win a game.' },
    target: { unit: 'currency', min: 0, max: 1e9, about: 'Leaves with this.' },
  },
  decide({ cash }, { chance, target }, _memory, luck) {
    if (cash >= target) return { stop: 'wound-down', fixedCost: STAKE };
    return { fixedCost: luck(0) < chance ? 0 : 2 * STAKE };
  },
});

/** Plays on until nobody is left at the table; returns gains and durations, one a gambler. `first`: its first world. */
function play({ p, z, a, games, first = 0 }) {
  const ended = [];
  let players = Array.from({ length: games }, () => ({ cash: z, played: 0 }));
  for (let world = first; players.length > 0; ) {
    const next = [];
    for (let k = 0; k < players.length; k += CROWD, world++) {
      const table = players.slice(k, k + CROWD);
      const one = { fixedCost: STAKE, minCash: STAKE / 2, policy: { name: 'gambler', chance: p, target: a } };
      const firms = Object.fromEntries(table.map(({ cash }, n) => [`firm${n}`, { ...one, cash }]));
      const [outcome] = liveMany(
        treasuries({ firms, income: STAKE, months: LONGEST }),
        1,
        { gambler: policy },
        world,
      );
      table.forEach(({ played }, n) => {
        const { finalCash, exitMonth, outcome: end } = outcome.firms[n];
        if (end === 'alive') next.push({ cash: finalCash, played: played + LONGEST });
        else ended.push({ gain: finalCash - z, months: played + exitMonth - (end === 'wound-down' ? 1 : 0) });
      });
    }
    players = next;
  }
  return ended;
}

function rowsOf({ label, p, z, a, games, first, ruin, gain, duration }) {
  const law = gambler({ p, z, a });
  const ended = play({ p, z, a, games, first });
  const error = shareError(law.ruin, games);
  const months = meanOf(ended.map((one) => one.months));
  return [
    {
      what: `${label}, ruin`,
      found: ended.filter((one) => one.gain < 0).length / games,
      expected: ruin ?? law.ruin,
      error,
    },
    {
      what: `${label}, expected gain`,
      found: meanOf(ended.map((one) => one.gain)).mean,
      expected: gain ?? law.gain,
      error: a * error,
    },
    {
      what: `${label}, duration (months)`,
      found: months.mean,
      expected: duration ?? law.duration,
      error: months.error,
    },
  ];
}

/** Chance, units at the start, units to leave with, games; ruin, expected gain, expected duration as printed. */
const GAMES = [
  [0.5, 9, 10, 9000, 0.1, 0, 9],
  [0.5, 90, 100, 600, 0.1, 0, 900],
  [0.45, 9, 10, 9000, '.210056', '-1.1006', '11.0056'],
  [0.45, 90, 100, 900, '.865569', '-76.557', '765.569'],
  [0.45, 99, 100, 1800, '.181818', '-17.182', '171.818'],
  [0.4, 90, 100, 1500, '.982658', '-88.266', '441.329'],
  [0.4, 99, 100, 1800, '.333333', '-32.333', '161.667'],
];

export const gambling = {
  id: 'V05',
  name: 'gambler',
  title: "The gambler's ruin",
  source: 'Feller 1968, An Introduction to Probability Theory, vol. 1, ch. XIV, table 1',
  method:
    'Firms with an income of one unit whose policy pays two or none by its own luck; out of cash at 0, wound down with the target. A world ends after 400 months; whoever is left plays on in the next. Ruin and gain have the binomial standard error of the law, the duration that of the sample. Each game has worlds of its own, so games are independent; its ruin and its gain are the same count. The table has three games more (900 of 1,000, 950 of 1,000, 8,000 of 10,000), of 47,500 to 16 million months each: not run.',
  parameters: ['p', 'z', 'a', 'games'],
  cases: GAMES.map(([p, z, a, games, ruin, gain, duration], k) => ({
    rows: rowsOf,
    label: `p ${p}, ${z} of ${a}`,
    p,
    z,
    a,
    games,
    first: k * APART,
    ruin,
    gain,
    duration,
  })),
};

// What the mechanisms cost: whole replicates of the six-app benchmark with everything switched on (everything.mjs) and
// as it is, a quarter reviews, in turns; CPU time, the least of many. Each row says how many reviews a user-month has:
// backlash and blocked use make users look more often, which is more work and no overhead.
import { loadEverything } from '../everything.mjs';
import { reviewRate, timeReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';

const REVIEW = 0.25;
const SIZES = [
  { users: 10_000, replicates: 300 },
  { users: 100_000, replicates: 40 },
];

/** Least seconds of a whole replicate of each scenario, replicate by replicate in turns. */
function inTurns(scenarios, replicates) {
  const best = scenarios.map(() => ({ total: Infinity }));
  for (let replicate = 0; replicate < replicates; replicate++)
    for (const [k, scenario] of scenarios.entries()) {
      const now = timeReplicate(scenario, 'bench', replicate);
      if (now.total < best[k].total) best[k] = now;
    }
  return best;
}

async function measureSize({ users, replicates }, say) {
  say(`${users} users, ${replicates} replicates of each`);
  const scenarios = [await loadEverything(users, REVIEW), await loadSixApp(users, REVIEW)];
  const best = inTurns(scenarios, replicates);
  return ['everything', 'six-app'].flatMap((name, k) => [
    {
      id: `everything/${name}/${users}`,
      value: best[k].total * 1000,
      unit: 'ms CPU',
      reviews: reviewRate(scenarios[k], 'bench', 0),
    },
    { id: `everything/${name}/${users}/kernel`, value: best[k].kernel * 1000, unit: 'ms CPU' },
    { id: `everything/${name}/${users}/set-up`, value: best[k].setUp * 1000, unit: 'ms CPU' },
  ]);
}

/** @param {(text: string) => void} say */
async function measure(say) {
  const rows = [];
  for (const size of SIZES) rows.push(...(await measureSize(size, say)));
  return rows;
}

/** Everything on against the six-app benchmark. */
export const everything = {
  name: 'everything',
  title: 'A whole replicate, a quarter reviews: scenario/users',
  measure,
};

// Cohorts: whole replicates of the six-app benchmark with the users lumped into 128 types, at 1e4, 1e6 and 1e9
// users, beside a replicate of 120,000 agents in a dense market, where both should cost the same.
import { bestReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';

const TYPES = 128;
const AGENTS = 120_000;
const TURNS = 3;
const REPLICATES = 5;

const COHORTS = ['population.engine=cohorts', `population.types=${TYPES}`];

const loadCohorts = (users, review) => loadSixApp(users, review, COHORTS);

/** Why this version has no cohorts, in the words of its own validation; undefined if it has. */
async function missing() {
  try {
    await loadCohorts(1e4, 1);
    return undefined;
  } catch (error) {
    if (error.name !== 'ScenarioError') throw error;
    const [line] = error.message.split('\n');
    return line.includes('population.engine') ? 'this version has no cohorts' : line;
  }
}

async function cases() {
  const found = [{ id: `cohorts/agents/${AGENTS}/1`, scenario: await loadSixApp(AGENTS, 1) }];
  for (const review of [1, 0.25])
    for (const users of [1e4, 1e6, 1e9])
      found.push({
        id: `cohorts/types/${users}/${review}`,
        scenario: await loadCohorts(users, review),
      });
  return found;
}

/** @param {(text: string) => void} say */
async function measure(say) {
  const skipped = await missing();
  if (skipped) return [{ id: 'cohorts', skipped }];
  const measured = await cases();
  const best = new Map();
  for (let turn = 0; turn < TURNS; turn++) {
    say(`turn ${turn + 1} of ${TURNS}`);
    for (const { id, scenario } of measured) {
      const { total } = bestReplicate(scenario, REPLICATES, 'total');
      best.set(id, Math.min(best.get(id) ?? Infinity, total));
    }
  }
  return [...best].map(([id, total]) => ({ id, value: total * 1000, unit: 'ms CPU' }));
}

/** Cohorts against agents. */
export const cohorts = {
  name: 'cohorts',
  title: `Whole replicates, ${TYPES} types against agents: what/users/review rate`,
  measure,
};

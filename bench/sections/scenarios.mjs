// Whole replicates of the shipped scenarios: CPU time of one, and how much of it is the kernel's.
import { bestReplicate } from '../replicate.mjs';
import { loadShipped, shippedScenarios } from '../scenarios.mjs';

const REPLICATES = 60;

/** @param {(text: string) => void} say */
async function measure(say) {
  const rows = [];
  for (const name of shippedScenarios()) {
    say(name);
    const scenario = await loadShipped(name);
    const { total, kernel, setUp } = bestReplicate(scenario, REPLICATES, 'total');
    rows.push(
      { id: `replicate/${name}`, value: total * 1000, unit: 'ms CPU' },
      { id: `replicate/${name}/kernel`, value: kernel / total, unit: 'of it' },
      { id: `replicate/${name}/set-up`, value: setUp / total, unit: 'of it' },
    );
  }
  return rows;
}

/** The shipped scenarios, a replicate each. */
export const scenarios = { name: 'scenarios', title: 'Whole replicates of the shipped scenarios', measure };

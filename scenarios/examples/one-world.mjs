// Lives one world of the traffic war and prints who left it, when and why.
// Run: node scenarios/examples/one-world.mjs [scenario]
import { loadScenario, simulate } from 'afterburn';

const place = process.argv[2] ?? new URL('../china-traffic-war-2024.yaml', import.meta.url);
const scenario = await loadScenario(place);
const world = simulate(scenario, 'any seed', 17);

for (const { firm, outcome, exitMonth, proximateCause, finalCash } of world.firms) {
  const cash = `${(finalCash / 1e6).toFixed(0)} M ${scenario.currency}`;
  const end =
    exitMonth === null ? `alive with ${cash}` : `${outcome} in month ${exitMonth} (${proximateCause})`;
  console.log(`${firm.padEnd(10)} ${end}`);
}

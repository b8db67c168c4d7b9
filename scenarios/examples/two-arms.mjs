// Compares an arm with the base world on the same luck: which worlds does it save, which does it ruin?
// Run: node scenarios/examples/two-arms.mjs [replicates]
import { loadScenario, runBatch } from 'afterburn';

const scenario = await loadScenario(new URL('../startup-20m.yaml', import.meta.url));
const { outcomes } = await runBatch(scenario, {
  replicates: Number(process.argv[2] ?? 200),
  arms: ['giantsAbsent'],
});

const alive = (world) => world.firms[0].outcome === 'alive';
const twins = outcomes.base.map((base, i) => [alive(base), alive(outcomes.giantsAbsent[i])]);
const count = (before, after) => twins.filter(([a, b]) => a === before && b === after).length;
console.log(`Of ${twins.length} worlds the giants' absence`);
console.log(`  saves  ${count(false, true)}`);
console.log(`  ruins  ${count(true, false)}`);
console.log(`  leaves ${count(true, true)} alive and ${count(false, false)} dead`);

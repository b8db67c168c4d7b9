// Gives a firm an own burn strategy, by the path of its module, and looks how it does.
// Run: node scenarios/examples/own-policy.mjs [replicates]
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadScenario, runBatch } from 'afterburn';

const folder = fileURLToPath(new URL('.', import.meta.url));
const shipped = await readFile(new URL('../free-vs-value-internet-logic.yaml', import.meta.url), 'utf8');
const text = shipped.replace(
  /policy:\n {6}name: blitzscale(\n {6}.*){2}/,
  'policy:\n      module: ./half-of-income.mjs',
);

for (const [name, source] of Object.entries({ 'land-grab': shipped, 'half of income': text })) {
  const scenario = await loadScenario({ text: source, folder });
  const { summary } = await runBatch(scenario, { replicates: Number(process.argv[2] ?? 50) });
  const { cashOut, finalUsers } = summary.firms.landgrab;
  console.log(
    `${name}: out of cash in ${(100 * cashOut.estimate).toFixed(0)} %, users ${finalUsers.q50.toFixed(0)}`,
  );
}

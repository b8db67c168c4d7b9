// Runs a batch on all cores, shows progress, and stops at Ctrl-C with what is finished.
// Run: node scenarios/examples/batch-with-progress.mjs [replicates]
import { loadScenario, runBatch } from 'afterburn';

const scenario = await loadScenario(new URL('../startup-20m.yaml', import.meta.url));
const abort = new AbortController();
process.once('SIGINT', () => abort.abort());

const { summary, failures, state } = await runBatch(scenario, {
  replicates: Number(process.argv[2] ?? 200),
  seed: '1',
  signal: abort.signal,
  onProgress: ({ done, total }) => process.stderr.write(`\r${done} of ${total} worlds`),
});

console.log(`\n${state}, ${failures.length} failed`);
for (const [firm, { cashOut, medianExitMonth }] of Object.entries(summary.firms)) {
  const [p, low, high] = [cashOut.estimate, cashOut.low, cashOut.high].map(
    (x) => `${(100 * x).toFixed(1)} %`,
  );
  console.log(
    `${firm.padEnd(8)} runs out of cash in ${p} (${low} to ${high}), median month ${medianExitMonth ?? '-'}`,
  );
}

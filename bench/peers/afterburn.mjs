// Afterburn itself as a peer: the scenario six-app-benchmark through the general engine, docked like the others. Its
// speed is that of the kernel inside whole replicates; what is around it has rows of its own.
import { timeReplicate } from '../replicate.mjs';
import { loadSixApp } from '../scenarios.mjs';
import { questionOf, tell } from './repeat.mjs';

const MONTHS = 24;
const PEOPLE = 10_000;

const { users, review, repetitions } = questionOf('afterburn');
const scenario = await loadSixApp(users, review);
const shares = [0, 0, 0, 0, 0, 0];
const firm6Exit = [];
let best = Infinity;
for (let replicate = 0; replicate < repetitions; replicate++) {
  const { kernel, outcome } = timeReplicate(scenario, 'bench', replicate);
  best = Math.min(best, kernel);
  for (let j = 0; j < 6; j++) shares[j] += outcome.firms[j].finalUsers / PEOPLE / repetitions;
  const { exitMonth } = outcome.firms[5];
  firm6Exit.push(exitMonth === null ? null : exitMonth - 1);
}
tell({ name: 'afterburn', users, review, repetitions, best: best / MONTHS, shares, firm6Exit });

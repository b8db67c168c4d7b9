// A study of the size that a strategist leaves running over lunch: 512 points x 50 replicates x 5,000 agents x 24 months
// on two threads, with its peak memory; and the same points with a fifth of the replicates, because memory should not
// grow with them but by the numbers that are kept (8 bytes an outcome and world). Wall clock, with what others took.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const POINTS = 512;
const AGENTS = 5000;
const MONTHS = 24;
const THREADS = 2;
const program = fileURLToPath(new URL('../study.mjs', import.meta.url));

function run(replicates) {
  const words = [program, POINTS, replicates, AGENTS, MONTHS, THREADS].map(String);
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`study: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** @param {(text: string) => void} say */
async function measure(say) {
  return [10, 50].flatMap((replicates) => {
    say(`${POINTS} points x ${replicates} replicates x ${AGENTS} agents x ${MONTHS} months`);
    const { wall, cpu, rss, worlds } = run(replicates);
    const id = (what) => `study/${what}/${POINTS}x${replicates}`;
    return [
      { id: id('wall'), value: wall, unit: 's' },
      { id: id('cpu'), value: (cpu * 1000) / worlds, unit: 'ms CPU a world' },
      { id: id('memory'), value: rss / 2 ** 20, unit: 'MiB' },
    ];
  });
}

/** A study on two threads. */
export const study = {
  name: 'study',
  title: `A sweep of startup-20m on ${THREADS} threads, ${AGENTS} agents, ${MONTHS} months: what/points x replicates`,
  measure,
};

// A study as a program, so that nothing else lies in its memory: a sweep of the start-up scenario over three fields, by
// the command's own code. Prints one line of JSON: wall and CPU seconds, peak memory, worlds.
// study.mjs POINTS REPLICATES AGENTS MONTHS THREADS
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStudy } from '../dist/src/cli/run-study.js';
import { studyOf } from '../dist/src/cli/study-options.js';
import { cpuSeconds } from './clock.mjs';
import { scenarioFile } from './scenarios.mjs';

const [points, replicates, agents, months, threads] = process.argv.slice(2);
const factor = [
  'firms.ruien.cash=1 M to 8 M',
  'firms.wawa.quality=.8 to 1.8',
  'firms.dalin.fixedCost=.5 M to 2 M',
];
const options = { points, replicates, agents, months, factor, design: 'sobol', seed: 'bench' };
const read = () => studyOf('sweep', { scenario: scenarioFile('startup-20m') }, options);
const folder = mkdtempSync(join(tmpdir(), 'study-'));
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const begin = { wall: performance.now(), cpu: cpuSeconds() };
const code = await runStudy(
  { read, name: 'bench' },
  { threads, out: folder },
  { quiet: true, json: true, force: false },
);
const wall = (performance.now() - begin.wall) / 1000;
rmSync(folder, { recursive: true, force: true });
if (code !== 0) throw new Error(`study: ended with ${code}`);
const rss = process.resourceUsage().maxRSS * 1024;
write(`${JSON.stringify({ wall, cpu: cpuSeconds() - begin.cpu, rss, worlds: points * replicates })}\n`);

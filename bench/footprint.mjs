// What users take, as a program, so that nothing else lies in its memory: prints one line of JSON. footprint.mjs USERS

import { startMarket } from '../dist/sim/index.js';
import { cpuSeconds } from './clock.mjs';
import { timeReplicate } from './replicate.mjs';
import { loadSixApp } from './scenarios.mjs';

const users = Number(process.argv[2]);
const scenario = await loadSixApp(users, 1);
timeReplicate(await loadSixApp(10_000, 1), 'bench', 0);
const before = process.memoryUsage.rss();
const begin = cpuSeconds();
const { state } = startMarket(scenario, 'bench', 1);
const setUp = cpuSeconds() - begin;
// Columns, tables and tally are views of one memory.
const { byteLength } = state.tally.users.buffer;
if (byteLength < 16 * users) throw new Error(`footprint: ${byteLength} bytes cannot be ${users} users`);
console.log(
  JSON.stringify({
    bytes: byteLength / users,
    rss: (process.memoryUsage.rss() - before) / users,
    setUp: (setUp * 1e6) / users,
  }),
);

// `npm run bench:studio`: how fast the studio feels in Debian's chromium on this machine, as a table; it asserts nothing.
// First picture; first partial answer after a change; 200 worlds of 5,000 users over 24 months, and of 378 firms over 84
// months; meanwhile frames a second and the longest task (browsers tell those above 50 ms; a loaded machine makes them long).
// A change is a share link that is taken, in a page that has lived worlds before: workers and engine are warm, but the
// scenario is new to them, so a slider is never slower. Every figure is the median of five, or of two where worlds are
// long, with its range.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { listen } from '../dist/src/cli/studio-server.js';
import { commit, machine } from './machine.mjs';
import { short } from './table.mjs';

const RUNS = 5;
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const SCENARIOS = [
  { scenario: 'six-app-benchmark', agents: 5000, months: 24 },
  { scenario: 'china-traffic-war-2024', agents: 5000, months: 24 },
  { scenario: 'acquihire-and-funding-drought', agents: 1000, months: 84, runs: 2 },
];

/** A share link as the studio writes it; a number of users near that of the table makes it another question. */
function linkTo({ scenario, agents, months }) {
  const changes = { agents, months };
  const shared = { scenario: { shipped: scenario }, changes, seed: '1', view: 'explore' };
  const bytes = Buffer.concat([Buffer.of(1), deflateSync(JSON.stringify(shared))]);
  return `#world=${bytes.toString('base64url')}`;
}

/** In the page: takes the offered link and tells when the first worlds and all worlds had come, and what frames did. */
const TAKE = `new Promise((resolve) => {
  let task = 0;
  const count = (tasks) => tasks.forEach(({ duration }) => first && (task = Math.max(task, duration)));
  const watcher = new PerformanceObserver((list) => count(list.getEntries()));
  watcher.observe({ entryTypes: ['longtask'] });
  const started = performance.now();
  const frames = [started];
  let first;
  const look = (now) => {
    frames.push(now);
    const bar = document.querySelector('.progress progress');
    if (bar && bar.value > 0) first ??= performance.now() - started;
    if (!bar || bar.value < bar.max) return requestAnimationFrame(look);
    const all = performance.now() - started;
    count(watcher.takeRecords());
    watcher.disconnect();
    const gaps = frames.slice(2).map((at, k) => at - frames[k + 1]);
    resolve({ first, all, task, rate: (1000 * gaps.length) / (now - frames[1]), gap: Math.max(...gaps) });
  };
  document.querySelector('.offer .btn.pri').click();
  requestAnimationFrame(look);
})`;

async function measureChange(page, site, question) {
  await page.goto(`${site}/${linkTo(question)}`);
  await page.waitForSelector('.offer .btn.pri');
  return page.evaluate(TAKE);
}

/** Milliseconds from the address to the first picture of the gallery, in a fresh profile. */
async function measureStart(browser, site) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site}/#gallery`);
  await page.waitForSelector('.sc');
  const [paint] = await page.evaluate(
    'performance.getEntriesByName("first-contentful-paint").map(({ startTime }) => startTime)',
  );
  const whole = await page.evaluate('performance.now()');
  await context.close();
  return { paint: paint ?? Number.NaN, whole };
}

function row(name, values, unit) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = short(sorted[Math.floor(sorted.length / 2)]);
  return `  ${name.padEnd(52)} ${middle.padStart(8)} ${unit.padEnd(10)} ${short(sorted[0])} to ${short(sorted.at(-1))}`;
}

async function repeat(measure, runs = RUNS) {
  const all = [];
  for (let k = 0; k < runs; k++) all.push(await measure(k));
  return all;
}

async function changesOf(browser, site, question) {
  const { scenario, agents, months, runs } = question;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await measureChange(page, site, { ...question, agents: agents - 10 });
  const found = await repeat((k) => measureChange(page, site, { ...question, agents: agents + k }), runs);
  await page.close();
  const of = (key) => found.map((one) => one[key]);
  console.log(`${scenario}: 200 worlds, ${agents.toLocaleString('en')} users, ${months} months`);
  console.log(row('first partial answer after a change', of('first'), 'ms'));
  console.log(row('all 200 worlds', of('all'), 'ms'));
  console.log(row('frames meanwhile', of('rate'), 'a second'));
  console.log(row('longest frame', of('gap'), 'ms'));
  console.log(row('longest task after the first worlds (0: none above 50)', of('task'), 'ms'));
}

async function main() {
  const folder = join(import.meta.dirname, '../dist/studio');
  const server = await listen({ folder, scenario: null, token: 'unused', port: 0 });
  const site = `http://127.0.0.1:${server.port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const starts = await repeat(() => measureStart(browser, site));
  console.log('The gallery in a fresh profile');
  console.log(
    row(
      'first picture',
      starts.map(({ paint }) => paint),
      'ms',
    ),
  );
  console.log(
    row(
      'all cards there',
      starts.map(({ whole }) => whole),
      'ms',
    ),
  );
  for (const question of SCENARIOS) await changesOf(browser, site, question);
  const { cpu, load } = machine();
  const workers = Math.max(1, cpus().length - 1);
  console.log(
    `${cpu}, ${cpus().length} cores (${workers} for worlds), load ${load.toFixed(1)}, chromium ${browser.version()}, commit ${commit()}`,
  );
  await browser.close();
  await server.close();
}

if (existsSync(CHROMIUM)) await main();
else console.log(`bench:studio needs ${CHROMIUM}`);

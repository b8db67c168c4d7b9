// `npm run bench:studio`: how fast the studio feels in Debian's chromium on this machine, as a table; it asserts nothing.
// First picture; first partial answer after a change; 200 worlds of 5,000 users over 24 months; frames a second meanwhile.
// A change is a share link that is taken, in a page that has lived worlds before: workers and engine are warm, but the
// scenario is new to them, so a slider is never slower. Every figure is the median of five, with its range.
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
const SCENARIOS = ['six-app-benchmark', 'china-traffic-war-2024'];

/** A share link as the studio writes it: 24 months, and a number of users near 5,000 that makes it another question. */
function linkTo(scenario, agents) {
  const changes = { agents, months: 24 };
  const shared = { scenario: { shipped: scenario }, changes, seed: '1', view: 'explore' };
  const bytes = Buffer.concat([Buffer.of(1), deflateSync(JSON.stringify(shared))]);
  return `#world=${bytes.toString('base64url')}`;
}

/** In the page: takes the offered link and tells when the first worlds and all worlds had come, and what frames did. */
const TAKE = `new Promise((resolve) => {
  const started = performance.now();
  const frames = [started];
  let first;
  const look = (now) => {
    frames.push(now);
    const bar = document.querySelector('.progress progress');
    if (bar && bar.value > 0) first ??= performance.now() - started;
    if (!bar || bar.value < bar.max) return requestAnimationFrame(look);
    const all = performance.now() - started;
    const gaps = frames.slice(2).map((at, k) => at - frames[k + 1]);
    resolve({ first, all, rate: (1000 * gaps.length) / (now - frames[1]), gap: Math.max(...gaps) });
  };
  document.querySelector('.offer .btn.pri').click();
  requestAnimationFrame(look);
})`;

async function measureChange(page, site, { scenario, agents }) {
  await page.goto(`${site}/${linkTo(scenario, agents)}`);
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

async function repeat(measure) {
  const all = [];
  for (let k = 0; k < RUNS; k++) all.push(await measure(k));
  return all;
}

async function changesOf(browser, site, scenario) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await measureChange(page, site, { scenario, agents: 4990 });
  const found = await repeat((k) => measureChange(page, site, { scenario, agents: 5000 + k }));
  await page.close();
  const of = (key) => found.map((one) => one[key]);
  console.log(`${scenario}: 200 worlds, 5,000 users, 24 months`);
  console.log(row('first partial answer after a change', of('first'), 'ms'));
  console.log(row('all 200 worlds', of('all'), 'ms'));
  console.log(row('frames meanwhile', of('rate'), 'a second'));
  console.log(row('longest frame', of('gap'), 'ms'));
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
  for (const scenario of SCENARIOS) await changesOf(browser, site, scenario);
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

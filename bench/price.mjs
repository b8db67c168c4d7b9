// How near the price told from the first worlds comes to the truth: 10 runs and studies, ratio of the seconds told to the
// seconds taken, and of memory for runs. node bench/price.mjs [seconds of each, 12] (after npm run build; some minutes)

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const main = resolve('dist/src/cli/main.js');
const scenario = (name) => resolve(`scenarios/${name}.yaml`);
const size = Number(process.argv[2] ?? 12) / 12;
const times = (worlds) => String(Math.max(10, Math.round(worlds * size)));

const START = scenario('startup-20m');
const CHINA = scenario('china-traffic-war-2024');
const STUDIES = [
  ['run', START, '--agents', '2000', '--replicates', times(2400)],
  ['run', START, '--agents', '50000', '--arm', 'giantsAbsent', '--replicates', times(150)],
  ['run', CHINA, '--agents', '2000', '--replicates', times(700)],
  ['run', CHINA, '--agents', '20000', '--replicates', times(200)],
  ['run', scenario('ai-companions'), '--agents', '5000', '--replicates', times(700)],
  ['run', scenario('wrapper-squeeze'), '--agents', '3000', '--replicates', times(600)],
  ['compare', CHINA, '--agents', '2000', '--set-b', 'firms.kimi.cash=2 B', '--replicates', times(350)],
  [
    'sweep',
    START,
    '--agents',
    '3000',
    '--factor',
    'firms.dalin.cash=5 M to 40 M',
    '--replicates',
    times(200),
  ],
  ['rescue', START, '--agents', '2000', '--firm', 'dalin', '--replicates', times(80)],
  ['discover', START, '--agents', '2000', '--firm', 'dalin', '--points', times(300)],
];

const UNITS = { s: 1, min: 60, h: 3600 };

/** `3 min 10 s` in seconds. */
function secondsOf(text) {
  return [...text.matchAll(/([\d.]+) (s|min|h)\b/g)].reduce((sum, [, n, unit]) => sum + n * UNITS[unit], 0);
}

function run(words, folder) {
  return new Promise((done) => {
    const begin = performance.now();
    const child = spawn(process.execPath, [main, ...words, '--out', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stderr.on('data', (bytes) => {
      text += bytes;
    });
    child.on('close', (code) => done({ code, text, seconds: (performance.now() - begin) / 1000 }));
  });
}

let near = 0;
for (const words of STUDIES) {
  const folder = mkdtempSync(join(tmpdir(), 'afterburn-price-'));
  const { code, text, seconds } = await run(words, folder);
  const told = /^about (.*?), (\d+) MB of memory/m.exec(text);
  const ratio = told ? secondsOf(told[1]) / seconds : Number.NaN;
  const peak =
    words[0] === 'run' && code === 0
      ? JSON.parse(readFileSync(join(folder, 'run.json'))).peakBytes
      : Number.NaN;
  const memory = told ? (told[2] * 1e6) / peak : Number.NaN;
  if (Math.abs(ratio - 1) <= 0.2) near++;
  const name = words.filter((word) => !word.startsWith('--')).map((word) => word.replace(/.*\//, ''));
  console.log(
    `${name.join(' ')}: exit ${code}, took ${seconds.toFixed(1)} s, told/taken ${ratio.toFixed(2)}, memory ${memory.toFixed(2)}`,
  );
  rmSync(folder, { recursive: true });
}
console.log(`${near} of ${STUDIES.length} within 20 %`);

/**
 * Judges cases `from` to `to` of a fuzz and prints what was found as JSON. Case n is the same whenever it is made. Before
 * each it writes n into a file, so that whoever watches knows which one ended or stopped this process.
 */
import { mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentOf } from './documents.mjs';
import { judge, loadText, sim } from './judge.mjs';
import { mutated } from './mutate.mjs';

const [from, to, folder] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const scenarios = fileURLToPath(new URL('../../../scenarios/', import.meta.url));
const own = mkdtempSync(join(folder, 'case-'));
const mark = openSync(join(folder, 'at'), 'w');

const small = readFileSync(new URL('small.yaml', import.meta.url), 'utf8');
writeFileSync(join(own, 'small.yaml'), small);
const textsIn = (path) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));
const STUDIES = [
  'study: compare\nscenario: small.yaml\nsetB: [firms.kimi.cash=1 M]\noutcomes:\n  p: share(cashOut(kimi))\n',
  'study: sweep\nscenario: small.yaml\nfactors:\n  firms.kimi.cash: 1 M to 4 M\ndesign: lhs\npoints: 4\nreplicates: 5\n',
  'study: rescue\nscenario: small.yaml\nfirms: [kimi]\nset: [months=6]\nseed: x\n',
  'study: league\nscenario: small.yaml\npolicies: [steady, {name: blitzscale, base: 5 M}]\nreplicates: 10\n',
  'study: equilibrium\nscenario: small.yaml\nfactors: {firms.kimi.cash: [1 M, 2 M]}\nmaximise: mean(cash({firm}, 3))\n',
];
const SEEDS = {
  scenario: [...textsIn(scenarios), ...Array(90).fill(small)],
  card: textsIn(join(scenarios, 'firms')),
  study: STUDIES,
  overlay: [
    'values:\n  firms.kimi.cash: 5 M\n  segments.students.share: 0.4\n  months: 6\nfitted: {loss: 1}\n',
  ],
  history: ['month,users.kimi,users.doubao\n2024-01,100000,200000\n2024-02,1.2e5,\n3,,250000\n'],
};

/** Scenarios half of the time, made or changed; then the other kinds of file. */
const KINDS = [
  'scenario',
  'made',
  'scenario',
  'made',
  'scenario',
  'card',
  'scenario',
  'study',
  'overlay',
  'history',
];

/** Numbers of 0 to 1 from a seed (Marsaglia's xorshift32). */
function luckOf(seed) {
  let x = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x / 2 ** 32;
  };
}

const NAMES = [...new Set(sim.describeFields().map(({ path }) => path.split('.').at(-1)))].filter((name) =>
  /^\w+$/.test(name),
);

function caseOf(n) {
  const luck = luckOf(n);
  for (let k = 0; k < 8; k++) luck();
  const kind = KINDS[n % KINDS.length];
  if (kind === 'made')
    return { kind: 'scenario', bytes: documentOf(small, [...NAMES, '__proto__', 'constructor'], n) };
  const seeds = SEEDS[kind];
  const pick = () => seeds[Math.floor(luck() * seeds.length)];
  return { kind, bytes: mutated(luck, pick(), pick()) };
}

/** Kinds whose good cases live a month. */
const STEPPED = new Set(['scenario', 'overlay']);

const scenario = await loadText({ bytes: small, file: 'small.yaml', folder: own, sets: [] });
const setting = { folder: scenarios, own, base: small, scenario };
const found = { good: 0, bad: 0, stepped: 0, faults: [], slowest: { n: -1, ms: 0 }, peakMb: 0 };

for (let n = from; n < to; n++) {
  writeSync(mark, String(n).padEnd(12), 0);
  const { kind, bytes } = caseOf(n);
  const begin = process.cpuUsage();
  const end = await judge(kind, bytes, setting);
  const { user, system } = process.cpuUsage(begin);
  const ms = (user + system) / 1000;
  if (ms > found.slowest.ms) found.slowest = { n, ms };
  if (end === 'good' || end === 'bad') found[end]++;
  else found.faults.push({ n, kind, end: end.slice(0, 1500) });
  if (end === 'good' && STEPPED.has(kind)) found.stepped++;
}
found.peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify(found)}\n`);

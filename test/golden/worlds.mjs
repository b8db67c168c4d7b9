/**
 * The worlds whose bytes are pinned by hashes.json, as pairs of a scenario and a seed. Those of seed `golden` are lived
 * everywhere by every test: four shipped scenarios, small, and two made-up ones in which much is at work at once: one with
 * both engines, discrete types, and so many users that their tastes come from no pool; the other with every term of demand.
 * The others, of every shipped scenario with two seeds and an arm, and of seeds and futures that are odd, are lived
 * everywhere by the long tests. Runs in Node, its threads and browsers.
 */
const SMALL = { agents: 2000 };
const TINY = { agents: 1000 };
const COHORTS = { population: { engine: 'cohorts', types: 64 } };

/** The seed whose worlds are few enough for every test. */
const SHORT = 'golden';
/** Letters that change their number, case or order with a locale. */
const FOREIGN = 'İıß 東京 كيمي';

/** Of a thousand firms in 84 months, which are many numbers, the first months, and so without checks. */
const SHORTER = { agents: 1000, months: 14, interventions: [], checks: [] };

/** Every shipped scenario with an arm of it; without simulated users nothing is made smaller. */
export const SHIPPED = [
  ['acquihire-and-funding-drought', 'cycle', SHORTER],
  ['ai-companions', 'distil', TINY],
  ['b2b-landing', 'late', {}],
  ['charging-shock', 'tiers', TINY],
  ['china-traffic-war-2024', 'noKimiBids', TINY],
  ['free-vs-value-internet-logic', 'internet', TINY],
  ['giants-enter', 'rich', TINY],
  ['openai-subscription-2024-2029', 'debts', TINY],
  ['policy-and-store-shock', 'delisted', TINY],
  ['price-war-0-yuan', 'oneCut', {}],
  ['six-app-benchmark', undefined, TINY],
  ['startup-20m', 'launch', TINY],
  ['wrapper-squeeze', 'cohort', TINY],
];

const file = (id) => `scenarios/${id}.yaml`;
const FEATURES = { file: 'test/golden/features.yaml', seed: SHORT };
/** As it was before the fit that it now names. */
const CHINA = { file: file('china-traffic-war-2024'), seed: SHORT, changes: SMALL, bare: true };
const DEMAND = { file: 'test/golden/demand.yaml', seed: SHORT };
/** A draw of other luck from month 7, and of again other luck from month 13. */
const FORKED = [
  { branch: 1, from: 7 },
  { branch: 2, from: 13 },
];

const CASES = [
  { name: 'china-traffic-war-2024', ...CHINA },
  ...['free-vs-value-internet-logic', 'six-app-benchmark', 'startup-20m'].map((id) => ({
    ...{ name: id, file: file(id), seed: SHORT, changes: SMALL },
  })),
  { name: 'every mechanism', ...FEATURES },
  { name: 'every mechanism, arm cheap', ...FEATURES, arm: 'cheap' },
  { name: 'every mechanism, typed agents', ...FEATURES, changes: { population: { types: 64 } } },
  { name: 'every mechanism, cohorts', ...FEATURES, changes: COHORTS },
  { name: 'beyond the pool of tastes', ...FEATURES, changes: { agents: 270_000 } },
  { name: 'every term of demand', ...DEMAND },
  { name: 'every term of demand, arm open', ...DEMAND, arm: 'open' },
  { name: 'every term of demand, cohorts', ...DEMAND, changes: COHORTS },
  ...['', '0', FOREIGN].flatMap((seed) => [
    { name: `every mechanism, seed "${seed}"`, ...FEATURES, seed },
    { name: `every term of demand, seed "${seed}"`, ...DEMAND, seed },
  ]),
  { name: 'every mechanism, forked', ...FEATURES, seed: '1', branches: FORKED },
  { name: 'every term of demand, forked', ...DEMAND, seed: '1', branches: FORKED },
  ...SHIPPED.flatMap(([id, arm, changes]) => [
    { name: nameOf(id), file: file(id), seed: '1', changes },
    { name: `${id}, seed "${FOREIGN}"`, file: file(id), seed: FOREIGN, changes },
    ...(arm ? [{ name: nameOf(id, arm), file: file(id), seed: '1', changes, arm }] : []),
  ]),
];

/** The pinned pair of a shipped scenario, or of its arm, with seed 1. */
export function nameOf(id, arm) {
  return arm ? `${id}, arm ${arm}, seed 1` : `${id}, seed 1`;
}

/** Replicates of each. */
export const WORLDS = 2;

/**
 * All cases, or the few that every test lives, as plain scenarios; `read` gives the plain scenario of a file, if `bare`
 * without what other files lay over it.
 */
export async function casesOf(read, few = false) {
  const wanted = CASES.filter(({ seed }) => !few || seed === SHORT);
  return Promise.all(
    wanted.map(async ({ file, bare, changes, ...rest }) => ({
      ...rest,
      raw: { ...(await read(file, bare === true)), ...changes },
    })),
  );
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(values) {
  let text = '';
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) text += HEX[byte];
  return text;
}

/** An outcome to the last bit, as text. */
export function textOf({ replicate, firms, months, market, moves, origins }) {
  return JSON.stringify([replicate, firms, ...[months, market, moves, origins].map(hex)]);
}

/** The text of every case, lived in this thread by the given model; `more` are further options of `simulate`. */
export function live({ parseScenario, simulate }, cases, more = {}) {
  return cases.map(({ raw, seed, arm, branches }) => {
    const { scenario, problems } = parseScenario(raw);
    if (problems) throw new Error(JSON.stringify(problems));
    const plan = { ...(arm && { arm }), ...(branches && { branches }), ...more };
    return Array.from({ length: WORLDS }, (_, k) => textOf(simulate(scenario, seed, k, plan))).join('\n');
  });
}

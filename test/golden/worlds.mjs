/**
 * The worlds whose bytes are pinned by hashes.json: four shipped scenarios, small, and two made-up ones in which much is at
 * work at once: one with both engines, discrete types, and so many users that their tastes come from no pool; the other with
 * every term of demand. Runs in Node, its threads and browsers.
 */
const SMALL = { agents: 2000 };

/** Name, file, changed top-level fields, arm. */
const CASES = [
  ['china-traffic-war-2024', 'scenarios/china-traffic-war-2024.yaml', SMALL],
  ['free-vs-value-internet-logic', 'scenarios/free-vs-value-internet-logic.yaml', SMALL],
  ['six-app-benchmark', 'scenarios/six-app-benchmark.yaml', SMALL],
  ['startup-20m', 'scenarios/startup-20m.yaml', SMALL],
  ['every mechanism', 'test/golden/features.yaml', {}],
  ['every mechanism, arm cheap', 'test/golden/features.yaml', {}, 'cheap'],
  ['every mechanism, typed agents', 'test/golden/features.yaml', { population: { types: 64 } }],
  ['every mechanism, cohorts', 'test/golden/features.yaml', { population: { engine: 'cohorts', types: 64 } }],
  ['beyond the pool of tastes', 'test/golden/features.yaml', { agents: 270_000 }],
  ['every term of demand', 'test/golden/demand.yaml', {}],
  ['every term of demand, arm open', 'test/golden/demand.yaml', {}, 'open'],
  [
    'every term of demand, cohorts',
    'test/golden/demand.yaml',
    { population: { engine: 'cohorts', types: 64 } },
  ],
];

export const SEED = 'golden';
/** Replicates of each. */
export const WORLDS = 2;

/** All cases as plain scenarios; `read` gives the value of a YAML file of the repository. */
export function casesOf(read) {
  return CASES.map(([name, file, changes, arm]) => ({ name, raw: { ...read(file), ...changes }, arm }));
}

/** An outcome to the last bit, as text. */
export function textOf({ replicate, firms, months, market, moves, origins }) {
  const hex = (values) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  return JSON.stringify([replicate, firms, ...[months, market, moves, origins].map(hex)]);
}

/** The text of every case, lived in this thread by the given model. */
export function live({ parseScenario, simulate }, cases) {
  return cases.map(({ raw, arm }) => {
    const { scenario, problems } = parseScenario(raw);
    if (problems) throw new Error(JSON.stringify(problems));
    const plan = arm ? { arm } : {};
    return Array.from({ length: WORLDS }, (_, k) => textOf(simulate(scenario, SEED, k, plan))).join('\n');
  });
}

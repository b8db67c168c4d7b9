// The figures a benchmark is read by: each a ratio of two rows of the same run (or a row itself), by the ids of the
// rows. A figure whose row was skipped or does not dock is null, with the reason; one that other programs disturbed is
// given, with what they took.

const sixApp = (name, users, review) => `six-app/${name}/${users}/${review}`;
const dense = (base, users = 100_000) => [sixApp('afterburn', users, 1), sixApp(base, users, 1)];
const sparse = (base) => [sixApp('afterburn', 100_000, 0.25), sixApp(base, 100_000, 0.25)];
const byHand = (review) => [`kernel/10x2/100000/${review}`, 'by-hand/100000/1'];
const mechanisms = (users) => ['everything', 'six-app'].map((name) => `everything/${name}/${users}`);
const cohort = (users, review) => `cohorts/types/${users}/${review}`;

/**
 * Name in the JSON, what the README says of it, and pairs of rows [above, below]; of several pairs the one that
 * `worst` takes counts.
 * @type {{ name: string, about: string, pairs: string[][], worst?: (...values: number[]) => number }[]}
 */
export const RATIOS = [
  {
    name: 'denseToLimit',
    about: 'kernel ÷ limit of the machine (C++ vector intrinsics, all lanes), everybody reviews',
    pairs: [dense('limit')],
  },
  {
    name: 'sparseToLimit',
    about: 'the same, a quarter reviews each month',
    pairs: [sparse('limit')],
  },
  {
    name: 'denseToLimit8Lanes',
    about: 'kernel ÷ limit with 8 lanes (AVX2), everybody reviews',
    pairs: [dense('limit-8-lanes')],
  },
  {
    name: 'sparseToLimit8Lanes',
    about: 'the same, a quarter reviews',
    pairs: [sparse('limit-8-lanes')],
  },
  {
    name: 'denseToByHand',
    about: 'kernel ÷ six apps written by hand in the same WebAssembly lanes, everybody reviews',
    pairs: [dense('simd-by-hand')],
  },
  {
    name: 'sparseToByHand',
    about: 'the same, a quarter reviews',
    pairs: [sparse('simd-by-hand')],
  },
  {
    name: 'denseToNumpy',
    about: 'kernel ÷ NumPy in float32 blocks, everybody reviews',
    pairs: [dense('numpy-blocks')],
  },
  {
    name: 'sparseToNumpy',
    about: 'the same, a quarter reviews',
    pairs: [sparse('numpy-blocks')],
  },
  {
    name: 'sparseToNumpyAll',
    about: 'kernel ÷ the same NumPy deciding for everybody, a quarter reviews',
    pairs: [sparse('numpy-blocks-all')],
  },
  {
    name: 'denseToObjects',
    about: 'kernel ÷ tidy JavaScript objects, everybody reviews',
    pairs: [dense('objects')],
  },
  {
    name: 'denseToFlocc',
    about: 'kernel ÷ flocc (agent framework of npm), everybody reviews, 10,000 users',
    pairs: [dense('flocc', 10_000)],
  },
  {
    name: 'tenTwoToByHand25',
    about: 'kernel with 10 apps × 2 tiers, a quarter reviews ÷ six apps by hand, everybody reviews',
    pairs: [byHand(0.25)],
  },
  {
    name: 'tenTwoToByHand10',
    about: 'the same, a tenth reviews',
    pairs: [byHand(0.1)],
  },
  {
    name: 'batchToKernel',
    about:
      'batch on one thread, first chunk to last part, wall clock ÷ kernel, 10,000 users, a quarter or a tenth reviews (the lower)',
    pairs: [0.25, 0.1].map((review) => [`batch/wall/${review}`, `batch/kernel/${review}`]),
    worst: Math.min,
  },
  {
    name: 'replicateToKernel',
    about: 'the same without threads and parts: whole replicates ÷ kernel, CPU time (the lower)',
    pairs: [0.25, 0.1].map((review) => [`batch/replicate/${review}`, `batch/kernel/${review}`]),
    worst: Math.min,
  },
  {
    name: 'twoThreads',
    about: 'two threads ÷ one, batch of the main job, wall clock',
    pairs: [['threads/batch/1', 'threads/batch/2']],
  },
  {
    name: 'twoThreadsCpu',
    about: 'batch of the main job: CPU time on one thread ÷ on two',
    pairs: [['threads/batch/cpu/1', 'threads/batch/cpu/2']],
  },
  {
    name: 'giantTwoThreads',
    about: 'two threads ÷ one, one replicate of 10 M users, wall clock',
    pairs: [['threads/giant/1', 'threads/giant/2']],
  },
  {
    name: 'cohorts1e9To1e6',
    about: 'cohorts of 128 types: time at 1e9 users ÷ 1e6 users (the higher of both review rates)',
    pairs: [1, 0.25].map((review) => [cohort(1e9, review), cohort(1e6, review)]),
    worst: Math.max,
  },
  {
    name: 'cohorts1e9ToAgents',
    about: 'cohorts of 128 types at 1e9 users ÷ 120,000 agents, time, everybody reviews',
    pairs: [[cohort(1e9, 1), 'cohorts/agents/120000/1']],
  },
  {
    name: 'everythingToSixApp',
    about:
      'a replicate with all mechanisms on ÷ one of the six-app benchmark, a quarter reviews, CPU time (the higher of 10,000 and 100,000 users)',
    pairs: [10_000, 100_000].map(mechanisms),
    worst: Math.max,
  },
  {
    name: 'memoryPerUser',
    about: 'memory of the population, bytes a user at a million users',
    pairs: [['footprint/bytes/1000000']],
  },
  {
    name: 'setupPerUser',
    about: 'set-up of a replicate, µs CPU a user at a million users',
    pairs: [['footprint/set-up/1000000']],
  },
  {
    name: 'startToNode',
    about: '`afterburn --help` ÷ `node -e 0`, wall clock',
    pairs: [['start/afterburn --help', 'start/node -e 0']],
  },
];

/** Why a row cannot stand in a ratio; undefined if it can. */
function fault(row, id) {
  if (!row) return `${id} was not measured`;
  if (row.skipped) return `${id}: ${row.skipped}`;
  if (row.undocked?.length > 0) return `${id} does not dock: ${row.undocked.join(', ')}`;
  return undefined;
}

/** Row a section puts in place of all its own when it cannot measure anything: its id is the begin of theirs. */
function find(rows, id) {
  return rows.find((row) => row.id === id) ?? rows.find((row) => row.skipped && id.startsWith(`${row.id}/`));
}

function quotient(rows, [above, below]) {
  const [a, b] = [above, below].map((id) => id && find(rows, id));
  const reason = fault(a, above) ?? (below && fault(b, below));
  if (reason) return { reason };
  const noisy = [a, ...(below ? [b] : [])].filter(({ disturbed }) => disturbed);
  const noise = noisy.map((row) => `${row.id}: ${row.disturbed}`).join('; ');
  return { value: below ? a.value / b.value : a.value, noise };
}

/**
 * Every ratio of a run.
 * @param {{ id: string, value?: number, skipped?: string, undocked?: string[] }[]} rows
 * @returns {{ ratios: Record<string, number | null>, skipped: Record<string, string>, disturbed: Record<string, string> }}
 *   a null has its reason in `skipped`; what other programs did to a number stands in `disturbed`
 */
export function ratiosOf(rows) {
  const ratios = {};
  const skipped = {};
  const disturbed = {};
  for (const { name, pairs, worst } of RATIOS) {
    const found = pairs.map((pair) => quotient(rows, pair));
    const missing = found.find(({ reason }) => reason);
    const values = found.map(({ value }) => value);
    ratios[name] = missing ? null : values.reduce((a, b) => worst(a, b));
    if (missing) skipped[name] = missing.reason;
    const noise = found.flatMap((one) => (one.noise ? [one.noise] : []));
    if (!missing && noise.length > 0) disturbed[name] = noise.join('; ');
  }
  return { ratios, skipped, disturbed };
}
